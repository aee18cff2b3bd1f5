//! Lines between sites that are cut, and sites that are lost to users whose home stands elsewhere.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{
    Casualty, FailureSet, Location, Now, Options, RowNow, analyse, under_failure,
};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::workload::Workload;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Population, Scenario, WanLink, validate_scenario};

fn line() -> Casualty {
    Casualty::Line("headquarters".into(), "branch".into())
}

fn now(scenario: &Scenario, casualties: &[Casualty]) -> Now {
    let catalog = Catalog::bundled();
    validate_scenario(scenario, &catalog).unwrap();
    let mut down = FailureSet::default();
    for casualty in casualties {
        assert!(casualty.exists(scenario), "{casualty:?}");
        down.kill(scenario, casualty);
    }
    under_failure(scenario, &catalog, Options::default(), &down).unwrap()
}

/// One more site with a line to it.
fn with_a_line_to(plan: PlanBuilder, site: &str) -> PlanBuilder {
    plan.site_called(site).with_site(|first| {
        first.wan_links.push(WanLink { to: site.into(), availability: 0.999, mean_down_time_hours: 4.0 });
    })
}

/// Users at both sites, all homed at the first.
fn branch_users() -> Scenario {
    let plan =
        PlanBuilder::new().standard_edition("home").edge("edge", 1, "home").users("near", 1_000, "home");
    let plan = with_a_line_to(plan, "branch").users_with("far", 500, "home", |users| {
        users.site = Some("branch".into());
        users.remote_share = 0.2;
    });
    plan.scenario()
}

/// The row of instant messages of a population at a location.
fn messages<'a>(now: &'a Now, population: &str, location: Location) -> &'a RowNow {
    let is_meant = |row: &&RowNow| {
        let key = &row.held.key;
        (key.workload, key.location) == (Workload::ImPresence, location)
            && key.population.as_str() == population
    };
    now.workloads.iter().find(is_meant).unwrap()
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * (1.0 + expected), "{found} instead of {expected}");
}

#[test]
fn users_at_a_branch_are_cut_off_with_the_line_and_nobody_else() {
    let scenario = branch_users();
    let cut = now(&scenario, &[line()]);
    assert_eq!(cut.sentence, "The line between Headquarters and branch is down: 400 users are cut off.");
    close(cut.impact.users_cut_off.value, 400.0);
    let plan = analyse(&scenario, &Catalog::bundled(), Options::default()).unwrap();
    for (row, whole) in cut.workloads.iter().zip(&plan.workloads) {
        let is_cut = row.held.key.location == Location::Branch;
        let (found, own) = (&row.held.measures.unavailability_any, &whole.measures.unavailability_any);
        // While the line stays down the branch is never served; what others have does not change.
        close(found.value, if is_cut { 1.0 } else { own.value });
    }
    close(messages(&cut, "far", Location::Remote).users_served.value, 100.0);
    close(cut.headline.unwrap().users_served.value, 1_100.0);
}

#[test]
fn a_site_that_is_lost_takes_the_users_who_sit_there_wherever_their_home_stands() {
    let lost = now(&branch_users(), &[Casualty::Site("branch".into())]);
    close(lost.impact.users_cut_off.value, 400.0);
    let far = messages(&lost, "far", Location::Branch);
    close(far.users_served.value, 0.0);
    close(far.held.measures.unavailability_any.value, 1.0);
    let near = messages(&lost, "near", Location::Office);
    assert!(near.held.measures.unavailability_any.value < 0.01);
}

#[test]
fn a_pool_dies_with_the_line_to_its_database() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(2))
        .users("users", 10_000, "pool");
    let scenario = with_a_line_to(plan, "branch").at_site("branch", &["pool-back-end"]).scenario();
    let cut = now(&scenario, &[line()]);
    close(cut.impact.users_cut_off.value, 10_000.0);
    close(cut.headline.unwrap().held.measures.unavailability_any.value, 1.0);
}

