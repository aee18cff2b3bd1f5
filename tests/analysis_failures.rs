//! What the death of one server does at once, everything else being up, counted by hand.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{Analysis, Impact, Options, RowKey, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Population, validate_scenario};

fn analysed(plan: PlanBuilder) -> Analysis {
    let (catalog, scenario) = (Catalog::bundled(), plan.scenario());
    validate_scenario(&scenario, &catalog).unwrap();
    analyse(&scenario, &catalog, Options::default()).unwrap()
}

/// What the death of a server does.
fn dies<'a>(analysis: &'a Analysis, server: &str) -> &'a Impact {
    let failure = analysis.failures.iter().find(|failure| failure.server.as_str() == server);
    &failure.unwrap_or_else(|| panic!("no server {server}")).impact
}

/// Users cut off, over capacity, reconnecting, and seconds until they are connected again.
#[track_caller]
fn hits(analysis: &Analysis, server: &str, expected: [f64; 4]) {
    let impact = dies(analysis, server);
    let found = [
        impact.users_cut_off.value,
        impact.users_over_capacity.value,
        impact.users_reconnecting.value,
        impact.reconnect_time.value,
    ];
    let close = found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-6);
    assert!(close, "{server}: {found:?} instead of {expected:?}");
}

fn named(rows: &[RowKey]) -> Vec<String> {
    rows.iter().map(|key| format!("{} {}", key.workload.id(), key.users())).collect()
}

#[track_caller]
fn rows(analysis: &Analysis, server: &str, down: &[String], degraded: &[String]) {
    let impact = dies(analysis, server);
    assert_eq!(named(&impact.workloads_down), down, "{server}: down");
    assert_eq!(named(&impact.workloads_degraded), degraded, "{server}: degraded");
}

fn single_points(analysis: &Analysis) -> Vec<&str> {
    let points = analysis.components.iter().filter(|(_, figures)| figures.single_point_of_failure);
    points.map(|(id, _)| id.as_str()).collect()
}

/// The row of the users of the plans below at a location.
fn row(workload: &str, location: &str) -> String {
    format!("{workload} users/{location}")
}

/// Rows of what a consolidated pool holds on the same servers and loses at once.
fn at_home(location: &str) -> Vec<String> {
    let all = ["im-presence", "peer-to-peer", "conferencing", "av-conferencing", "application-sharing"];
    all.map(|workload| row(workload, location)).to_vec()
}

/// The row of slides, handouts and the address book, which nobody is cut off by.
fn content(location: &str) -> String {
    row("conference-content", location)
}

/// A pool with everything in pairs but its Front Ends.
fn pool(front_ends: usize) -> PlanBuilder {
    PlanBuilder::new().pool("pool", |pool| pool.front_ends(front_ends).balancers(2).back_ends(2).file_share())
}

#[test]
fn a_front_end_with_room_on_the_others_moves_its_share() {
    let analysis = analysed(pool(4).users("users", 30_000, "pool"));
    for server in ["pool-front-ends-1", "pool-front-ends-4"] {
        hits(&analysis, server, [0.0, 0.0, 7_500.0, 90.0]);
        rows(&analysis, server, &[], &[]);
    }
    assert_eq!(single_points(&analysis), [] as [&str; 0]);
}

#[test]
fn a_front_end_without_room_on_the_others_leaves_users_over() {
    let analysis = analysed(pool(3).users("users", 30_000, "pool"));
    // 10,000 users sat on it; all of them turn to the others, which carry 25,000 of 30,000.
    hits(&analysis, "pool-front-ends-1", [0.0, 5_000.0, 10_000.0, 90.0]);
    let mut degraded = at_home("office");
    degraded.insert(3, content("office"));
    rows(&analysis, "pool-front-ends-1", &[], &degraded);
}

#[test]
fn the_only_front_end_cuts_everybody_off() {
    let analysis = analysed(pool(1).users("users", 10_000, "pool"));
    hits(&analysis, "pool-front-ends-1", [10_000.0, 0.0, 0.0, 0.0]);
    rows(&analysis, "pool-front-ends-1", &at_home("office"), &[content("office")]);
    assert_eq!(single_points(&analysis), ["pool", "pool-front-ends"]);
}

