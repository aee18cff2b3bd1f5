//! The servers of a component one by one, each with the computer that it runs on.

use yew::prelude::*;

use super::Inspector;
use super::choice_row::choice_list;
use super::fold::fold;
use crate::editor::{Action, Choice, neighbours};
use crate::plan::{Component, Edit};
use crate::ui::icon::icon;

/// A list of the servers.
pub(super) fn computers(panel: &Inspector, component: &Component) -> Html {
    let sharing = component.servers.iter().filter(|server| neighbours(panel.scenario(), server) > 0).count();
    let summary = match (sharing, component.servers.len()) {
        (0, 1) => "one of its own".to_string(),
        (0, _) => "each has its own".into(),
        (sharing, all) => format!("{sharing} of {all} share one"),
    };
    let heading = if component.servers.len() == 1 { "Computer" } else { "Computers" };
    fold(panel, "computers", heading, (false, html! { summary }), &|| {
        html! {
            <>
                <ul class="servers">
                    for place in 0..component.servers.len() { { server_row(panel, component, place) } }
                </ul>
                <p class="row-note">{ "A computer is one failure: all servers on it die together." }</p>
            </>
        }
    })
}

fn server_row(panel: &Inspector, component: &Component, place: usize) -> Html {
    let Some(server) = component.servers.get(place) else { return Html::default() };
    let name = component.server_name(place);
    let remove =
        Action::Edit { label: format!("Remove {name}"), edits: vec![Edit::RemoveServer(server.id.clone())] };
    html! {
        <li key={server.id.to_string()} data-server={server.id.to_string()}>
            <span class="server-number" title={name.clone()}>{ place + 1 }</span>
            { choice_list(panel, Choice::Computer(server.id.clone()), format!("computer-{}", server.id).into(), Some(format!("Computer of {name}"))) }
            <button
                type="button"
                class="quiet"
                aria-label={format!("Remove {name}")}
                title={format!("Remove {name}")}
                disabled={component.servers.len() == 1}
                onclick={panel.dispatch.click_act(remove)}
            >{ icon("close") }</button>
        </li>
    }
}
