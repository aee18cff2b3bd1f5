//! Users: how many, where they are, what they use, where they are homed.

use yew::prelude::*;

use super::Inspector;
use super::choice_row::choice_row;
use super::field_row::field_row;
use super::fold::fold;
use super::name::name_heading;
use super::own_figures::figure_line;
use crate::analysis::Location;
use crate::editor::Choice;
use crate::editor::field::{Field, Share};
use crate::plan::Population;
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::top_bar::labelled_command_button;

const SHARES: [(Share, &str, &str); 3] = [
    (Share::Connected, "Connected", "Share of them connected at the busy hour."),
    (Share::Remote, "Remote", "Share of the connected who come in from outside."),
    (Share::GroupChat, "Group Chat", "Share of them who use Group Chat."),
];

const UNREAD: [(Share, &str, &str); 2] = [
    (Share::Voice, "Voice", "Share of them who use voice."),
    (Share::WebAccess, "Browser client", "Share of them who use the browser client."),
];

/// Users.
pub(super) fn population_panel(panel: &Inspector, users: &Population) -> Html {
    let rows = panel.computed.analysis.iter().flat_map(|analysis| analysis.workloads.iter());
    let rows: Vec<_> = rows.filter(|row| row.key.population == users.id).collect();
    html! {
        <>
            { name_heading(&users.id, &users.name, panel) }
            <p class="sub">{ "Users homed together" }</p>
            { population_fields(panel) }
            if !rows.is_empty() {
                <h3>{ "Availability to them" }</h3>
                <dl class="own-figures">
                    { for rows.iter().map(|row| {
                        let place = if row.key.location == Location::Office { "" } else { ", outside" };
                        let label = format!("{}{place}", row.key.workload.name());
                        figure_line(panel, &label, FigureKey::Row(row.key.clone(), Measure::UserWeighted))
                    }) }
                </dl>
            }
            <div class="actions">{ labelled_command_button("delete", &panel.state, &panel.dispatch) }</div>
        </>
    }
}

/// The fields of all selected users.
pub(super) fn population_fields(panel: &Inspector) -> Html {
    let homeless = panel.state.selected_populations().any(|users| users.home.is_none());
    let warning = if homeless { "▲ Without a home they are not served." } else { "" };
    let share = |(share, name, about): &(Share, &str, &str)| {
        field_row(panel, Field::Share(*share), name, html! { *about })
    };
    html! {
        <>
            { field_row(panel, Field::Users, "Users", Html::default()) }
            { choice_row(panel, Choice::Home, "users-home", "Home", html! { <span class="risk">{ warning }</span> }) }
            for row in &SHARES { { share(row) } }
            { fold(panel, "unread", "Voice and browser", (false, html! { "not in the figures yet" }), &|| html! {
                <>
                    <p class="row-note">{ "Kept with the plan. No figure depends on them." }</p>
                    for row in &UNREAD { { share(row) } }
                </>
            }) }
        </>
    }
}
