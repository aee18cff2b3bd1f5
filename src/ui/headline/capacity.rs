//! Whether the users fit.

use yew::prelude::*;

use super::cell;
use crate::analysis::Headline;
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::format;
use crate::ui::message::Dispatch;

/// Users who want the service and users who fit.
pub fn capacity(headline: &Headline, dispatch: &Dispatch) -> Html {
    let (demand, capacity) = (&headline.measures.demand_users, &headline.measures.capacity_users);
    let fits = demand.value <= capacity.value;
    let load = if fits && capacity.value > 0.0 {
        html! {
            <>
                <span class="ok">{ "▲ they fit" }</span>
                { format!(" · {} of capacity used", format::percent(demand.value / capacity.value)) }
            </>
        }
    } else {
        let over = format::users(demand.value - capacity.value);
        html! { <span class="bad">{ format!("▼ {over} too many") }</span> }
    };
    cell(
        "Users connected",
        html! {
            <>
            <p class="value">
                { figure_value(FigureKey::Headline(Measure::Demand), demand, dispatch) }
                <small>
                    { "room for " }{ figure_value(FigureKey::Headline(Measure::Capacity), capacity, dispatch) }
                </small>
            </p>
            <p class="under">{ load }</p>
            </>
        },
    )
}
