//! What a drawing means: which parts its users depend on, and what the figures become.
//!
//! Planned work is off where figures are compared with formulas written out by hand.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::rc::Rc;

use availability_planner::analysis::{Analysis, Location, Measures, Options, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::Mark;
use availability_planner::catalog::workload::Workload;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{
    CommonMode, LinkKind, NodeId, Population, Scenario, Site, SiteId, WanLink, validate_scenario,
};
use oracle::relative_error;

const MINUTES_PER_YEAR: f64 = 525_600.0;

fn analysed(plan: PlanBuilder, planned_work: bool) -> Analysis {
    let (catalog, scenario) = (Catalog::bundled(), plan.scenario());
    validate_scenario(&scenario, &catalog).unwrap();
    analyse(&scenario, &catalog, Options { planned_work }).unwrap()
}

fn row(analysis: &Analysis, workload: Workload, population: &str, location: Location) -> Measures {
    let row = analysis.workloads.iter().find(|row| {
        (row.key.workload, row.key.population.as_str(), row.key.location) == (workload, population, location)
    });
    row.unwrap_or_else(|| panic!("no row {workload:?} {population} {location:?}")).measures.clone()
}

fn office(analysis: &Analysis, population: &str) -> Measures {
    row(analysis, Workload::ImPresence, population, Location::Office)
}

fn remote(analysis: &Analysis, population: &str) -> Measures {
    row(analysis, Workload::ImPresence, population, Location::Remote)
}

fn any(plan: PlanBuilder) -> f64 {
    office(&analysed(plan, false), "users").unavailability_any.value
}

#[track_caller]
fn same(found: f64, expected: f64) {
    assert!(relative_error(found, expected) < 1e-12, "{found:e} instead of {expected:e}");
}

/// Unavailability of one server with the catalog's figures, without planned work.
fn server() -> f64 {
    let failures = 1.0 / 50_000.0 + 1.0 / 4_380.0;
    let down = 8.0 / 50_000.0 + (0.8 * 0.25 + 0.2 * 4.0) / 4_380.0;
    let repairs = failures / down;
    failures / (failures + repairs)
}

/// Unavailability of things in series, from the small numbers.
fn series(parts: &[f64]) -> f64 {
    parts.iter().fold(0.0, |down, part| down + (1.0 - down) * part)
}

fn notes(analysis: &Analysis) -> Vec<(&str, bool)> {
    analysis.notes.iter().map(|note| (note.text.as_str(), note.hypothetical)).collect()
}

/// A pool in which everything is there once.
fn plain_pool(plan: PlanBuilder, id: &str) -> PlanBuilder {
    plan.pool(id, |pool| pool.front_ends(1).back_ends(1))
}

#[test]
fn a_standard_edition_server_fails_as_one_server() {
    let plan = || PlanBuilder::new().standard_edition("home").users("users", 1_000, "home");
    same(any(plan()), server());
    let planned = office(&analysed(plan(), true), "users");
    let (down, work) = (server() / (1.0 - server()), 12.0 / 8_760.0 * 0.5);
    same(planned.unavailability_any.value, (down + work) / (1.0 + down + work));
    same(planned.losses.outage.value / MINUTES_PER_YEAR, down / (1.0 + down + work));
    same(planned.losses.planned.value / MINUTES_PER_YEAR, work / (1.0 + down + work));
}

#[test]
fn a_pool_needs_a_front_end_and_its_back_end() {
    let plan = plain_pool(PlanBuilder::new(), "pool").users("users", 1_000, "pool");
    same(any(plan), series(&[server(), server()]));
}

#[test]
fn two_front_ends_behind_a_balancer_fail_together_only() {
    let balancer = 6.0 / 100_006.0;
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
        .users("users", 1_000, "pool");
    same(any(plan), series(&[server() * server(), balancer, server()]));
}

#[test]
fn without_a_balancer_one_server_counts_and_the_figures_are_hypothetical() {
    let single = || plain_pool(PlanBuilder::new(), "pool").users("users", 1_000, "pool");
    let several = |front_ends| {
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(front_ends).back_ends(1))
            .users("users", 1_000, "pool")
    };
    for front_ends in [2, 5] {
        let analysis = analysed(several(front_ends), false);
        same(office(&analysis, "users").unavailability_any.value, any(single()));
        same(office(&analysis, "users").capacity_users.value, 12_500.0);
        let [(text, true)] = notes(&analysis)[..] else { panic!("{:?}", analysis.notes) };
        assert!(text.contains("no load balancer") && text.contains(&front_ends.to_string()), "{text}");
    }
    assert_eq!(analysed(single(), false).notes, []);
}

