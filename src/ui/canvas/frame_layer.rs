//! Frames of all pools.

use yew::prelude::*;

use super::frame::FrameView;
use crate::analysis::Analysis;
use crate::collected::Set;
use crate::editor::scene::{Following, Frame};
use crate::editor::{Scene, Target};
use crate::ui::memo::memo;
use crate::ui::shared::Shared;

/// Frames of all pools.
pub(super) fn frames(
    scene: &Scene,
    analysis: Option<&Shared<Analysis>>,
    selection: &Set<Target>,
    following: Option<&Following>,
) -> Html {
    let view = |frame: &Frame| {
        let now = following.and_then(|now| now.frames.iter().find(|other| other.pool == frame.pool));
        let figures = analysis.and_then(|analysis| analysis.components.get(&frame.pool));
        FrameView {
            frame: now.unwrap_or(frame).clone(),
            unavailability: figures.map(|figures| figures.unavailability.value),
            selected: selection.contains(&Target::Node(frame.pool.clone())),
        }
    };
    html! {
        <g class="frames">
            for frame in &scene.frames { { memo(&frame.pool.to_string(), view(frame)) } }
        </g>
    }
}
