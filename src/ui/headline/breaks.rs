//! How often service breaks and for how long.

use yew::prelude::*;

use super::{Cell, CellProps};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::format;

/// How often service for all breaks off and for how long.
#[component]
pub fn Breaks(props: &CellProps) -> Html {
    let Some(headline) = &props.analysis.headline else { return Html::default() };
    let (often, long) = (&headline.measures.outages_per_year, &headline.measures.mean_down_time);
    let losses = &headline.measures.losses;
    let planned = if losses.total.value > 0.0 { losses.planned.value / losses.total.value } else { 0.0 };
    html! {
        <Cell label="Service breaks off">
            <p class="value">
                { figure_value(FigureKey::Headline(Measure::OutagesPerYear), often) }
            </p>
            <p class="under">
                if often.value > 0.0 {
                    { "for " }
                    { figure_value(FigureKey::Headline(Measure::MeanDownTime), long) }
                    { " · " }
                }
                { format!("{} planned work", format::percent(planned)) }
            </p>
        </Cell>
    }
}
