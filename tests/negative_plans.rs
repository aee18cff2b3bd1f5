//! Small plans with one mistake each: the rule against it is the only error.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::catalog::Catalog;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Component, Scenario, validate_scenario};
use availability_planner::rules::{Severity, check, checklist};

/// A pool that is supported as it stands.
fn pool() -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(2).file_share())
        .users("users", 10_000, "pool")
}

fn chat(servers: usize) -> PlanBuilder {
    pool()
        .chat("chat", servers, "pool", 1)
        .users_with("chatters", 1_000, "pool", |users| users.group_chat_share = 1.0)
}

/// Puts the first server of a component on that computer.
fn on(computer: &'static str) -> impl FnOnce(&mut Component) {
    move |component| component.servers[0].computer = computer.into()
}

/// Edge Servers behind a load-balancer pair, with users outside and a reverse proxy.
fn edges(servers: usize, next_hop: &str) -> PlanBuilder {
    pool()
        .edge("edge", servers, next_hop)
        .balancers("edge-balancers", 2, "edge")
        .reverse_proxy("proxy", "pool")
        .users_with("remote", 1_000, "pool", |users| users.remote_share = 1.0)
}

/// Two Directors, which are Standard Edition servers, behind a load-balancer pair.
fn director_array() -> PlanBuilder {
    edges(2, "director")
        .director("director", "pool")
        .with("director", |director| {
            let mut second = director.servers[0].clone();
            (second.id, second.computer) = ("second".into(), "second-computer".into());
            director.servers.push(second);
        })
        .balancers("director-balancers", 2, "director")
}

fn errors(scenario: &Scenario) -> Vec<(&'static str, String)> {
    let catalog = Catalog::bundled();
    validate_scenario(scenario, &catalog).unwrap();
    let findings = check(scenario, &catalog).into_iter();
    let errors = findings.filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| (finding.rule, finding.nodes[0].to_string())).collect()
}

#[test]
fn one_mistake_is_one_error() {
    let table: [(&str, &str, PlanBuilder); 6] = [
        (
            "HLB-REQ-POOL",
            "pool-front-ends",
            PlanBuilder::new()
                .pool("pool", |pool| pool.front_ends(2).back_ends(2).file_share())
                .users("users", 10_000, "pool"),
        ),
        ("BE-SEPARATE", "pool-back-end", pool().with("pool-back-end", on("pool-front-ends-1-computer"))),
        ("GC-DB-SEPARATE", "chat-database", chat(2).with("chat-database", on("chat-1-computer"))),
        ("DIR-TYPE", "director", director_array()),
        ("GC-MAX-SERVERS", "chat", chat(6)),
        (
            "GC-COMPLIANCE-SEP",
            "compliance",
            chat(2).compliance("compliance", 1, "chat").with("compliance", on("chat-1-computer")),
        ),
    ];
    for (rule, node, plan) in table {
        assert_eq!(errors(&plan.scenario()), [(rule, node.to_string())], "{rule}");
    }
}

#[test]
fn without_the_mistakes_there_is_no_error() {
    for plan in [pool(), chat(5), chat(2).compliance("compliance", 1, "chat"), edges(3, "pool")] {
        assert_eq!(errors(&plan.scenario()), []);
    }
}

/// A plan does not hold whether a firewall translates addresses. So it is asked for, weighing as an error, until somebody says that it
/// is not so; a single Edge Server may stand behind such a firewall.
#[test]
fn several_edge_servers_behind_a_firewall_that_translates_addresses_are_an_item_to_check() {
    let catalog = Catalog::bundled();
    let asked = |plan: PlanBuilder| {
        let checks = checklist(&plan.scenario(), &catalog).into_iter();
        let grave =
            checks.filter(|check| check.severity == Severity::Error && check.item.starts_with("EDGE-"));
        grave.map(|check| (check.item, check.nodes[0].to_string(), check.tick)).collect::<Vec<_>>()
    };
    assert_eq!(asked(edges(3, "pool")), [("EDGE-NAT-ARRAY", "edge".to_string(), None)]);
    assert_eq!(asked(edges(1, "pool")), []);
    assert_eq!(errors(&edges(3, "pool").scenario()), []);
}
