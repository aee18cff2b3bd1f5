//! Plans with servers killed: who is served now, what the long run becomes, and the sentence that says it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{
    Analysis, Casualty, FailureSet, Location, Measures, Now, Options, RowKey, RowNow, Subject, analyse,
    under_failure,
};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::{Derivation, Mark, Unit};
use availability_planner::catalog::workload::Workload;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{CommonMode, Component, Population, Scenario, validate_scenario};
use oracle::{Expected, relative_error};
use proptest::prelude::*;

const WITHOUT_PLANNED_WORK: Options = Options { planned_work: false };

/// A failure set of servers, components, pools and sites by their ids.
fn killed(scenario: &Scenario, ids: &[&str]) -> FailureSet {
    let mut down = FailureSet::default();
    for id in ids {
        let server = scenario.servers().find(|(_, server)| server.id.as_str() == *id);
        let casualty = match server {
            Some((component, server)) => {
                Casualty::Server { component: component.id.clone(), server: server.id.clone() }
            }
            None if scenario.site(&(*id).into()).is_some() => Casualty::Site((*id).into()),
            None => Casualty::Node((*id).into()),
        };
        assert!(casualty.exists(scenario), "{id}");
        down.kill(scenario, &casualty);
    }
    down
}

fn now_of(scenario: &Scenario, options: Options, ids: &[&str]) -> Now {
    let catalog = Catalog::bundled();
    validate_scenario(scenario, &catalog).unwrap();
    under_failure(scenario, &catalog, options, &killed(scenario, ids)).unwrap()
}

fn now(plan: PlanBuilder, ids: &[&str]) -> Now {
    now_of(&plan.scenario(), Options::default(), ids)
}

fn template(id: &str) -> Scenario {
    let template = TEMPLATES.iter().find(|known| known.id == id).unwrap();
    (*template.open(&Catalog::bundled()).unwrap().scenarios[0]).clone()
}

/// A pool with everything in pairs but its Front Ends, and users of whom a tenth are outside.
fn pool(front_ends: usize) -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(front_ends).balancers(2).back_ends(2).file_share())
        .edge("edge", 2, "pool")
        .balancers("edge-balancers", 2, "edge")
        .users_with("users", 30_000, "pool", |users| users.remote_share = 0.1)
}

#[track_caller]
fn same(what: &str, found: f64, expected: f64) {
    assert!(relative_error(found, expected) < 1e-12, "{what}: {found:e} instead of {expected:e}");
}

fn numbers(measures: &Measures) -> [f64; 8] {
    let losses = &measures.losses;
    [
        measures.unavailability_any.value,
        measures.unavailability_full.value,
        measures.unavailability_user_weighted.value,
        losses.outage.value,
        losses.over_capacity.value,
        losses.planned.value,
        losses.reconnect.value,
        measures.outages_per_year.value,
    ]
}

/// The same to the last bit.
#[track_caller]
fn alike(found: &Measures, expected: &Measures) {
    assert_eq!(numbers(found).map(f64::to_bits), numbers(expected).map(f64::to_bits), "{found:?}");
}

fn agrees_with_the_oracle(ids: &[&str], expected: fn(bool) -> Expected) {
    for planned_work in [false, true] {
        let (now, expected) =
            (now_of(&template("entry-tier"), Options { planned_work }, ids), expected(planned_work));
        assert_eq!(now.workloads.len(), expected.rows.len());
        for row in &now.workloads {
            let key = &row.held.key;
            let wanted = expected.row(key.workload.id(), key.location.id()).unwrap();
            let found = numbers(&row.held.measures);
            let minutes = oracle::MINUTES_PER_YEAR;
            for (place, wanted) in [
                wanted.unavailability_any,
                wanted.unavailability_full,
                wanted.unavailability_user_weighted,
                wanted.outage * minutes,
                wanted.over_capacity * minutes,
                wanted.planned * minutes,
                wanted.reconnect_minutes,
            ]
            .into_iter()
            .enumerate()
            {
                same(&format!("{ids:?} {} figure {place}", key.users()), found[place], wanted);
            }
        }
        let held = &now.headline.as_ref().unwrap().held.measures;
        let found = held.unavailability_user_weighted.value;
        same("headline", found, expected.headline.unavailability_user_weighted);
    }
}

