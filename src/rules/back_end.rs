//! The Back-End database of a pool.

mod items;

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::set_servers;
use super::rule::Rule;
use super::sources::HIGH_AVAILABILITY;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;

pub(super) use items::ITEMS;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "BE-SINGLE",
    title: "A single Back-End where high availability is wanted",
    severity: Severity::Warning,
    mark: Mark::Documented,
    reason: "All users of a pool depend on its Back-End. For greater redundancy the database can be clustered in an \
             active/passive configuration of several nodes.",
    source: HIGH_AVAILABILITY,
    check: single,
}];

fn single(drawing: &Drawing<'_>) -> Vec<Breach> {
    if !drawing.targets().high_availability_internal {
        return Vec::new();
    }
    let databases = drawing.with_function(Function::BackEnd).iter();
    databases
        .filter(|database| database.servers.len() == 1 && database.pool.is_some())
        .map(|database| {
            let text = format!("High availability is wanted, and “{}” is not clustered.", database.name);
            let edits = set_servers(drawing, database, 2);
            Breach::new(&[&database.id], text).fixed_by("Make it a cluster of two", edits)
        })
        .collect()
}
