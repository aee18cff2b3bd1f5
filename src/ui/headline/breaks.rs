//! How often service breaks and for how long.

use yew::prelude::*;

use super::cell;
use crate::analysis::Headline;
use crate::ui::element::words;
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::message::Dispatch;

/// How often service for all breaks off and for how long.
pub fn breaks(headline: &Headline, dispatch: &Dispatch) -> Html {
    let (often, long) = (&headline.measures.outages_per_year, &headline.measures.mean_down_time);
    let mut under = Vec::new();
    if often.value > 0.0 {
        let long = figure_value(FigureKey::Headline(Measure::MeanDownTime), long, dispatch);
        under.extend([words("for "), long]);
    }
    let value = figure_value(FigureKey::Headline(Measure::OutagesPerYear), often, dispatch);
    cell("Service breaks off", ("value", vec![value]), under)
}
