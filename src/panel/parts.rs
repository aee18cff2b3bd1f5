//! Parts that panels are made of.

use super::element::{Element, Markup, element};
use crate::catalog::figure::Mark;
use crate::plan::{NodeId, Scenario};
use crate::rules::Source;

/// What stands in a panel that has nothing to show yet.
pub fn empty(words: &str) -> Element {
    element("p").class("empty").with(words)
}

/// Why a panel cannot be written.
pub fn problem(words: &str) -> Element {
    element("p").class("empty bad").with("✕ ").with(words)
}

/// A paragraph.
pub fn paragraph(words: impl Into<Markup>) -> Element {
    element("p").with(words)
}

/// The heading of a part of a panel.
pub fn heading(words: &str) -> Element {
    element("h3").with(words)
}

/// Terms, each with what there is to say of it.
pub fn terms<M: Into<Markup>>(pairs: impl IntoIterator<Item = (String, M)>) -> Element {
    let pair = |(term, said): (String, M)| {
        element("div").with(element("dt").with(term)).with(element("dd").with(said))
    };
    element("dl").class("terms").all(pairs.into_iter().map(pair))
}

/// What opens when its head is clicked, and stays open when the panel is written anew.
pub fn details(key: &str, head: &str, inside: impl Into<Markup>) -> Element {
    element("details").set("data-key", key).with(element("summary").with(head)).with(inside)
}

/// How sure something is.
pub fn mark(mark: Mark) -> Element {
    let word = mark.word();
    element("span")
        .class(&format!("mark {word}"))
        .set("title", mark.meaning())
        .set("data-mark", word)
        .with(word)
}

/// How sure something is and where it was read.
pub fn source(how: Mark, source: Source) -> Element {
    let link = element("a")
        .set("href", source.url)
        .set("target", "_blank")
        .set("rel", "noopener noreferrer")
        .with(source.title);
    element("p").class("source").with(mark(how)).with(link)
}

/// A node by its name; a click selects it and shows it on the canvas. None where it is gone.
pub fn shows(scenario: &Scenario, id: &NodeId) -> Option<Element> {
    let name = scenario.distinct_name(id)?;
    Some(
        element("button")
            .set("type", "button")
            .class("reset")
            .set("data-shows", id.as_str())
            .set("aria-label", &format!("Show {name}"))
            .set("title", "Select it and show it on the canvas")
            .with(name),
    )
}

/// A button that asks for a change of the plan, see [`super::order`]; `about` says to those who hear it alone what it is about.
pub fn order_button(order: &str, words: &str, about: &str) -> Element {
    element("button")
        .set("type", "button")
        .class("button")
        .set("data-order", order)
        .set("data-key", order)
        .set("aria-label", &format!("{words}: {about}"))
        .with(words)
}

/// A field whose text is sent as the value of an order once it was changed.
pub fn order_field(order: &str, label: &str, value: &str) -> Element {
    element("input")
        .set("type", "text")
        .set("inputmode", "decimal")
        .class("order-field")
        .set("data-order", order)
        .set("data-key", order)
        .set("aria-label", label)
        .set("value", value)
}

/// A choice of which one is sent as the value of an order: values with their words.
pub fn order_choice(order: &str, label: &str, chosen: &str, choices: &[(&str, &str)]) -> Element {
    let choices = choices.iter().map(|(value, words)| {
        element("option").set("value", value).flag("selected", *value == chosen).with(*words)
    });
    element("select")
        .class("choice")
        .set("data-order", order)
        .set("data-key", order)
        .set("aria-label", label)
        .all(choices)
}