#[test]
fn edge_servers_without_a_balancer_count_as_one() {
    let plan = |servers| {
        PlanBuilder::new().standard_edition("home").edge("edge", servers, "home").users_with(
            "users",
            1_000,
            "home",
            |users| users.remote_share = 0.5,
        )
    };
    let analysis = analysed(plan(3), false);
    same(remote(&analysis, "users").unavailability_any.value, series(&[server(), server()]));
    assert!(matches!(notes(&analysis)[..], [(_, true)]), "{:?}", analysis.notes);
    let balanced = analysed(plan(3).balancers("balancer", 1, "edge"), false);
    let expected = series(&[server().powi(3), 6.0 / 100_006.0, server()]);
    same(remote(&balanced, "users").unavailability_any.value, expected);
    assert_eq!(balanced.notes, []);
}

#[test]
fn an_incomplete_pool_serves_nobody() {
    let table = [
        ("no Back-End", PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(2))),
        ("no Front End", PlanBuilder::new().pool("pool", |pool| pool.back_ends(2))),
    ];
    for (missing, plan) in table {
        let analysis = analysed(plan.users("users", 1_000, "pool"), true);
        let measures = analysis.headline.as_ref().unwrap().measures.clone();
        same(measures.unavailability_any.value, 1.0);
        same(measures.losses.outage.value, MINUTES_PER_YEAR);
        same(measures.losses.total.value, MINUTES_PER_YEAR);
        same(measures.capacity_users.value, 0.0);
        assert!(
            notes(&analysis).iter().any(|(text, _)| text.contains(&format!("has {missing}"))),
            "{missing}"
        );
    }
}

#[test]
fn users_without_a_home_are_not_served() {
    let plan = PlanBuilder::new()
        .standard_edition("home")
        .users_with("users", 1_000, "home", |users| users.home = None);
    let analysis = analysed(plan, true);
    same(office(&analysis, "users").losses.total.value, MINUTES_PER_YEAR);
    assert!(matches!(notes(&analysis)[..], [(text, false)] if text.contains("no home")));
}

#[test]
fn remote_users_need_a_way_in_and_those_in_the_office_do_not() {
    let half = |users: &mut Population| users.remote_share = 0.5;
    let plan = || PlanBuilder::new().standard_edition("home").users_with("users", 1_000, "home", half);
    let analysis = analysed(plan(), false);
    same(office(&analysis, "users").unavailability_any.value, server());
    same(remote(&analysis, "users").unavailability_any.value, 1.0);
    same(analysis.headline.as_ref().unwrap().measures.unavailability_any.value, f64::midpoint(1.0, server()));
    assert!(matches!(notes(&analysis)[..], [(text, false)] if text.contains("no Edge Server")));

    let unlinked = plan().edge("edge", 1, "home").adjusted(|scenario| scenario.links.clear());
    let analysis = analysed(unlinked, false);
    same(remote(&analysis, "users").unavailability_any.value, 1.0);
    assert!(notes(&analysis).iter().any(|(text, _)| text.contains("passes users on to nobody")));
}

#[test]
fn remote_users_of_a_home_without_a_next_hop_pass_through_another_home() {
    let plan = PlanBuilder::new()
        .standard_edition("first")
        .standard_edition("second")
        .edge("edge", 1, "first")
        .users_with("users", 1_000, "second", |users| users.remote_share = 1.0);
    let analysis = analysed(plan, false);
    same(remote(&analysis, "users").unavailability_any.value, series(&[server(), server(), server()]));
}

#[test]
fn federation_by_edge_servers_that_are_named_takes_the_way_that_leads_to_the_home_itself() {
    let plan = || {
        let homes = PlanBuilder::new().standard_edition("other").standard_edition("home");
        let plan = homes.edge("edge", 1, "other").linked(LinkKind::NextHop, "edge", "home");
        plan.users_with("users", 100, "home", |users| users.federation_share = 1.0)
    };
    for plan in [plan(), plan().linked(LinkKind::Federates, "home", "edge")] {
        let row = row(&analysed(plan, false), Workload::Federation, "users", Location::Office);
        same(row.unavailability_any.value, series(&[server(), server()]));
    }
}

