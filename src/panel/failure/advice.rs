//! What goes with no single failure: what backups are made with and do not hold, stand-bys, moving users, taking servers out.

use super::fact::fact;
use crate::analysis::knowledge::Knowledge;
use crate::panel::element::{Element, element};
use crate::panel::parts::{details, terms};

/// The advice, folded away.
pub(super) fn write() -> Element {
    let knowledge = Knowledge::bundled();
    let tools = knowledge.tools.iter().map(|tool| {
        let gap = tool.gap.as_ref().map_or(String::new(), |gap| format!("; gap: {gap}"));
        (format!("{}: {}{gap}", tool.name, tool.covers), fact("span", &tool.fact))
    });
    let advice = knowledge.guidance.iter().map(|advice| (advice.topic.clone(), fact("span", &advice.fact)));
    let columns = element("div")
        .class("columns")
        .with(terms(tools))
        .with(terms(advice.collect::<Vec<(String, Element)>>()));
    details("failure.advice", "Backups, stand-bys, moving users and taking servers out", columns)
}
