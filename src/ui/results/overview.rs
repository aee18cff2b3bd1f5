//! The first questions, each answered by a chart: how available, what if something fails, and how often there is room for whom.

use yew::prelude::*;

use super::Room;
use super::chart::{Figures, chart};
use super::served::Served;
use crate::analysis::Analysis;
use crate::chart::Frame;
use crate::ui::shared::Shared;

/// What the charts say, and what stands in their place before there are users.
const QUESTIONS: [(&str, &str); 3] = [
    (
        "Availability by workload",
        "Every workload gets a bar here, one nine longer for every tenfold fewer losses, with a tick at its target.",
    ),
    (
        "If this server fails",
        "Every server is ranked here by how many users its death cuts off, leaves without room, or makes connect again.",
    ),
    (
        "Users served, how often",
        "A curve shows here for which share of time how many users are served, up to everybody.",
    ),
];

/// Least width of a column, the space at its sides, and the height of its heading with the space around.
const LEAST: u32 = 260;
const SIDES: u32 = 36;
const HEADING: u32 = 40;

/// Three charts beside each other, or below where there is no room.
pub(super) fn overview(analysis: Option<&Shared<Analysis>>, served: &Served, (width, height): Room) -> Html {
    let columns = (width / LEAST).clamp(1, 3);
    let frame = Frame::held_to((width / columns).saturating_sub(SIDES), height.saturating_sub(HEADING));
    let mut index = 0;
    let bodies = QUESTIONS.map(|(title, nothing)| {
        index += 1;
        let figures = analysis.and_then(|analysis| match index {
            1 => Some(Figures::Availability(analysis.clone())),
            2 => Some(Figures::Failures(analysis.clone())),
            _ => served.law.clone().map(Figures::Served),
        });
        let stale = index == 3 && served.stale;
        let body = match (figures, &served.problem) {
            (Some(figures), _) => chart(figures, frame),
            (None, _) if analysis.is_none() => html! { <p>{ nothing }{ " Add users to see it." }</p> },
            (None, Some(problem)) => html! { <p class="bad">{ format!("✕ {problem}") }</p> },
            (None, None) => html! { <p>{ "Computing…" }</p> },
        };
        html! {
            <div key={title} class={classes!("question", stale.then_some("stale"))} aria-busy={stale.to_string()}>
                <h3>{ title }</h3>
                { body }
            </div>
        }
    });
    html! { <div class={format!("overview columns-{columns}")}>{ for bodies }</div> }
}
