//! Availability of every workload as bars against its target.

use yew::prelude::*;

use crate::analysis::Analysis;
use crate::chart;
use crate::ui::memo::View;
use crate::ui::shared::Shared;

/// Width of the drawing.
const WIDTH: u32 = 760;

/// The drawing, and the same in words for those who hear it.
#[derive(PartialEq)]
pub struct AvailabilityChart {
    /// The figures.
    pub analysis: Shared<Analysis>,
}

impl View for AvailabilityChart {
    fn view(&self) -> Html {
        match chart::availability(&self.analysis.workloads, WIDTH) {
            Ok(chart) => html! {
                <figure class="chart">
                    <div aria-hidden="true">{ Html::from_html_unchecked(chart.svg.into()) }</div>
                    <figcaption class="hidden">{ chart.text }</figcaption>
                </figure>
            },
            Err(error) => html! { <p class="empty bad">{ format!("✕ {error}") }</p> },
        }
    }
}
