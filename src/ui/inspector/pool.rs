//! A pool as a whole.

use yew::prelude::*;

use super::Panel;
use super::name::name_heading;
use super::own_figures::own_figures;
use crate::editor::{Action, Target};
use crate::plan::Pool;
use crate::ui::top_bar::labelled_command_button;

/// A pool: its name, its figures, its parts.
pub(super) fn pool_panel(panel: &Panel, pool: &Pool) -> Html {
    let &Panel { state, computed, dispatch, .. } = panel;
    let scenario = state.scenario();
    let site = scenario.site(&pool.site).map(|site| site.name.clone()).unwrap_or_default();
    html! {
        <>
            { name_heading(&pool.id, &pool.name, panel) }
            <p class="sub">{ "Enterprise pool · " }{ site }</p>
            if let Some(analysis) = &computed.analysis { { own_figures(&pool.id, analysis, dispatch) } }
            <h3>{ "Parts" }</h3>
            <div class="parts">
                { for scenario.parts_of(&pool.id).map(|part| {
                    let onclick = dispatch.click_act(Action::Select(vec![Target::Node(part.id.clone())]));
                    html! {
                        <button key={part.id.to_string()} type="button" class="part" {onclick}>
                            <span>{ &part.name }</span>
                            <span class="count">{ match part.servers.len() { 1 => "1 server".to_string(), count => format!("{count} servers") } }</span>
                        </button>
                    }
                }) }
            </div>
            <div class="actions">{ labelled_command_button("delete", state, dispatch) }</div>
        </>
    }
}
