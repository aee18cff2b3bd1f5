//! The sites of the plan, what takes them down, and the lines between them.

use yew::prelude::*;

use super::Inspector;
use super::choice_row::choice_row;
use super::field_row::field_row;
use super::fold::fold;
use super::name::site_name;
use crate::editor::field::{Field, Outage};
use crate::editor::{Action, Choice};
use crate::plan::{Edit, Limits, Site, SiteId};
use crate::ui::format;
use crate::ui::icon::icon;
use crate::ui::shared::Shared;

/// All sites, and a button for another one.
pub(super) fn sites(panel: &Inspector) -> Html {
    let scenario = panel.scenario();
    let number = scenario.sites.len() + 1;
    let new = Site {
        id: scenario.fresh_site_id(),
        name: format!("Site {number}"),
        common_mode: None,
        wan_links: Vec::new(),
    };
    let add = Action::Edit { label: "Add a site".into(), edits: vec![Edit::AddSite(new)] };
    html! {
        <>
            <h3>{ "Sites" }</h3>
            for site in &scenario.sites { { site_fold(panel, &Shared::from(site)) } }
            if number <= Limits::SITES {
                <button type="button" class="add" data-add="site" onclick={panel.dispatch.click_act(add)}>{ icon("plus") }{ "Add a site" }</button>
            }
        </>
    }
}

fn site_fold(panel: &Inspector, site: &Shared<Site>) -> Html {
    let summary = site.common_mode.map_or_else(
        || "power and cooling perfect".to_string(),
        |mode| format::availability(1.0 - mode.availability),
    );
    fold(panel, &format!("site {}", site.id), &site.name, (false, html! { summary }), &|| {
        site_fields(panel, site)
    })
}

fn site_fields(panel: &Inspector, site: &Shared<Site>) -> Html {
    let scenario = panel.scenario();
    let outage = |field: fn(SiteId, Outage) -> Field, note: &str| {
        outage_rows(panel, &|of| field(site.id.clone(), of), note)
    };
    let occupied = scenario.is_occupied(&site.id);
    let only = scenario.sites.len() == 1;
    let remove = Action::Edit {
        label: format!("Remove {}", site.name),
        edits: vec![Edit::RemoveSite(site.id.clone())],
    };
    html! {
        <>
            { site_name(site, panel) }
            { outage(Field::Site, "Power, cooling and network of the whole site.") }
            for other in scenario.sites.iter().filter(|other| other.id != site.id) {
                <h4>{ "Line to " }{ &other.name }</h4>
                { outage_rows(panel, &|of| Field::Line(site.id.clone(), other.id.clone(), of), "") }
            }
            if !only {
                <button type="button" class="reset" disabled={occupied} onclick={panel.dispatch.click_act(remove)}>{ "Remove this site" }</button>
                if occupied { <p class="row-note">{ "Move what stands in it to another site first." }</p> }
            }
        </>
    }
}

/// Availability and, where there is one, mean down time.
fn outage_rows(panel: &Inspector, field: &dyn Fn(Outage) -> Field, note: &str) -> Html {
    let known = panel.state.entry(&panel.catalog, &field(Outage::MeanDownTime));
    let known = known.is_some_and(|entry| entry.value != crate::editor::field::Value::None);
    html! {
        <>
            { field_row(panel, field(Outage::Availability), "Availability", html! { note }) }
            if known { { field_row(panel, field(Outage::MeanDownTime), "An outage lasts", html! { "On average. It says how often one comes." }) } }
        </>
    }
}

/// Where the selected parts stand, once there is more than one site.
pub(super) fn site_choice(panel: &Inspector) -> Html {
    let pooled = panel.state.selected_components().any(|component| component.pool.is_some());
    let choices = panel.state.choices(&panel.catalog, &Choice::Site);
    let nothing = choices.chosen.is_none() && panel.state.selected_components().next().is_none();
    if choices.options.len() < 2 || nothing {
        return Html::default();
    }
    let note = if pooled { "A pool's parts can stand in several sites." } else { "" };
    choice_row(panel, Choice::Site, "site", "Site", html! { note })
}
