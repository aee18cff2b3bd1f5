//! From definitions to a structure.

use rustc_hash::FxHashMap;

use super::FaultTree;
use super::common_cause;
use super::definitions::{Definitions, Kind};
use super::error::{OpenPsaError, Problem};
use super::formula::Connective;
use super::order::Order;
use super::terms::Term;
use super::values::Values;
use super::xml::{Fault, fault_at};
use crate::reliability::{Element, Gate, Structure};

/// The place of the top gate among the events.
pub(super) fn top(
    definitions: &Definitions<'_>,
    order: &Order,
    wanted: Option<&str>,
) -> Result<usize, OpenPsaError> {
    let events = &definitions.events;
    let roots = || {
        let all = events.iter().zip(&order.is_read).enumerate();
        all.filter(|(_, (event, is_read))| matches!(event.kind, Kind::Gate(_)) && !**is_read)
    };
    let names = || roots().map(|(_, (event, _))| event.name.clone()).collect();
    if let Some(wanted) = wanted {
        let found = definitions.event_names.find(&definitions.containers, super::scope::FILE, wanted);
        let is_gate =
            |place: &usize| events.get(*place).is_some_and(|event| matches!(event.kind, Kind::Gate(_)));
        if let Some(gate) = found.filter(is_gate) {
            return Ok(gate);
        }
        let tree = definitions.trees.iter().position(|tree| *tree == wanted);
        let mut of_tree = roots().filter(|(_, (event, _))| tree.is_some() && event.tree == tree);
        return match (of_tree.next(), of_tree.next()) {
            (Some((root, _)), None) => Ok(root),
            _ => Err(OpenPsaError::NoSuchTop { wanted: super::xml::shortened(wanted), known: names() }),
        };
    }
    let mut all = roots();
    match (all.next(), all.next()) {
        (None, _) => Err(OpenPsaError::NoGate),
        (Some((root, _)), None) => Ok(root),
        _ => Err(OpenPsaError::SeveralTops { names: names() }),
    }
}

/// The fault tree of a top gate.
pub(super) fn build(
    definitions: &Definitions<'_>,
    values: &Values,
    order: &Order,
    top: usize,
) -> Result<FaultTree, Fault> {
    let needed = needed(definitions, order, top);
    let mut build = Build {
        definitions,
        values,
        structure: Structure::new(),
        elements: Vec::new(),
        names: Vec::new(),
        made: vec![None; definitions.events.len()],
        groups: FxHashMap::default(),
    };
    let mut terms: Vec<Option<Gate>> = vec![None; definitions.formulas.len()];
    for place in order.gates.iter().copied().filter(|place| needed.get(*place) == Some(&true)) {
        let Some(Kind::Gate(formula)) = definitions.events.get(place).map(|event| &event.kind) else {
            continue;
        };
        let mut last = None;
        for (number, term, at) in definitions.formulas.of(formula.clone()) {
            let gate = match term {
                Term::Reference(_) => {
                    let target = order.targets.get(number).copied().unwrap_or(usize::MAX);
                    build.event(target, at)?
                }
                Term::Operation(connective, range) => {
                    let arguments = definitions.formulas.arguments(range).iter();
                    let of = arguments.filter_map(|place| terms.get(*place).copied().flatten()).collect();
                    connect(&mut build.structure, *connective, of)
                }
            };
            if let Some(slot) = terms.get_mut(number) {
                *slot = Some(gate);
            }
            last = Some(gate);
        }
        if let Some(slot) = build.made.get_mut(place) {
            *slot = last;
        }
    }
    let top_gate = match build.made.get(top).copied().flatten() {
        Some(gate) => gate,
        None => build.structure.constant(false),
    };
    let notes = notes(definitions, values, &needed);
    let top_name = definitions.events.get(top).map(|event| event.name.clone()).unwrap_or_default();
    let Build { structure, elements, names, .. } = build;
    Ok(FaultTree { structure, top: top_gate, elements, names, top_name, notes })
}

/// For each event whether the top gate depends on it.
fn needed(definitions: &Definitions<'_>, order: &Order, top: usize) -> Vec<bool> {
    let mut needed = vec![false; definitions.events.len()];
    if let Some(top) = needed.get_mut(top) {
        *top = true;
    }
    // Readers before what they read.
    for place in order.gates.iter().rev().copied() {
        let Some(Kind::Gate(formula)) = definitions.events.get(place).map(|event| &event.kind) else {
            continue;
        };
        if needed.get(place) != Some(&true) {
            continue;
        }
        for target in order.targets.get(formula.clone()).unwrap_or_default() {
            if let Some(mark) = needed.get_mut(*target) {
                *mark = true;
            }
        }
    }
    needed
}

/// A structure being built.
struct Build<'b, 'd> {
    definitions: &'b Definitions<'d>,
    values: &'b Values,
    structure: Structure,
    elements: Vec<Element>,
    names: Vec<String>,
    /// What has been made of each event.
    made: Vec<Option<Gate>>,
    /// The members' gates of common-cause groups.
    groups: FxHashMap<usize, Vec<Gate>>,
}

