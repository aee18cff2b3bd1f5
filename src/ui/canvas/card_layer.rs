//! All cards.

use yew::prelude::*;

use super::card::CardView;
use super::drawing::Drawing;
use super::hit;
use crate::editor::{Hit, State};
use crate::ui::markup::html;
use crate::ui::memo::memo;

/// All cards; those that move are shifted by a transform.
pub(super) fn cards(drawing: &Drawing, state: &State) -> Html {
    html! {
        <g class="cards">
            for model in drawing.models() {
                { memo(&hit::code(&Hit::Card(model.0.card.target.clone())), CardView {
                    model: model.clone(),
                    selected: state.selection.contains(&model.0.card.target),
                    shift: drawing.moved().and_then(|moved| moved.shift(&model.0.card.target)),
                }) }
            }
        </g>
    }
}
