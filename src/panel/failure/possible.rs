//! Nothing is down: what each failure of what is drawn would interrupt.

use super::advice;
use super::effect::effects;
use super::fact::fact;
use crate::analysis::knowledge::WorkloadGroup;
use crate::analysis::{Endangered, failures_of};
use crate::panel::Asked;
use crate::panel::element::{Element, Markup, element};
use crate::panel::parts::{details, heading, paragraph, shows};
use crate::panel::table::{Column, Table};

const ABOUT: &str = "What a failure interrupts, by what is drawn. Click a server’s dot to kill it and see what that does to these users.";

/// One column for what is lost and one for each workload.
const COLUMNS: [Column; 8] = [
    Column::Words("If this is lost"),
    Column::Words(WorkloadGroup::ImPresence.name()),
    Column::Words(WorkloadGroup::Conferencing.name()),
    Column::Words(WorkloadGroup::Voice.name()),
    Column::Words(WorkloadGroup::RemoteAccess.name()),
    Column::Words(WorkloadGroup::Federation.name()),
    Column::Words(WorkloadGroup::GroupChat.name()),
    Column::Words(WorkloadGroup::Archiving.name()),
];

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    let all = failures_of(asked.scenario, asked.catalog);
    let mut table = Table::new("What each failure interrupts, by workload", &COLUMNS);
    for endangered in &all {
        let cells = endangered.row.cells.iter().map(|cell| effects(cell).into());
        table.row(&endangered.row.id, std::iter::once(head(asked, endangered)).chain(cells));
    }
    element("div")
        .class("failure")
        .with(paragraph(ABOUT).class("about"))
        .with(element("div").class("effects").with(table))
        .with(heading("Why, and where it was read"))
        .with(element("section").class("reasons").all(all.iter().map(reasons)))
        .with(advice::write())
        .into()
}

/// What is lost, with the components that it can happen to.
fn head(asked: &Asked<'_>, endangered: &Endangered) -> Markup {
    let components: Vec<Element> =
        endangered.components.iter().filter_map(|id| shows(asked.scenario, id)).collect();
    let who = element("div").class("who");
    let who = if components.is_empty() { who.with(endangered.names.join(", ")) } else { who.all(components) };
    [Markup::from(&endangered.row.name), who.into()].into_iter().collect()
}

/// Why each cell of a row says what it says.
fn reasons(endangered: &Endangered) -> Element {
    let row = &endangered.row;
    let groups = row.cells.iter().map(|cell| {
        let sentences = cell.facts.iter().map(|sentence| fact("p", sentence));
        element("div").with(element("dt").with(cell.group.name())).with(element("dd").all(sentences))
    });
    details(&format!("failure.{}", row.id), &row.name, element("dl").class("terms").all(groups))
}
