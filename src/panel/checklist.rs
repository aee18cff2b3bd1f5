//! What has to be looked at by hand, because a plan does not hold it.

use super::Asked;
use super::element::{Element, Markup, element};
use super::parts::{empty, order_choice, paragraph, shows, source};
use crate::plan::Tick;
use crate::rules::{Check, checklist};

const ABOUT: &str = "What a drawing cannot show, such as network cards and versions, is listed here to be looked at by hand, as soon as the plan holds something that it is about.";

/// Parts that an item names at the most.
const NAMED: usize = 6;

/// How many items nobody has said anything of.
pub(super) fn open(asked: &Asked<'_>) -> usize {
    checklist(asked.scenario, asked.catalog).iter().filter(|check| check.tick.is_none()).count()
}

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    let checks = checklist(asked.scenario, asked.catalog);
    if checks.is_empty() {
        return empty(ABOUT).into();
    }
    element("div")
        .class("findings")
        .with(element("ul").all(checks.iter().map(|check| entry(asked, check))))
        .into()
}

fn entry(asked: &Asked<'_>, check: &Check) -> Element {
    let nodes = check.nodes.iter().take(NAMED).filter_map(|node| shows(asked.scenario, node));
    element("li")
        .class("finding")
        .set("data-item", check.item)
        .with(element("span"))
        .with(
            element("div")
                .with(paragraph(check.statement).class("finding-title"))
                .with(check.detail.as_deref().map(paragraph))
                .with(element("p").class("finding-nodes").all(nodes)),
        )
        .with(
            element("div")
                .class("finding-why")
                .with(paragraph(check.reason))
                .with(source(check.mark, check.source)),
        )
        .with(element("div").class("finding-fix").with(choice(check)))
}

/// What was found of it.
fn choice(check: &Check) -> Element {
    let chosen = match check.tick {
        None => "open",
        Some(Tick::Done) => "done",
        Some(Tick::NotApplicable) => "not-applicable",
    };
    let choices = [("open", "Open"), ("done", "Done"), ("not-applicable", "Not applicable")];
    order_choice(
        &format!("check/{}", check.item),
        &format!("State of: {}", check.statement),
        chosen,
        &choices,
    )
}
