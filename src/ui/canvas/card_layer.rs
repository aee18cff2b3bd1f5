//! All cards.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::card::CardView;
use super::card_model::Model;
use super::hit;
use super::moved::Moved;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::editor::{Hit, Scene, Target};
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The drawing.
    pub scene: Shared<Scene>,
    /// What can be placed.
    pub catalog: Shared<Catalog>,
    /// The figures.
    pub analysis: Option<Shared<Analysis>>,
    /// What is selected.
    pub selection: BTreeSet<Target>,
    /// What a move under way shifts.
    pub moved: Option<Moved>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// All cards; those that move are shifted by a transform.
#[component]
pub(super) fn CardLayer(props: &Props) -> Html {
    let basis = (props.scene.clone(), props.catalog.clone(), props.analysis.clone());
    let models = use_memo(basis, |(scene, catalog, analysis)| {
        let analysis = analysis.as_ref().map(|analysis| &***analysis);
        scene.cards.iter().map(|card| Model::of(card, catalog, analysis)).collect::<Vec<_>>()
    });
    html! {
        <g class="cards">
            { for models.iter().map(|model| {
                let target = &model.0.card.target;
                html! {
                    <CardView
                        key={hit::code(&Hit::Card(target.clone()))}
                        model={model.clone()}
                        selected={props.selection.contains(target)}
                        shift={props.moved.as_ref().and_then(|moved| moved.shift(target))}
                        dispatch={props.dispatch.clone()}
                    />
                }
            }) }
        </g>
    }
}
