//! Places at a card's or frame's sides from which links are drawn.

use yew::prelude::*;

use crate::editor::Hit;
use crate::geometry::{Canvas, Size};
use crate::plan::NodeId;
use crate::ui::canvas::hit;
use crate::ui::markup::html;

/// A port in the middle of the left and of the right side; it shows when the pointer is near or the card is selected.
pub(in crate::ui::canvas) fn ports(node: &NodeId, size: Size<Canvas>) -> Html {
    let code = hit::code(&Hit::Port(node.clone()));
    let y = size.height / 2.0;
    html! {
        { for [0.0, size.width].into_iter().map(|x| html! {
            <g class="port" aria-hidden="true" data-hit={code.clone()}>
                <title>{ "Drag from here to link" }</title>
                <circle class="port-near" cx={x} cy={y} r="14" />
                <circle class="port-dot" cx={x} cy={y} r="5" />
            </g>
        }) }
    }
}
