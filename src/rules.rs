//! What is supported: one small predicate per documented rule, with severity, reason, source and, where there is a
//! mechanical one, a fix made of edits.
//!
//! A rule is an entry of a table; the tables stand in files by subject. To add one, write its predicate beside its
//! neighbours and list it in the file's `RULES`.

mod archiving;
mod back_end;
mod balancer;
mod branches;
mod breach;
mod capacity;
mod collocation;
mod compliance;
mod computers;
mod director;
mod drawing;
mod edge;
mod finding;
mod fix;
mod group_chat;
mod hardware;
mod homes;
mod idle;
mod item;
mod load_balancing;
mod monitoring;
mod names;
mod placed;
mod pool_and_edition;
mod rule;
mod sites;
mod sources;
mod stores;
mod virtualisation;
mod voice;
mod way_in;
mod web_access;
mod wishes;
mod words;

#[cfg(test)]
pub(crate) mod tests;

use crate::catalog::Catalog;
use crate::plan::Scenario;
use drawing::Drawing;
use item::Detail;

pub use finding::{Finding, Fix, Severity, Source};
pub use item::{Check, Item};
pub use rule::Rule;

/// The tables in the order in which findings of one severity are shown.
const TABLES: [&[Rule]; 17] = [
    pool_and_edition::RULES,
    load_balancing::RULES,
    back_end::RULES,
    collocation::RULES,
    virtualisation::RULES,
    edge::RULES,
    director::RULES,
    archiving::RULES,
    monitoring::RULES,
    group_chat::RULES,
    compliance::RULES,
    stores::RULES,
    web_access::RULES,
    voice::RULES,
    branches::RULES,
    sites::RULES,
    idle::RULES,
];

/// The tables of checklist items, in the order in which items of one severity are shown.
const ITEM_TABLES: [&[Item]; 13] = [
    pool_and_edition::ITEMS,
    load_balancing::ITEMS,
    back_end::ITEMS,
    edge::ITEMS,
    director::ITEMS,
    archiving::ITEMS,
    monitoring::ITEMS,
    group_chat::ITEMS,
    collocation::ITEMS,
    virtualisation::ITEMS,
    voice::ITEMS,
    sites::ITEMS,
    hardware::ITEMS,
];

/// Items of which more can be said of a plan than that they have to do with it.
const DETAILS: [(&str, Detail); 1] = [("HLB-SNAT-IPS", load_balancing::snat_addresses)];

/// All items of the checklist in the order of their tables.
pub fn items() -> impl Iterator<Item = &'static Item> {
    ITEM_TABLES.into_iter().flatten()
}

/// Everything that has to be looked at by hand because a plan does not hold it: the weightiest first, then by table.
pub fn checklist(scenario: &Scenario, catalog: &Catalog) -> Vec<Check> {
    let catalog = &*scenario.catalog(catalog);
    let drawing = Drawing::read(scenario, catalog);
    let mut checks: Vec<Check> = items().filter_map(|item| item.check(&drawing)).collect();
    for check in &mut checks {
        let detail = DETAILS.iter().find(|(item, _)| *item == check.item);
        check.detail = detail.and_then(|(_, worked_out)| worked_out(&drawing));
    }
    checks.sort_by_key(|check| check.severity);
    checks
}

/// All rules in the order of their tables.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    TABLES.into_iter().flatten()
}

/// The rule of that name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

/// Everything that the rules have to say of a plan: errors first, then by table, then in the plan's own order.
pub fn check(scenario: &Scenario, catalog: &Catalog) -> Vec<Finding> {
    let catalog = &*scenario.catalog(catalog);
    let drawing = Drawing::read(scenario, catalog);
    let mut findings: Vec<Finding> = Vec::new();
    for finding in rules().flat_map(|rule| rule.findings(&drawing)) {
        let place = findings.partition_point(|known| known.severity <= finding.severity);
        findings.insert(place, finding);
    }
    findings
}
