//! The parts of the plan, by what they are: roles, computers, appliances, gateways, addresses and lines are never added up.

use std::fmt::Write;

use super::Asked;
use super::element::{Element, Markup, element};
use super::parts::{empty, mark, order_button, order_field, shows};
use super::table::{Column, Table};
use crate::exchange::parts_list::{Entry, Group, PartsList};
use crate::plan::{NodeId, Scenario};

const ABOUT: &str = "The parts of the plan are counted here: servers by role, the computers that they run on, appliances, gateways, virtual addresses and lines, each by itself. Place components to see them.";

const COLUMNS: [Column; 3] = [Column::Words("What"), Column::Numbers("Count"), Column::Words("In the plan")];

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    let scenario = asked.scenario;
    let list = PartsList::of(scenario, asked.catalog);
    if list.entries.is_empty() {
        return empty(ABOUT).into();
    }
    let groups = Group::ALL.into_iter().filter(|group| list.total(*group) > 0);
    let groups = groups.map(|group| section(scenario, &list, group));
    element("div")
        .class("parts")
        .with(element("p").class("about").with(download(&list, scenario)).with(" ").with(order_button(
            "tidy/",
            "Tidy up the drawing",
            "by site and zone, what belongs together at one level",
        )))
        .all(groups)
        .into()
}

/// The same as a file for spreadsheets.
fn download(list: &PartsList, scenario: &Scenario) -> Element {
    let mut address = String::from("data:text/csv;charset=utf-8,");
    for byte in list.csv(scenario).bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(byte.into());
        } else {
            // Writing to a text never fails.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    element("a")
        .class("button")
        .set("href", &address)
        .set("download", "parts.csv")
        .set("data-key", "parts.csv")
        .with("Save as a table (CSV)")
}

fn section(scenario: &Scenario, list: &PartsList, group: Group) -> Element {
    let (name, about) = group.names();
    let total = list.total(group).to_string();
    let head = element("h3")
        .with(name)
        .with(element("span").class("tab-count").with(total))
        .with(element("small").with(about));
    let mut table = Table::new(name, &COLUMNS);
    for entry in list.of_group(group) {
        table.row(&entry.what, [what(entry), count(scenario, entry), counted(scenario, entry)]);
    }
    element("section").set("data-group", name).with(head).with(table)
}

/// The number; a role that one component has can be given another one.
fn count(scenario: &Scenario, entry: &Entry) -> Markup {
    let only = match entry.nodes.as_slice() {
        [only] if entry.group == Group::Roles => scenario.component(only),
        _ => None,
    };
    match only {
        Some(component) => {
            let label = format!("Servers of {}", component.name);
            order_field(&format!("servers/{}", component.id), &label, &entry.count.to_string()).into()
        }
        None => entry.count.to_string().into(),
    }
}

/// What it is, with what the count rests on where it is not drawn as such.
fn what(entry: &Entry) -> Markup {
    let what = element("span").with(entry.what.as_str());
    if entry.note.is_empty() {
        return what.into();
    }
    element("span").set("title", &entry.note).with(what).with(" ").with(mark(entry.mark)).into()
}

fn counted(scenario: &Scenario, entry: &Entry) -> Markup {
    let names = entry.nodes.iter().filter_map(|node: &NodeId| shows(scenario, node));
    element("span").class("finding-nodes").all(names).into()
}
