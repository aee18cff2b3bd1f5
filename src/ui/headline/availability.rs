//! Availability, weighted by users, against its target.

use yew::prelude::*;

use super::cell;
use super::now::held;
use crate::analysis::{Analysis, Headline, Note};
use crate::compute::Served;
use crate::ui::element::{aside, span, words};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::format;
use crate::ui::markup::html;
use crate::ui::message::Dispatch;
use crate::ui::now_figure::NowFigure;

/// Availability, weighted by users.
pub fn availability(
    analysis: &Analysis,
    headline: &Headline,
    served: Option<&Served>,
    dispatch: &Dispatch,
) -> Html {
    let lost = &headline.measures.unavailability_user_weighted;
    let mut value = vec![figure_value(FigureKey::Headline(Measure::UserWeighted), lost, dispatch)];
    if let Some(target) = headline.target {
        value.push(aside(vec![words(&format!("target {}", format::target(target)))]));
    }
    let under = match (served, headline.target) {
        (Some(served), _) => held(NowFigure::Unavailability, served, dispatch),
        (None, target) => {
            let (class, said) = match target {
                None => ("", "no target set"),
                Some(target) if lost.value <= 1.0 - target => ("ok", "▲ meets target"),
                Some(_) => ("bad", "▼ below target"),
            };
            vec![span(class, said), remark(&analysis.notes)]
        }
    };
    cell("Availability, user-weighted", ("value", value), under)
}

/// That the drawing makes the figures hypothetical.
fn remark(notes: &[Note]) -> Html {
    let mut texts = Vec::new();
    for note in notes {
        if note.hypothetical {
            texts.push(note.text.as_str());
        }
    }
    if texts.is_empty() {
        return Html::default();
    }
    html! {
        <span class="risk" data-hypothetical="true" title={texts.join("\n")}>{ " · ▲ hypothetical" }</span>
    }
}
