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
use super::theme::Theme;
use crate::editor::State;
pub use command_button::{command_button, labelled_command_button};
use open_menu::OpenMenu;

/// What to show.
pub struct TopBar<'a> {
    /// What is open.
    pub state: &'a Shared<State>,
    /// Whether it is safe.
    pub saved: &'a SaveState,
    /// Takes actions.
    pub dispatch: &'a Dispatch,
    /// Where plans are kept.
    pub store: &'a Shared<IndexedDb>,
    /// What went wrong outside the plan.
    pub problem: Option<&'a AttrValue>,
    /// Takes what went wrong, or that it has been read.
    pub told: &'a Callback<Option<AttrValue>>,
    /// Which colours the page has.
    pub theme: &'a UseStateHandle<Theme>,
}

/// The bar at the top.
pub fn top_bar(bar: &TopBar) -> Html {
    let &TopBar { state, saved, dispatch, store, problem, told, theme } = bar;
    html! {
        <header class="top">
            <svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 18V9m5 9V4m5 14v-7m5 7V7" /></svg>
            <h1 class="hidden">{ "Availability planner" }</h1>
            { name::plan_name(state, dispatch) }
            { save_state::save_line(saved) }
            <span class="space" />
            { command_button("undo", state, dispatch) }
            { command_button("redo", state, dispatch) }
            <OpenMenu key_open={state.key.clone()} store={store.clone()} dispatch={dispatch.clone()} told={told.clone()} />
            { theme_button::theme_button(theme) }
            if let Some(text) = problem { { problem::problem_bar(text, told) } }
        </header>
    }
}
