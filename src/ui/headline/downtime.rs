//! What a user loses in a year.

use yew::prelude::*;

use super::now::held;
use super::{cell, more};
use crate::analysis::Headline;
use crate::compute::Served;
use crate::ui::element::{aside, words};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::{figure_value, figure_value_as};
use crate::ui::format;
use crate::ui::message::Dispatch;
use crate::ui::now_figure::NowFigure;

/// What a user loses in a year, and for how long nobody at all is served.
pub fn downtime(headline: &Headline, served: Option<&Served>, dispatch: &Dispatch) -> Html {
    let measures = &headline.measures;
    let total = figure_value(FigureKey::Headline(Measure::Total), &measures.losses.total, dispatch);
    let under = if let Some(served) = served {
        held(NowFigure::Lost, served, dispatch)
    } else {
        let planned = measures.losses.planned_share();
        let said = format!("{} planned", format::percent(planned.value));
        let planned = figure_value_as(FigureKey::PlannedShare, &planned, said, dispatch);
        let nobody = figure_value(FigureKey::DownTime, &measures.down_time(), dispatch);
        vec![words("nobody served: "), nobody, more(1, planned)]
    };
    cell("Downtime per user", ("value", vec![total, aside(vec![words("a year")])]), under)
}
