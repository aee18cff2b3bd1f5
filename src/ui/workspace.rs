//! The open plan: the editor's state in the middle, everything that shows it around.

use std::rc::Rc;

use yew::prelude::*;

use super::canvas::Canvas;
use super::figure_key::FigureKey;
use super::figure_value::Explain;
use super::headline::Headline;
use super::hooks::{use_analysis, use_autosave, use_keyboard};
use super::indexed_db::IndexedDb;
use super::inspector::{Panel, inspector};
use super::memo::memo;
use super::palette::Palette;
use super::results::Results;
use super::session::{Dispatch, Session};
use super::shared::Shared;
use super::start::Opened;
use super::theme::Theme;
use super::top_bar::{TopBar, top_bar};
use crate::catalog::Catalog;
use crate::editor::{Action, Place, State};
use crate::geometry::Point;
use crate::plan::Item;

/// What to open and where to keep it.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Where plans are kept.
    pub store: Shared<IndexedDb>,
    /// The plan to begin with.
    pub opened: Shared<Opened>,
}

/// The open plan with everything around it.
#[component]
pub fn Workspace(props: &Props) -> Html {
    let session = use_reducer(|| {
        let opened = &props.opened;
        Session {
            state: State::new(opened.key.clone(), Rc::clone(&opened.document)),
            catalog: Catalog::bundled(),
        }
    });
    let dispatch: Dispatch = use_memo((), |()| session.dispatcher().to_callback()).as_ref().clone();
    let state = Shared::from(&session.state);
    let catalog = Shared::from(&session.catalog);

    let computed = use_analysis(&catalog, state.scenario());
    let store = (**props.store).clone();
    let saved = use_autosave(store, &state.key, &state.document, props.opened.saved_at_ms);
    let explained = use_state(|| None::<FigureKey>);
    let explain: Explain = {
        let explained = explained.setter();
        use_callback((), move |key, ()| explained.set(Some(key)))
    };
    let explain_nothing = {
        let explained = explained.setter();
        use_callback((), move |(), ()| explained.set(None))
    };
    let problem = use_state(|| props.opened.problem.clone().map(AttrValue::from));
    let hint = use_state(|| props.opened.hint.clone().map(AttrValue::from));
    let told = {
        let problem = problem.setter();
        use_callback((), move |text: Option<AttrValue>, ()| problem.set(text))
    };

    use_keyboard(&state, &dispatch);
    {
        // Another selection is another subject.
        let explained = explained.setter();
        use_effect_with(state.selection.clone(), move |_| explained.set(None));
    }
    {
        let hint = hint.setter();
        use_effect_with((state.history.past().is_empty(), state.key.clone()), move |(untouched, _)| {
            if !untouched {
                hint.set(None);
            }
        });
    }

    let canvas = use_node_ref();
    let on_drop = {
        let (canvas, state, dispatch) = (canvas.clone(), state.clone(), dispatch.clone());
        Callback::from(move |(item, at): (Item, Option<(f64, f64)>)| {
            insert(&canvas, &state, &dispatch, item, at);
        })
    };
    let add_users = {
        let dispatch = dispatch.clone();
        use_callback((), move |(), ()| {
            dispatch.emit(Action::Insert { item: Item::Users, at: Place::ViewCentre });
        })
    };

    let theme = use_state(Theme::chosen);
    let bar = TopBar {
        state: &state,
        saved: &saved,
        dispatch: &dispatch,
        store: &props.store,
        problem: problem.as_ref(),
        told: &told,
        theme: &theme,
    };
    let headline = Headline { computed: computed.clone(), explain: explain.clone(), add_users };
    let panel = Panel {
        state: &state,
        catalog: &catalog,
        computed: &computed,
        dispatch: &dispatch,
        explain: &explain,
    };
    html! {
        <>
            { top_bar(&bar) }
            { memo("headline", headline) }
            <Palette catalog={catalog.clone()} {on_drop} />
            <Canvas
                state={state.clone()}
                catalog={catalog.clone()}
                analysis={computed.analysis.clone()}
                dispatch={dispatch.clone()}
                element={canvas}
                hint={(*hint).clone()}
            />
            <Results computed={computed.clone()} explain={explain.clone()} />
            { inspector(&panel, explained.as_ref(), &explain_nothing) }
        </>
    }
}

/// Places something where it was dropped, if that is on the canvas, or in the middle of what is shown.
fn insert(canvas: &NodeRef, state: &State, dispatch: &Dispatch, item: Item, at: Option<(f64, f64)>) {
    let Some((x, y)) = at else {
        dispatch.emit(Action::Insert { item, at: Place::ViewCentre });
        return;
    };
    let Some(element) = canvas.cast::<web_sys::Element>() else { return };
    let rect = element.get_bounding_client_rect();
    let inside = (rect.left()..=rect.right()).contains(&x) && (rect.top()..=rect.bottom()).contains(&y);
    if inside {
        let at = state.view.canvas_from_screen(Point::new(x - rect.left(), y - rect.top()));
        dispatch.emit(Action::Insert { item, at: Place::At(at) });
    }
}
