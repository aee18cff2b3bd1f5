//! Whether the users fit.

use yew::prelude::*;

use super::{cell, more};
use crate::analysis::{Analysis, Headline};
use crate::catalog::workload::Workload;
use crate::ui::element::{aside, span, words};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::{figure_value, figure_value_as};
use crate::ui::format;
use crate::ui::message::Dispatch;

/// Users who want the service and users who fit.
pub fn capacity(analysis: &Analysis, headline: &Headline, dispatch: &Dispatch) -> Html {
    let (demand, capacity) = (&headline.measures.demand_users, &headline.measures.capacity_users);
    let key = FigureKey::Headline;
    let crowded = analysis.workloads.iter().find(|row| {
        row.key.workload == Workload::ImPresence
            && row.measures.demand_users.value > row.measures.capacity_users.value
    });
    let under = match (headline.measures.load(), crowded) {
        // Their home has room for them, the way to it has not.
        (Some(load), Some(row)) if load.value <= 1.0 => {
            let over = row.measures.demand_users.value - row.measures.capacity_users.value;
            let over = format!("{} {} too many", format::users(over), row.key.location.id());
            let figure = FigureKey::Row(row.key.id().into(), Measure::Demand);
            vec![span("bad", "▼ "), figure_value_as(figure, &row.measures.demand_users, over, dispatch)]
        }
        (Some(load), _) if load.value <= 1.0 => {
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