#[test]
fn a_server_that_does_not_count_is_not_missed() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).back_ends(1))
        .users("users", 10_000, "pool");
    let analysis = analysed(plan);
    hits(&analysis, "pool-front-ends-1", [10_000.0, 0.0, 0.0, 0.0]);
    hits(&analysis, "pool-front-ends-2", [0.0; 4]);
}

#[test]
fn a_cluster_fails_over_and_its_waiting_node_is_not_missed() {
    let analysis = analysed(pool(4).users("users", 30_000, "pool"));
    hits(&analysis, "pool-back-end-1", [0.0, 0.0, 30_000.0, 120.0 + 90.0]);
    hits(&analysis, "pool-back-end-2", [0.0; 4]);
    hits(&analysis, "pool-balancers-1", [0.0, 0.0, 30_000.0, 10.0 + 90.0]);
    hits(&analysis, "pool-balancers-2", [0.0; 4]);
}

#[test]
fn a_failover_takes_as_long_as_the_plan_says() {
    let plan = pool(4).users("users", 30_000, "pool").with("pool-back-end", |back_end| {
        back_end.overrides.insert("sql-failover-time".into(), 300.0);
    });
    hits(&analysed(plan), "pool-back-end-1", [0.0, 0.0, 30_000.0, 300.0 + 90.0]);
}

#[test]
fn a_single_back_end_cuts_everybody_off() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(4).balancers(1).back_ends(1))
        .users("users", 30_000, "pool");
    let analysis = analysed(plan);
    for server in ["pool-back-end-1", "pool-balancers-1"] {
        hits(&analysis, server, [30_000.0, 0.0, 0.0, 0.0]);
        rows(&analysis, server, &at_home("office"), &[content("office")]);
    }
    assert_eq!(single_points(&analysis), ["pool", "pool-back-end", "pool-balancers"]);
}

#[test]
fn a_cluster_on_one_computer_cuts_everybody_off() {
    let plan = pool(4).users("users", 30_000, "pool").with("pool-back-end", |back_end| {
        for node in &mut back_end.servers {
            node.computer = "one".into();
        }
    });
    let analysis = analysed(plan);
    for server in ["pool-back-end-1", "pool-back-end-2"] {
        hits(&analysis, server, [30_000.0, 0.0, 0.0, 0.0]);
    }
}

#[test]
fn a_file_share_takes_content_and_nobody() {
    let plan = pool(4).users_with("users", 30_000, "pool", |users| users.remote_share = 0.1);
    let plan = plan.edge("edge", 1, "pool");
    let published = analysed(plan.clone().reverse_proxy("proxy", "pool"));
    hits(&published, "pool-file-share-1", [0.0; 4]);
    rows(&published, "pool-file-share-1", &[], &[content("office"), content("remote")]);
    // Without a reverse proxy those outside have no content to lose.
    let unpublished = analysed(plan);
    rows(&unpublished, "pool-file-share-1", &[], &[content("office")]);
}

#[test]
fn the_single_edge_cuts_remote_users_off() {
    let plan =
        pool(4).edge("edge", 1, "pool").users_with("users", 30_000, "pool", |users| users.remote_share = 0.1);
    let analysis = analysed(plan.reverse_proxy("proxy", "pool"));
    hits(&analysis, "edge-1", [3_000.0, 0.0, 0.0, 0.0]);
    rows(&analysis, "edge-1", &at_home("remote"), &[content("remote")]);
    assert_eq!(single_points(&analysis), ["edge"]);
}

