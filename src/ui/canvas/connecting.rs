//! A connection that is being drawn.

use yew::prelude::*;

use crate::decimal::plain;
use crate::editor::{Gesture, Scene, State, Target};
use crate::geometry::{Canvas, Point, Rect};
use crate::plan::NodeId;
use crate::ui::format::translate;
use crate::ui::markup::{classes, html};

/// A line from where the connection begins to the pointer, and a ring around what it would connect to.
pub(super) fn connecting(state: &State, scene: &Scene) -> Html {
    let Some(Gesture::Connect { from, to, over }) = &state.gesture else { return Html::default() };
    let Some(start) = place(scene, from) else { return Html::default() };
    let x = if to.x < start.center().x { start.origin.x } else { start.far_corner().x };
    let begin = Point::<Canvas>::new(x, start.center().y);
    let class = match over {
        None => "open",
        Some((_, Ok(_))) => "possible",
        Some((_, Err(_))) => "refused",
    };
    let ring = over.as_ref().and_then(|(node, _)| place(scene, node)).map(|rect| rect.grown(5.0));
    html! {
        <g class={classes!("connection", class)}>
            if let Some(ring) = ring {
                <rect
                    class="connection-ring"
                    x={ring.origin.x}
                    y={ring.origin.y}
                    width={ring.size.width}
                    height={ring.size.height}
                    rx="12"
                />
            }
            <path class="connection-line" d={format!("M{} {}L{} {}", plain(begin.x), plain(begin.y), plain(to.x), plain(to.y))} />
            if matches!(over, Some((_, Err(_)))) {
                <path class="connection-sign" transform={translate(to.x, to.y)} d="M-5-5l10 10m0-10l-10 10" />
            } else {
                <circle class="connection-end" cx={to.x} cy={to.y} r="5" />
            }
        </g>
    }
}

fn place(scene: &Scene, node: &NodeId) -> Option<Rect<Canvas>> {
    let card = scene.cards.iter().find(|card| card.target == Target::Node(node.clone()));
    let frame = || scene.frames.iter().find(|frame| frame.pool == *node).map(|frame| frame.rect);
    card.map(|card| card.rect).or_else(frame)
}