#[test]
fn front_end_2_of_the_entry_tier_is_killed() {
    agrees_with_the_oracle(&["front-end-2"], oracle::entry_tier_without_a_front_end);
    let now = now_of(&template("entry-tier"), Options::default(), &["front-end-2"]);
    assert_eq!(now.name, "Front End 2");
    assert_eq!(
        now.sentence,
        "Front End 2 is down: 7,500 users reconnect to the three other Front Ends within 90 s, nobody is cut off; each \
         now carries 10,000 of 12,500."
    );
    let headline = now.headline.unwrap();
    same("served", headline.users_served.value, 30_000.0);
    let hits = &now.impact;
    let found =
        [&hits.users_cut_off, &hits.users_over_capacity, &hits.users_reconnecting, &hits.reconnect_time];
    for (found, expected) in found.iter().zip([0.0, 0.0, 7_500.0, 90.0]) {
        assert!((found.value - expected).abs() < 1e-6, "{}: {}", found.name, found.value);
    }
    let [front_ends, edges] = &now.loads[..] else { panic!("{:?}", now.loads) };
    assert_eq!(front_ends.servers.len(), 3);
    same("each", front_ends.users_each.value, 10_000.0);
    same("each before", front_ends.users_each_before.value, 7_500.0);
    same("carries", front_ends.capacity_each.value, 12_500.0);
    assert!(front_ends.has_grown() && !front_ends.is_over() && !edges.has_grown());
    same("each Edge Server", edges.users_each.value, 750.0);
    // Its users come back to the same meetings, with audio and video and without, in the office and outside.
    assert!(now.meetings_interrupted.is_empty());
    assert_eq!(now.meetings_resumed.len(), 4);
}

#[test]
fn the_last_node_of_a_cluster_runs_on_the_storage_they_shared_and_has_none_to_fail_over_to() {
    for node in ["back-end-1", "back-end-2"] {
        agrees_with_the_oracle(&[node], oracle::entry_tier_without_a_back_end_node);
    }
}

#[test]
fn servers_of_several_parts_are_held_down_together() {
    let ids = ["pool-balancer-1", "edge-1", "edge-4"];
    agrees_with_the_oracle(&ids, oracle::entry_tier_without_a_balancer_and_two_edges);
}

/// Unavailabilities of one server, of a load balancer and of storage, without planned work.
fn down() -> [f64; 3] {
    let hours_down_per_hour_up: f64 = 8.0 / 50_000.0 + (0.8 * 0.25 + 0.2 * 4.0) / 4_380.0;
    [hours_down_per_hour_up / (1.0 + hours_down_per_hour_up), 6.0 / 100_006.0, 8.0 / 1_000_008.0]
}

/// The long run by going through every combination of units up and down: shares of time in which nobody is served and
/// not everybody is, and the mean share not served.
fn by_hand(units: &[f64], served: impl Fn(&[bool]) -> f64) -> [f64; 3] {
    let mut figures = [0.0; 3];
    for combination in 0..1_u32 << units.len() {
        let up: Vec<bool> = (0..units.len()).map(|unit| combination >> unit & 1 == 1).collect();
        let share = |(up, down): (&bool, &f64)| if *up { 1.0 - down } else { *down };
        let likely: f64 = up.iter().zip(units).map(share).product();
        let served = served(&up);
        figures[0] += if served <= 0.0 { likely } else { 0.0 };
        figures[1] += if served < 1.0 { likely } else { 0.0 };
        figures[2] += likely * (1.0 - served);
    }
    figures
}

