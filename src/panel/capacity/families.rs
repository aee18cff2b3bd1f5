//! The choice of a family of figures, with what each changes and why.

use super::part;
use super::words::said;
use crate::catalog::Catalog;
use crate::catalog::id::FigureId;
use crate::collected::Map;
use crate::panel::element::{Element, element};
use crate::panel::order::DEFAULT;
use crate::panel::parts::{details, order_button};
use crate::panel::{Asked, Figures};

const ABOUT: &str = "Nobody knows how often a server fails. A family answers it for the whole plan in one way throughout; values of the plan or of a component go before it.";
const DEFAULTS: &str = "The figures as the catalog has them.";

/// A button for each family, and the table of what they change.
pub(super) fn chooser(asked: &Asked<'_>, figures: &mut Figures) -> Element {
    let chosen = asked.scenario.family.as_deref().unwrap_or(DEFAULT);
    let choice = |id: &str, name: &str, about: &str| {
        let pressed = id == chosen;
        let words = if pressed { format!("✓ {name}") } else { name.to_owned() };
        let button = order_button(&format!("family/{id}"), &words, about);
        let pressed = if pressed { "true" } else { "false" };
        element("li").with(button.set("aria-pressed", pressed)).with(" ").with(about)
    };
    let families = asked.catalog.families();
    let choices = element("ul")
        .class("families")
        .with(choice(DEFAULT, "Default", DEFAULTS))
        .all(families.iter().map(|family| choice(&family.id, &family.name, &family.about)));
    let changes = table(asked.catalog, figures);
    part("family", "Family of figures", ABOUT).with(choices).with(details(
        "capacity.family",
        "What each changes, and why",
        changes,
    ))
}

/// Each figure that some family changes, with its value in all of them.
fn table(catalog: &Catalog, figures: &mut Figures) -> Element {
    let mut changed: Vec<&FigureId> = Vec::new();
    for value in catalog.families().iter().flat_map(|family| &family.values) {
        if !changed.contains(&&value.figure) {
            changed.push(&value.figure);
        }
    }
    let head = |class: &str, name: &str| element("th").set("scope", "col").class(class).with(name);
    let mut heads = element("tr").with(head("", "Figure")).with(head("number", "Default"));
    for family in catalog.families() {
        heads = heads.with(head("number", &family.name)).with(head("", "Why"));
    }
    let rows: Vec<Element> = changed.into_iter().map(|id| row(catalog, id, figures)).collect();
    element("table")
        .class("figures")
        .with(element("caption").class("hidden").with("What each family changes"))
        .with(element("thead").with(heads))
        .with(element("tbody").all(rows))
}

fn row(catalog: &Catalog, id: &FigureId, figures: &mut Figures) -> Element {
    let mut row = element("tr");
    let Some(default) = catalog.figure(id) else { return row };
    let value = figures.said_as(&format!("family.{id}"), &default, &said(&default));
    row = row
        .with(element("th").set("scope", "row").with(&default.name))
        .with(element("td").class("number").with(value));
    for family in catalog.families() {
        let value = family.values.iter().find(|value| value.figure == *id);
        row = match value.zip(catalog.with(Some(&family.id), &Map::new()).figure(id)) {
            None => row.with(element("td").class("number none").with("–")).with(element("td")),
            Some((value, figure)) => {
                let name = format!("family.{id}.{}", family.id);
                let shown = figures.said_as(&name, &figure, &said(&figure));
                row.with(element("td").class("number").with(shown))
                    .with(element("td").class("who").with(&value.reason))
            }
        };
    }
    row
}
