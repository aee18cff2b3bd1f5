//! What the worker writes of a plan as markup, for the tabs of the results that the page's program does not draw itself.
//!
//! To write a panel, fill its file: `write(&Asked, &mut Figures) -> Markup`. Its elements tell the page what they do:
//! `data-told` opens the derivation of a figure, `data-shows` selects a node, `data-order` asks for a change of the plan
//! (see [`order`]), and `data-key` names what keeps focus, selection and openness when the panel is written anew.

mod asked;
mod bill;
mod capacity;
mod checklist;
mod element;
mod failure;
mod figures;
mod findings;
mod kind;
mod measure;
pub mod order;
pub mod parts;
mod recovery;
pub mod table;
#[cfg(test)]
mod tests;
mod weight;
mod workloads;

use crate::exchange::number::Number;
use crate::json;

pub use asked::Asked;
pub use element::{Element, Markup, element, text};
pub use figures::Figures;
pub use kind::PanelKind;
pub use measure::Measure;
pub use order::Order;
pub use weight::{SEVERITIES, Weight};

/// A panel as the page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What it shows.
    pub kind: PanelKind,
    /// What stands in it, as markup.
    pub html: String,
    /// The figures in it whose derivation can be opened.
    pub figures: Vec<NamedNumber>,
}

json::fields!(Panel { kind, html, figures });

/// A figure of a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedNumber {
    /// Its name on the whole page, `PANEL.NAME`; it stays the same while what it is about stays in the plan.
    pub id: String,
    /// The figure.
    pub number: Number,
}

json::fields!(NamedNumber { id, number });

/// How many there are of what a panel lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The panel.
    pub kind: PanelKind,
    /// How many.
    pub count: u32,
}

json::fields!(Count { kind, count });

/// Writes a panel.
pub fn write(kind: PanelKind, asked: &Asked<'_>) -> Panel {
    let mut figures = Figures::of(kind);
    let markup = match kind {
        PanelKind::Findings => findings::write(asked),
        PanelKind::Checklist => checklist::write(asked),
        PanelKind::Workloads => workloads::write(asked),
        PanelKind::Failure => failure::write(asked, &mut figures),
        PanelKind::Capacity => capacity::write(asked, &mut figures),
        PanelKind::Bill => bill::write(asked),
        PanelKind::Recovery => recovery::write(asked),
    };
    Panel { kind, html: markup.into_html(), figures: figures.into_numbers() }
}

/// The numbers that stand in tabs beside their names, whether or not their panels are on the screen.
pub fn counts(asked: &Asked<'_>) -> Vec<Count> {
    let counted =
        [(PanelKind::Findings, asked.findings.len()), (PanelKind::Checklist, checklist::open(asked))];
    counted.map(|(kind, count)| Count { kind, count: u32::try_from(count).unwrap_or(u32::MAX) }).to_vec()
}
