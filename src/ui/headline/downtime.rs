//! What a user loses in a year.

use yew::prelude::*;

use super::{Cell, CellProps};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::{FigureValue, figure_value};
use crate::ui::format;

const MINUTES_PER_YEAR: f64 = 525_600.0;

/// What a user loses in a year, and for how long nobody at all is served.
#[component]
pub fn Downtime(props: &CellProps) -> Html {
    let Some(headline) = &props.analysis.headline else { return Html::default() };
    let nobody = &headline.measures.unavailability_any;
    let said = format::duration(nobody.value * MINUTES_PER_YEAR);
    html! {
        <Cell label="Downtime per user">
            <p class="value">
                { figure_value(FigureKey::Headline(Measure::Total), &headline.measures.losses.total) }
                <small>{ "a year" }</small>
            </p>
            <p class="under">
                { "nobody served: " }
                <FigureValue
                    name={FigureKey::Headline(Measure::Any)}
                    figure={crate::ui::shared::Shared::from(nobody)}
                    text={said}
                />
            </p>
        </Cell>
    }
}