#[test]
fn several_homes_are_weighted_by_their_users() {
    let plan = PlanBuilder::new()
        .standard_edition("small")
        .pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(2))
        .users("few", 1_000, "small")
        .users("many", 9_000, "pool");
    let analysis = analysed(plan, true);
    let (few, many) = (office(&analysis, "few"), office(&analysis, "many"));
    let all = &analysis.headline.as_ref().unwrap().measures;
    for pick in [
        (|measures| measures.unavailability_user_weighted.value) as fn(&Measures) -> f64,
        |measures| measures.unavailability_any.value,
        |measures| measures.losses.reconnect.value,
        |measures| measures.losses.planned.value,
    ] {
        same(pick(all), 0.1 * pick(&few) + 0.9 * pick(&many));
    }
    same(all.demand_users.value, 10_000.0);
    same(all.capacity_users.value, 5_000.0 + 25_000.0);
}

/// Puts a component's server on a computer.
fn moved(plan: PlanBuilder, component: &str, server: usize, computer: &str) -> PlanBuilder {
    plan.with(component, |component| component.servers[server].computer = computer.into())
}

#[test]
fn servers_on_one_computer_are_one_failure() {
    let apart = || {
        PlanBuilder::new().standard_edition("home").edge("edge", 1, "home").users_with(
            "users",
            1_000,
            "home",
            |users| users.remote_share = 1.0,
        )
    };
    let together = moved(moved(apart(), "home", 0, "one"), "edge", 0, "one");
    let measures = |plan| remote(&analysed(plan, false), "users").unavailability_any.value;
    same(measures(apart()), series(&[server(), server()]));
    same(measures(together), server());
}

#[test]
fn front_ends_on_one_computer_are_no_reserve() {
    let plan = || {
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
            .users("users", 1_000, "pool")
    };
    let together = moved(moved(plan(), "pool-front-ends", 0, "one"), "pool-front-ends", 1, "one");
    same(any(together), series(&[server(), 6.0 / 100_006.0, server()]));
    // Three of which two share a computer, summed over all states by hand: down when both computers are.
    let mixed = plan().with("pool-front-ends", |component| {
        let mut third = component.servers[0].clone();
        third.id = "third".into();
        component.servers.push(third);
    });
    same(any(mixed), series(&[server() * server(), 6.0 / 100_006.0, server()]));
}

#[test]
fn a_cluster_on_one_computer_is_one_failure() {
    let plan =
        PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(2)).users("users", 1_000, "pool");
    let together = moved(moved(plan, "pool-back-end", 0, "one"), "pool-back-end", 1, "one");
    let storage = 8.0 / 1_000_008.0;
    same(any(together), series(&[server(), server(), storage]));
}

#[test]
fn what_takes_a_site_down_enters_once() {
    let site = |site: &mut Site| {
        site.common_mode = Some(CommonMode { availability: 0.99, mean_down_time_hours: 2.0 });
    };
    let plan = plain_pool(PlanBuilder::new(), "pool").users("users", 1_000, "pool").with_site(site);
    let analysis = analysed(plan, false);
    let measures = office(&analysis, "users");
    same(measures.unavailability_any.value, series(&[server(), server(), 0.01]));
    // Breaks as often as its parts do while all others are up.
    let failures = 1.0 / 50_000.0 + 1.0 / 4_380.0;
    let all_up = (1.0 - server()) * (1.0 - server()) * 0.99;
    let per_hour = all_up * (2.0 * failures + 0.01 / (0.99 * 2.0));
    same(measures.outages_per_year.value, per_hour * 8_760.0);
    assert!(!analysis.assumptions.iter().any(|text| text.contains("Power and cooling")));
}

/// Adds a second site with a line from the first, and moves a component to it.
fn away(plan: PlanBuilder, component: &str) -> PlanBuilder {
    let branch =
        Site { id: "branch".into(), name: "Branch".into(), common_mode: None, wan_links: Vec::new() };
    plan.adjusted(|scenario: &mut Scenario| scenario.sites.push(Rc::new(branch)))
        .with_site(|site| {
            let line = WanLink { to: "branch".into(), availability: 0.999, mean_down_time_hours: 4.0 };
            site.wan_links.push(line);
        })
        .with(component, |component| component.site = SiteId::from("branch"))
}

