//! Whether the users fit.

use yew::prelude::*;

use super::{cell, more};
use crate::analysis::Headline;
use crate::ui::element::{aside, span, words};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::{figure_value, figure_value_as};
use crate::ui::format;
use crate::ui::message::Dispatch;

/// Users who want the service and users who fit.
pub fn capacity(headline: &Headline, dispatch: &Dispatch) -> Html {
    let (demand, capacity) = (&headline.measures.demand_users, &headline.measures.capacity_users);
    let key = FigureKey::Headline;
    let under = match headline.measures.load() {
        Some(load) if load.value <= 1.0 => {
            let said = format!("{} of capacity used", format::percent(load.value));
            vec![span("ok", "▲ they fit"), more(1, figure_value_as(FigureKey::Load, &load, said, dispatch))]
        }
        _ => {
            let over = format!("{} too many", format::users(demand.value - capacity.value));
            vec![span("bad", "▼ "), figure_value_as(key(Measure::Demand), demand, over, dispatch)]
        }
    };
    let room = vec![words("room for "), figure_value(key(Measure::Capacity), capacity, dispatch)];
    let value = vec![figure_value(key(Measure::Demand), demand, dispatch), aside(room)];
    cell("Users connected", ("value", value), under)
}
