//! What the analysis says of a component or pool by itself.

use yew::prelude::*;

use super::Inspector;
use crate::plan::NodeId;
use crate::ui::element::{heading, line, words};
use crate::ui::figure_key::{FigureKey, Own};
use crate::ui::figure_value::figure_value;
use crate::ui::markup::html;

const LINES: [(Own, &str); 7] = [
    (Own::Unavailability, "Availability"),
    (Own::DownTime, "Down time"),
    (Own::Demand, "Users who want it"),
    (Own::Capacity, "Users it carries"),
    (Own::Load, "Load"),
    (Own::Mtbf, "MTBF of a server"),
    (Own::Mttr, "MTTR of a server"),
];

/// Figures of a component or pool by itself.
pub(super) fn own_figures(panel: &Inspector, parts: &mut Vec<Html>, node: &NodeId) {
    let analysis = panel.computed.analysis.as_ref();
    let Some(figures) = analysis.and_then(|analysis| analysis.components.get(node)) else { return };
    parts.push(heading("By itself"));
    for (own, label) in LINES {
        parts.push(figure_line(panel, label, FigureKey::Component(node.clone(), own)));
    }
    if figures.single_point_of_failure {
        let text = "▲ Single point of failure: the loss of any one of its servers cuts users off.";
        parts.push(line("remark risk", text));
    }
}

/// A figure behind its name; nothing where there is no such figure.
pub(super) fn figure_line(panel: &Inspector, label: &str, key: FigureKey) -> Html {
    let Some(figure) = key.find(panel.known()) else { return Html::default() };
    html! {
        <p key={label} class="own-figure" role="group" aria-label={label.to_string()}><span>{ words(label) }</span>{ figure_value(key, &figure, &panel.dispatch) }</p>
    }
}