impl Build<'_, '_> {
    /// True where the event at that place happens; a gate has been made before.
    fn event(&mut self, place: usize, at: usize) -> Result<Gate, Fault> {
        if let Some(gate) = self.made.get(place).copied().flatten() {
            return Ok(gate);
        }
        let definitions = self.definitions;
        let Some(event) = definitions.events.get(place) else {
            return fault_at(at, Problem::Undefined { kind: "gate and no event", name: String::new() });
        };
        let gate = match event.kind {
            Kind::House(value) => self.structure.constant(value),
            Kind::Member(group, number) => {
                let members = self.members(group, at)?;
                members.get(number).copied().unwrap_or_else(|| self.structure.constant(false))
            }
            Kind::Basic(_) | Kind::Gate(_) => match self.values.probabilities.get(place).copied().flatten() {
                Some(probability) => self.happens(event.name.clone(), probability, at)?,
                None => return fault_at(event.at, Problem::NoProbability { name: event.name.clone() }),
            },
        };
        if let Some(slot) = self.made.get_mut(place) {
            *slot = Some(gate);
        }
        Ok(gate)
    }

    /// A new element.
    fn happens(&mut self, name: String, probability: f64, at: usize) -> Result<Gate, Fault> {
        let Ok(element) = Element::event(probability) else {
            let quantity = format!("the probability of “{name}”");
            return fault_at(
                at,
                Problem::OutOfRange { quantity, value: probability, expected: "from 0 to 1" },
            );
        };
        self.elements.push(element);
        self.names.push(name);
        let element = self.structure.element(2);
        Ok(self.structure.fails(element))
    }

    /// The gates of a common-cause group's members.
    fn members(&mut self, group: usize, at: usize) -> Result<Vec<Gate>, Fault> {
        if let Some(known) = self.groups.get(&group) {
            return Ok(known.clone());
        }
        let definitions = self.definitions;
        let Some(description) = definitions.groups.get(group) else { return Ok(Vec::new()) };
        let size = description.members.len();
        let mut of_members = vec![Vec::new(); size];
        for (level, probability) in self.values.groups.get(group).into_iter().flatten() {
            for set in common_cause::sets(size, *level) {
                let together: Vec<&str> = set
                    .iter()
                    .filter_map(|number| Some(description.members.get(*number)?.as_str()))
                    .collect();
                let gate = self.happens(format!("[{}]", together.join(" ")), *probability, at)?;
                for number in set {
                    of_members.get_mut(number).into_iter().for_each(|gates: &mut Vec<Gate>| gates.push(gate));
                }
            }
        }
        let gates: Vec<Gate> = of_members.into_iter().map(|gates| self.structure.or(gates)).collect();
        self.groups.insert(group, gates.clone());
        Ok(gates)
    }
}

fn connect(structure: &mut Structure, connective: Connective, of: Vec<Gate>) -> Gate {
    match connective {
        Connective::Constant(value) => structure.constant(value),
        Connective::And => structure.and(of),
        Connective::Or => structure.or(of),
        Connective::Xor => structure.xor(of),
        Connective::AtLeast(least) => structure.at_least(least, of),
        Connective::Nand => {
            let all = structure.and(of);
            structure.not(all)
        }
        // Of one argument, for `not`.
        Connective::Nor | Connective::Not => {
            let any = structure.or(of);
            structure.not(any)
        }
        Connective::Iff => {
            let (all, any) = (structure.and(of.iter().copied()), structure.or(of));
            let none = structure.not(any);
            structure.or([all, none])
        }
        Connective::Imply => match of[..] {
            [condition, consequence] => {
                let free = structure.not(condition);
                structure.or([free, consequence])
            }
            _ => structure.constant(true),
        },
        Connective::Cardinality(least, most) => {
            let (enough, too_many) = (
                structure.at_least(least, of.iter().copied()),
                structure.at_least(most.saturating_add(1), of),
            );
            let not_too_many = structure.not(too_many);
            structure.and([enough, not_too_many])
        }
    }
}

/// What a reader of the answer should know.
fn notes(definitions: &Definitions<'_>, values: &Values, needed: &[bool]) -> Vec<String> {
    let mut notes = Vec::new();
    if values.deviates > 0 {
        notes.push(format!("Random deviates stand for their means: {} of them.", values.deviates));
    }
    if let Some(hours) = values.mission_time_hours {
        notes.push(format!("Probabilities depend on the mission time, {hours} h."));
    }
    if !definitions.groups.is_empty() {
        let groups = definitions.groups.len();
        notes.push(format!(
            "Common-cause groups became independent events for sets of their members: {groups} of them."
        ));
    }
    let idle = |is_gate: bool| {
        let all = definitions.events.iter().zip(needed);
        all.filter(|(event, needed)| !**needed && matches!(event.kind, Kind::Gate(_)) == is_gate).count()
    };
    let (gates, events) = (idle(true), idle(false));
    if gates + events > 0 {
        notes.push(format!(
            "The top event does not depend on all of the file; left out are gates: {gates}, events: {events}."
        ));
    }
    notes
}
