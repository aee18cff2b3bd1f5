//! The order in which definitions can be worked out: each after those that it reads.

use super::definitions::{Definitions, Kind};
use super::error::Problem;
use super::formula::Wanted;
use super::terms::{Reference, Term};
use super::xml::{Fault, fault_at, shortened};
use crate::exchange::precedence::sorted;

/// Gates in order, and where their references lead.
#[derive(Debug)]
pub(super) struct Order {
    /// The gates' places among the events, each after the gates that it reads.
    pub gates: Vec<usize>,
    /// For each event whether a gate reads it.
    pub is_read: Vec<bool>,
    /// For each term of a formula that is a reference the event that it leads to.
    pub targets: Vec<usize>,
}

/// The order of all gates.
pub(super) fn of_gates(definitions: &Definitions<'_>) -> Result<Order, Fault> {
    let events = &definitions.events;
    let mut targets = vec![usize::MAX; definitions.formulas.len()];
    let mut is_read = vec![false; events.len()];
    let mut reads: Vec<Vec<usize>> = vec![Vec::new(); events.len()];
    for (event, reads) in events.iter().zip(&mut reads) {
        let Kind::Gate(formula) = &event.kind else { continue };
        for (place, term, at) in definitions.formulas.of(formula.clone()) {
            let Term::Reference(reference) = term else { continue };
            let found =
                definitions.event_names.find(&definitions.containers, event.container, reference.name);
            let target = checked(definitions, *reference, found, at)?;
            if let (Some(slot), Some(read)) = (targets.get_mut(place), is_read.get_mut(target)) {
                (*slot, *read) = (target, true);
            }
            reads.push(target);
        }
    }
    match sorted(&reads) {
        Ok(order) => {
            let is_gate =
                |place: &usize| events.get(*place).is_some_and(|event| matches!(event.kind, Kind::Gate(_)));
            Ok(Order { gates: order.into_iter().filter(is_gate).collect(), is_read, targets })
        }
        Err(cycle) => {
            let first = cycle.first().and_then(|place| events.get(*place)).map_or(0, |event| event.at);
            let names = cycle.iter().filter_map(|place| events.get(*place)).map(|event| event.name.clone());
            fault_at(first, Problem::Cycle { kind: "gates", names: names.collect() })
        }
    }
}

/// The event that a reference leads to, if it is one of the right kind.
fn checked(
    definitions: &Definitions<'_>,
    reference: Reference<'_, Wanted>,
    found: Option<usize>,
    at: usize,
) -> Result<usize, Fault> {
    let name = || shortened(reference.name);
    let wanted = match reference.wanted {
        Wanted::Any => "gate and no event",
        Wanted::Gate => "gate",
        Wanted::BasicEvent => "basic event",
        Wanted::HouseEvent => "house event",
    };
    let Some((place, event)) = found.and_then(|place| Some((place, definitions.events.get(place)?))) else {
        return fault_at(at, Problem::Undefined { kind: wanted, name: name() });
    };
    let found = event.kind.word();
    if reference.wanted == Wanted::Any || found == wanted {
        Ok(place)
    } else {
        fault_at(at, Problem::WrongKind { name: name(), found, wanted })
    }
}
