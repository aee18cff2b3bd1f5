//! The servers of a component one by one, to kill and to repair.

use yew::prelude::*;

use super::Inspector;
use crate::analysis::Casualty;
use crate::catalog::role::Role;
use crate::editor::{Action, Blow, neighbours};
use crate::picture::servers_now::{Doing, ServerNow, left, servers_now};
use crate::plan::{Component, Server};
use crate::ui::element::{all, block, heading, line, words};
use crate::ui::format;
use crate::ui::markup::html;
use crate::ui::strike::strike_button;

/// A numbered button for each server, what the survivors carry, and buttons for all of them and for shared computers.
pub(super) fn strikes(panel: &Inspector, component: &Component, role: &Role) -> Html {
    let (scenario, killed) = (panel.scenario(), &panel.state.killed);
    let moment = panel.told.moment(killed);
    let load = moment.and_then(|moment| moment.loads.iter().find(|load| load.component == component.id));
    let servers =
        servers_now(component, scenario, &panel.catalog, killed, load.is_some_and(|load| load.is_over));
    let said = match (left(&servers), load) {
        (None, _) => "Click a server to kill it, again to repair it.".to_owned(),
        (Some(left), Some(load)) => {
            let (users, room) =
                (format::users(load.users_each.value), format::users(load.capacity_each.value));
            let over = if load.is_over { ", overloaded" } else { "" };
            format!("{left}; each carries {users} of {room} users{over}.")
        }
        (Some(left), None) => format!("{left}."),
    };
    let mut numbers = Vec::new();
    for (place, (server, now)) in component.servers.iter().zip(&servers).enumerate() {
        numbers.push(number(panel, component, server, place, now));
    }
    let strike = |what, name: &str| strike_button(what, name, &panel.state, &panel.dispatch);
    let name = if servers.len() == 1 { role.name.as_str() } else { "all" };
    let mut buttons = vec![strike(Casualty::Node(component.id.clone()), name)];
    let mut struck = None;
    for server in &component.servers {
        if neighbours(scenario, server) > 0 && struck.replace(&server.computer) != Some(&server.computer) {
            buttons.push(strike(
                Casualty::Computer(server.computer.clone()),
                &format!("computer {}", server.computer),
            ));
        }
    }
    html! {
        <div class="strikes" role="group" aria-label="Kill or repair servers">
            { all(vec![block("strike-row", numbers), line("row-note", &said), block("strike-row", buttons)]) }
        </div>
    }
}

fn number(panel: &Inspector, component: &Component, server: &Server, place: usize, now: &ServerNow) -> Html {
    let what = Casualty::Server { component: component.id.clone(), server: server.id.clone() };
    let is_down = now.doing == Doing::Down;
    let said = now.said();
    html! {
        <button
            key={server.id.as_str()}
            type="button"
            class={format!("server {}", now.doing.class())}
            title={said.clone()}
            aria-label={said}
            aria-pressed={is_down.to_string()}
            data-server={server.id.to_string()}
            onclick={panel.dispatch.click_act(Action::Strike { what, blow: Blow::Toggle })}
        >{ words(&format!("{}{}", place + 1, if is_down { " ×" } else { "" })) }</button>
    }
}

/// A button for each site, which takes down all that stands there, and for each line between two of them.
pub(super) fn sites(panel: &Inspector, parts: &mut Vec<Html>) {
    parts.push(heading("Lose a whole site or a line"));
    let mut buttons = Vec::new();
    for site in &panel.scenario().sites {
        let what = Casualty::Site(site.id.clone());
        buttons.push(strike_button(what, &site.name, &panel.state, &panel.dispatch));
        for line in &site.wan_links {
            let what = Casualty::Line(site.id.clone(), line.to.clone());
            let name = what.name(panel.scenario(), &panel.catalog);
            buttons.push(strike_button(what, &name, &panel.state, &panel.dispatch));
        }
    }
    parts.push(block("strike-row", buttons));
}
