//! Every item of the checklist is asked of a plan that it is about, and of no other; what is ticked stays so.

use std::collections::BTreeSet;

use super::cases::items::ITEMS;
use super::cases::two_pools;
use crate::catalog::Catalog;
use crate::plan::{Edit, Scenario, Tick};
use crate::rules::{Check, checklist, items, rule};

/// An item, with a plan that it is about and one that it has nothing to do with.
pub(in crate::rules::tests) struct ItemCase {
    pub item: &'static str,
    pub about: fn() -> Scenario,
    pub not: fn() -> Scenario,
}

fn asked(scenario: &Scenario) -> Vec<Check> {
    crate::plan::validate_scenario(scenario, &Catalog::bundled()).unwrap();
    checklist(scenario, &Catalog::bundled())
}

fn of(checks: &[Check], item: &str) -> Option<Check> {
    checks.iter().find(|check| check.item == item).cloned()
}

#[test]
fn every_item_is_asked_of_plans_that_it_is_about_and_of_no_others() {
    for ItemCase { item, about, not } in ITEMS.iter().copied().flatten() {
        let scenario = about();
        let check = of(&asked(&scenario), item);
        let check = check.unwrap_or_else(|| panic!("{item} is not asked"));
        assert_eq!(check.tick, None, "{item}");
        for node in &check.nodes {
            assert!(scenario.node(node).is_some(), "{item}: {node}");
        }
        assert_eq!(of(&asked(&not()), item), None, "{item} is asked of a plan that it is not about");
    }
    let covered: BTreeSet<&str> = ITEMS.iter().copied().flatten().map(|case| case.item).collect();
    assert_eq!(covered, items().map(|item| item.id).collect());
}

#[test]
fn what_is_ticked_stays_ticked_until_it_is_opened_again() {
    for ItemCase { item, about, .. } in ITEMS.iter().copied().flatten() {
        let mut scenario = about();
        for tick in [Some(Tick::Done), Some(Tick::NotApplicable), None] {
            let edit = Edit::Tick { item: (*item).into(), tick };
            scenario = scenario.edited(&Catalog::bundled(), &[edit]).unwrap();
            assert_eq!(of(&asked(&scenario), item).unwrap().tick, tick, "{item}");
        }
    }
}

#[test]
fn every_item_says_why_and_where_and_no_rule_has_its_name() {
    let mut ids = BTreeSet::new();
    for item in items() {
        assert!(ids.insert(item.id), "{} stands in the tables twice", item.id);
        assert!(item.statement.ends_with('.') && item.reason.ends_with('.'), "{}", item.id);
        assert!(item.source.url.starts_with("http"), "{}", item.id);
        assert!(rule(item.id).is_none(), "{} is a rule too", item.id);
    }
}

#[test]
fn as_many_addresses_are_asked_for_as_the_connected_users_of_each_pool_need() {
    let two = two_pools().users("few", 65_000, "pool").users("many", 65_001, "other");
    let idle = two.users_with("idle", 65_000, "pool", |users| users.connected_share = 0.0);
    let check = of(&asked(&idle.scenario()), "HLB-SNAT-IPS").unwrap();
    assert_eq!(
        check.detail.as_deref(),
        Some(
            "At 65,000 connections for each address: “pool” 1 address for 65,000 users, “other” 2 addresses for 65,001 users."
        )
    );
    let nobody = asked(&two_pools().scenario());
    let detail = of(&nobody, "HLB-SNAT-IPS").unwrap().detail.unwrap();
    assert!(detail.contains("“pool” 1 address for 0 users"), "{detail}");
    assert_eq!(of(&nobody, "HLB-ARMS").unwrap().detail, None);
}

#[test]
fn a_figure_of_the_plan_changes_how_many_addresses_are_asked_for() {
    let plan = two_pools().users("more", 1_001, "pool").adjusted(|plan| {
        plan.figures.insert("users-per-snat-address".into(), 500.0);
    });
    let detail = of(&asked(&plan.scenario()), "HLB-SNAT-IPS").unwrap().detail.unwrap();
    assert!(detail.contains("“pool” 3 addresses for 1,001 users"), "{detail}");
}
