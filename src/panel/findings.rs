//! What the rules say of the plan, the worst first.

use super::element::{Element, Markup, element};
use super::parts::{empty, order_button, paragraph, shows, source};
use super::{Asked, SEVERITIES, Weight};
use crate::rules::{Finding, rules};

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    if asked.findings.is_empty() {
        let about = format!(
            " {} rules were checked. What the product's documents do not support or advise against appears here as you draw: with the reason, the source, and a fix where there is one.",
            rules().count()
        );
        let nothing = element("span").class("ok").with("✓ Nothing found.");
        return empty("").with(nothing).with(about).into();
    }
    element("div")
        .class("findings")
        .all(SEVERITIES.map(|severity| group(asked, Weight::of(severity), severity)))
        .into()
}

fn group(asked: &Asked<'_>, weight: &Weight, severity: crate::rules::Severity) -> Option<Element> {
    let of_weight = asked.findings.iter().filter(|finding| finding.severity == severity);
    let entries: Vec<Element> = of_weight.map(|finding| entry(asked, finding, weight)).collect();
    if entries.is_empty() {
        return None;
    }
    let count = format!("{} {}", weight.sign, weight.count(entries.len()));
    let head = element("h3")
        .with(element("span").class(weight.class).with(count))
        .with(element("small").with(weight.about));
    let list = element("ul").all(entries);
    Some(element("section").set("data-severity", severity.word()).with(head).with(list))
}

fn entry(asked: &Asked<'_>, finding: &Finding, weight: &Weight) -> Element {
    let sign =
        element("span").class(&format!("sign {}", weight.class)).set("aria-hidden", "true").with(weight.sign);
    let nodes = finding.nodes.iter().map(|node| Markup::from(shows(asked.scenario, node)));
    let matter = element("div")
        .with(paragraph(finding.title).class("finding-title"))
        .with(paragraph(&finding.text))
        .with(element("p").class("finding-nodes").all(nodes));
    let why = element("div")
        .class("finding-why")
        .with(paragraph(finding.reason))
        .with(source(finding.mark, finding.source));
    element("li")
        .class("finding")
        .set("data-finding", finding.rule)
        .with(sign)
        .with(matter)
        .with(why)
        .with(element("div").class("finding-fix").with(fix(finding)))
}

/// What removes it, where there is such a thing.
fn fix(finding: &Finding) -> Option<Element> {
    let (fix, node) = (finding.fix.as_ref()?, finding.nodes.first()?);
    let order = format!("fix/{}/{node}", finding.rule);
    Some(order_button(&order, &fix.label, finding.title).set("data-fix", finding.rule))
}