#[test]
fn users_whose_edge_servers_lie_beyond_the_line_turn_to_the_others() {
    let plan = PlanBuilder::new()
        .standard_edition("home")
        .edge("here", 1, "home")
        .edge("there", 1, "home")
        .users_with("users", 5_000, "home", |users| users.remote_share = 0.4);
    let scenario = with_a_line_to(plan, "branch").at_site("branch", &["there"]).scenario();
    let cut = now(&scenario, &[line()]);
    close(cut.impact.users_cut_off.value, 0.0);
    close(cut.impact.users_reconnecting.value, 1_000.0);
    close(messages(&cut, "users", Location::Remote).users_reconnecting.value, 1_000.0);
    close(messages(&cut, "users", Location::Office).users_reconnecting.value, 0.0);
    let each = |id: &str| {
        let load = cut.loads.iter().find(|load| load.component.as_str() == id).unwrap();
        load.users_each.value
    };
    close(each("here"), 2_000.0);
    close(each("there"), 0.0);
}

#[test]
fn users_who_come_in_through_another_home_need_the_line_from_it_to_their_own() {
    let remote = |users: &mut Population| users.remote_share = 0.5;
    let plan = PlanBuilder::new()
        .standard_edition("lets-in")
        .edge("edge", 1, "lets-in")
        .standard_edition("a-far")
        .standard_edition("near")
        .standard_edition("z-far")
        .users_with("a-far-users", 100, "a-far", remote)
        .users_with("near-users", 200, "near", remote)
        .users_with("z-far-users", 400, "z-far", remote);
    let scenario = with_a_line_to(plan, "branch").at_site("branch", &["a-far", "z-far"]).scenario();
    let cut = now(&scenario, &[line()]);
    close(cut.impact.users_cut_off.value, 250.0);
    for (users, served) in [("a-far-users", 0.0), ("near-users", 100.0), ("z-far-users", 0.0)] {
        let remote = messages(&cut, users, Location::Remote);
        close(remote.users_served.value, served);
        let never = served == 0.0;
        assert_eq!(remote.held.measures.unavailability_any.value >= 1.0, never, "{users}");
    }
}

#[test]
fn users_of_chat_need_the_line_from_its_host_to_their_home_unless_that_is_the_host() {
    let chats = |users: &mut Population| users.group_chat_share = 1.0;
    let plan = PlanBuilder::new()
        .standard_edition("host")
        .chat("chat", 1, "host", 1)
        .standard_edition("a-far")
        .standard_edition("near")
        .users_with("a-far-users", 100, "a-far", chats)
        .users_with("host-users", 200, "host", chats)
        .users_with("near-users", 400, "near", chats);
    let scenario = with_a_line_to(plan, "branch").at_site("branch", &["a-far"]).scenario();
    let cut = now(&scenario, &[line()]);
    for (users, served) in [("a-far-users", 0.0), ("host-users", 200.0), ("near-users", 400.0)] {
        let is_meant = |row: &&RowNow| {
            row.held.key.workload == Workload::GroupChat && row.held.key.population.as_str() == users
        };
        let row = cut.workloads.iter().find(is_meant).unwrap();
        close(row.users_served.value, served);
        assert_eq!(row.held.measures.unavailability_any.value >= 1.0, served == 0.0, "{users}");
    }
}

#[test]
fn lines_and_servers_are_counted_apart_where_there_are_many() {
    let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(4).balancers(2).back_ends(2));
    let scenario =
        (1..=4).fold(plan, |plan, number| with_a_line_to(plan, &format!("site-{number}"))).scenario();
    let to = |number: u32| Casualty::Line("headquarters".into(), format!("site-{number}").as_str().into());
    let front_end = |place: usize| Casualty::server(&scenario, &"pool-front-ends".into(), place).unwrap();
    let catalog = Catalog::bundled();
    for (casualties, name) in [
        (
            vec![to(1), to(2)],
            "the line between Headquarters and site-1 and the line between Headquarters and site-2",
        ),
        (vec![to(1), to(2), to(3), to(4)], "4 lines"),
        (vec![to(1), to(2), to(3), front_end(0)], "1 server and 3 lines"),
        (vec![to(1), to(2), front_end(0), front_end(1)], "2 servers and 2 lines"),
    ] {
        let mut down = FailureSet::default();
        for casualty in &casualties {
            down.kill(&scenario, casualty);
        }
        assert_eq!(down.name(&scenario, &catalog), name);
    }
}
