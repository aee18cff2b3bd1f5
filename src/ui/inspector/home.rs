//! Where users are homed.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::catalog::Catalog;
use crate::editor::State;
use crate::plan::{NodeId, Population};
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The users.
    pub users: Shared<Population>,
    /// What is open.
    pub state: Shared<State>,
    /// What can be placed.
    pub catalog: Shared<Catalog>,
    /// Takes another home.
    pub changed: Callback<Option<NodeId>>,
}

/// A choice of all that can be a home.
#[component]
pub(super) fn Home(props: &Props) -> Html {
    let scenario = props.state.scenario();
    let pools = scenario.pools.iter().map(|pool| (&pool.id, &pool.name));
    let servers = scenario
        .components
        .iter()
        .filter(|component| scenario.is_home(&props.catalog, &component.id))
        .map(|component| (&component.id, &component.name));
    let homes: Vec<(&NodeId, &String)> = pools.chain(servers).collect();
    let onchange = {
        let changed = props.changed.clone();
        Callback::from(move |event: Event| {
            if let Some(choice) = event.target_dyn_into::<HtmlSelectElement>() {
                let id = choice.value();
                changed.emit((!id.is_empty()).then(|| id.into()));
            }
        })
    };
    let home = props.users.home.as_ref();
    let note = if home.is_none() {
        html! { <p class="row-note risk">{ "▲ Without a home they are not served." }</p> }
    } else {
        Html::default()
    };
    html! {
        <div class="row">
            <label class="row-label" for="users-home">{ "Home" }</label>
            <select id="users-home" class="choice" {onchange}>
                <option value="" selected={home.is_none()}>{ "none" }</option>
                { for homes.into_iter().map(|(id, name)| html! {
                    <option key={id.to_string()} value={id.to_string()} selected={home == Some(id)}>{ name }</option>
                }) }
            </select>
            { note }
        </div>
    }
}
