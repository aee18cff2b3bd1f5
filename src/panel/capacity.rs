//! What the users need beside what is drawn, the loads that they make, and the figures behind it, to be changed.

mod families;
mod loads;
mod needs;
mod profile;
#[cfg(test)]
mod tests;
mod words;

use super::element::{Element, Markup, element};
use super::parts::{empty, problem};
use super::{Asked, Figures};
use crate::analysis::{Section, Sizing, Verdict, sizing};

const ABOUT: &str = "How many servers, ports and addresses the users need beside what is drawn is shown here, with a spare and after losses, and the figures that it follows from. Add users and give them a home.";

pub(super) fn write(asked: &Asked<'_>, figures: &mut Figures) -> Markup {
    let sizing = match sizing(asked.scenario, asked.catalog) {
        Ok(sizing) => sizing,
        Err(error) => return problem(&format!("This plan cannot be computed. {error}")).into(),
    };
    if sizing.sections.is_empty() {
        return empty(ABOUT).into();
    }
    let mut body = element("div").class("capacity").with(summary(&sizing));
    for part in &sizing.sections {
        body = body.with(section(asked, part, figures));
    }
    body.with(families::chooser(asked, figures)).with(profile::profile(asked, figures)).into()
}

/// How many are enough and how many are not.
fn summary(sizing: &Sizing) -> Element {
    let count = |wanted: &[Verdict]| {
        let needs = sizing.sections.iter().flat_map(|section| &section.needs);
        needs.filter(|need| wanted.contains(&need.verdict)).count()
    };
    let said = |verdict: Verdict, count: usize, words: &str| {
        let (_, sign, _) = verdict.words();
        element("span").class(needs::class(verdict)).with(format!("{sign} {count} {words}"))
    };
    element("p")
        .class("about")
        .with(said(Verdict::Short, count(&[Verdict::Short, Verdict::Missing]), "too few"))
        .with(" · ")
        .with(said(Verdict::NoSpare, count(&[Verdict::NoSpare]), "with none to spare"))
        .with(" · ")
        .with(said(Verdict::Spare, count(&[Verdict::Spare]), "that fit with one lost"))
}

fn section(asked: &Asked<'_>, section: &Section, figures: &mut Figures) -> Element {
    part(section.topic.id(), section.topic.title(), section.about)
        .with(needs::table(asked, section, figures))
        .with(loads::table(section, figures))
}

/// A part of the panel under a heading that names it.
fn part(id: &str, title: &str, about: &str) -> Element {
    let heading = format!("capacity-{id}");
    element("section")
        .set("aria-labelledby", &heading)
        .with(element("h3").set("id", &heading).with(title))
        .with(element("p").class("about").with(about))
}
