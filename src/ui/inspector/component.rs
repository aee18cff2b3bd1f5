//! A component: its servers, its figures, and what stands in place of the catalog's.

use std::rc::Rc;

use yew::prelude::*;

use super::Inspector;
use super::computers::computers;
use super::field_row::tick_row;
use super::figure_groups::figure_groups;
use super::findings::findings;
use super::name::name_heading;
use super::own_figures::own_figures;
use super::servers::servers;
use super::sites::site_choice;
use super::strikes::strikes;
use crate::editor::field::{Field, Flag};
use crate::plan::Component;
use crate::ui::element::line;

/// A component.
pub(super) fn component_panel(panel: &Inspector, parts: &mut Vec<Html>, component: &Rc<Component>) {
    let Some(role) = panel.catalog.role(&component.role) else { return };
    let pool = component.pool.as_ref().and_then(|pool| panel.scenario().pool(pool));
    let place = pool.map_or_else(|| role.name.clone(), |pool| format!("{} · {}", role.name, pool.name));
    parts.extend([
        name_heading(&component.id, &component.name, panel),
        line("sub", &place),
        line("about", &role.purpose),
        findings(&component.id, panel),
    ]);
    servers(panel, parts, component, role);
    parts.push(strikes(panel, component, role));
    parts.push(computers(panel, component));
    parts.push(tick_row(panel, Field::Flag(Flag::Virtualised), "Virtual machines"));
    parts.push(site_choice(panel));
    own_figures(panel, parts, &component.id);
    figure_groups(panel, parts);
}