#[test]
fn a_line_between_sites_counts_for_what_lies_beyond_it() {
    let plan = PlanBuilder::new().standard_edition("home").edge("edge", 1, "home").users_with(
        "users",
        1_000,
        "home",
        |users| users.remote_share = 0.5,
    );
    let analysis = analysed(away(plan, "edge"), false);
    same(office(&analysis, "users").unavailability_any.value, server());
    same(remote(&analysis, "users").unavailability_any.value, series(&[server(), server(), 0.001]));
}

#[test]
fn a_line_counts_for_a_home_that_others_depend_on() {
    let through = PlanBuilder::new()
        .standard_edition("home")
        .standard_edition("hop")
        .edge("edge", 1, "hop")
        .users_with("users", 1_000, "home", |users| users.remote_share = 1.0);
    let analysis = analysed(away(through, "hop"), false);
    let expected = series(&[server(), server(), server(), 0.001]);
    same(remote(&analysis, "users").unavailability_any.value, expected);

    let hosted = PlanBuilder::new()
        .standard_edition("home")
        .standard_edition("host")
        .chat("chat", 1, "host", 1)
        .users_with("users", 1_000, "home", |users| users.group_chat_share = 1.0);
    let analysis = analysed(away(hosted, "host"), false);
    let chat = row(&analysis, Workload::GroupChat, "users", Location::Office);
    same(chat.unavailability_any.value, series(&[server(), server(), server(), server(), 0.001]));
}

#[test]
fn many_arrays_for_one_home_are_answered_or_refused() {
    let mut plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(4).balancers(2).back_ends(2))
        .users_with("users", 30_000, "pool", |users| users.remote_share = 0.9);
    for number in 1..=16 {
        let (edge, balancers) = (format!("edge-{number}"), format!("balancers-{number}"));
        plan = plan.edge(&edge, 4, "pool").balancers(&balancers, 2, &edge);
    }
    match analyse(&plan.scenario(), &Catalog::bundled(), Options::default()) {
        Ok(analysis) => {
            assert!(analysis.workloads.iter().all(|row| row.measures.losses.total.value.is_finite()));
        }
        Err(refusal) => assert!(refusal.to_string().contains("more than"), "{refusal}"),
    }
}

#[test]
fn group_chat_needs_its_own_parts_and_both_pools() {
    let plan = plain_pool(plain_pool(PlanBuilder::new(), "home"), "host")
        .chat("chat", 2, "host", 1)
        .users_with("users", 1_000, "home", |users| users.group_chat_share = 0.5);
    let analysis = analysed(plan, false);
    let chat = row(&analysis, Workload::GroupChat, "users", Location::Office);
    let pool = series(&[server(), server()]);
    same(chat.unavailability_any.value, series(&[pool, pool, server() * server(), server()]));
    same(chat.demand_users.value, 500.0);
    same(office(&analysis, "users").unavailability_any.value, pool);
}

#[test]
fn group_chat_that_is_not_drawn_serves_nobody() {
    let wish = |users: &mut Population| users.group_chat_share = 0.5;
    let plan = || PlanBuilder::new().standard_edition("home").users_with("users", 1_000, "home", wish);
    let without_database = plan().chat("chat", 1, "home", 1).adjusted(|scenario| {
        scenario.links.retain(|link| link.to.as_str() != "chat-database");
    });
    for (plan, expected) in
        [(plan(), "no complete Group Chat is drawn"), (without_database, "no link to a database")]
    {
        let analysis = analysed(plan, false);
        let chat = row(&analysis, Workload::GroupChat, "users", Location::Office);
        same(chat.unavailability_any.value, 1.0);
        assert!(notes(&analysis).iter().any(|(text, _)| text.contains(expected)), "{:?}", analysis.notes);
    }
}

#[test]
fn a_value_of_the_plan_replaces_the_catalogs_and_says_so() {
    let plan =
        PlanBuilder::new().standard_edition("home").users("users", 1_000, "home").with("home", |home| {
            for (figure, value) in
                [("hardware-mtbf", 1_000.0), ("hardware-mttr", 24.0), ("software-mtbf", 1e9)]
            {
                home.overrides.insert(figure.into(), value);
            }
        });
    let analysis = analysed(plan, false);
    let down = 24.0 / 1_000.0 + 1.0 / 1e9;
    same(office(&analysis, "users").unavailability_any.value, down / (1.0 + down));
    let figures = analysis.components.get(&NodeId::from("home")).unwrap();
    let marks: Vec<Mark> = figures.mtbf.inputs().iter().map(|figure| figure.mark).collect();
    assert_eq!(marks.iter().filter(|mark| **mark == Mark::Entered).count(), 3, "{marks:?}");
}

