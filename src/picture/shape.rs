//! The shapes that a picture is made of.

use super::outline;
use crate::decimal::{fixed, plain};
use crate::panel::{Element, element};

/// A number as an attribute: no more than hundredths of a unit are to be seen.
pub(super) fn number(number: f64) -> String {
    let said = fixed(number, 2);
    let said = if said.contains('.') { said.trim_end_matches('0').trim_end_matches('.') } else { &said };
    if said == "-0" { "0".into() } else { said.into() }
}

/// Words without what XML does not bear.
pub(super) fn sound(words: &str) -> String {
    let is_sound = |letter: char| {
        matches!(letter, '\t' | '\n' | '\r') || letter >= ' ' && !matches!(letter, '\u{FFFE}' | '\u{FFFF}')
    };
    words.chars().map(|letter| if is_sound(letter) { letter } else { '\u{FFFD}' }).collect()
}

/// A group moved to a place.
pub(super) fn group(x: f64, y: f64) -> Element {
    element("g").set("transform", &format!("translate({} {})", number(x), number(y)))
}

/// A rectangle.
pub(super) fn rect((x, y): (f64, f64), (width, height): (f64, f64), radius: f64) -> Element {
    element("rect")
        .set("x", &number(x))
        .set("y", &number(y))
        .set("width", &number(width))
        .set("height", &number(height))
        .set_some("rx", Some(plain(radius).as_str()).filter(|_| radius > 0.0))
}

/// A path that is drawn and not filled.
pub(super) fn stroke(path: &str, colour: &str, width: f64) -> Element {
    element("path")
        .set("d", path)
        .set("fill", "none")
        .set("stroke", colour)
        .set("stroke-width", &plain(width))
        .set("stroke-linecap", "round")
        .set("stroke-linejoin", "round")
}

/// Words beginning there.
pub(super) fn words(x: f64, y: f64, words: &str) -> Element {
    element("text").set("x", &number(x)).set("y", &number(y)).with(sound(words))
}

/// Words in a size and a colour; heavier where they are a name.
pub(super) fn said(x: f64, y: f64, (size, colour): (f64, &str), bold: bool, said: &str) -> Element {
    let element = words(x, y, said).set("font-size", &plain(size)).set("fill", colour);
    if bold { element.set("font-weight", "600") } else { element }
}

/// Words that end there.
pub(super) fn to_the_left(element: Element) -> Element {
    element.set("text-anchor", "end")
}

/// Words around the middle of that place.
pub(super) fn around(element: Element) -> Element {
    element.set("text-anchor", "middle")
}

/// An icon of 20 units.
pub(super) fn icon(name: &str, x: f64, y: f64, colour: &str) -> Element {
    stroke(outline(name), colour, 1.5)
        .set("transform", &format!("translate({} {}) scale(.8333)", number(x), number(y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, said) in [(1.0, "1"), (-0.001, "0"), (12.345, "12.35"), (100.0, "100"), (-2.5, "-2.5")] {
            assert_eq!(number(value), said);
        }
    }

    #[test]
    fn what_xml_does_not_bear_is_replaced() {
        assert_eq!(sound("a\u{0}b\tc\u{FFFF}d<"), "a\u{FFFD}b\tc\u{FFFD}d<");
    }
}
