//! Figures in a panel: each a button that opens its derivation.

use std::rc::Rc;

use super::element::{Element, element};
use super::{NamedNumber, PanelKind};
use crate::catalog::figure::Figure;
use crate::chart::figure::{exact, figure as said};
use crate::decimal::with_exponent;
use crate::exchange::number::Number;

/// Collects the figures of a panel while it is written.
#[derive(Debug)]
pub struct Figures {
    kind: PanelKind,
    numbers: Vec<NamedNumber>,
}

impl Figures {
    /// Those of a panel that is about to be written.
    pub fn of(kind: PanelKind) -> Self {
        Self { kind, numbers: Vec::new() }
    }

    /// A figure with its unit. The name is one of its own within the panel that stays the same when the plan changes, such as
    /// `NODE.load`: an open derivation finds its figure by it.
    pub fn said(&mut self, name: &str, figure: &Rc<Figure>) -> Element {
        self.said_as(name, figure, &said(figure))
    }

    /// A figure in other words.
    pub fn said_as(&mut self, name: &str, figure: &Rc<Figure>, words: &str) -> Element {
        let id = format!("{}.{name}", self.kind.id());
        let button = button(&id, "", figure, words).set("data-key", &id);
        self.numbers.push(NamedNumber { id, number: Number::from(figure) });
        button
    }

    /// The figures that were said.
    pub fn into_numbers(self) -> Vec<NamedNumber> {
        self.numbers
    }
}

/// The button of a figure; `row` names the row of the table of workloads, for a figure that the page knows itself.
pub(super) fn button(id: &str, row: &str, figure: &Figure, words: &str) -> Element {
    element("button")
        .set("type", "button")
        .class("figure")
        .set("data-figure", id)
        .set("data-told", row)
        .set("data-value", &with_exponent(figure.value))
        .set("title", &format!("{}\nClick to see where it comes from", exact(figure)))
        .with(words)
}