#[test]
fn capacity_follows_the_catalog() {
    let pool =
        |servers| PlanBuilder::new().pool("home", |pool| pool.front_ends(servers).balancers(2).back_ends(2));
    let own = |plan: PlanBuilder, component: &str, figure: &str, value| {
        plan.with(component, |component| {
            component.overrides.insert(figure.into(), value);
        })
    };
    let table = [
        ("a Standard Edition server", PlanBuilder::new().standard_edition("home"), 5_000.0),
        ("one Front End", pool(1), 12_500.0),
        ("four", pool(4), 50_000.0),
        ("eight", pool(8), 100_000.0),
        ("nine add reserve, not users", pool(9), 100_000.0),
        ("stronger ones", own(pool(4), "home-front-ends", "users-per-front-end", 20_000.0), 80_000.0),
        ("too many strong ones", own(pool(8), "home-front-ends", "users-per-front-end", 20_000.0), 100_000.0),
        ("more that count", own(pool(9), "home-front-ends", "front-ends-counted", 16.0), 100_000.0),
        ("fewer that count", own(pool(9), "home-front-ends", "front-ends-counted", 2.0), 25_000.0),
    ];
    for (case, plan, expected) in table {
        let analysis = analysed(plan.users("users", 1_000, "home"), true);
        let found = analysis.headline.unwrap().measures.capacity_users.value;
        assert!(relative_error(found, expected) < 1e-12, "{case}: {found}");
    }
}

#[test]
fn users_without_room_are_lost_all_the_time() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
        .users("users", 30_000, "pool");
    let measures = office(&analysed(plan, false), "users");
    same(measures.unavailability_full.value, 1.0);
    // Two servers carry 25,000, one 12,500; nothing of that counts while the pool is down.
    let (up, down) = (1.0 - server(), server());
    let others = (1.0 - 6.0 / 100_006.0) * up;
    let lost = others * (up * up * (1.0 / 6.0) + 2.0 * up * down * (7.0 / 12.0));
    same(measures.losses.over_capacity.value, lost * MINUTES_PER_YEAR);
}

#[test]
fn the_losses_sum_to_the_headline() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(3).balancers(2).back_ends(2))
        .edge("edge", 2, "pool")
        .balancers("balancer", 2, "edge")
        .reverse_proxy("proxy", "pool")
        .users_with("users", 30_000, "pool", |users| users.remote_share = 0.1);
    let analysis = analysed(plan, true);
    let headline = &analysis.headline.as_ref().unwrap().measures;
    for measures in analysis.workloads.iter().map(|row| &row.measures).chain([headline]) {
        let losses = &measures.losses;
        let causes = [&losses.outage, &losses.over_capacity, &losses.reconnect, &losses.planned];
        assert!(causes.iter().all(|cause| cause.value > 0.0));
        same(causes.iter().map(|cause| cause.value).sum(), losses.total.value);
        same(losses.total.value / MINUTES_PER_YEAR, measures.unavailability_user_weighted.value);
    }
}

#[test]
fn planned_work_can_be_switched_off_in_two_places() {
    let plan = || PlanBuilder::new().standard_edition("home").users("users", 1_000, "home");
    let by_target = plan().adjusted(|scenario| {
        Rc::make_mut(&mut scenario.targets).planned_work_counts = false;
    });
    let table = [(analysed(plan(), false)), (analysed(by_target, true))];
    for analysis in table {
        let measures = office(&analysis, "users");
        assert_eq!(measures.losses.planned.value.to_bits(), 0.0_f64.to_bits());
        same(measures.unavailability_any.value, server());
    }
    assert!(office(&analysed(plan(), true), "users").losses.planned.value > 0.0);
}

#[test]
fn a_plan_without_users_has_no_headline() {
    let analysis = analysed(PlanBuilder::new().standard_edition("home"), true);
    assert!(analysis.headline.is_none() && analysis.workloads.is_empty());
    let empty = analysed(PlanBuilder::new(), true);
    assert!(empty.headline.is_none() && empty.failures.is_empty());
    let nobody = PlanBuilder::new().standard_edition("home").users("users", 0, "home");
    assert!(analysed(nobody, true).headline.is_none());
}
