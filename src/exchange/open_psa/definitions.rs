//! Everything that a file defines.

use std::ops::Range;
use std::vec::IntoIter;

use roxmltree::Document;

use super::attributes;
use super::common_cause::{Group, Groups};
use super::error::Problem;
use super::expression::{self, Expressions};
use super::formula::{self, Formulas};
use super::scope::{Container, Containers, FILE, Names};
use super::xml::{Fault, Xml, at, fault, fault_at, parts, shortened, shown};

/// How deep components may stand in each other.
const COMPONENT_DEPTH: usize = 64;

/// A gate, a basic event or a house event.
#[derive(Debug)]
pub(super) struct Event {
    /// Its name; of a private one the path.
    pub name: String,
    pub at: usize,
    pub container: Container,
    /// The fault tree that it stands in, as a place in `Definitions::trees`.
    pub tree: Option<usize>,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// With the places of its formula's terms.
    Gate(Range<usize>),
    /// With the places of its expression's terms, if there is one.
    Basic(Option<Range<usize>>),
    House(bool),
    /// A basic event that is a common-cause group's member, with the group's place and its own place therein.
    Member(usize, usize),
}

impl Kind {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Gate(_) => "gate",
            Self::Basic(_) | Self::Member(..) => "basic event",
            Self::House(_) => "house event",
        }
    }
}

/// A parameter of expressions.
#[derive(Debug)]
pub(super) struct Parameter {
    pub name: String,
    pub container: Container,
    /// The places of its expression's terms.
    pub expression: Range<usize>,
}

/// Everything that a file defines.
#[derive(Debug, Default)]
pub(super) struct Definitions<'d> {
    pub containers: Containers,
    pub events: Vec<Event>,
    pub event_names: Names<'d>,
    pub parameters: Vec<Parameter>,
    pub parameter_names: Names<'d>,
    pub groups: Groups,
    pub formulas: Formulas<'d>,
    pub expressions: Expressions<'d>,
    /// The names of the fault trees.
    pub trees: Vec<&'d str>,
}

/// A container whose elements are being read.
struct Begun<'d> {
    node: Xml<'d>,
    container: Container,
    tree: Option<usize>,
    waiting: IntoIter<Xml<'d>>,
}

impl<'d> Definitions<'d> {
    /// Reads a document.
    pub fn read(document: &'d Document<'_>) -> Result<Self, Fault> {
        let root = document.root_element();
        if root.tag_name().name() != "opsa-mef" {
            return fault(root, Problem::WrongRoot { found: shown(root) });
        }
        attributes::only(root, &["name"])?;
        let mut read = Self::default();
        let mut begun =
            vec![Begun { node: root, container: FILE, tree: None, waiting: parts(root)?.into_iter() }];
        let mut members = Vec::new();
        while let Some(mut inner) = begun.pop() {
            let Some(node) = inner.waiting.next() else { continue };
            let (container, tree) = (inner.container, inner.tree);
            let within = inner.node;
            begun.push(inner);
            match (within.tag_name().name(), node.tag_name().name()) {
                ("opsa-mef", "define-fault-tree") => {
                    let tree = Some(read.trees.len());
                    read.trees.push(attributes::name(node)?);
                    begun.push(read.container(node, container, tree)?);
                }
                ("opsa-mef", "model-data") => {
                    attributes::only(node, &[])?;
                    begun.push(Begun { node, container, tree: None, waiting: parts(node)?.into_iter() });
                }
                ("define-fault-tree" | "define-component", "define-component") => {
                    if read.containers.depth(container) >= COMPONENT_DEPTH {
                        let (what, limit) = ("components stand too deep in each other", COMPONENT_DEPTH);
                        return fault(node, Problem::TooMuch { what, found: limit + 1, limit });
                    }
                    begun.push(read.container(node, container, tree)?);
                }
                ("define-fault-tree" | "define-component", "define-gate") => {
                    let formula = only_part(node)?;
                    let formula = read.formulas.read(formula, formula::head)?;
                    read.event(node, container, tree, Kind::Gate(formula))?;
                }
                ("define-fault-tree" | "define-component" | "model-data", "define-basic-event") => {
                    let expression = match parts(node)?[..] {
                        [] => None,
                        _ => Some(read.expressions.read(only_part(node)?, expression::head)?),
                    };
                    read.event(node, container, tree, Kind::Basic(expression))?;
                }
                ("define-fault-tree" | "define-component" | "model-data", "define-house-event") => {
                    let value = match parts(node)?[..] {
                        [] => false,
                        _ => house_value(only_part(node)?)?,
                    };
                    read.event(node, container, tree, Kind::House(value))?;
                }
                ("define-fault-tree" | "define-component" | "model-data", "define-parameter") => {
                    read.parameter(node, container)?;
                }
                ("opsa-mef" | "define-fault-tree" | "define-component", "define-CCF-group") => {
                    let group = Group::read(node, container, tree, &mut read.expressions)?;
                    members.push(group);
                }
                _ => return misplaced(within, node),
            }
        }
        for group in members {
            read.group(group)?;
        }
        Ok(read)
    }

