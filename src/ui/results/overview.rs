//! The first questions, each answered by a chart: how available, what if something fails, and how often there is room for whom.

use yew::prelude::*;

use super::Room;
use super::chart::chart;
use crate::compute::{ChartErrand, ChartKind};
use crate::ui::markup::{classes, html};
use crate::ui::told::Told;

/// What the charts say, and what stands in their place before there are users.
const QUESTIONS: [(ChartKind, &str, &str); 3] = [
    (
        ChartKind::Availability,
        "Availability by workload",
        "Every workload gets a bar here, one nine longer for every tenfold fewer losses, with a tick at its target.",
    ),
    (
        ChartKind::Failures,
        "If this server fails",
        "Every server is ranked here by how many users its death cuts off, leaves without room, or makes connect again.",
    ),
    (
        ChartKind::Served,
        "Users served, how often",
        "A curve shows here for which share of time how many users are served, up to everybody.",
    ),
];

/// Least width of a column, the space at its sides, and the height of its heading with the space around.
const LEAST: u32 = 260;
const SIDES: u32 = 36;
const HEADING: u32 = 40;

/// Width of a column and how many there are, and the height of a chart in it.
fn columns((width, height): Room) -> (u32, u32, u32) {
    let columns = (width / LEAST).clamp(1, 3);
    (columns, (width / columns).saturating_sub(SIDES), height.saturating_sub(HEADING))
}

/// The three charts, at their size.
pub(super) fn charts(room: Room) -> Vec<ChartErrand> {
    let (_, width, height) = columns(room);
    QUESTIONS.iter().map(|(kind, ..)| ChartErrand { kind: *kind, width, height: Some(height) }).collect()
}

/// Three charts beside each other, or below where there is no room.
pub(super) fn overview(has_users: bool, told: &Told, room: Room) -> Html {
    let (columns, ..) = columns(room);
    let bodies = QUESTIONS.map(|(kind, title, nothing)| {
        let body = if has_users {
            chart(kind, told)
        } else {
            html! { <p>{ nothing }{ " Add users to see it." }</p> }
        };
        html! {
            <div key={title} class={classes!("question", told.stale.then_some("stale"))} aria-busy={told.stale.to_string()}>
                <h3>{ title }</h3>
                { body }
            </div>
        }
    });
    html! { <div class={format!("overview columns-{columns}")}>{ for bodies }</div> }
}
