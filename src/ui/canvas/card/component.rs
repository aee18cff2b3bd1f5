//! What is on a component's card.

use yew::prelude::*;

use super::dots::dots;
use super::{NAME_SIZE, glyph};
use crate::decimal::with_exponent;
use crate::picture::servers_now::left;
use crate::picture::{Load, text};
use crate::ui::canvas::card_model::CardModel;
use crate::ui::format;
use crate::ui::markup::{classes, html};

/// Where the card's contents begin and how wide they are.
const LEFT: f64 = 12.0;
const WIDTH: f64 = 172.0;

/// A card with icon, name, servers, availability and load.
pub(super) fn whole(model: &CardModel) -> Html {
    let figures = model.figures;
    let right = LEFT + WIDTH;
    html! {
        <>
            { glyph(&model.card.icon, 10.0, 9.0) }
            <text class="t1" x="38" y="24">{ text::cut(&model.card.name, NAME_SIZE, 148.0) }</text>
            { servers(model, LEFT + 5.0, 45.0, 88.0) }
            if let Some(left) = left(&model.servers) {
                <text class="own bad" x={right} y="49" text-anchor="end" data-left="">{ left }</text>
            } else if let Some(figures) = figures {
                <text class="own" x={right} y="49" text-anchor="end" data-value={with_exponent(figures.unavailability)}>
                    { format::availability_on_card(figures.unavailability) }
                </text>
            }
            { match (model.each_now, figures.and_then(|figures| figures.load)) {
                _ if model.is_dead() => html! { <text class="t3 bad" x={LEFT} y="71">{ "✕ down: serves nobody" }</text> },
                (Some((users, room)), _) => load(users, room, true),
                (None, Some((demand, capacity))) => load(demand, capacity, false),
                (None, None) => html! { <text class="t3" x={LEFT} y="71">{ &model.card.subtitle }</text> },
            } }
        </>
    }
}

/// A card with nothing but its icon and a dot for each unit, its name below.
pub(super) fn small(model: &CardModel) -> Html {
    let size = model.card.rect.size;
    let count = model.servers.len();
    #[allow(clippy::cast_precision_loss, reason = "one or two units")]
    let left = size.width / 2.0 - 7.0 * (count as f64 - 1.0);
    html! {
        <>
            { glyph(&model.card.icon, 12.0, 8.0) }
            { servers(model, left, 35.0, 14.0 * if count > 1 { 2.0 } else { 1.0 }) }
            <text class="below" x={size.width / 2.0} y="-9" text-anchor="middle">
                { text::cut(&model.card.name, 11.0, 120.0) }
            </text>
        </>
    }
}

fn servers(model: &CardModel, x: f64, y: f64, room: f64) -> Html {
    model.card.target.node().map(|node| dots(node, &model.servers, x, y, room)).unwrap_or_default()
}

/// A bar of users and of those for whom there is room: all servers together, or each that is left.
fn load(demand: f64, capacity: f64, each: bool) -> Html {
    let Load { state, share, words } = Load::of(demand, capacity, each);
    html! {
        <>
            <rect class="bar-back" x={LEFT} y="59" width={WIDTH} height="4" rx="2" />
            <rect class={classes!("bar", state)} x={LEFT} y="59" width={WIDTH * share} height="4" rx="2" />
            <text class={classes!("t3", state)} x={LEFT} y="76">{ words }</text>
        </>
    }
}
