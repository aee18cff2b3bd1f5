//! How many servers a component has.

use yew::prelude::*;

use super::Inspector;
use super::field_row::row;
use crate::catalog::role::{Redundancy, Role};
use crate::editor::Action;
use crate::plan::{Component, Edit};
use crate::ui::element::words;
use crate::ui::icon::icon;
use crate::ui::markup::html;

/// A stepper for the number of servers.
pub(super) fn servers(panel: &Inspector, parts: &mut Vec<Html>, component: &Component, role: &Role) {
    let count = component.servers.len();
    let most = role.servers.max;
    let about = match (role.redundancy, count) {
        (_, _) if most == 1 => "One is all that this role can have.",
        (Redundancy::ActivePassive, 1) => "A second one would stand by and take over.",
        (Redundancy::ActivePassive, _) => "One serves, the others stand by.",
        (Redundancy::LoadShared, 1) => "A second one would share the load.",
        (Redundancy::LoadShared, _) => "All share the load.",
        (Redundancy::Single, _) => "More than one does not help.",
    };
    let limit = if most > 1 && count >= most {
        format!(" {most} is the most that this role can have.")
    } else {
        String::new()
    };
    let stepper = html! {
        <div class="stepper">
            { step(panel, component, "less", count.saturating_sub(1), count > 1) }
            <output id="servers" aria-live="polite" data-servers={count.to_string()}>{ count }</output>
            { step(panel, component, "more", count + 1, count < most) }
        </div>
    };
    parts.push(row("servers", "Servers", stepper, vec![words(about), words(&limit)]));
}

fn step(panel: &Inspector, component: &Component, id: &'static str, count: usize, possible: bool) -> Html {
    let (name, label, sign) = match id {
        "less" => ("One server less", "Remove a server", "minus"),
        _ => ("One server more", "Add a server", "plus"),
    };
    let edits = vec![Edit::SetServerCount { component: component.id.clone(), count }];
    let onclick = panel.dispatch.click_act(Action::Edit { label: label.into(), edits });
    html! {
        <button type="button" aria-label={name} disabled={!possible} data-step={id} {onclick}>{ icon(sign) }</button>
    }
}
