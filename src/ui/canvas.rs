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
use bands::bands;
use card_layer::use_cards;
use connecting::connecting;
use frame_layer::frames;
use link_layer::links;
use moved::Moved;
use notice::{notice_line, use_dismissal};
use pointer::{pointer, use_space};
use tools::tools;

/// What to show.
#[derive(Clone, PartialEq, Properties)]
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
    let following = following.as_ref().as_ref().map(|following| &***following);
    let cards = use_cards(&scene, catalog, analysis.as_ref(), state, moved.as_ref(), dispatch);
    use_dismissal(state, dispatch);

    let resized = {
        let dispatch = dispatch.clone();
        use_callback((), move |size, ()| dispatch.emit(Action::Resize(size)))
    };
    use_size(element.clone(), resized);
    let space = use_space();
    let pointer = pointer(element, dispatch, space, state.gesture.is_some());

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
                { bands(&scene, state.view, state.window) }
                <g class="world" transform={format!("translate({} {}) scale({zoom})", offset.x, offset.y)}>
                    { frames(&scene, analysis.as_ref(), &state.selection, following) }
                    { links(&scene, &state.selection, following) }
                    { cards }
                    { marquee(state) }
                    { connecting(state, &scene) }
                </g>
            </svg>
            if is_empty(state) {
                <div class="canvas-empty"><p>
                    { "Drag a component from the left onto this canvas, or click one to add it. Figures appear above as soon as there are users." }
                </p></div>
            }
            { tools(state, dispatch) }
            { notice_line(state, dispatch, hint.as_ref()) }
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