#[test]
fn small_plans_agree_with_every_combination_of_their_units() {
    let [server, balancer, storage] = down();
    let three = || {
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(3).balancers(2).back_ends(2))
            .edge("edge", 2, "pool")
            .balancers("edge-balancers", 1, "edge")
            .users_with("users", 30_000, "pool", |users| users.remote_share = 0.4)
    };
    let count = |up: &[bool]| f64::from(u8::try_from(up.iter().filter(|up| **up).count()).unwrap());
    let carried = |servers: f64, each: f64, users: f64| (servers * each / users).min(1.0);
    // One Front End of three, one node of the cluster and one balancer of the pair are gone.
    let ids = ["pool-front-ends-3", "pool-back-end-1", "pool-balancers-2"];
    let front = [server, server, server, balancer, storage];
    let office = by_hand(&front, |up| {
        let needed = up[2..].iter().all(|up| *up);
        if needed { carried(count(&up[..2]), 12_500.0, 30_000.0) } else { 0.0 }
    });
    let path: Vec<f64> = front.iter().copied().chain([server, server, balancer]).collect();
    let remote = by_hand(&path, |up| {
        let needed = up[2..5].iter().all(|up| *up) && up[7];
        let (front, edge) =
            (carried(count(&up[..2]), 12_500.0, 30_000.0), carried(count(&up[5..7]), 5_000.0, 12_000.0));
        if needed { front.min(edge) } else { 0.0 }
    });
    let scenario = three().scenario();
    let now = now_of(&scenario, WITHOUT_PLANNED_WORK, &ids);
    // No reverse proxy publishes content to those outside.
    let unpublished = |row: &RowNow| {
        (row.held.key.workload, row.held.key.location) == (Workload::ConferenceContent, Location::Remote)
    };
    for row in &now.workloads {
        let wanted = match row.held.key.location {
            Location::Office => office,
            _ if unpublished(row) => [1.0; 3],
            _ => remote,
        };
        let measures = &row.held.measures;
        let lost = (measures.losses.outage.value + measures.losses.over_capacity.value) / 525_600.0;
        let found = [measures.unavailability_any.value, measures.unavailability_full.value, lost];
        for (found, wanted) in found.into_iter().zip(wanted) {
            assert!((found - wanted).abs() <= 1e-9 * wanted, "{:?}: {found:e}, {wanted:e}", row.held.key);
        }
    }
    // Now: two Front Ends carry 25,000 of 30,000, two Edge Servers 10,000 of 12,000.
    for (row, wanted) in now.workloads.iter().zip([15_000.0, 10_000.0].into_iter().cycle()) {
        same("served", row.users_served.value, if unpublished(row) { 0.0 } else { wanted });
    }
    same("served", now.headline.unwrap().users_served.value, 25_000.0);
}

/// Users of IM and presence served now.
fn served(plan: PlanBuilder, ids: &[&str]) -> f64 {
    now(plan, ids).headline.unwrap().users_served.value
}

#[test]
fn users_served_now_are_those_for_whom_there_is_room_on_what_is_left() {
    let all_edges = ["edge-1", "edge-2"];
    for (front_ends, ids, users) in [
        (4, &["pool-front-ends-1"][..], 30_000.0),
        (3, &["pool-front-ends-1"], 25_000.0),
        (4, &["pool-front-ends-1", "pool-front-ends-2", "pool-front-ends-3"], 12_500.0),
        (4, &["pool-front-ends"], 0.0),
        (4, &["pool"], 0.0),
        (4, &all_edges, 27_000.0),
        (4, &["pool-back-end-1"], 30_000.0),
        (4, &["pool-back-end-1", "pool-back-end-2"], 0.0),
        (4, &["pool-balancers-2", "pool-balancers-1"], 0.0),
        (4, &["pool-file-share"], 30_000.0),
        (4, &["edge-balancers"], 27_000.0),
        (4, &["headquarters"], 0.0),
        // Remote users have to pass both: 12,500 of 30,000, and each tenth of them is remote.
        (4, &["pool-front-ends-1", "pool-front-ends-2", "pool-front-ends-3", "edge"], 11_250.0),
    ] {
        same(&format!("{ids:?}"), served(pool(front_ends), ids), users);
    }
}

#[test]
fn a_load_shared_part_without_servers_is_the_plan_with_fewer() {
    // Apart from the cluster, which keeps its storage, what is left is a plan of its own.
    let plan = |front_ends: usize, edges: usize| {
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(front_ends).balancers(2).back_ends(2).file_share())
            .edge("edge", edges, "pool")
            .balancers("edge-balancers", 2, "edge")
            .users_with("users", 30_000, "pool", |users| users.remote_share = 0.3)
            .with("pool-front-ends", |part: &mut Component| {
                part.overrides.insert("common-cause-share".into(), 0.1);
                part.repair_crews = Some(2);
            })
    };
    let (hurt, left) = (plan(5, 3).scenario(), plan(3, 2).scenario());
    for options in [Options::default(), WITHOUT_PLANNED_WORK] {
        let now = now_of(&hurt, options, &["pool-front-ends-5", "pool-front-ends-4", "edge-3"]);
        let fewer = analyse(&left, &Catalog::bundled(), options).unwrap();
        for (held, row) in now.workloads.iter().zip(&fewer.workloads) {
            assert_eq!(held.held.key, row.key);
            alike(&held.held.measures, &row.measures);
        }
    }
}

