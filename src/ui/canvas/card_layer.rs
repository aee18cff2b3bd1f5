//! All cards, in two layers: those that are selected or move lie above the others, and a move draws nothing but them again.

use yew::prelude::*;

use super::card::CardView;
use super::card_model::Model;
use super::drawing::Drawing;
use super::hit;
use super::moved::Moved;
use crate::collected::Set;
use crate::editor::{Hit, State, Target};
use crate::geometry::{Canvas, Rect};
use crate::ui::markup::html;
use crate::ui::memo::{View, memo};
use crate::ui::shared::Shared;

/// All cards; those that move are shifted by a transform.
pub(super) fn cards(drawing: &Drawing, state: &State) -> Html {
    let mut raised = state.selection.clone();
    raised.extend(state.reading.clone());
    raised.extend(drawing.moved().into_iter().flat_map(|moved| moved.targets.iter().cloned()));
    let models = drawing.models();
    let below =
        CardLayer { models: models.clone(), raised: raised.clone(), above: None, seen: drawing.seen() };
    let above = Above {
        selection: state.selection.clone(),
        read: state.reading.clone(),
        moved: drawing.moved().cloned(),
    };
    let above = CardLayer { models: models.clone(), raised, above: Some(above), seen: None };
    html! {
        <g class="cards">
            { memo("below", below) }
            { memo("above", above) }
        </g>
    }
}

/// One of the layers.
#[derive(PartialEq)]
struct CardLayer {
    models: Shared<Vec<Model>>,
    /// What lies above.
    raised: Set<Target>,
    /// How what lies above is drawn, in that layer.
    above: Option<Above>,
    /// The part that is drawn; none if all of it is.
    seen: Option<Rect<Canvas>>,
}

/// What is selected, read and moved.
#[derive(PartialEq)]
struct Above {
    selection: Set<Target>,
    read: Option<Target>,
    moved: Option<Moved>,
}

impl View for CardLayer {
    fn view(&self) -> Html {
        let mut cards: Vec<Html> = Vec::new();
        for model in &**self.models {
            let target = &model.0.card.target;
            let is_seen = self.seen.is_none_or(|part| part.meets(&model.0.card.rect));
            if !is_seen || self.raised.contains(target) != self.above.is_some() {
                continue;
            }
            let above = self.above.as_ref();
            let view = CardView {
                model: model.clone(),
                selected: above.is_some_and(|above| above.selection.contains(target)),
                read: above.is_some_and(|above| above.read.as_ref() == Some(target)),
                shift: above.and_then(|above| above.moved.as_ref()?.shift(target)),
            };
            cards.push(memo(&hit::code(&Hit::Card(target.clone())), view));
        }
        html! { <>{ for cards }</> }
    }
}
