//! What a user loses in a year.

use yew::prelude::*;

use super::cell;
use crate::analysis::Headline;
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::{figure_value, figure_value_as};
use crate::ui::format;
use crate::ui::message::Dispatch;

const MINUTES_PER_YEAR: f64 = 525_600.0;

/// What a user loses in a year, and for how long nobody at all is served.
pub fn downtime(headline: &Headline, dispatch: &Dispatch) -> Html {
    let nobody = &headline.measures.unavailability_any;
    let said = format::duration(nobody.value * MINUTES_PER_YEAR);
    cell(
        "Downtime per user",
        html! {
            <>
            <p class="value">
                { figure_value(FigureKey::Headline(Measure::Total), &headline.measures.losses.total, dispatch) }
                <small>{ "a year" }</small>
            </p>
            <p class="under">
                { "nobody served: " }
                { figure_value_as(FigureKey::Headline(Measure::Any), nobody, said, dispatch) }
            </p>
            </>
        },
    )
}