#[test]
fn dead_servers_on_a_shared_computer_take_their_share_of_the_load_with_them() {
    let plan = || {
        pool(4).with("pool-front-ends", |front_ends| {
            for server in &mut front_ends.servers[..2] {
                server.computer = "one".into();
            }
        })
    };
    let now_down = now(plan(), &["pool-front-ends-2"]);
    same("served", now_down.headline.unwrap().users_served.value, 25_000.0);
    assert_eq!(now_down.loads[0].servers.len(), 2);
    let left = pool(2).scenario();
    let fewer = analyse(&left, &Catalog::bundled(), Options::default()).unwrap();
    for (held, row) in now_down.workloads.iter().zip(&fewer.workloads) {
        alike(&held.held.measures, &row.measures);
    }
}

#[test]
fn one_sentence_says_what_happens() {
    let with_chat = || {
        pool(4).chat("chat", 5, "pool", 1).users_with("writers", 10_000, "pool", |users: &mut Population| {
            users.group_chat_share = 1.0;
        })
    };
    let single = || PlanBuilder::new().standard_edition("home").users("users", 1_000, "home");
    let two_pools = || {
        let more = |plan: PlanBuilder, id: &str| {
            plan.pool(id, |pool| pool.front_ends(2).balancers(2).back_ends(1)).users(
                &format!("{id}-users"),
                10_000,
                id,
            )
        };
        more(more(PlanBuilder::new(), "east"), "west")
    };
    for (plan, ids, sentence) in [
        (
            pool(3),
            &["pool-front-ends-1"][..],
            "Front End 1 is down: 10,000 users reconnect to the two other Front Ends within 90 s, nobody is cut off; each \
             now carries 15,000 of 12,500; 5,000 users find no room.",
        ),
        (
            pool(2),
            &["pool-front-ends-1"],
            "Front End 1 is down: 12,500 users reconnect to the other Front End within 90 s, nobody is cut off; it now \
             carries 30,000 of 12,500; 12,500 more users find no room.",
        ),
        (
            pool(4),
            &["pool-front-ends"],
            "All four servers of “pool-front-ends” are down: all 30,000 users are cut off.",
        ),
        (pool(4), &["pool"], "All of “pool” is down: all 30,000 users are cut off."),
        (pool(4), &["headquarters"], "Headquarters is down: all 30,000 users are cut off."),
        (pool(4), &["edge"], "Both servers of “edge” are down: 3,000 remote users are cut off."),
        (
            pool(4),
            &["pool-back-end-1"],
            "Back-End database 1 is down: Back-End database 2 takes over, 30,000 users reconnect within 3 min 30 s, nobody \
             is cut off; Back-End database 2 now runs without a stand-by.",
        ),
        (
            pool(4),
            &["pool-back-end-2"],
            "Back-End database 2 is down: nobody notices; Back-End database 1 now runs without a stand-by.",
        ),
        (
            pool(4),
            &["pool-balancers-1"],
            "Load balancer 1 of “pool” is down: Load balancer 2 of “pool” takes over, 30,000 users reconnect within 100 s, \
             nobody is cut off; Load balancer 2 of “pool” now runs without a stand-by.",
        ),
        (
            pool(4),
            &["pool-file-share"],
            "Pool-file-share is down: nobody is cut off, conferences go on without slides, handouts and address book.",
        ),
        (
            pool(4),
            &["pool-front-ends-2", "edge-1"],
            "Front End 2 and Edge Server 1 are down: 8,625 users reconnect to the other servers within 90 s, nobody is cut \
             off; each Front End now carries 10,000 of 12,500, the other Edge Server now carries 3,000 of 5,000.",
        ),
        (
            with_chat(),
            &["chat-2"],
            "Group Chat server 2 is down: 2,000 users reconnect to the four other Group Chat servers within 90 s, nobody is \
             cut off; each now carries 2,500 of 2,000; 2,000 users find no room.",
        ),
        (with_chat(), &["chat-database"], "Chat-database is down: 10,000 users are without Group Chat."),
        (single(), &["home"], "Home is down: all 1,000 users are cut off."),
        (
            two_pools(),
            &["east-front-ends-2"],
            "Front End 2 of “east” is down: 5,000 users reconnect to the other Front End within 90 s, nobody is cut off; it \
             now carries 10,000 of 12,500.",
        ),
        (two_pools(), &["east"], "All of “east” is down: 10,000 users are cut off."),
        (
            PlanBuilder::new().standard_edition("home"),
            &["home"],
            "Home is down: the plan has no users who notice.",
        ),
        (
            PlanBuilder::new().standard_edition("home").users("users", 1, "home"),
            &["home"],
            "Home is down: 1 user is cut off.",
        ),
    ] {
        assert_eq!(now(plan, ids).sentence, sentence);
    }
}

