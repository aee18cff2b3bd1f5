//! Attributes of elements.

use super::error::Problem;
use super::xml::{Fault, Xml, fault, shortened, shown};

/// Bytes that a name may have.
const NAME_BYTES: usize = 1_000;

/// Units that the format knows. They change no number: an expression says itself what it is worth.
const UNITS: [&str; 9] = ["bool", "int", "float", "hours", "hours-1", "years", "years-1", "fit", "demands"];

/// Refuses attributes with other names.
pub(super) fn only(node: Xml<'_>, known: &[&str]) -> Result<(), Fault> {
    match node.attributes().find(|attribute| !known.contains(&attribute.name())) {
        None => Ok(()),
        Some(other) => {
            let attribute = shortened(other.name());
            fault(node, Problem::UnknownAttribute { element: shown(node), attribute })
        }
    }
}

/// The value of an attribute that has to be there.
pub(super) fn required<'d>(node: Xml<'d>, attribute: &'static str) -> Result<&'d str, Fault> {
    match node.attribute(attribute) {
        Some(value) => Ok(value),
        None => fault(node, Problem::MissingAttribute { element: shown(node), attribute }),
    }
}

pub(super) fn bad<T>(node: Xml<'_>, attribute: &'static str, expected: &'static str) -> Result<T, Fault> {
    let found = shortened(node.attribute(attribute).unwrap_or_default());
    fault(node, Problem::BadValue { element: shown(node), attribute: attribute.into(), found, expected })
}

/// The name that an element defines or refers to.
pub(super) fn name(node: Xml<'_>) -> Result<&str, Fault> {
    let name = required(node, "name")?.trim();
    if name.is_empty() || name.len() > NAME_BYTES || name.contains(char::is_control) {
        return bad(node, "name", "a name of 1 to 1000 characters");
    }
    Ok(name)
}

/// A whole number, 0 or more.
pub(super) fn whole(node: Xml<'_>, attribute: &'static str) -> Result<usize, Fault> {
    match required(node, attribute)?.trim().parse() {
        Ok(number) => Ok(number),
        Err(_) => bad(node, attribute, "a whole number, 0 or more"),
    }
}

pub(super) fn boolean(node: Xml<'_>, attribute: &'static str) -> Result<bool, Fault> {
    match required(node, attribute)?.trim() {
        "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        _ => bad(node, attribute, "true or false"),
    }
}

/// A number.
pub(super) fn number(node: Xml<'_>, attribute: &'static str) -> Result<f64, Fault> {
    match required(node, attribute)?.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => bad(node, attribute, "a number"),
    }
}

/// A whole number with a sign.
pub(super) fn integer(node: Xml<'_>, attribute: &'static str) -> Result<f64, Fault> {
    match required(node, attribute)?.trim().parse::<i32>() {
        Ok(number) => Ok(number.into()),
        Err(_) => bad(node, attribute, "a whole number that 32 bits hold"),
    }
}

/// Refuses a unit that the format does not know.
pub(super) fn unit(node: Xml<'_>) -> Result<(), Fault> {
    match node.attribute("unit") {
        Some(unit) if !UNITS.contains(&unit.trim()) => {
            bad(node, "unit", "bool, int, float, hours, hours-1, years, years-1, fit or demands")
        }
        _ => Ok(()),
    }
}
