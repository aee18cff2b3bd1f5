//! Where users are homed.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::catalog::Catalog;
use crate::editor::State;
use crate::plan::{NodeId, Population};

/// A choice of all that can be a home.
pub(super) fn home_choice(
    users: &Population,
    state: &State,
    catalog: &Catalog,
    changed: Callback<Option<NodeId>>,
) -> Html {
    let scenario = state.scenario();
    let pools = scenario.pools.iter().map(|pool| (&pool.id, &pool.name));
    let servers = scenario
        .components
        .iter()
        .filter(|component| scenario.is_home(catalog, &component.id))
        .map(|component| (&component.id, &component.name));
    let homes: Vec<(&NodeId, &String)> = pools.chain(servers).collect();
    let onchange = Callback::from(move |event: Event| {
        if let Some(choice) = event.target_dyn_into::<HtmlSelectElement>() {
            let id = choice.value();
            changed.emit((!id.is_empty()).then(|| id.into()));
        }
    });
    let home = users.home.as_ref();
    let warning = if home.is_none() {
        html! { <p class="row-note risk">{ "▲ Without a home they are not served." }</p> }
    } else {
        Html::default()
    };
    html! {
        <div class="row">
            <label class="row-label" for="users-home">{ "Home" }</label>
            <select key={users.id.to_string()} id="users-home" class="choice" {onchange}>
                <option value="" selected={home.is_none()}>{ "none" }</option>
                for (id, name) in homes {
                    <option key={id.to_string()} value={id.to_string()} selected={home == Some(id)}>{ name }</option>
                }
            </select>
            { warning }
        </div>
    }
}
