//! The servers of a component one by one, to kill and to repair.

use yew::prelude::*;

use super::Panel;
use crate::analysis::Casualty;
use crate::catalog::role::Role;
use crate::editor::{Action, Blow};
use crate::plan::{Component, Server};
use crate::ui::format;
use crate::ui::servers_now::{Doing, left, servers_now};
use crate::ui::strike::strike_button;

/// A numbered button for each server, what the survivors carry, and buttons for all of them and for shared computers.
pub(super) fn strikes(panel: &Panel, component: &Component, role: &Role) -> Html {
    let &Panel { state, catalog, told, dispatch, .. } = panel;
    let (scenario, killed) = (state.scenario(), &state.killed);
    let reply = told.now(killed);
    let moment = reply.as_ref().and_then(|reply| reply.moment.as_ref());
    let load = moment.and_then(|moment| moment.loads.iter().find(|load| load.component == component.id));
    let servers = servers_now(component, scenario, catalog, killed, load);
    let shared = |server: &&Server| {
        scenario.servers().filter(|(_, other)| other.computer == server.computer).count() > 1
    };
    let mut computers: Vec<_> =
        component.servers.iter().filter(shared).map(|server| &server.computer).collect();
    computers.dedup();
    let said = match (left(&servers), load) {
        (None, _) => "Click a server to kill it, again to repair it.".to_owned(),
        (Some(left), Some(load)) => {
            let [users, room] =
                [&load.users_each, &load.capacity_each].map(|number| format::users(number.value));
            let over = if load.is_over { ", overloaded" } else { "" };
            format!("{left}; each carries {users} of {room} users{over}.")
        }
        (Some(left), None) => format!("{left}."),
    };
    let all = if servers.len() == 1 { role.name.clone() } else { "all".into() };
    html! {
        <div class="strikes" role="group" aria-label="Kill or repair servers">
            <div class="strike-row">
                { for component.servers.iter().zip(&servers).enumerate().map(|(place, (server, now))| {
                    let what = Casualty::Server { component: component.id.clone(), server: server.id.clone() };
                    let is_down = now.doing == Doing::Down;
                    html! {
                        <button
                            key={server.id.to_string()}
                            type="button"
                            class={classes!("server", now.doing.class())}
                            title={now.said()}
                            aria-label={now.said()}
                            aria-pressed={is_down.to_string()}
                            data-server={server.id.to_string()}
                            onclick={dispatch.click_act(Action::Strike { what, blow: Blow::Toggle })}
                        >{ place + 1 }{ if is_down { " ×" } else { "" } }</button>
                    }
                }) }
            </div>
            <p class="row-note">{ said }</p>
            <div class="strike-row">
                { strike_button(Casualty::Node(component.id.clone()), &all, state, dispatch) }
                for computer in computers {
                    { strike_button(Casualty::Computer(computer.clone()), &format!("computer {computer}"), state, dispatch) }
                }
            </div>
        </div>
    }
}

/// A button for each site, which takes down all that stands there.
pub(super) fn sites(panel: &Panel) -> Html {
    let sites = &panel.state.scenario().sites;
    html! {
        <>
            <h3>{ "Lose a whole site" }</h3>
            <div class="strike-row">
                for site in sites { { strike_button(Casualty::Site(site.id.clone()), &site.name, panel.state, panel.dispatch) } }
            </div>
        </>
    }
}
