//! The whole plan in small, once it does not fit into the window; a press on it moves the view there.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::drawing::Drawing;
use crate::decimal::plain;
use crate::editor::{Action, Scene, State};
use crate::geometry::{Canvas, Point, Rect, Size};
use crate::ui::markup::html;
use crate::ui::message::{Dispatch, Message};

/// Largest extent of the map on the screen.
const SIZE: Size<Canvas> = Size::new(136.0, 88.0);

/// The map; nothing while all of the plan is shown.
pub(super) fn minimap(drawing: &Drawing, state: &State, dispatch: &Dispatch) -> Html {
    let corner = |at| state.view.canvas_from_screen(at);
    let far = Point::new(state.window.width, state.window.height);
    let shown = Rect::between(corner(Point::default()), corner(far));
    let bounds = drawing.scene().bounds;
    if shown.encloses(&bounds) || state.window.width <= 0.0 {
        return Html::default();
    }
    let all = bounds.grown(24.0);
    let scale = (all.size.width / SIZE.width).max(all.size.height / SIZE.height);
    let [pools, cards] = drawing.whole_plan().clone();
    let moves = dispatch.on(move |event: &PointerEvent| to(event, all, scale));
    html! {
        <svg
            class="minimap"
            aria-hidden="true"
            viewBox={[all.origin.x, all.origin.y, all.size.width, all.size.height].map(plain).join(" ")}
            width={plain(all.size.width / scale)}
            height={plain(all.size.height / scale)}
            onpointerdown={moves.clone()}
            onpointermove={moves}
        >
            <path class="minimap-pools" d={pools} />
            <path class="minimap-cards" d={cards} />
            <path class="minimap-dead" d={outlines(drawing.dead())} />
            <path class="minimap-view" d={outlines(std::iter::once(shown))} />
        </svg>
    }
}

/// All pools and all cards, each as one path.
pub(super) fn whole_plan(scene: &Scene) -> [AttrValue; 2] {
    let pools = outlines(scene.frames.iter().map(|frame| frame.rect));
    [pools, outlines(scene.cards.iter().map(|card| card.rect))].map(AttrValue::from)
}

/// Rectangles as one path: a plan of a thousand parts is still one element.
fn outlines(rects: impl Iterator<Item = Rect<Canvas>>) -> String {
    let mut data = String::new();
    for Rect { origin, size } in rects {
        #[allow(clippy::cast_possible_truncation, reason = "a plan's places are far from the limits")]
        let pixels = |length: f64| (length.round() as i32).to_string();
        let [x, y, width, height] = [origin.x, origin.y, size.width, size.height].map(pixels);
        data.extend(["M", &x, " ", &y, "h", &width, "v", &height, "h-", &width, "z"]);
    }
    data
}

/// The view with its middle where the pressed pointer is on the map.
fn to(event: &PointerEvent, all: Rect<Canvas>, scale: f64) -> Option<Message> {
    if event.buttons() & 1 == 0 {
        return None;
    }
    // What Yew calls the current target is the page as a whole.
    let under: Element = event.target()?.dyn_into().ok()?;
    let map = under.closest(".minimap").ok()??;
    let rect = map.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
    let at = Point::new(all.origin.x + x * scale, all.origin.y + y * scale);
    Some(Message::Act(Action::Center(at).into()))
}
