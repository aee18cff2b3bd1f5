//! The sites of the plan, what takes them down, and the lines between them.

use yew::prelude::*;

use super::Inspector;
use super::field_row::{choice_row, number_row};
use super::fold::fold;
use super::name::site_name;
use crate::editor::field::{Field, Outage};
use crate::editor::{Action, Choice};
use crate::plan::{Edit, Limits, Site};
use crate::ui::element::{heading, line, press, words};
use crate::ui::format;
use crate::ui::icon::icon;
use crate::ui::shared::Shared;

/// All sites, and a button for another one.
pub(super) fn sites(panel: &Inspector, parts: &mut Vec<Html>) {
    let scenario = panel.scenario();
    parts.push(heading("Sites"));
    for site in &scenario.sites {
        let site = Shared::from(site);
        let summary = site.common_mode.map_or_else(
            || "taken to be perfect".to_string(),
            |mode| format::availability(1.0 - mode.availability),
        );
        let id = format!("site {}", site.id);
        parts
            .push(fold(panel, &id, &site.name, (false, &summary), &|parts| site_fields(panel, parts, &site)));
    }
    let number = scenario.sites.len() + 1;
    if number <= Limits::SITES {
        let (id, name) = (scenario.fresh_site_id(), format!("Site {number}"));
        let new = Edit::AddSite(Site { id, name, common_mode: None, wan_links: Vec::new() });
        parts.push(edit_button(panel, "add", "Add a site", new));
    }
}

fn edit_button(panel: &Inspector, class: &'static str, label: &str, edit: Edit) -> Html {
    let onclick = panel.dispatch.click_act(Action::Edit { label: label.into(), edits: vec![edit] });
    press(class, vec![icon(if class == "add" { "plus" } else { "close" }), words(label)], None, onclick)
}

fn site_fields(panel: &Inspector, parts: &mut Vec<Html>, site: &Shared<Site>) {
    let scenario = panel.scenario();
    parts.push(site_name(site, panel));
    outage_rows(
        panel,
        parts,
        &|of| Field::Site(site.id.clone(), of),
        "Power, cooling and network of the whole site.",
    );
    for other in &scenario.sites {
        if other.id != site.id {
            let field = |of| Field::Line(site.id.clone(), other.id.clone(), of);
            outage_rows(panel, parts, &field, &format!("The line to {}.", other.name));
        }
    }
    if scenario.is_occupied(&site.id) {
        parts.push(line("row-note", "Once nothing stands in it, it can be removed."));
    } else if scenario.sites.len() > 1 {
        parts.push(edit_button(panel, "add remove", "Remove this site", Edit::RemoveSite(site.id.clone())));
    }
}

/// Availability and, where there is one, mean down time.
fn outage_rows(panel: &Inspector, parts: &mut Vec<Html>, field: &dyn Fn(Outage) -> Field, about: &str) {
    let known = panel.state.entry(&panel.catalog, &field(Outage::Availability));
    parts.push(number_row(panel, field(Outage::Availability), "Availability", about));
    if known.is_some_and(|entry| entry.value != None.into()) {
        let about = "On average. It says how often one comes.";
        parts.push(number_row(panel, field(Outage::MeanDownTime), "An outage lasts", about));
    }
}

/// Where the selected parts stand, once there is more than one site.
pub(super) fn site_choice(panel: &Inspector) -> Html {
    let state = &panel.state;
    let stands = state
        .selection
        .iter()
        .filter_map(crate::editor::Target::node)
        .any(|node| panel.scenario().component(node).is_some() || panel.scenario().pool(node).is_some());
    if !stands || panel.scenario().sites.len() < 2 {
        return Html::default();
    }
    choice_row(panel, Choice::Site, "site", "Site", "")
}
