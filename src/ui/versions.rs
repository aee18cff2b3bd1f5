//! The versions of the open plan, to go back to.

use std::rc::Rc;

use yew::prelude::*;

use super::asking::{Question, ask};
use super::clock;
use super::dialog::dialog;
use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use crate::catalog::Catalog;
use crate::editor::commands::Task;
use crate::exchange::storage::{Found, StorageError, Version, opened};
use crate::ui::markup::html;

/// What is known of the versions while they are shown.
#[derive(Debug, Default)]
pub struct Versions {
    list: Option<Rc<[Version]>>,
}

impl Versions {
    /// Takes the versions, the oldest first.
    pub fn list(&mut self, versions: Rc<[Version]>) {
        self.list = Some(versions);
    }

    /// Draws them, the newest first. `why` says why the last edit is not among them, if it is not.
    pub fn view(&self, element: &NodeRef, dispatch: &Dispatch, why: Option<String>) -> Html {
        let content = html! {
            <>
                if let Some(why) = why {
                    <div class="dialog-problem" role="alert">
                        <p><b>{ "✕ Not saved. " }</b>{ why }</p>
                        <button type="button" class="button" onclick={dispatch.click(Message::Task(Task::SaveFile))}>{ "Save as file" }</button>
                    </div>
                }
                { self.rows(dispatch) }
            </>
        };
        dialog("versions", "Versions in this browser", element, dispatch, content)
    }

    fn rows(&self, dispatch: &Dispatch) -> Html {
        let Some(list) = &self.list else {
            return html! { <p class="empty" role="status">{ "Reading…" }</p> };
        };
        if list.is_empty() {
            return html! {
                <p class="empty">{ "Nothing is saved of this plan yet. Change it, and each step becomes a version to go back to." }</p>
            };
        }
        let mut rows: Vec<Html> = Vec::new();
        for version in list.iter().rev() {
            let is_last = rows.is_empty();
            let number = version.number;
            rows.push(html! {
                <li key={number.to_string()} data-version={number.to_string()}>
                    <time>{ clock::said_exactly(version.saved_at_ms) }</time>
                    <span class="grow">{ version.label.clone() }</span>
                    if is_last {
                        <span class="now">{ "Now" }</span>
                    } else {
                        <button type="button" class="button" onclick={dispatch.click(Message::Restore(number))}>
                            { "Go back to this" }
                        </button>
                    }
                </li>
            });
        }
        html! {
            <>
                <p class="dialog-note">{ "The last 50 versions, and of earlier days the last one of each. Going back is a step that can be undone." }</p>
                <ol class="rows">{ for rows }</ol>
            </>
        }
    }
}

/// Reads the versions of a plan.
pub fn read(store: &IndexedDb, key: &str, dispatch: &Dispatch) {
    let saying = |found: Result<Found, StorageError>| {
        // A plan that cannot be read now has no versions to offer; why it is not saved is said beside the list.
        let found = found.unwrap_or_default();
        let versions = found.plan().map(|head| head.versions.as_slice().into());
        Some(Message::Versions(versions.unwrap_or_default()))
    };
    ask(store, Question::Plan(key.into()), dispatch, Box::new(saying));
}

/// Reads the version of that number and puts it in the open plan's place.
pub fn restore(store: &IndexedDb, key: &str, number: u32, dispatch: &Dispatch) {
    let saying = move |found: Result<Found, StorageError>| {
        let is_gone = found.as_ref().is_ok_and(|found| found.text.is_none());
        Some(match opened(found, &Catalog::bundled()) {
            Ok((head, document)) => {
                let version = head.versions.iter().find(|version| version.number == number);
                let at = version.map_or(head.saved_at_ms, |version| version.saved_at_ms);
                Message::Replace(format!("Go back to {}", clock::said(at)).into(), Rc::new(document))
            }
            Err(why) => {
                let why = if is_gone { "It has made room for later ones." } else { &*why };
                Message::Tell(Some(format!("The version cannot be opened. {why}").into()))
            }
        })
    };
    ask(store, Question::Version(key.into(), number), dispatch, Box::new(saying));
}
