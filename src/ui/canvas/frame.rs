//! The frame of a pool.

use yew::prelude::*;

use super::card::ports;
use super::finding_badge::{Found, WIDTH};
use super::hit;
use crate::decimal::{plain, with_exponent};
use crate::editor::scene::Frame;
use crate::editor::{Hit, Target};
use crate::picture::text;
use crate::ui::format;
use crate::ui::format::translate;
use crate::ui::markup::{classes, html};
use crate::ui::memo::View;

/// A dashed frame with the pool's name and availability; title and border can be grasped.
#[derive(PartialEq)]
pub(super) struct FrameView {
    /// The frame.
    pub frame: Frame,
    /// Share of time in which the pool does not serve.
    pub unavailability: Option<f64>,
    /// What the rules say of it.
    pub found: Option<Found>,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether the keys have come to it.
    pub read: bool,
}

impl View for FrameView {
    fn view(&self) -> Html {
        let Self { frame, unavailability, found, selected, read } = self;
        let (origin, size) = (frame.rect.origin, frame.rect.size);
        let (width, height) = (size.width, size.height);
        html! {
            <g
                class={classes!("frame-group", selected.then_some("selected"), read.then_some("read"))}
                transform={translate(origin.x, origin.y)}
                data-hit={hit::code(&Hit::Frame(frame.pool.clone()))}
                data-node={frame.pool.to_string()}
                id={hit::code(&Hit::Card(Target::Node(frame.pool.clone())))}
                role="group"
                aria-label={self.spoken()}
                aria-current={selected.to_string()}
            >
                <rect class="frame" {width} {height} rx="12" />
                <rect class="frame-near" {width} {height} rx="12" />
                <rect class="frame-title" {width} height="36" rx="12" />
                <text class="t1" x="16" y="24">{ text::cut(&frame.name, 12.5, size.width - 110.0) }</text>
                if let Some(unavailability) = unavailability {
                    <text class="own" x={size.width - 16.0} y="24" text-anchor="end" data-value={with_exponent(*unavailability)}>
                        { format::availability_on_card(*unavailability) }
                    </text>
                }
                if let Some(found) = found { { found.badge(size.width - WIDTH - 12.0, 0.0) } }
                { ports(&frame.pool, size) }
                <path class="corner" data-hit={hit::code(&Hit::Corner(frame.pool.clone()))} d={format!("M{} {}h16v-16z", plain(width - 16.0), plain(height))} />
            </g>
        }
    }
}

impl FrameView {
    /// The pool in words, for those who hear it.
    fn spoken(&self) -> String {
        let mut text = format!("{}, pool", self.frame.name);
        if let Some(unavailability) = self.unavailability {
            text.extend([", by itself ", &format::availability(unavailability)]);
        }
        if let Some(found) = &self.found {
            text.push_str(&found.spoken());
        }
        text
    }
}
