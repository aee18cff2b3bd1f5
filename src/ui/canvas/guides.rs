//! What helps to place what is moved: the lines that it shares with what stands, and where the original of a copy stays.

use yew::prelude::*;

use super::drawing::Drawing;
use crate::decimal::plain;
use crate::editor::{Gesture, State};
use crate::ui::markup::html;

/// The lines, and the outline of what is left behind.
pub(super) fn guides(drawing: &Drawing, state: &State) -> Html {
    let (Some(Gesture::Move(drag)), Some(moved)) = (&state.gesture, drawing.moved()) else {
        return Html::default();
    };
    let mut lines = String::new();
    for (from, to) in drag.guides(moved.by) {
        for (sign, part) in [("M", from.x), (" ", from.y), ("L", to.x), (" ", to.y)] {
            lines.extend([sign, &plain(part)]);
        }
    }
    let whole = drag.whole();
    html! {
        <>
            if drag.copy {
                <rect class="marquee" x={whole.origin.x} y={whole.origin.y} width={whole.size.width} height={whole.size.height} rx="8" />
            }
            <path class="guides" d={lines} />
        </>
    }
}
