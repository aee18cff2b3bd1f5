//! The bar at the top: what is open, whether it is safe, what can be undone, and which colours the page has.

mod command_button;
mod name;
mod problem;
mod save_state;
mod theme_button;

use yew::prelude::*;

use super::icon::icon;
use super::memo::memo;
use super::message::{Dialog, Dispatch, Message};
use super::theme::Theme;
use crate::editor::commands::Task;
use crate::editor::{Action, State};
use crate::exchange::storage::SaveState;
use crate::ui::markup::html;
pub use command_button::{command_button, labelled_command_button};
use name::PlanName;
pub use problem::{Offer, Problem};

/// What to show.
pub struct TopBar<'a> {
    /// What is open.
    pub state: &'a State,
    /// Whether it is safe.
    pub saved: &'a SaveState,
    /// Takes what happens.
    pub dispatch: &'a Dispatch,
    /// What went wrong outside the plan.
    pub problem: Option<&'a Problem>,
    /// Which colours the page has.
    pub theme: Theme,
}

/// The bar at the top.
pub fn top_bar(bar: &TopBar) -> Html {
    let &TopBar { state, saved, dispatch, problem, theme } = bar;
    let problem = problem.map(|problem| problem::problem_bar(problem, dispatch));
    if state.presenting.is_some() {
        return html! {
            <header class="top">
                <h1>{ &state.document.name }</h1>
                <span class="space" />
                <button type="button" class="button" title="Leave the presentation (Esc)" data-command="leave" onclick={dispatch.click_act(Action::Present(false))}>{ "Leave" }</button>
                { problem.unwrap_or_default() }
            </header>
        };
    }
    let name = PlanName { name: state.document.name.clone().into(), dispatch: dispatch.clone() };
    html! {
        <header class="top">
            <svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 18V9m5 9V4m5 14v-7m5 7V7" /></svg>
            <h1 class="hidden">{ "Availability planner" }</h1>
            { memo(&state.key, name) }
            { save_state::save_line(saved, dispatch) }
            <span class="space" />
            { command_button("undo", state, dispatch) }
            { command_button("redo", state, dispatch) }
            <button
                type="button"
                class="quiet"
                data-save-file="true"
                aria-label="Save as file"
                title="Save as file (Ctrl+S)"
                onclick={dispatch.click(Message::Task(Task::SaveFile))}
            >
                { icon("download") }
            </button>
            { command_button("link-to-plan", state, dispatch) }
            <button
                type="button"
                class="button"
                aria-haspopup="dialog"
                title="Open a plan, a template or a file (Ctrl+O)"
                data-menu="open"
                onclick={dispatch.click(Message::Dialog(Dialog::Plans))}
            >
                { "Open" }
            </button>
            { theme_button::theme_button(theme, dispatch) }
            { problem.unwrap_or_default() }
        </header>
    }
}
