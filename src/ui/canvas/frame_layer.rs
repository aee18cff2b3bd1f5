//! Frames of all pools.

use yew::prelude::*;

use super::drawing::Drawing;
use super::finding_badge::Found;
use super::frame::FrameView;
use crate::analysis::Analysis;
use crate::editor::scene::Frame;
use crate::editor::{State, Target};
use crate::ui::markup::html;
use crate::ui::memo::memo;
use crate::ui::shared::Shared;

/// Frames of all pools.
pub(super) fn frames(drawing: &Drawing, analysis: Option<&Shared<Analysis>>, state: &State) -> Html {
    let (scene, following) = (drawing.scene(), drawing.following());
    let view = |frame: &Frame| {
        let now = following.and_then(|now| now.frames.iter().find(|other| other.pool == frame.pool));
        let figures = analysis.and_then(|analysis| analysis.components.get(&frame.pool));
        FrameView {
            frame: now.unwrap_or(frame).clone(),
            unavailability: figures.map(|figures| figures.unavailability.value),
            found: Found::on(&frame.pool, drawing.told()),
            selected: state.selection.contains(&Target::Node(frame.pool.clone())),
            read: state.reading == Some(Target::Node(frame.pool.clone())),
        }
    };
    html! {
        <g class="frames">
            for frame in &scene.frames { { memo(&frame.pool.to_string(), view(frame)) } }
        </g>
    }
}
