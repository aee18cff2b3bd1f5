//! The Back-End database of a pool.

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::set_servers;
use super::item::Item;
use super::rule::Rule;
use super::sources::HIGH_AVAILABILITY;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::NodeId;

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

pub(super) const ITEMS: &[Item] = &[Item {
    id: "BE-INSTANCE-FOREIGN",
    statement: "Nothing but this product uses the SQL Server instance of the Back-End.",
    severity: Severity::Error,
    mark: Mark::Documented,
    reason: "A separate SQL Server instance is required that no other server application shares. A plan does not say what else \
             runs on its servers.",
    source: HIGH_AVAILABILITY,
    about: databases,
}];

/// The databases of all pools.
fn databases(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let all = drawing.with_function(Function::BackEnd).iter();
    all.filter(|database| database.pool.is_some()).map(|database| database.id.clone()).collect()
}

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
