//! The strip while something is down: figures of this moment beside those of the long run.

use yew::prelude::*;

use super::cell;
use crate::analysis::Headline;
use crate::compute::{Moment, Served};
use crate::ui::element::{aside, span, words};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::{figure_value, figure_value_as};
use crate::ui::format;
use crate::ui::message::Dispatch;
use crate::ui::now_figure::NowFigure;

/// What the figure above becomes in the long run if what is down stays down.
pub fn held(figure: NowFigure, served: &Served, dispatch: &Dispatch) -> Vec<Html> {
    let value = figure_value(FigureKey::Now(None, figure), &figure.of(served).figure(), dispatch);
    vec![words("with this down: "), value]
}

/// Users served at this moment, of those who want it.
pub fn users(moment: &Moment, served: &Served, headline: &Headline, dispatch: &Dispatch) -> Html {
    let demand = &headline.measures.demand_users;
    let users = NowFigure::Users;
    let missing = demand.value - served.users.value;
    let is_whole = missing < 0.5;
    let class = if is_whole { "value" } else { "value bad" };
    let elsewhere = moment.cut_off.value + moment.over_capacity.value;
    let under = vec![match (is_whole, elsewhere >= 0.5) {
        (false, _) => span("bad", &format!("✕ {} are not served", format::users(missing))),
        (true, true) => span("bad", &format!("✕ {} lose another workload", format::users(elsewhere))),
        (true, false) => span("ok", "● nobody is cut off"),
    }];
    let all =
        figure_value_as(FigureKey::Headline(Measure::Demand), demand, format::users(demand.value), dispatch);
    let value = vec![
        figure_value(FigureKey::Now(None, users), &users.of(served).figure(), dispatch),
        aside(vec![words("of "), all]),
    ];
    cell("Users served now", (class, value), under)
}