#[test]
fn users_on_two_dead_servers_count_once() {
    // Of 3,000 remote users a quarter sat on the Front End and half on the Edge Server: 1 − 3/4 · 1/2 of them move.
    let now = now(pool(4), &["pool-front-ends-2", "edge-1"]);
    same("reconnecting", now.impact.users_reconnecting.value, 27_000.0 / 4.0 + 3_000.0 * 0.625);
}

#[test]
fn users_whose_way_in_is_gone_put_no_load_on_the_front_ends() {
    let loads = now(pool(4), &["edge", "pool-front-ends-4"]).loads;
    let [front_ends] = &loads[..] else { panic!("{loads:?}") };
    same("each", front_ends.users_each.value, 9_000.0);
    same("each before", front_ends.users_each_before.value, 7_500.0);
}

#[test]
fn meetings_break_off_with_a_standard_edition_server_and_go_on_with_a_pool() {
    let single = PlanBuilder::new().standard_edition("home").users("users", 1_000, "home");
    let gone = now(single, &["home"]);
    assert_eq!((gone.meetings_interrupted.len(), gone.meetings_resumed.len()), (2, 0));
    let said = |now: &Now, subject: Subject, words: &str| {
        let statements = now.account.statements();
        let said = statements.iter().find(|(of, fact)| *of == subject && fact.text.contains(words));
        let (_, fact) = said.unwrap_or_else(|| panic!("“{words}” is not said"));
        assert!(fact.source.url.as_ref().is_some_and(|url| url.starts_with("http")));
        fact.mark()
    };
    assert_eq!(said(&gone, Subject::Service, "restarts automatically"), Mark::Documented);
    assert_eq!(said(&gone, Subject::Meetings, "interrupted"), Mark::Documented);
    let moved = now(pool(4), &["pool-front-ends-1"]);
    assert_eq!((moved.meetings_interrupted.len(), moved.meetings_resumed.len()), (0, 4));
    assert_eq!(said(&moved, Subject::Meetings, "meetings live on"), Mark::Documented);
    assert_eq!(said(&moved, Subject::Meetings, "next release"), Mark::Assumed);
    let lost = now(pool(4), &["pool-back-end"]);
    assert_eq!(said(&lost, Subject::Operator, "by hand"), Mark::Documented);
    assert_eq!(said(&lost, Subject::Data, "simple recovery"), Mark::Documented);
    let unnoticed = now(pool(4), &["pool-back-end-2"]).account;
    assert!(unnoticed.interrupted.is_empty() && unnoticed.timing.is_empty(), "{unnoticed:?}");
}

#[test]
fn a_site_takes_its_own_power_and_all_of_its_servers() {
    let plan = pool(4).with_site(|site| {
        site.common_mode = Some(CommonMode { availability: 0.999, mean_down_time_hours: 4.0 });
    });
    let gone = now(plan, &["headquarters"]);
    assert!((gone.headline.unwrap().held.measures.unavailability_any.value - 1.0).abs() < 1e-15);
    // Five workloads in the office and outside, and content beside them.
    assert_eq!(gone.impact.workloads_down.len(), 10);
    let content = |key: &RowKey| key.workload == Workload::ConferenceContent;
    assert_eq!(gone.impact.workloads_degraded.iter().filter(|key| content(key)).count(), 1);
    assert_eq!(gone.impact.workloads_degraded.len(), 1);
}

