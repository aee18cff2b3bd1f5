//! All cards.

use yew::prelude::*;

use super::card::CardView;
use super::card_model::Model;
use super::hit;
use super::moved::Moved;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::editor::{Hit, Scene, State};
use crate::ui::memo::memo;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;

/// All cards; those that move are shifted by a transform.
#[hook]
pub(super) fn use_cards(
    scene: &Shared<Scene>,
    catalog: &Shared<Catalog>,
    analysis: Option<&Shared<Analysis>>,
    state: &State,
    moved: Option<&Moved>,
    dispatch: &Dispatch,
) -> Html {
    let basis = (scene.clone(), catalog.clone(), analysis.cloned());
    let models = use_memo(basis, |(scene, catalog, analysis)| {
        let analysis = analysis.as_ref().map(|analysis| &***analysis);
        scene.cards.iter().map(|card| Model::of(card, catalog, analysis)).collect::<Vec<_>>()
    });
    html! {
        <g class="cards">
            for model in models.iter() {
                { memo(&hit::code(&Hit::Card(model.0.card.target.clone())), CardView {
                    model: model.clone(),
                    selected: state.selection.contains(&model.0.card.target),
                    shift: moved.and_then(|moved| moved.shift(&model.0.card.target)),
                    dispatch: dispatch.clone(),
                }) }
            }
        </g>
    }
}
