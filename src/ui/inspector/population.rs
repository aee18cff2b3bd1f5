//! Users: how many, where they are, what they use, where they are homed.

use yew::prelude::*;

use super::Panel;
use super::home::home_choice;
use super::name::name_heading;
use crate::editor::Action;
use crate::plan::{Edit, Limits, Population};
use crate::ui::number_field::NumberField;
use crate::ui::shared::Shared;
use crate::ui::top_bar::labelled_command_button;

/// A share of the users: its name, what it means, where it is read and where it is written.
type Share = (&'static str, &'static str, &'static str, fn(&Population) -> f64, fn(&mut Population, f64));

const SHARES: [Share; 3] = [
    (
        "connected",
        "Connected",
        "Share of them connected at the busy hour.",
        |users| users.connected_share,
        |users, share| users.connected_share = share,
    ),
    (
        "remote",
        "Remote",
        "Share of the connected who come in from outside.",
        |users| users.remote_share,
        |users, share| users.remote_share = share,
    ),
    (
        "group-chat",
        "Group Chat",
        "Share of them who use Group Chat.",
        |users| users.group_chat_share,
        |users, share| users.group_chat_share = share,
    ),
];

/// Users.
pub(super) fn population_panel(panel: &Panel, users: &Shared<Population>) -> Html {
    let &Panel { state, catalog, dispatch, .. } = panel;
    let change = {
        let dispatch = dispatch.clone();
        Callback::from(move |(label, users): (&'static str, Population)| {
            dispatch.emit(Action::Edit { label: label.into(), edits: vec![Edit::SetPopulation(users)] });
        })
    };
    let count = {
        let (users, change) = (users.clone(), change.clone());
        Callback::from(move |count: Option<f64>| {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the field holds it between 0 and the limit"
            )]
            let count = count.unwrap_or_default().round() as u32;
            change.emit(("Change the number of users", Population { users: count, ..(**users).clone() }));
        })
    };
    let home = {
        let (users, change) = (users.clone(), change.clone());
        Callback::from(move |home| change.emit(("Change the home", Population { home, ..(**users).clone() })))
    };
    html! {
        <>
            { name_heading(&users.id, &users.name, panel) }
            <p class="sub">{ "Users homed together" }</p>
            <div class="row">
                <label class="row-label" for="users-count">{ "Users" }</label>
                <NumberField key={users.id.to_string()} id="users-count" value={Some(f64::from(users.users))} min={0.0} max={f64::from(Limits::USERS)} changed={count} />
            </div>
            for share in &SHARES { { share_row(share, users, &change) } }
            { home_choice(users, state, catalog, home) }
            <div class="actions">{ labelled_command_button("delete", state, dispatch) }</div>
        </>
    }
}

fn share_row(
    (id, name, about, read, write): &Share,
    users: &Shared<Population>,
    change: &Callback<(&'static str, Population)>,
) -> Html {
    let changed = {
        let (users, change, write) = (users.clone(), change.clone(), *write);
        Callback::from(move |percent: Option<f64>| {
            let mut changed = (**users).clone();
            write(&mut changed, percent.unwrap_or_default() / 100.0);
            change.emit(("Change what users do", changed));
        })
    };
    let field = format!("users-{id}");
    html! {
        <div class="row" key={*id}>
            <label class="row-label" for={field.clone()}>{ *name }</label>
            <NumberField key={users.id.to_string()} id={field} value={Some(read(users) * 100.0)} min={0.0} max={100.0} unit="%" {changed} />
            <p class="row-note">{ *about }</p>
        </div>
    }
}