#[test]
fn every_figure_of_the_moment_says_what_it_is_and_what_is_held_down() {
    let now = now(pool(4), &["pool-front-ends-1"]);
    for row in &now.workloads {
        assert_eq!((row.users_served.unit, row.users_served.mark), (Unit::Users, Mark::Derived));
        let measures = &row.held.measures;
        let losses = &measures.losses;
        let lost = [&losses.outage, &losses.over_capacity, &losses.reconnect, &losses.planned];
        let figures =
            [&measures.unavailability_any, &measures.unavailability_full, &measures.outages_per_year];
        for figure in figures.into_iter().chain(lost) {
            let Derivation::Computed { formula, .. } = &figure.derivation else { panic!("{}", figure.name) };
            assert!(formula.ends_with(", with Front End 1 held down"), "{formula}");
            let text = format!("{:?}", figure.derivation);
            assert!(
                text.contains("Unavailability of pool-front-ends with 1 of 4 servers held down"),
                "{text}"
            );
        }
        assert_eq!(measures.capacity_users.name, "Users carried with everything else up");
    }
}

/// A plan with everything in it, some of it twice, and two servers on one computer.
fn everything() -> Scenario {
    let wishes = |users: &mut Population| {
        users.remote_share = 0.3;
        users.group_chat_share = 0.5;
    };
    pool(3)
        .standard_edition("home")
        .edge("second", 2, "home")
        .chat("chat", 3, "home", 2)
        .reverse_proxy("proxy", "pool")
        .users_with("few", 4_000, "home", wishes)
        .with("second", |edge| edge.servers[0].computer = "one".into())
        .with("proxy", |proxy| proxy.servers[0].computer = "one".into())
        .scenario()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_dead_servers_never_serve_more_users(servers in proptest::collection::vec(0..23_usize, 1..6)) {
        let scenario = everything();
        let all: Vec<_> = scenario.servers().map(|(_, server)| server.id.to_string()).collect();
        let ids: Vec<&str> = servers.iter().map(|place| all[place % all.len()].as_str()).collect();
        let whole = analyse(&scenario, &Catalog::bundled(), WITHOUT_PLANNED_WORK).unwrap();
        let some = now_of(&scenario, WITHOUT_PLANNED_WORK, &ids[..1]);
        let more = now_of(&scenario, WITHOUT_PLANNED_WORK, &ids);
        prop_assert!(within(&whole, &some).is_ok(), "{:?}", within(&whole, &some));
        for (some, more) in some.workloads.iter().zip(&more.workloads) {
            prop_assert!(more.users_served.value <= some.users_served.value * (1.0 + 1e-12));
            let any = |row: &RowNow| row.held.measures.unavailability_any.value;
            prop_assert!(any(more) >= any(some) * (1.0 - 1e-12));
        }
    }

    #[test]
    fn the_death_of_one_server_is_the_failure_of_the_analysis(server in 0..23_usize) {
        let scenario = everything();
        let analysis = analyse(&scenario, &Catalog::bundled(), Options::default()).unwrap();
        let failure = &analysis.failures[server % analysis.failures.len()];
        let now = now_of(&scenario, Options::default(), &[failure.server.as_str()]);
        let (dies, killed) = (&failure.impact, &now.impact);
        prop_assert_eq!(&dies.workloads_down, &killed.workloads_down);
        prop_assert_eq!(&dies.workloads_degraded, &killed.workloads_degraded);
        for (dies, killed) in [
            (&dies.users_cut_off, &killed.users_cut_off),
            (&dies.users_over_capacity, &killed.users_over_capacity),
            (&dies.users_reconnecting, &killed.users_reconnecting),
            (&dies.reconnect_time, &killed.reconnect_time),
        ] {
            prop_assert_eq!(dies.value.to_bits(), killed.value.to_bits());
        }
        for load in &now.loads {
            prop_assert!(load.users_each.value.is_finite());
        }
    }
}

/// Whether no row is better off with servers down than without.
fn within(whole: &Analysis, hurt: &Now) -> Result<(), String> {
    for (row, hurt) in whole.workloads.iter().zip(&hurt.workloads) {
        let (before, after) = (&row.measures, &hurt.held.measures);
        if after.unavailability_any.value < before.unavailability_any.value * (1.0 - 1e-12) {
            return Err(format!("{:?}", row.key));
        }
        if row.key.workload == Workload::ImPresence
            && hurt.users_served.value > before.demand_users.value * (1.0 + 1e-12)
        {
            return Err(format!("{:?}: more than there are", row.key));
        }
    }
    Ok(())
}
