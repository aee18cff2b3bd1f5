//! One card.

mod badge;
mod component;
mod distant;
mod dots;
mod port;

use yew::prelude::*;

use super::card_model::{CardModel, Model};
use super::{finding_badge, hit};
use crate::editor::scene::CardKind;
use crate::editor::{Hit, Target};
use crate::geometry::{Canvas, Point, Vector};
use crate::picture::servers_now::left;
use crate::picture::{outline, text};
use crate::ui::format;
use crate::ui::format::translate;
use crate::ui::markup::{classes, html};
use crate::ui::memo::{View, memo};
pub(super) use port::ports;

/// Size of a name's text.
const NAME_SIZE: f64 = 12.5;

/// A card at its place. Its contents are drawn on their own: a move leaves them alone.
#[derive(PartialEq)]
pub(super) struct CardView {
    /// What the card shows.
    pub model: Model,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether the keys have come to it.
    pub read: bool,
    /// How far a move under way shifts it.
    pub shift: Option<Vector<Canvas>>,
}

impl View for CardView {
    fn view(&self) -> Html {
        let CardModel { card, .. } = &*self.model.0;
        // Every transform costs a browser time at each frame. Of a thousand cards that are seen from very far away none has one.
        let at = if self.model.0.flat { Point::default() } else { card.rect.origin };
        let at = at + self.shift.unwrap_or_default();
        let hit = hit::code(&Hit::Card(card.target.clone()));
        html! {
            <g
                class={classes!("card-group", self.selected.then_some("selected"), self.read.then_some("read"), self.shift.map(|_| "shifted"), self.model.0.is_dead().then_some("dead"))}
                transform={(at != Point::default()).then(|| translate(at.x, at.y))}
                data-hit={hit.clone()}
                data-node={card.target.node().map(ToString::to_string)}
                id={hit}
                role="group"
                aria-label={spoken(&self.model.0)}
                aria-current={self.selected.to_string()}
            >
                { memo("body", CardBody { model: self.model.clone() }) }
            </g>
        }
    }
}

/// What is on a card.
#[derive(PartialEq)]
struct CardBody {
    model: Model,
}

impl View for CardBody {
    fn view(&self) -> Html {
        let model = &*self.model.0;
        let size = model.card.rect.size;
        let found = model.found.as_ref();
        let single_point = model.figures.is_some_and(|figures| figures.single_point);
        if model.is_very_far() {
            return distant::very_far(model);
        }
        let compact = matches!(model.card.kind, CardKind::Component { compact: true, .. });
        html! {
            <>
                <title>{ spoken(model) }</title>
                <rect class="card" width={size.width} height={size.height} rx="8" />
                { match &model.card.kind {
                    CardKind::Component { compact: true, .. } => component::small(model),
                    _ if model.far > 0 => distant::far(model),
                    CardKind::Component { .. } => component::whole(model),
                    CardKind::Office { .. } => users(model, "users"),
                    CardKind::Remote { .. } => users(model, "remote-users"),
                } }
                if let Some(heat) = model.heat { { heat.view(Point::default(), size, compact || model.far > 0) } }
                if single_point { { badge::single_point(size.width, compact, found.map_or(0.0, |_| finding_badge::WIDTH + 4.0)) } }
                if let Some(found) = found { { badge::findings(found, size.width, compact) } }
                if model.port {
                    if let Some(node) = model.card.target.node() {
                        { ports(node, size) }
                    }
                }
            </>
        }
    }
}

fn users(model: &CardModel, icon: &str) -> Html {
    html! {
        <>
            { glyph(icon, 10.0, 10.0) }
            <text class="t1" x="38" y="25">{ text::cut(&model.card.name, NAME_SIZE, 84.0) }</text>
            <text class="t2" x="12" y="47">{ &model.card.subtitle }</text>
        </>
    }
}

fn glyph(icon: &str, x: f64, y: f64) -> Html {
    html! {
        <path class="glyph" transform={translate(x, y) + " scale(.8333)"} d={outline(icon)} />
    }
}

/// The card in words, for those who hear it and for the hint under the pointer.
fn spoken(model: &CardModel) -> String {
    let card = &model.card;
    let mut text = format!("{}, {}", card.name, left(&model.servers).as_ref().unwrap_or(&card.subtitle));
    if let Some(figures) = model.figures {
        text.push_str(", by itself ");
        text.push_str(&format::availability(figures.unavailability));
        if let Some((demand, capacity)) = figures.load {
            let (demand, capacity) = (format::users(demand), format::users(capacity));
            text.extend([", ", &demand, " of ", &capacity, " users"]);
        }
        if figures.single_point {
            text.push_str(". Single point of failure: the loss of any one of its servers cuts users off");
        }
    }
    if let Some(heat) = model.heat {
        text.extend([", ", &heat.words()]);
    }
    if matches!(card.target, Target::RemoteUsers(_)) {
        text.push_str(", come in from outside");
    }
    if let Some(found) = &model.found {
        text.push_str(&found.spoken());
    }
    text
}
