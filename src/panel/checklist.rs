//! What has to be looked at by hand, because a plan does not hold it.

use super::element::{Element, Markup, element};
use super::parts::{empty, order_choice, paragraph, shows, source};
use super::{Asked, SEVERITIES, Weight};
use crate::plan::Tick;
use crate::rules::{Check, Severity, checklist};

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
        .with(progress(&checks))
        .all(SEVERITIES.map(|severity| group(asked, &checks, severity)))
        .into()
}

/// How far the list has been gone through.
fn progress(checks: &[Check]) -> Element {
    let count = |tick| checks.iter().filter(|check| check.tick == tick).count();
    let (open, done, other) = (count(None), count(Some(Tick::Done)), count(Some(Tick::NotApplicable)));
    element("p").class("about").with(format!(
        "{open} of {} open · {done} done · {other} not applicable. Nothing here changes a figure.",
        checks.len()
    ))
}

/// What weighs as much where it is not so.
fn group(asked: &Asked<'_>, checks: &[Check], severity: Severity) -> Option<Element> {
    let weight = Weight::of(severity);
    let of_weight = checks.iter().filter(|check| check.severity == severity);
    let entries: Vec<Element> = of_weight.map(|check| entry(asked, check)).collect();
    let head = element("h3")
        .with(element("span").class(weight.class).with(format!("{} {}", weight.sign, entries.len())))
        .with(element("small").with(format!("where it is not so: {}", weight.about)));
    (!entries.is_empty()).then(|| element("section").with(head).with(element("ul").all(entries)))
}

fn entry(asked: &Asked<'_>, check: &Check) -> Element {
    let nodes = check.nodes.iter().take(NAMED).filter_map(|node| shows(asked.scenario, node));
    let more = check.nodes.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| element("span").class("more-nodes").with(format!("and {more} more")));
    element("li")
        .class(if check.tick.is_some() { "finding ticked" } else { "finding" })
        .set("data-item", check.item)
        .with(sign(check))
        .with(
            element("div")
                .with(paragraph(check.statement).class("finding-title"))
                .with(check.detail.as_deref().map(paragraph))
                .with(element("p").class("finding-nodes").all(nodes).with(more)),
        )
        .with(
            element("div")
                .class("finding-why")
                .with(paragraph(check.reason))
                .with(source(check.mark, check.source)),
        )
        .with(element("div").class("finding-fix").with(choice(check)))
}

/// How much it weighs where it is not so.
fn sign(check: &Check) -> Element {
    let weight = Weight::of(check.severity);
    let about = format!("Where it is not so: {}", check.severity.word());
    element("span")
        .class(&format!("sign {}", weight.class))
        .set("title", &about)
        .set("role", "img")
        .set("aria-label", &about)
        .with(weight.sign)
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
