//! The canvas: what the architect draws, and how the pointer draws it.

mod bands;
mod card;
mod card_layer;
mod card_model;
mod connecting;
mod drawing;
mod finding_badge;
mod frame;
mod frame_layer;
mod guides;
mod heat;
mod hit;
mod link_layer;
mod minimap;
mod moved;
mod notice;
mod pointer;
mod seen;
mod sentence;
mod tools;
mod touches;

use yew::prelude::*;

use super::message::Dispatch;
use super::shared::Shared;
use super::told::Told;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::decimal::plain;
use crate::editor::{Gesture, Hit, State};
use crate::ui::format::translate;
use crate::ui::markup::{classes, html};
use bands::{areas, bands};
use card_layer::cards;
use connecting::connecting;
pub use drawing::Drawing;
use frame_layer::frames;
use guides::guides;
use link_layer::links;
use minimap::minimap;
use notice::notice_line;
use pointer::pointer;
use sentence::sentence;
use tools::tools;
pub use touches::Touches;

/// What to show.
pub struct Canvas<'a> {
    /// What is open, selected and under way.
    pub state: &'a State,
    /// What is drawn.
    pub drawing: &'a Drawing,
    /// The figures.
    pub analysis: Option<&'a Shared<Analysis>>,
    /// What can be placed.
    pub catalog: &'a Catalog,
    /// What the worker has told.
    pub told: &'a Told,
    /// Takes what happens.
    pub dispatch: &'a Dispatch,
    /// The canvas on the screen.
    pub element: &'a NodeRef,
    /// What to say while nothing else is to be said.
    pub hint: Option<&'a AttrValue>,
    /// Whether the space bar is held.
    pub space: bool,
    /// The fingers on the canvas.
    pub touches: &'a Touches,
}

/// The canvas. Only what an action changes is drawn again: a pan changes one transform, a move those of what moves.
pub fn canvas(canvas: &Canvas) -> Html {
    let &Canvas { state, drawing, analysis, catalog, told, dispatch, element, hint, space, touches } = canvas;
    let scene = drawing.scene();
    let pointer = pointer(element, dispatch, touches, space, state.gesture.is_some());

    let (zoom, offset) = (state.view.zoom, state.view.offset);
    let class = classes!(
        "drawing",
        space.then_some("grab"),
        drawing.is_far().then_some("far"),
        state.presenting.map(|_| "presenting"),
        state.gesture.as_ref().map(|gesture| match gesture {
            Gesture::Pan { .. } => "panning",
            Gesture::Move(_) => "moving",
            Gesture::Connect { .. } => "connecting",
            Gesture::Marquee { .. } => "marking",
            Gesture::Press(_) => "pressed",
            Gesture::Resize { .. } => "sizing",
        }),
    );
    html! {
        <main class="canvas" aria-label="Canvas">
            <svg
                ref={element.clone()}
                {class}
                tabindex="0"
                role="application"
                aria-label="Topology. Arrow keys go through its parts, with Ctrl they move the one that is selected; L links it, slash adds one, question mark tells all keys."
                aria-activedescendant={state.reading.as_ref().map(|target| hit::code(&Hit::Card(target.clone())))}
                onpointerdown={pointer.down}
                onpointermove={pointer.moved}
                onpointerup={pointer.up}
                onpointercancel={pointer.cancelled}
                onmousedown={pointer.pressed}
                ondblclick={pointer.twice}
                onwheel={pointer.wheel}
                oncontextmenu={pointer.menu}
            >
                <defs>
                    <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                        <path class="arrow" d="M1 1l6 3l-6 3" />
                    </marker>
                </defs>
                { bands(scene, state.view, state.window) }
                <g class="world" transform={format!("{} scale({})", translate(offset.x, offset.y), plain(zoom))}>
                    { areas(scene) }
                    { frames(drawing, analysis, state) }
                    { links(drawing, state) }
                    { cards(drawing, state) }
                    { guides(drawing, state) }
                    { marquee(state) }
                    { connecting(state, scene) }
                </g>
            </svg>
            if is_empty(state) {
                <div class="canvas-empty"><p>
                    { "Drag a component from the left onto this canvas, or click one to add it. Figures appear above as soon as there are users." }
                </p></div>
            }
            { tools(state, dispatch) }
            { minimap(drawing, state, dispatch) }
            <div class="at-foot">
                { notice_line(state, dispatch, hint.filter(|_| state.killed.is_empty())) }
                { sentence(state, catalog, told, dispatch) }
            </div>
        </main>
    }
}

fn is_empty(state: &State) -> bool {
    let scenario = state.scenario();
    scenario.components.is_empty() && scenario.pools.is_empty() && scenario.populations.is_empty()
}

fn marquee(state: &State) -> Html {
    let Some(Gesture::Marquee { from, to, .. } | Gesture::Resize { from, to, .. }) = &state.gesture else {
        return Html::default();
    };
    html! {
        <rect
            class="marquee"
            x={from.x.min(to.x)}
            y={from.y.min(to.y)}
            width={(from.x - to.x).abs()}
            height={(from.y - to.y).abs()}
        />
    }
}
