//! The profile: what users do and what servers carry, each figure to be changed for the whole plan.

use std::rc::Rc;

use super::part;
use super::words::{said, source};
use crate::analysis::PROFILE;
use crate::catalog::figure::{Derivation, Figure};
use crate::catalog::{Catalog, FigureSpec};
use crate::decimal::entry;
use crate::panel::element::{Element, Markup, element};
use crate::panel::order::{DEFAULT, as_typed};
use crate::panel::parts::{mark, order_button, order_field};
use crate::panel::{Asked, Figures};

const ABOUT: &str = "A value typed here holds for the whole plan, and its reset brings the default back. What a component is given in its own panel goes before it.";

/// The groups of the profile, each with its figures.
pub(super) fn profile(asked: &Asked<'_>, figures: &mut Figures) -> Element {
    let effective = asked.scenario.catalog(asked.catalog);
    let mut table = element("table")
        .class("figures profile")
        .with(element("caption").class("hidden").with("Figures of the whole plan"));
    for (title, ids) in PROFILE {
        let head = element("th").set("scope", "rowgroup").set("colspan", "5").with(title);
        let specs = ids.iter().filter_map(|id| effective.figure_spec(&(*id).into()));
        let rows: Vec<Element> = specs.filter_map(|spec| row(&effective, spec, figures)).collect();
        table = table.with(element("tbody").with(element("tr").class("spread").with(head)).all(rows));
    }
    part("profile", "Profile", ABOUT).with(table)
}

fn row(effective: &Catalog, spec: &FigureSpec, figures: &mut Figures) -> Option<Element> {
    let figure = effective.figure(&spec.id)?;
    let (value, unit) = as_typed(figure.value, spec.unit);
    let field = order_field(&format!("figure/{}", spec.id), &spec.name, &entry(value));
    let row = element("tr")
        .set("data-row", spec.id.as_str())
        .with(element("th").set("scope", "row").with(&spec.name))
        .with(element("td").class("number").with(field))
        .with(element("td").class("none").with(unit))
        .with(element("td").with(mark(figure.mark)))
        .with(element("td").class("who").with(about(spec, &figure, figures)));
    Some(row)
}

/// The note and source of a figure, or what it replaces, with a button that brings that back.
fn about(spec: &FigureSpec, figure: &Figure, figures: &mut Figures) -> Markup {
    match &figure.derivation {
        Derivation::Entered { replaces: Some(old) } => replaced(spec, old, figures),
        Derivation::Catalog { source: read, note } => {
            Markup::from_iter([Markup::from(note), source(read).into()])
        }
        _ => Markup::default(),
    }
}

fn replaced(spec: &FigureSpec, old: &Rc<Figure>, figures: &mut Figures) -> Markup {
    let default = said(old);
    let shown = figures.said_as(&format!("profile.{}", spec.id), old, &default);
    let reset =
        order_button(&format!("figure/{}/{DEFAULT}", spec.id), &format!("Reset to {default}"), &spec.name);
    let words = format!(", {} ", old.mark.word());
    Markup::from_iter([Markup::from("in place of "), shown.into(), words.into(), reset.into()])
}
