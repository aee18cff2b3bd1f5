//! How many servers a component has.

use yew::prelude::*;

use crate::catalog::role::{Redundancy, Role};
use crate::editor::Action;
use crate::plan::{Component, Edit};
use crate::ui::icon::icon;
use crate::ui::message::Dispatch;
use crate::ui::shared::Shared;

/// A stepper for the number of servers.
pub(super) fn servers(component: &Shared<Component>, role: &Role, dispatch: &Dispatch) -> Html {
    let count = component.servers.len();
    let to = |label: &'static str, count: usize| {
        let edits = vec![Edit::SetServerCount { component: component.id.clone(), count }];
        dispatch.click_act(Action::Edit { label: label.into(), edits })
    };
    let about = match (role.redundancy, count) {
        (_, _) if role.servers.max == 1 => "One is all that this role can have.",
        (Redundancy::ActivePassive, 1) => "A second one would stand by and take over.",
        (Redundancy::ActivePassive, _) => "One serves, the others stand by.",
        (Redundancy::LoadShared, 1) => "A second one would share the load.",
        (Redundancy::LoadShared, _) => "All share the load.",
        (Redundancy::Single, _) => "More than one does not help.",
    };
    html! {
        <div class="row">
            <span class="row-label" id="servers-label">{ "Servers" }</span>
            <div class="stepper" role="group" aria-labelledby="servers-label">
                <button
                    type="button"
                    aria-label="One server less"
                    disabled={count <= 1}
                    data-step="less"
                    onclick={to("Remove a server", count.saturating_sub(1))}
                >{ icon("minus") }</button>
                <output aria-live="polite" data-servers={count.to_string()}>{ count }</output>
                <button
                    type="button"
                    aria-label="One server more"
                    disabled={count >= role.servers.max}
                    data-step="more"
                    onclick={to("Add a server", count + 1)}
                >{ icon("plus") }</button>
            </div>
            <p class="row-note">{ about }</p>
        </div>
    }
}
