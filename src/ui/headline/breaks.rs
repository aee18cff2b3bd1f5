//! How often service breaks and for how long.

use yew::prelude::*;

use super::cell;
use crate::analysis::Headline;
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::format;
use crate::ui::message::Dispatch;

/// How often service for all breaks off and for how long.
pub fn breaks(headline: &Headline, dispatch: &Dispatch) -> Html {
    let (often, long) = (&headline.measures.outages_per_year, &headline.measures.mean_down_time);
    let losses = &headline.measures.losses;
    let planned = if losses.total.value > 0.0 { losses.planned.value / losses.total.value } else { 0.0 };
    cell(
        "Service breaks off",
        html! {
            <>
            <p class="value">
                { figure_value(FigureKey::Headline(Measure::OutagesPerYear), often, dispatch) }
            </p>
            <p class="under">
                if often.value > 0.0 {
                    { "for " }
                    { figure_value(FigureKey::Headline(Measure::MeanDownTime), long, dispatch) }
                    { " · " }
                }
                { format!("{} planned work", format::percent(planned)) }
            </p>
            </>
        },
    )
}
