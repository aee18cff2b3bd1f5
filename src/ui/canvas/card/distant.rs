//! What is on a card that is seen from far away: little, and large enough to be read.

use yew::prelude::*;

use super::spoken;
use crate::geometry::{Canvas, Point, Rect};
use crate::picture::servers_now::{Doing, left};
use crate::picture::{outline, text};
use crate::ui::canvas::card_model::CardModel;
use crate::ui::markup::{classes, html};

/// Distance of what is written from the card's sides, and of the last line from its foot.
const LEFT: f64 = 12.0;
const LOW: f64 = 4.0;
/// Height of a card below which two lines stand closer.
const LOW_CARD: f64 = 72.0;

/// A component or users, with a large name in two lines; of servers only whether any is down.
pub(super) fn far(model: &CardModel) -> Html {
    let origin = Point::default();
    let is_low = model.card.rect.size.height < LOW_CARD;
    html! {
        <>
            if !is_low { <path class="glyph" transform="translate(8 8) scale(1.1)" d={outline(&model.card.icon)} /> }
            { name(model, origin, 21.0, if is_low { 0.0 } else { 28.0 }) }
            { down(model, origin, model.card.rect.size.height - LOW) }
        </>
    }
}

/// Anything, with a name as large as it can be. A thousand cards are drawn faster without what is too small
/// from there; a sign says where the rules or a single point of failure ask for care.
pub(super) fn very_far(model: &CardModel) -> Html {
    let Rect { origin, size } = model.card.rect;
    let at = if model.flat { origin } else { Point::default() };
    let low = size.height - LOW;
    let (sign, class) = match &model.found {
        Some(found) => (found.weight().sign, found.weight().class),
        None if model.figures.is_some_and(|figures| figures.single_point) => ("▲", "risk"),
        None => ("", ""),
    };
    html! {
        <>
            <title>{ spoken(model) }</title>
            <rect class="card" x={at.x} y={at.y} width={size.width} height={size.height} rx="8" />
            if let Some(heat) = model.heat { { heat.view(at, size, true) } }
            if size.width > 100.0 { { name(model, at, 27.0, 0.0) } }
            { down(model, at, low) }
            if !sign.is_empty() {
                <text class={classes!("far-name", "very", "mark", class)} x={at.x + size.width - LEFT} y={at.y + low} text-anchor="end">{ sign }</text>
            }
        </>
    }
}

fn name(model: &CardModel, at: Point<Canvas>, size: f64, indent: f64) -> Html {
    let card = model.card.rect.size;
    let (upper, lower) = if card.height < LOW_CARD { (26.0, 51.0) } else { (30.0, 58.0) };
    let (first, rest) = text::lines(&model.card.name, size, card.width - 2.0 * LEFT - indent);
    let is_down = model.servers.iter().any(|server| server.doing == Doing::Down);
    let class = classes!("t1", "far-name", (size > 21.0).then_some("very"), is_down.then_some("bad"));
    html! {
        <>
            if !first.is_empty() { <text class={class.clone()} x={at.x + LEFT + indent} y={at.y + upper}>{ first }</text> }
            if !rest.is_empty() { <text {class} x={at.x + LEFT} y={at.y + lower}>{ rest }</text> }
        </>
    }
}

fn down(model: &CardModel, at: Point<Canvas>, low: f64) -> Html {
    match left(&model.servers) {
        Some(left) => {
            html! { <text class="t3 far-name bad" x={at.x + LEFT} y={at.y + low}>{ format!("✕ {left}") }</text> }
        }
        None => Html::default(),
    }
}
