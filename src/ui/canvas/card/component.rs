//! What is on a component's card.

use yew::prelude::*;

use super::dots::dots;
use super::{NAME_SIZE, glyph};
use crate::ui::canvas::card_model::CardModel;
use crate::ui::canvas::text;
use crate::ui::format;

/// Where the card's contents begin and how wide they are.
const LEFT: f64 = 12.0;
const WIDTH: f64 = 172.0;
/// Loads from which on a bar asks for care, and from which on users do not fit.
const NEAR: f64 = 0.85;
const FULL: f64 = 1.0;

/// A card with icon, name, servers, availability and load.
pub(super) fn whole(model: &CardModel, servers: usize) -> Html {
    let figures = model.figures;
    html! {
        <>
            { glyph(&model.card.icon, 10.0, 9.0) }
            <text class="t1" x="38" y="24">{ text::cut(&model.card.name, NAME_SIZE, 148.0) }</text>
            { dots(servers, model.standby, LEFT + 5.0, 45.0, 88.0) }
            if let Some(figures) = figures {
                <text class="own" x={(LEFT + WIDTH).to_string()} y="49" text-anchor="end" data-value={format!("{:e}", figures.unavailability)}>
                    { format::availability_on_card(figures.unavailability) }
                </text>
            }
            { match figures.and_then(|figures| figures.load) {
                Some((demand, capacity)) => load(demand, capacity),
                None => html! { <text class="t3" x={LEFT.to_string()} y="71">{ &model.card.subtitle }</text> },
            } }
        </>
    }
}

/// A card with nothing but its icon and a dot for each unit, its name below.
pub(super) fn small(model: &CardModel, servers: usize) -> Html {
    let size = model.card.rect.size;
    #[allow(clippy::cast_precision_loss, reason = "one or two units")]
    let left = size.width / 2.0 - 3.5 * (servers as f64 - 1.0);
    html! {
        <>
            { glyph(&model.card.icon, 12.0, 8.0) }
            { dots(servers, model.standby, left, 36.0, 7.0 * if servers > 1 { 2.0 } else { 1.0 }) }
            <text class="below" x={(size.width / 2.0).to_string()} y="-9" text-anchor="middle">
                { text::cut(&model.card.name, 11.0, 120.0) }
            </text>
        </>
    }
}

fn load(demand: f64, capacity: f64) -> Html {
    let share = if capacity > 0.0 { demand / capacity } else { f64::INFINITY };
    let state = match share {
        share if share > FULL => "bad",
        share if share > NEAR => "risk",
        _ => "calm",
    };
    let sign = match state {
        "bad" => "▼ ",
        "risk" => "▲ ",
        _ => "",
    };
    // Beside a sign there is no room for the word.
    let word = if sign.is_empty() { " users" } else { "" };
    let said = if share.is_finite() { format!(" · {}", format::percent(share)) } else { String::new() };
    html! {
        <>
            <rect class="bar-back" x={LEFT.to_string()} y="59" width={WIDTH.to_string()} height="4" rx="2" />
            <rect class={classes!("bar", state)} x={LEFT.to_string()} y="59" width={(WIDTH * share.clamp(0.012, 1.0)).to_string()} height="4" rx="2" />
            <text class={classes!("t3", state)} x={LEFT.to_string()} y="76">
                { format!("{sign}{} of {}{word}{said}", format::users(demand), format::users(capacity)) }
            </text>
        </>
    }
}
