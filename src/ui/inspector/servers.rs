//! How many servers a component has.

use yew::prelude::*;

use super::Inspector;
use super::computers::computers;
use crate::catalog::role::{Redundancy, Role};
use crate::editor::Action;
use crate::plan::{Component, Edit};
use crate::ui::icon::icon;

/// A stepper for the number of servers, and the servers with their computers.
pub(super) fn servers(panel: &Inspector, component: &Component, role: &Role) -> Html {
    let count = component.servers.len();
    let step = |id: &'static str,
                name: &'static str,
                label: &str,
                icon_name: &str,
                (to, possible): (usize, bool)| {
        let edits = vec![Edit::SetServerCount { component: component.id.clone(), count: to }];
        let onclick = panel.dispatch.click_act(Action::Edit { label: label.into(), edits });
        html! {
            <button type="button" aria-label={name} disabled={!possible} data-step={id} {onclick}>{ icon(icon_name) }</button>
        }
    };
    let about = match (role.redundancy, count) {
        (_, _) if role.servers.max == 1 => "One is all that this role can have.",
        (Redundancy::ActivePassive, 1) => "A second one would stand by and take over.",
        (Redundancy::ActivePassive, _) => "One serves, the others stand by.",
        (Redundancy::LoadShared, 1) => "A second one would share the load.",
        (Redundancy::LoadShared, _) => "All share the load.",
        (Redundancy::Single, _) => "More than one does not help.",
    };
    let limit = match count {
        count if role.servers.max > 1 && count >= role.servers.max => {
            format!(" {} is the most that this role can have.", role.servers.max)
        }
        1 => " To do without it, delete the component.".into(),
        _ => String::new(),
    };
    html! {
        <>
            <div class="row">
                <span class="row-label" id="servers-label">{ "Servers" }</span>
                <div class="stepper" role="group" aria-labelledby="servers-label">
                    { step("less", "One server less", "Remove a server", "minus", (count.saturating_sub(1), count > 1)) }
                    <output aria-live="polite" data-servers={count.to_string()}>{ count }</output>
                    { step("more", "One server more", "Add a server", "plus", (count + 1, count < role.servers.max)) }
                </div>
                <p class="row-note">{ about }{ limit }</p>
            </div>
            { computers(panel, component) }
        </>
    }
}
