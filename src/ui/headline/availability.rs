//! Availability, weighted by users, against its target.

use yew::prelude::*;

use super::cell;
use crate::analysis::{Analysis, Headline, Note};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::format;
use crate::ui::message::Dispatch;

/// Availability, weighted by users.
pub fn availability(analysis: &Analysis, headline: &Headline, dispatch: &Dispatch) -> Html {
    let lost = &headline.measures.unavailability_user_weighted;
    let against = match headline.target {
        None => html! { <span>{ "no target set" }</span> },
        Some(target) if lost.value <= 1.0 - target => html! { <span class="ok">{ "▲ meets target" }</span> },
        Some(_) => html! { <span class="bad">{ "▼ below target" }</span> },
    };
    let notes = &analysis.notes;
    cell(
        "Availability, user-weighted",
        html! {
            <>
            <p class="value">
                { figure_value(FigureKey::Headline(Measure::UserWeighted), lost, dispatch) }
                if let Some(target) = headline.target {
                    <small data-target={format!("{target:e}")}>{ "target " }{ format::target(target) }</small>
                }
            </p>
            <p class="under">{ against }{ remark(notes) }</p>
            </>
        },
    )
}

/// That the drawing makes the figures hypothetical, or that there is something to read.
fn remark(notes: &[Note]) -> Html {
    let texts: Vec<&str> =
        notes.iter().filter(|note| note.hypothetical).map(|note| note.text.as_str()).collect();
    if texts.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { " · " }
            <span class="risk" data-hypothetical="true" title={texts.join("\n")}>{ "▲ hypothetical" }</span>
        </>
    }
}
