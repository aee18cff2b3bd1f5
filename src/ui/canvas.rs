//! The canvas: what the architect draws, and how the pointer draws it.

mod bands;
mod card;
mod card_layer;
mod card_model;
mod connecting;
mod frame;
mod frame_layer;
mod hit;
mod link_layer;
mod moved;
mod notice;
mod pointer;
mod text;
mod tools;

use yew::prelude::*;

use super::hooks::use_size;
use super::session::Dispatch;
use super::shared::Shared;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::editor::{Action, Gesture, Scene, State};
use bands::Bands;
use card_layer::CardLayer;
use connecting::Connecting;
use frame_layer::FrameLayer;
use link_layer::LinkLayer;
use moved::Moved;
use notice::NoticeLine;
use pointer::{use_pointer, use_space};
use tools::Tools;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// What is open, selected and under way.
    pub state: Shared<State>,
    /// What can be placed.
    pub catalog: Shared<Catalog>,
    /// The figures.
    pub analysis: Option<Shared<Analysis>>,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// The canvas on the screen.
    pub element: NodeRef,
    /// What to say while nothing else is to be said.
    pub hint: Option<AttrValue>,
}

/// The canvas. Only what an action changes is drawn again: a pan changes one transform, a move those of what moves.
#[component]
pub fn Canvas(props: &Props) -> Html {
    let Props { state, catalog, analysis, dispatch, element, hint } = props;
    let scenario = Shared::from(state.scenario());
    let scene =
        Shared(use_memo((scenario, catalog.clone()), |(scenario, catalog)| Scene::of(scenario, catalog)));
    let moved = Moved::of(state);
    let following = use_memo((scene.clone(), moved.clone()), |(scene, moved)| {
        moved.as_ref().map(|moved| Shared::new(scene.following(&moved.targets, moved.by)))
    });
    let following = (*following).clone();

    let resized = {
        let dispatch = dispatch.clone();
        use_callback((), move |size, ()| dispatch.emit(Action::Resize(size)))
    };
    use_size(element.clone(), resized);
    let space = use_space();
    let pointer = use_pointer(element, dispatch, &space, state.gesture.is_some());

    let (zoom, offset) = (state.view.zoom, state.view.offset);
    let class = classes!(
        "drawing",
        space.then_some("grab"),
        state.gesture.as_ref().map(|gesture| match gesture {
            Gesture::Pan { .. } => "panning",
            Gesture::Move(_) => "moving",
            Gesture::Connect { .. } => "connecting",
            Gesture::Marquee { .. } => "marking",
            Gesture::Press(_) => "pressed",
        }),
    );
    html! {
        <main class="canvas" aria-label="Canvas">
            <svg
                ref={element}
                {class}
                tabindex="0"
                role="group"
                aria-label="Topology. Tab goes through its parts; arrow keys move what is selected."
                onpointerdown={pointer.down}
                onpointermove={pointer.moved}
                onpointerup={pointer.up}
                onpointercancel={pointer.cancelled}
                onmousedown={pointer.pressed}
                ondblclick={pointer.twice}
                onwheel={pointer.wheel}
            >
                <defs>
                    <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                        <path class="arrow" d="M1 1l6 3l-6 3" />
                    </marker>
                </defs>
                <Bands scene={scene.clone()} view={state.view} window={state.window} />
                <g class="world" transform={format!("translate({} {}) scale({zoom})", offset.x, offset.y)}>
                    <FrameLayer
                        scene={scene.clone()}
                        analysis={analysis.clone()}
                        selection={state.selection.clone()}
                        following={following.clone()}
                    />
                    <LinkLayer scene={scene.clone()} selection={state.selection.clone()} {following} />
                    <CardLayer
                        scene={scene.clone()}
                        catalog={catalog.clone()}
                        analysis={analysis.clone()}
                        selection={state.selection.clone()}
                        {moved}
                        dispatch={dispatch.clone()}
                    />
                    { marquee(state) }
                    <Connecting state={state.clone()} {scene} />
                </g>
            </svg>
            if is_empty(state) {
                <div class="canvas-empty"><p>
                    { "Drag a component from the left onto this canvas, or click one to add it. Figures appear above as soon as there are users." }
                </p></div>
            }
            <Tools state={state.clone()} dispatch={dispatch.clone()} />
            <NoticeLine state={state.clone()} dispatch={dispatch.clone()} hint={hint.clone()} />
        </main>
    }
}

fn is_empty(state: &State) -> bool {
    let scenario = state.scenario();
    scenario.components.is_empty() && scenario.pools.is_empty() && scenario.populations.is_empty()
}

fn marquee(state: &State) -> Html {
    let Some(Gesture::Marquee { from, to, .. }) = &state.gesture else { return Html::default() };
    html! {
        <rect
            class="marquee"
            x={from.x.min(to.x).to_string()}
            y={from.y.min(to.y).to_string()}
            width={(from.x - to.x).abs().to_string()}
            height={(from.y - to.y).abs().to_string()}
        />
    }
}
