//! A component: its servers, its figures, and what stands in place of the catalog's.

use yew::prelude::*;

use super::Panel;
use super::figure_row::figure_row;
use super::name::name_heading;
use super::own_figures::own_figures;
use super::servers::servers;
use crate::plan::Component;
use crate::ui::shared::Shared;
use crate::ui::top_bar::labelled_command_button;

/// A component.
pub(super) fn component_panel(panel: &Panel, component: &Shared<Component>) -> Html {
    let &Panel { state, catalog, computed, dispatch, .. } = panel;
    let Some(role) = catalog.role(&component.role) else { return Html::default() };
    let pool = component.pool.as_ref().and_then(|pool| state.scenario().pool(pool));
    let place = pool.map(|pool| format!(" · {}", pool.name)).unwrap_or_default();
    html! {
        <>
            { name_heading(&component.id, &component.name, panel) }
            <p class="sub">{ &role.name }{ place }</p>
            <p class="about">{ &role.purpose }</p>
            { servers(component, role, dispatch) }
            if let Some(analysis) = &computed.analysis { { own_figures(&component.id, analysis, dispatch) } }
            <h3>{ "Figures it goes by" }</h3>
            for figure in catalog.figures_of_role(role) { { figure_row(component, figure, catalog, dispatch) } }
            <div class="actions">{ labelled_command_button("delete", state, dispatch) }</div>
        </>
    }
}
