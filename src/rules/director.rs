//! Directors: servers that take remote users in and find their home.

mod pool;
mod route;
mod users;

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::item::Item;
use super::rule::Rule;
use super::sources::perimeter::{DIRECTOR, DIRECTOR_HOSTED};
use super::way_in::director_pools;
use super::words::count;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::NodeId;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "DIR-TYPE",
        title: "An array of Standard Edition servers as Director",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "In 2007 R2 a Director is one Standard Edition server or an Enterprise pool (dd425338). The 2007 edition \
                 also allowed an array of Standard Edition servers (bb964057), so a drawing of that time does not hold \
                 any more.",
        source: DIRECTOR,
        check: arrays,
    },
    Rule {
        id: "DIR-NO-USERS",
        title: "Users homed on a Director",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A Director passes users on to their home and is none itself. The sentence was read in the help of the \
                 hosted edition.",
        source: DIRECTOR_HOSTED,
        check: users::homed,
    },
    Rule {
        id: "DIR-SPOF",
        title: "A single Director behind several Edge Servers",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Whoever comes in by several Edge Servers still depends on the one Director behind them. An Enterprise \
                 pool can be the Director where one server is too few.",
        source: DIRECTOR,
        check: route::single,
    },
    Rule {
        id: "DIR-RECOMMENDED",
        title: "External access without a Director",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A Director between Edge Servers and homes is recommended and not required: it authenticates users from \
                 outside before they reach a server that others depend on.",
        source: DIRECTOR,
        check: route::without,
    },
];

pub(super) const ITEMS: &[Item] = &[Item {
    id: "DIR-INTERNAL",
    statement: "Every Director stands in the internal network, not in the perimeter network.",
    severity: Severity::Error,
    mark: Mark::Documented,
    reason: "A Director is a member of the domain and belongs behind the internal firewall. A plan does not say in which \
             network a server stands.",
    source: DIRECTOR,
    about: directors,
}];

fn directors(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let servers = drawing.with_function(Function::Director).iter().map(|director| director.id.clone());
    servers.chain(director_pools(drawing).map(|pool| pool.id.clone())).collect()
}

fn arrays(drawing: &Drawing<'_>) -> Vec<Breach> {
    let directors = drawing.with_function(Function::Director).iter();
    let arrays = directors.filter(|director| director.servers.len() > 1);
    arrays
        .map(|director| {
            let servers = director.servers.len();
            let text = format!(
                "“{}” is an array of {}, which the 2007 edition allowed and 2007 R2 does not.",
                director.name,
                count(servers, "Standard Edition server")
            );
            let edits = pool::in_place_of(drawing, director, servers);
            Breach::new(&[&director.id], text).fixed_by(pool::LABEL, edits)
        })
        .collect()
}