#[test]
fn one_edge_of_an_array_moves_or_leaves_its_users() {
    let plan = |users: u32| {
        pool(4).edge("edge", 2, "pool").balancers("balancers", 2, "edge").users_with(
            "users",
            users,
            "pool",
            |users| users.remote_share = 0.2,
        )
    };
    // Two Edge Servers carry 10,000 remote users, one 5,000.
    hits(&analysed(plan(20_000)), "edge-1", [0.0, 0.0, 2_000.0, 90.0]);
    let crowded = analysed(plan(40_000));
    hits(&crowded, "edge-1", [0.0, 3_000.0, 4_000.0, 90.0]);
    rows(&crowded, "edge-1", &[], &at_home("remote"));
}

#[test]
fn a_reverse_proxy_takes_content_from_remote_conferences() {
    let plan = pool(4).edge("edge", 1, "pool").reverse_proxy("proxy", "pool").users_with(
        "users",
        30_000,
        "pool",
        |users| users.remote_share = 0.1,
    );
    let analysis = analysed(plan);
    hits(&analysis, "proxy-1", [0.0; 4]);
    rows(&analysis, "proxy-1", &[], &[content("remote")]);
}

fn chat(servers: usize) -> PlanBuilder {
    pool(4)
        .chat("chat", servers, "pool", 1)
        .users_with("users", 10_000, "pool", |users: &mut Population| users.group_chat_share = 1.0)
}

#[test]
fn a_chat_server_of_five_has_no_room_on_the_others() {
    let analysis = analysed(chat(5));
    // 2,000 users sat on it and turn to the others; four servers carry 8,000 of 10,000.
    hits(&analysis, "chat-1", [0.0, 2_000.0, 2_000.0, 90.0]);
    rows(&analysis, "chat-1", &[], &[row("group-chat", "office")]);
}

#[test]
fn a_sixth_chat_server_is_room_for_one_that_dies() {
    hits(&analysed(chat(6)), "chat-1", [0.0, 0.0, 10_000.0 / 6.0, 90.0]);
}

#[test]
fn the_chat_database_cuts_chat_off_and_nothing_else() {
    let analysis = analysed(chat(5));
    hits(&analysis, "chat-database-1", [10_000.0, 0.0, 0.0, 0.0]);
    rows(&analysis, "chat-database-1", &[row("group-chat", "office")], &[]);
}

#[test]
fn the_host_pool_of_group_chat_takes_it_along() {
    let plan = PlanBuilder::new()
        .standard_edition("home")
        .standard_edition("host")
        .chat("chat", 2, "host", 1)
        .users_with("users", 1_000, "home", |users| users.group_chat_share = 0.25);
    let analysis = analysed(plan);
    hits(&analysis, "host-1", [250.0, 0.0, 0.0, 0.0]);
    rows(&analysis, "host-1", &[row("group-chat", "office")], &[]);
    hits(&analysis, "home-1", [1_000.0, 0.0, 0.0, 0.0]);
}

#[test]
fn a_shared_computer_takes_all_of_its_servers() {
    let plan = PlanBuilder::new()
        .standard_edition("home")
        .edge("edge", 1, "home")
        .users_with("users", 1_000, "home", |users| users.remote_share = 0.1)
        .with("home", |home| home.servers[0].computer = "one".into())
        .with("edge", |edge| edge.servers[0].computer = "one".into());
    let analysis = analysed(plan);
    for server in ["home-1", "edge-1"] {
        hits(&analysis, server, [1_000.0, 0.0, 0.0, 0.0]);
    }
}

#[test]
fn front_ends_on_one_computer_move_their_users_together() {
    let plan = pool(4).users("users", 20_000, "pool").with("pool-front-ends", |front_ends| {
        for server in &mut front_ends.servers[..2] {
            server.computer = "one".into();
        }
    });
    let analysis = analysed(plan);
    hits(&analysis, "pool-front-ends-1", [0.0, 0.0, 10_000.0, 90.0]);
    hits(&analysis, "pool-front-ends-3", [0.0, 0.0, 5_000.0, 90.0]);
}

