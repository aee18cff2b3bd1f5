//! Availability of every workload as bars against its target.

use yew::prelude::*;

use crate::analysis::Analysis;
use crate::chart;
use crate::ui::shared::Shared;

/// Width of the drawing.
const WIDTH: u32 = 760;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// The figures.
    pub analysis: Shared<Analysis>,
}

/// The drawing, and the same in words for those who hear it.
#[component]
pub fn AvailabilityChart(props: &Props) -> Html {
    let chart = use_memo(props.analysis.clone(), |analysis| chart::availability(&analysis.workloads, WIDTH));
    match &*chart {
        Ok(chart) => html! {
            <figure class="chart">
                <div aria-hidden="true">{ Html::from_html_unchecked(chart.svg.clone().into()) }</div>
                <figcaption class="hidden">{ &chart.text }</figcaption>
            </figure>
        },
        Err(error) => html! { <p class="empty bad">{ format!("✕ {error}") }</p> },
    }
}
