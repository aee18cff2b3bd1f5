//! What the analysis says of a component or pool by itself.

use yew::prelude::*;

use crate::analysis::Analysis;
use crate::plan::NodeId;
use crate::ui::figure_key::{FigureKey, Own};
use crate::ui::figure_value::figure_value;
use crate::ui::mark::MarkChip;
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The component or pool.
    pub node: NodeId,
    /// The figures.
    pub analysis: Shared<Analysis>,
}

const LINES: [(Own, &str); 5] = [
    (Own::Unavailability, "Availability"),
    (Own::Mtbf, "MTBF of a server"),
    (Own::Mttr, "MTTR of a server"),
    (Own::Demand, "Users who want it"),
    (Own::Capacity, "Users it carries"),
];

/// Figures of a component or pool by itself.
#[component]
pub(super) fn OwnFigures(props: &Props) -> Html {
    let Some(figures) = props.analysis.components.get(&props.node) else { return Html::default() };
    html! {
        <>
            <h3>{ "By itself" }</h3>
            <dl class="own-figures">
                { for LINES.into_iter().filter_map(|(own, label)| {
                    let figure = own.of(figures)?;
                    Some(html! {
                        <div key={own.id()}>
                            <dt>{ label }</dt>
                            <dd>
                                <MarkChip mark={figure.mark} />
                                { figure_value(FigureKey::Component(props.node.clone(), own), figure) }
                            </dd>
                        </div>
                    })
                }) }
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