#[test]
fn a_computer_shared_with_another_role_moves_the_users_of_its_front_end() {
    let plan = pool(4)
        .edge("edge", 1, "pool")
        .users_with("users", 30_000, "pool", |users| users.remote_share = 0.1)
        .with("pool-front-ends", |front_ends| front_ends.servers[0].computer = "one".into())
        .with("edge", |edge| edge.servers[0].computer = "one".into());
    // All remote users are cut off; of the 27,000 in the office a quarter sat on the Front End.
    hits(&analysed(plan), "edge-1", [3_000.0, 0.0, 6_750.0, 90.0]);
}

#[test]
fn one_of_two_arrays_moves_the_users_it_carried() {
    let plan = pool(4).edge("first", 1, "pool").edge("second", 1, "pool").users_with(
        "users",
        20_000,
        "pool",
        |users| users.remote_share = 0.1,
    );
    hits(&analysed(plan), "first-1", [0.0, 0.0, 1_000.0, 90.0]);
}

#[test]
fn a_cluster_with_one_node_on_a_shared_computer_fails_as_its_figures_say() {
    let plan = |node: usize| {
        pool(4)
            .users("users", 30_000, "pool")
            .with("pool-back-end", |back_end| back_end.servers[node].computer = "one".into())
            .with("pool-file-share", |file_share| file_share.servers[0].computer = "one".into())
    };
    // The node on the shared computer does not count: the other one serves by itself.
    for (shared, counts, does_not) in
        [(1, "pool-back-end-1", "pool-back-end-2"), (0, "pool-back-end-2", "pool-back-end-1")]
    {
        let analysis = analysed(plan(shared));
        hits(&analysis, counts, [30_000.0, 0.0, 0.0, 0.0]);
        hits(&analysis, does_not, [0.0; 4]);
    }
}

#[test]
fn a_user_counts_once_by_the_worst_that_happens_to_him() {
    for template in TEMPLATES {
        let catalog = Catalog::bundled();
        let document = template.open(&catalog).unwrap();
        let scenario = &document.scenarios[0];
        let analysis = analyse(scenario, &catalog, Options::default()).unwrap();
        let users: f64 = scenario.populations.iter().map(|users| users.connected_users()).sum();
        assert_eq!(analysis.failures.len(), scenario.servers().count(), "{}", template.id);
        for failure in &analysis.failures {
            let impact = &failure.impact;
            let hit = impact.users_cut_off.value
                + impact.users_over_capacity.value
                + impact.users_reconnecting.value;
            assert!(hit <= users + 1e-6, "{}, {}: {hit} of {users}", template.id, failure.server);
        }
    }
}

#[test]
fn servers_are_numbered_and_components_of_one_name_told_apart_by_their_pool_or_array() {
    let entry_tier = TEMPLATES.iter().find(|template| template.id == "entry-tier").unwrap();
    let document = entry_tier.open(&Catalog::bundled()).unwrap();
    let analysis = analyse(&document.scenarios[0], &Catalog::bundled(), Options::default()).unwrap();
    let told = |server: &str| {
        let failure = analysis.failures.iter().find(|failure| failure.server.as_str() == server).unwrap();
        (failure.component_name.clone(), failure.number, failure.of)
    };
    assert_eq!(told("pool-balancer-2"), ("Load balancers of Enterprise pool".into(), 2, 2));
    assert_eq!(told("edge-balancer-1"), ("Load balancers of Edge array".into(), 1, 2));
    assert_eq!(told("front-end-3"), ("Front Ends".into(), 3, 4));
}

#[test]
fn a_clustered_file_share_fails_over_and_its_waiting_node_is_not_missed() {
    let plan = pool(4).users("users", 30_000, "pool").with("pool-file-share", |file_share| {
        let mut second = file_share.servers[0].clone();
        (second.id, second.computer) = ("pool-file-share-2".into(), "second".into());
        file_share.servers.push(second);
    });
    let analysis = analysed(plan);
    for node in ["pool-file-share-1", "pool-file-share-2"] {
        hits(&analysis, node, [0.0; 4]);
        rows(&analysis, node, &[], &[]);
    }
    assert!(!single_points(&analysis).contains(&"pool-file-share"));
}
