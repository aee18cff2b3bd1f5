//! The Back-End database of a pool.

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::set_servers;
use super::rule::Rule;
use super::sources::HIGH_AVAILABILITY;
use super::words::names;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::Component;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "BE-SINGLE",
        title: "A single Back-End where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "All users of a pool depend on its Back-End. For greater redundancy the database can be clustered in an \
             active/passive configuration of several nodes.",
        source: HIGH_AVAILABILITY,
        check: single,
    },
    Rule {
        id: "BE-INSTANCE",
        title: "The Back-End's SQL Server instance is its own",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "A separate SQL Server instance is required that no other server application shares, and in a cluster \
                 a passive node that no other instance uses. A plan does not say what else runs on its servers.",
        source: HIGH_AVAILABILITY,
        check: instance,
    },
];

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

/// One reminder for all pools: the plan cannot tell, so it is to be checked once.
fn instance(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut databases: Vec<&Component> = Vec::new();
    let mut clustered = false;
    for database in drawing.with_function(Function::BackEnd) {
        if database.pool.is_some() {
            databases.push(database);
            clustered |= database.servers.len() > 1;
        }
    }
    if databases.is_empty() {
        return Vec::new();
    }
    let node = if clustered { " or its passive node" } else { "" };
    let text =
        format!("Check that nothing else uses the SQL Server instance of {}{node}.", names(&databases));
    vec![Breach::among(&databases, text)]
}