    fn container(
        &mut self,
        node: Xml<'d>,
        within: Container,
        tree: Option<usize>,
    ) -> Result<Begun<'d>, Fault> {
        attributes::only(node, &["name", "role"])?;
        let private = self.is_private(node, within)?;
        let container = self.containers.add(within, attributes::name(node)?, private);
        Ok(Begun { node, container, tree, waiting: parts(node)?.into_iter() })
    }

    fn is_private(&self, node: Xml<'_>, within: Container) -> Result<bool, Fault> {
        match node.attribute("role") {
            None => Ok(self.containers.is_private(within)),
            Some("private") => Ok(true),
            Some("public") => Ok(false),
            Some(_) => attributes::bad(node, "role", "private or public"),
        }
    }

    fn event(
        &mut self,
        node: Xml<'d>,
        container: Container,
        tree: Option<usize>,
        kind: Kind,
    ) -> Result<(), Fault> {
        attributes::only(node, &["name", "role"])?;
        let private = self.is_private(node, container)?;
        self.add_event(node, attributes::name(node)?, container, tree, private, kind)
    }

    fn add_event(
        &mut self,
        node: Xml<'d>,
        name: &'d str,
        container: Container,
        tree: Option<usize>,
        private: bool,
        kind: Kind,
    ) -> Result<(), Fault> {
        let path = self.containers.path(container, name);
        if !self.event_names.add(&path, (!private).then_some(name), self.events.len()) {
            return fault(node, Problem::Duplicate { name: shortened(name) });
        }
        let name = if private { path } else { name.into() };
        self.events.push(Event { name, at: at(node), container, tree, kind });
        Ok(())
    }

    fn parameter(&mut self, node: Xml<'d>, container: Container) -> Result<(), Fault> {
        attributes::only(node, &["name", "role", "unit"])?;
        attributes::unit(node)?;
        let name = attributes::name(node)?;
        let path = self.containers.path(container, name);
        let public = (!self.is_private(node, container)?).then_some(name);
        if !self.parameter_names.add(&path, public, self.parameters.len()) {
            return fault(node, Problem::Duplicate { name: shortened(name) });
        }
        let expression = self.expressions.read(only_part(node)?, expression::head)?;
        self.parameters.push(Parameter { name: name.into(), container, expression });
        Ok(())
    }

    /// Makes a group's members basic events; they may be defined elsewhere too, without a probability of their own.
    fn group(&mut self, (group, members): (Group, Vec<Xml<'d>>)) -> Result<(), Fault> {
        let place = self.groups.len();
        for (number, member) in members.into_iter().enumerate() {
            let name = attributes::name(member)?;
            let kind = Kind::Member(place, number);
            let found = self.event_names.find(&self.containers, group.container, name);
            match found.and_then(|event| self.events.get_mut(event)) {
                None => {
                    let private = self.containers.is_private(group.container);
                    self.add_event(member, name, group.container, group.tree, private, kind)?;
                }
                Some(event) if event.kind == Kind::Basic(None) => event.kind = kind,
                Some(event) if event.kind.word() == kind.word() => {
                    return fault_at(event.at.max(at(member)), Problem::Duplicate { name: shortened(name) });
                }
                Some(event) => {
                    let (found, wanted) = (event.kind.word(), kind.word());
                    return fault(member, Problem::WrongKind { name: shortened(name), found, wanted });
                }
            }
        }
        self.groups.push(group);
        Ok(())
    }
}

/// The one element that a definition holds.
pub(super) fn only_part(node: Xml<'_>) -> Result<Xml<'_>, Fault> {
    let parts = parts(node)?;
    formula::check(node, parts.len(), 1, 1)?;
    Ok(parts.first().copied().unwrap_or(node))
}

fn house_value(node: Xml<'_>) -> Result<bool, Fault> {
    if node.tag_name().name() != "constant" {
        let (element, within) = (shown(node), "define-house-event".into());
        return fault(
            node,
            Problem::UnknownElement { element, within, expected: "<constant value=\"true\"/>" },
        );
    }
    attributes::only(node, &["value"])?;
    attributes::boolean(node, "value")
}

/// Refuses an element; if the format knows it, with what to do.
fn misplaced<T>(within: Xml<'_>, node: Xml<'_>) -> Result<T, Fault> {
    let element = shown(node);
    let remedy = match node.tag_name().name() {
        "include" => "put what it includes into this file",
        "define-substitution" => "write the substitution into the gates, or remove it",
        "define-alignment" | "define-phase" => "set house events to what holds in the phase, and remove it",
        "define-event-tree"
        | "define-initiating-event"
        | "define-initiating-event-group"
        | "define-sequence"
        | "define-consequence"
        | "define-consequence-group"
        | "define-functional-event"
        | "define-rule" => "fault trees are solved, not event trees; remove it",
        _ => {
            let expected = match within.tag_name().name() {
                "opsa-mef" => "define-fault-tree, define-CCF-group or model-data",
                "model-data" => "define-basic-event, define-house-event or define-parameter",
                _ => {
                    "define-gate, define-basic-event, define-house-event, define-parameter, define-component or define-CCF-group"
                }
            };
            return fault(node, Problem::UnknownElement { element, within: shown(within), expected });
        }
    };
    fault(node, Problem::Unsupported { element, remedy })
}
