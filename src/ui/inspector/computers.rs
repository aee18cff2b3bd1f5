//! The servers of a component one by one, each with the computer that it runs on.

use yew::prelude::*;

use super::Inspector;
use super::field_row::choice_list;
use super::fold::fold;
use crate::editor::{Action, Choice, neighbours};
use crate::plan::{Component, Edit};
use crate::ui::element::{block, line, press, words};
use crate::ui::icon::icon;

/// A list of the servers.
pub(super) fn computers(panel: &Inspector, component: &Component) -> Html {
    let sharing = component.servers.iter().filter(|server| neighbours(panel.scenario(), server) > 0).count();
    let summary = match (sharing, component.servers.len()) {
        (0, 1) => "its own".to_string(),
        (0, _) => "each has its own".into(),
        (sharing, all) => format!("{sharing} of {all} with others"),
    };
    let heading = if component.servers.len() == 1 { "Computer" } else { "Computers" };
    fold(panel, "computers", heading, (false, &summary), &|parts| {
        for place in 0..component.servers.len() {
            parts.push(server_row(panel, component, place));
        }
        parts.push(line("row-note", "A computer is one failure: all servers on it die together."));
    })
}

/// A server: its number, its computer, and a button that removes it.
fn server_row(panel: &Inspector, component: &Component, place: usize) -> Html {
    let Some(server) = component.servers.get(place) else { return Html::default() };
    let name = component.server_name(place);
    let choice = Choice::Computer(server.id.clone());
    let computer =
        choice_list(panel, choice, format!("computer-{}", server.id), Some(format!("Computer of {name}")));
    let label = format!("Remove {name}");
    let edits = vec![Edit::RemoveServer(server.id.clone())];
    let remove = panel.dispatch.click_act(Action::Edit { label: label.clone(), edits });
    let mut parts = vec![words(&(place + 1).to_string()), computer];
    if component.servers.len() > 1 {
        parts.push(press("quiet", vec![icon("close")], Some(label), remove));
    }
    block("computer", parts)
}
