//! What a user loses in a year.

use yew::prelude::*;

use super::cell;
use super::now::held;
use crate::analysis::Headline;
use crate::compute::Served;
use crate::ui::element::{aside, words};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::message::Dispatch;
use crate::ui::now_figure::NowFigure;

/// What a user loses in a year, and for how long nobody at all is served.
pub fn downtime(headline: &Headline, served: Option<&Served>, dispatch: &Dispatch) -> Html {
    let measures = &headline.measures;
    let total = figure_value(FigureKey::Headline(Measure::Total), &measures.losses.total, dispatch);
    let under = match served {
        Some(served) => held(NowFigure::Lost, served, dispatch),
        None => {
            vec![words("nobody served: "), figure_value(FigureKey::DownTime, &measures.down_time(), dispatch)]
        }
    };
    cell("Downtime per user", ("value", vec![total, aside(vec![words("a year")])]), under)
}
