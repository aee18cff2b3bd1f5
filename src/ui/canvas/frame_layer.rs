//! Frames of all pools.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::frame::FrameView;
use crate::analysis::Analysis;
use crate::editor::scene::Following;
use crate::editor::{Scene, Target};
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The drawing.
    pub scene: Shared<Scene>,
    /// The figures.
    pub analysis: Option<Shared<Analysis>>,
    /// What is selected.
    pub selection: BTreeSet<Target>,
    /// What a move under way changes.
    pub following: Option<Shared<Following>>,
}

/// Frames of all pools.
#[component]
pub(super) fn FrameLayer(props: &Props) -> Html {
    html! {
        <g class="frames">
            { for props.scene.frames.iter().map(|frame| {
                let followed = props.following.as_ref();
                let now = followed.and_then(|now| now.frames.iter().find(|other| other.pool == frame.pool));
                let figures = props.analysis.as_ref().and_then(|analysis| analysis.components.get(&frame.pool));
                html! {
                    <FrameView
                        key={frame.pool.to_string()}
                        frame={now.unwrap_or(frame).clone()}
                        unavailability={figures.map(|figures| figures.unavailability.value)}
                        selected={props.selection.contains(&Target::Node(frame.pool.clone()))}
                    />
                }
            }) }
        </g>
    }
}
