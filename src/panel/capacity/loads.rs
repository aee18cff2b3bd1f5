//! Loads that have no limit to be compared with.

use super::words::said;
use crate::analysis::{LoadRow, Section};
use crate::panel::Figures;
use crate::panel::element::{Element, element};

/// A table of loads.
pub(super) fn table(section: &Section, figures: &mut Figures) -> Option<Element> {
    let first = section.loads.first()?;
    let head = |class: &str, name: &str| element("th").set("scope", "col").class(class).with(name);
    let heads = first.figures.iter().map(|(name, _)| head("number", name));
    let heads = element("tr").with(head("", "At the busy hour")).all(heads);
    let rows: Vec<Element> = section.loads.iter().map(|load| row(load, figures)).collect();
    let caption = format!("Loads: {}", section.topic.title());
    Some(
        element("table")
            .class("figures loads")
            .with(element("caption").class("hidden").with(caption))
            .with(element("thead").with(heads))
            .with(element("tbody").all(rows)),
    )
}

fn row(load: &LoadRow, figures: &mut Figures) -> Element {
    let mut row =
        element("tr").set("data-row", &load.id).with(element("th").set("scope", "row").with(&load.name));
    for (place, (_, figure)) in load.figures.iter().enumerate() {
        let value = figures.said_as(&format!("{}.load-{place}", load.id), figure, &said(figure));
        row = row.with(element("td").class("number").with(value));
    }
    row
}
