//! What the analysis says of a component or pool by itself.

use yew::prelude::*;

use crate::analysis::Analysis;
use crate::plan::NodeId;
use crate::ui::figure_key::{FigureKey, Own};
use crate::ui::figure_value::figure_value;
use crate::ui::mark::mark_chip;
use crate::ui::message::Dispatch;

const LINES: [(Own, &str); 5] = [
    (Own::Unavailability, "Availability"),
    (Own::Mtbf, "MTBF of a server"),
    (Own::Mttr, "MTTR of a server"),
    (Own::Demand, "Users who want it"),
    (Own::Capacity, "Users it carries"),
];

/// Figures of a component or pool by itself.
pub(super) fn own_figures(node: &NodeId, analysis: &Analysis, dispatch: &Dispatch) -> Html {
    let Some(figures) = analysis.components.get(node) else { return Html::default() };
    html! {
        <>
            <h3>{ "By itself" }</h3>
            <dl class="own-figures">
                for (own, label) in LINES {
                    if let Some(figure) = own.of(figures) {
                        <div key={own.id()}>
                            <dt>{ label }</dt>
                            <dd>
                                { mark_chip(figure.mark) }
                                { figure_value(FigureKey::Component(node.clone(), own), figure, dispatch) }
                            </dd>
                        </div>
                    }
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
