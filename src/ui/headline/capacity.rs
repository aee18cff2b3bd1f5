//! Whether the users fit.

use yew::prelude::*;

use super::{Cell, CellProps};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::format;

/// Users who want the service and users who fit.
#[component]
pub fn Capacity(props: &CellProps) -> Html {
    let Some(headline) = &props.analysis.headline else { return Html::default() };
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
    html! {
        <Cell label="Users connected">
            <p class="value">
                { figure_value(FigureKey::Headline(Measure::Demand), demand) }
                <small>
                    { "room for " }{ figure_value(FigureKey::Headline(Measure::Capacity), capacity) }
                </small>
            </p>
            <p class="under">{ load }</p>
        </Cell>
    }
}
