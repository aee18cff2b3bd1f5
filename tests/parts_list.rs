//! Roles, computers, appliances, gateways and addresses are counted apart.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use availability_planner::catalog::Catalog;
use availability_planner::exchange::parts_list::{Group, PartsList};
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::Scenario;
use availability_planner::plan::build::PlanBuilder;

fn listed(scenario: &Scenario) -> PartsList {
    PartsList::of(scenario, &Catalog::bundled())
}

/// How many parts each group has, in the order of the groups.
fn totals(scenario: &Scenario) -> [usize; 9] {
    Group::ALL.map(|group| listed(scenario).total(group))
}

fn pool() -> PlanBuilder {
    PlanBuilder::new().pool("pool", |pool| pool.front_ends(4).balancers(2).back_ends(2).file_share())
}

#[test]
fn gateways_and_load_balancers_are_no_servers_and_addresses_no_machines() {
    let plan =
        pool().edge("edge", 2, "pool").balancers("edge-balancers", 2, "edge").mediation("voice", "pool");
    let plan = plan.shared("internet", "internet-link", 2, "edge").shared("core", "switch", 1, "edge");
    // 4 Front Ends, 2 nodes, a file share, 2 Edge Servers, a Mediation Server; two pairs of balancers and a switch.
    assert_eq!(totals(&plan.scenario()), [10, 10, 0, 1, 5, 1, 2, 2, 0]);
}

#[test]
fn roles_on_one_computer_are_two_roles_and_one_computer() {
    let plan = pool().archiving("archive", 1, "pool", 1).with("archive-database", |database| {
        database.servers.iter_mut().for_each(|server| server.computer = "archive-1-computer".into());
    });
    let list = listed(&plan.scenario());
    assert_eq!((list.total(Group::Roles), list.total(Group::Computers)), (9, 8));
    let both = list.of_group(Group::Computers).find(|entry| entry.what.contains('+')).unwrap();
    assert_eq!(both.what, "Computer of Archiving Server + Archiving database");
    assert_eq!(both.count, 1);
    assert_eq!(both.nodes, ["archive".into(), "archive-database".into()]);
}

#[test]
fn virtual_machines_are_counted_beside_the_computers_that_carry_them() {
    let plan = pool().with("pool-front-ends", |front| {
        front.virtualised = true;
        front.servers.iter_mut().for_each(|server| server.computer = "host".into());
    });
    let list = listed(&plan.scenario());
    assert_eq!(list.total(Group::VirtualMachines), 4);
    // Four Front Ends on one host, two nodes, a file share.
    assert_eq!(list.total(Group::Computers), 4);
}

#[test]
fn every_count_names_the_parts_that_it_counts() {
    for template in &TEMPLATES {
        let document = template.open(&Catalog::bundled()).unwrap();
        let scenario = document.scenarios.first().unwrap();
        let list = listed(scenario);
        let servers: usize = scenario.components.iter().map(|component| component.servers.len()).sum();
        let counted = [Group::Roles, Group::Appliances, Group::Gateways, Group::Lines, Group::Others];
        assert_eq!(counted.map(|group| list.total(group)).iter().sum::<usize>(), servers, "{}", template.id);
        for entry in &list.entries {
            assert!(!entry.nodes.is_empty(), "{}: {}", template.id, entry.what);
            assert!(entry.nodes.iter().all(|node| scenario.node(node).is_some()), "{}", template.id);
        }
        let rows = list.csv(scenario).lines().count();
        assert_eq!(rows, list.entries.len() + 1, "{}", template.id);
    }
}
