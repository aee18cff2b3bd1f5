//! A chart in its place: the drawing with its parts to point at, and the same in words for those who hear it.

use yew::prelude::*;

use crate::compute::{ChartKind, Drawn, Reply};
use crate::ui::markup::html;
use crate::ui::memo::{View, memo};
use crate::ui::shared::Shared;
use crate::ui::told::Told;

/// The chart as the worker drew it, or why there is none yet.
pub(super) fn chart(kind: ChartKind, told: &Told) -> Html {
    let reply = told.reply.as_ref().filter(|reply| drawn(reply, kind).is_some());
    match (reply, &told.problem) {
        (Some(reply), _) => memo("chart", Chart { kind, reply: reply.clone() }),
        (None, Some(problem)) => html! { <p class="empty bad">{ "✕ " }{ problem }</p> },
        (None, None) => html! { <p class="empty">{ "Computing…" }</p> },
    }
}

fn drawn(reply: &Reply, kind: ChartKind) -> Option<&Drawn> {
    reply.charts.iter().find(|chart| chart.kind == kind)
}

#[derive(PartialEq)]
struct Chart {
    kind: ChartKind,
    reply: Shared<Reply>,
}

impl View for Chart {
    fn view(&self) -> Html {
        let Some(chart) = drawn(&self.reply, self.kind) else { return Html::default() };
        if let Some(problem) = &chart.problem {
            return html! { <p class="empty bad">{ format!("✕ {problem}") }</p> };
        }
        html! {
            <figure class="chart" data-chart={self.kind.id()}>
                { Html::from_html_unchecked(chart.svg.clone().into()) }
                <figcaption class="hidden">{ &chart.text }</figcaption>
            </figure>
        }
    }
}
