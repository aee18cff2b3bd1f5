//! A chart in its place: the drawing, its parts to point at, and the same in words for those who hear it.

use yew::prelude::*;

use super::tip::marks;
use crate::analysis::{Analysis, ServedUsers};
use crate::chart::{self, Frame};
use crate::ui::memo::{View, memo};
use crate::ui::shared::Shared;

/// What is drawn, from what.
#[derive(PartialEq)]
pub(super) enum Figures {
    /// How available the workloads are.
    Availability(Shared<Analysis>),
    /// What the failure of each server does.
    Failures(Shared<Analysis>),
    /// What users lose, by cause.
    Losses(Shared<Analysis>),
    /// How many users are served.
    Served(Shared<ServedUsers>),
}

#[derive(PartialEq)]
struct Drawn {
    figures: Figures,
    frame: Frame,
}

/// The chart, drawn again only for other figures or another size.
pub(super) fn chart(figures: Figures, frame: Frame) -> Html {
    memo("chart", Drawn { figures, frame })
}

impl View for Drawn {
    fn view(&self) -> Html {
        let frame = self.frame;
        let (id, name, drawn) = match &self.figures {
            Figures::Availability(analysis) => {
                ("availability", "Availability by workload", chart::availability(&analysis.workloads, frame))
            }
            Figures::Failures(analysis) => {
                ("failures", "Failures of single servers", chart::failures(&analysis.failures, frame))
            }
            Figures::Losses(analysis) => {
                let all = analysis.headline.as_ref();
                ("losses", "Minutes lost by cause", chart::losses(all, &analysis.workloads, frame))
            }
            Figures::Served(law) => ("served", "Users served", chart::served(law, frame)),
        };
        match drawn {
            Ok(chart) => html! {
                <figure class="chart" data-chart={id}>
                    <div aria-hidden="true">{ Html::from_html_unchecked(chart.svg.into()) }</div>
                    { marks(name, &chart.marks) }
                    <figcaption class="hidden">{ chart.text }</figcaption>
                </figure>
            },
            Err(error) => html! { <p class="empty bad">{ format!("✕ {error}") }</p> },
        }
    }
}
