//! Boolean formulas of gates.

use super::attributes;
use super::error::Problem;
use super::terms::{Head, Reference, Terms};
use super::xml::{Fault, Xml, fault, parts, shown};

/// What a formula does with its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Connective {
    Constant(bool),
    And,
    Or,
    Not,
    /// An odd number of them.
    Xor,
    /// All or none of them.
    Iff,
    Nand,
    Nor,
    /// Not the first, or the second.
    Imply,
    AtLeast(usize),
    /// From so many to so many.
    Cardinality(usize, usize),
}

/// What a reference is to lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Any,
    Gate,
    BasicEvent,
    HouseEvent,
}

pub(super) type Formulas<'d> = Terms<'d, Connective, Wanted>;

/// What an element of a formula stands for.
pub(super) fn head(node: Xml<'_>) -> Result<Head<'_, Connective, Wanted>, Fault> {
    let refers = |wanted| {
        attributes::only(node, &["name"])?;
        reference(node, wanted)
    };
    let connective = match node.tag_name().name() {
        "gate" => return refers(Wanted::Gate),
        "basic-event" => return refers(Wanted::BasicEvent),
        "house-event" => return refers(Wanted::HouseEvent),
        "event" => {
            attributes::only(node, &["name", "type"])?;
            let wanted = match node.attribute("type") {
                None => Wanted::Any,
                Some("gate") => Wanted::Gate,
                Some("basic-event") => Wanted::BasicEvent,
                Some("house-event") => Wanted::HouseEvent,
                Some(_) => return attributes::bad(node, "type", "gate, basic-event or house-event"),
            };
            return reference(node, wanted);
        }
        "constant" => Connective::Constant(attributes::boolean(node, "value")?),
        "and" => Connective::And,
        "or" => Connective::Or,
        "not" => Connective::Not,
        "xor" => Connective::Xor,
        "iff" => Connective::Iff,
        "nand" => Connective::Nand,
        "nor" => Connective::Nor,
        "imply" => Connective::Imply,
        "atleast" => Connective::AtLeast(attributes::whole(node, "min")?),
        "cardinality" => {
            Connective::Cardinality(attributes::whole(node, "min")?, attributes::whole(node, "max")?)
        }
        _ => {
            let within = node.parent().map(shown).unwrap_or_default();
            let expected = "a reference (gate, basic-event, house-event, event), a constant, and, or, not, xor, iff, nand, \
                            nor, imply, atleast or cardinality";
            return fault(node, Problem::UnknownElement { element: shown(node), within, expected });
        }
    };
    let known: &[&str] = match connective {
        Connective::Constant(_) => &["value"],
        Connective::AtLeast(_) => &["min"],
        Connective::Cardinality(..) => &["min", "max"],
        _ => &[],
    };
    attributes::only(node, known)?;
    let arguments = parts(node)?;
    check_count(node, connective, arguments.len())?;
    Ok(Head::Operation(connective, arguments))
}

fn reference(node: Xml<'_>, wanted: Wanted) -> Result<Head<'_, Connective, Wanted>, Fault> {
    check(node, parts(node)?.len(), 0, 0)?;
    Ok(Head::Reference(Reference { name: attributes::name(node)?, wanted }))
}

fn check_count(node: Xml<'_>, connective: Connective, found: usize) -> Result<(), Fault> {
    let (least, most) = match connective {
        Connective::Constant(_) => (0, 0),
        Connective::Not => (1, 1),
        Connective::Imply => (2, 2),
        Connective::Xor | Connective::Iff => (2, usize::MAX),
        Connective::And | Connective::Or | Connective::Nand | Connective::Nor => (1, usize::MAX),
        Connective::AtLeast(min) | Connective::Cardinality(min, _) => (min.max(1), usize::MAX),
    };
    if let Connective::Cardinality(min, max) = connective
        && !(min..=found).contains(&max)
    {
        return attributes::bad(node, "max", "at least min and at most the number of arguments");
    }
    check(node, found, least, most)
}

/// Refuses a number of arguments outside of a range.
pub(super) fn check(node: Xml<'_>, found: usize, least: usize, most: usize) -> Result<(), Fault> {
    if (least..=most).contains(&found) {
        return Ok(());
    }
    let expected = match (least, most) {
        (least, most) if least == most => least.to_string(),
        (least, usize::MAX) => format!("{least} or more"),
        (least, most) => format!("{least} to {most}"),
    };
    fault(node, Problem::WrongCount { element: shown(node), found, expected })
}
