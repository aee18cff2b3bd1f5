//! What the analysis says of a component or pool by itself.

use yew::prelude::*;

use super::Inspector;
use crate::plan::NodeId;
use crate::ui::figure_key::{FigureKey, Own};
use crate::ui::figure_value::figure_value;

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
pub(super) fn own_figures(panel: &Inspector, node: &NodeId) -> Html {
    let analysis = panel.computed.analysis.as_ref();
    let Some(figures) = analysis.and_then(|analysis| analysis.components.get(node)) else {
        return Html::default();
    };
    html! {
        <>
            <h3>{ "By itself" }</h3>
            <dl class="own-figures">
                for (own, label) in LINES {
                    { figure_line(panel, label, FigureKey::Component(node.clone(), own)) }
                }
            </dl>
            if figures.single_point_of_failure {
                <p class="remark risk">
                    <span aria-hidden="true">{ "▲ " }</span>
                    { "Single point of failure: the loss of any one of its servers cuts users off." }
                </p>
            }
        </>
    }
}

/// A figure behind its name in a list of figures; nothing where there is no such figure.
pub(super) fn figure_line(panel: &Inspector, label: &str, key: FigureKey) -> Html {
    let Some(figure) = key.find(panel.known()) else { return Html::default() };
    html! {
        <div key={label.to_string()}>
            <dt>{ label }</dt>
            <dd>{ figure_value(key, &figure, &panel.dispatch) }</dd>
        </div>
    }
}
