//! Something that went wrong outside the plan, until it is read.

use std::rc::Rc;

use yew::prelude::*;

use crate::editor::commands::Task;
use crate::ui::icon::icon;
use crate::ui::markup::html;
use crate::ui::message::{Dispatch, Message};
use crate::ui::plans::Choice;

/// What can be done about it.
#[derive(Debug, Clone, PartialEq)]
pub enum Offer {
    /// The open plan is written to a file.
    SaveFile,
    /// The plan of that key, as another tab has it, is opened.
    ShowTheirs(Rc<str>),
}

/// Something that went wrong outside the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What, what it means, and what to do.
    pub text: AttrValue,
    /// What can be done about it here.
    pub offer: Option<Offer>,
}

impl<T: Into<AttrValue>> From<T> for Problem {
    fn from(text: T) -> Self {
        Self { text: text.into(), offer: None }
    }
}

/// A line across the page.
pub fn problem_bar(problem: &Problem, dispatch: &Dispatch) -> Html {
    let offer = problem.offer.as_ref().map(|offer| match offer {
        Offer::SaveFile => ("Save as file", Message::Task(Task::SaveFile)),
        Offer::ShowTheirs(key) => ("Show the other tab’s plan", Message::Open(Choice::Kept(Rc::clone(key)))),
    });
    html! {
        <div class="problem" role="alert">
            <span class="bad" aria-hidden="true">{ "✕" }</span>
            <p>{ &problem.text }</p>
            if let Some((label, message)) = offer {
                <button type="button" class="button" data-offer="true" onclick={dispatch.click(message)}>{ label }</button>
            }
            <button
                type="button"
                class="quiet"
                aria-label="Dismiss"
                title="Dismiss"
                onclick={dispatch.click(Message::Tell(None))}
            >
                { icon("close") }
            </button>
        </div>
    }
}
