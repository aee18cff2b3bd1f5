//! The plan on paper: the drawing, the figures of all workloads, what the rules find, what each failure does, what the figures rest
//! on, and the parts.
//!
//! It is markup in the looks of the page's panels, to be printed by the page; see `static/panels.css`.

mod basis;
mod failures;
#[cfg(test)]
mod tests;

use crate::panel::{self, Asked, Element, Markup, PanelKind, element};
use crate::picture::{self, Theme};
use crate::plan::Document;

/// A plan as a report.
pub fn write(document: &Document, asked: &Asked<'_>) -> String {
    let head = element("header").with(element("h1").with(&document.name)).with(
        element("p")
            .with(format!("{} · Office Communications Server 2007 R2 · figures of ", asked.scenario.name))
            .with(element("time")),
    );
    let drawing = Markup::sound(picture::draw_bare(document, asked, Theme::Light));
    let sections = [
        part("Workloads", panel_of(PanelKind::Workloads, asked)),
        part("Findings", panel_of(PanelKind::Findings, asked)),
        part("If one server fails", failures::write(asked)),
        part("What the figures rest on", basis::write(asked)),
        part("Parts", panel_of(PanelKind::Bill, asked)),
    ];
    let report = element("article")
        .with(head)
        .with(down(asked))
        .with(headline(asked))
        .with(element("figure").with(drawing))
        .all(sections);
    Markup::from(report).into_html()
}

fn part(title: &str, inside: Markup) -> Element {
    element("section").with(element("h2").with(title)).with(inside)
}

fn panel_of(kind: PanelKind, asked: &Asked<'_>) -> Markup {
    Markup::sound(panel::write(kind, asked).html)
}

/// What is down, where anything is.
fn down(asked: &Asked<'_>) -> Option<Element> {
    let now = asked.now().ok().flatten()?;
    Some(element("p").class("lead").with(&now.sentence))
}

fn headline(asked: &Asked<'_>) -> Element {
    element("dl").class("report-headline").all(picture::cells(asked).into_iter().map(|cell| {
        let beside = Some(cell.beside).filter(|words| !words.is_empty());
        element("div")
            .with(element("dt").with(cell.label))
            .with(
                element("dd")
                    .class(cell.state)
                    .with(element("b").with(cell.value))
                    .with(beside.map(|words| element("span").with(" ").with(words))),
            )
            .with(element("dd").with(cell.below))
    }))
}
