//! A component: its servers, its figures, and what stands in place of the catalog's.

use std::rc::Rc;

use yew::prelude::*;

use super::Inspector;
use super::figure_groups::figure_groups;
use super::name::name_heading;
use super::own_figures::own_figures;
use super::servers::servers;
use super::sites::site_choice;
use crate::plan::Component;
use crate::ui::top_bar::labelled_command_button;

/// A component.
pub(super) fn component_panel(panel: &Inspector, component: &Rc<Component>) -> Html {
    let Some(role) = panel.catalog.role(&component.role) else { return Html::default() };
    let pool = component.pool.as_ref().and_then(|pool| panel.scenario().pool(pool));
    let place = pool.map(|pool| format!(" · {}", pool.name)).unwrap_or_default();
    html! {
        <>
            { name_heading(&component.id, &component.name, panel) }
            <p class="sub">{ &role.name }{ place }</p>
            <p class="about">{ &role.purpose }</p>
            { servers(panel, component, role) }
            { site_choice(panel) }
            { own_figures(panel, &component.id) }
            { figure_groups(panel) }
            <div class="actions">{ labelled_command_button("delete", &panel.state, &panel.dispatch) }</div>
        </>
    }
}
