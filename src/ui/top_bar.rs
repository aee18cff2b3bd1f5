//! The bar at the top: what is open, whether it is safe, what can be undone, and which colours the page has.

mod command_button;
mod earlier;
mod name;
mod open_menu;
mod problem;
mod save_state;
mod theme_button;

use yew::prelude::*;

use super::hooks::SaveState;
use super::indexed_db::IndexedDb;
use super::session::Dispatch;
use super::shared::Shared;
use crate::editor::State;
pub use command_button::CommandButton;
use name::PlanName;
use open_menu::OpenMenu;
use problem::ProblemBar;
use save_state::SaveLine;
use theme_button::ThemeButton;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// What is open.
    pub state: Shared<State>,
    /// Whether it is safe.
    pub saved: SaveState,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Where plans are kept.
    pub store: Shared<IndexedDb>,
    /// What went wrong outside the plan.
    pub problem: Option<AttrValue>,
    /// Takes what went wrong, or that it has been read.
    pub told: Callback<Option<AttrValue>>,
}

/// The bar at the top.
#[component]
pub fn TopBar(props: &Props) -> Html {
    let Props { state, saved, dispatch, store, problem, told } = props;
    let open_told = told.reform(Some);
    html! {
        <header class="top">
            <svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 18V9m5 9V4m5 14v-7m5 7V7" /></svg>
            <h1 class="hidden">{ "Availability planner" }</h1>
            <PlanName key={state.key.clone()} name={state.document.name.clone()} dispatch={dispatch.clone()} />
            <SaveLine saved={saved.clone()} />
            <span class="space" />
            <CommandButton id="undo" state={state.clone()} dispatch={dispatch.clone()} />
            <CommandButton id="redo" state={state.clone()} dispatch={dispatch.clone()} />
            <OpenMenu key_open={state.key.clone()} store={store.clone()} dispatch={dispatch.clone()} failed={open_told} />
            <ThemeButton />
            if let Some(text) = problem {
                <ProblemBar text={text.clone()} dismissed={told.reform(|()| None)} />
            }
        </header>
    }
}
