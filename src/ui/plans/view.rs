//! The library as it is drawn.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Change, Choice, Input, Plans};
use crate::exchange::template::TEMPLATES;
use crate::plan::Document;
use crate::ui::dialog::dialog;
use crate::ui::icon::icon;
use crate::ui::markup::html;
use crate::ui::message::{Dispatch, Message};
use crate::ui::object::field;

/// What the library is drawn with besides what it knows.
pub struct Surroundings<'a> {
    /// Key of the open plan.
    pub key_open: &'a str,
    /// Plans that could not be saved and are known to this tab only.
    pub left: &'a [(String, Rc<Document>)],
    /// The dialog's element.
    pub element: &'a NodeRef,
    /// Takes what happens.
    pub dispatch: &'a Dispatch,
}

impl Plans {
    /// Draws the library.
    pub fn view(&self, around: &Surroundings<'_>) -> Html {
        let dispatch = around.dispatch;
        let content = html! {
            <div class="plans">
                <section class="plans-new" aria-label="New">
                    <h3>{ "New" }</h3>
                    { entry("empty", "New empty plan", "Start from a blank canvas.", Choice::Empty, dispatch) }
                    for template in &TEMPLATES {
                        { entry(template.id, template.name, template.about, Choice::Template(template), dispatch) }
                    }
                    <h3>{ "From a file" }</h3>
                    { file_field(dispatch) }
                    <p class="menu-about">{ "Or drop files anywhere on the page." }</p>
                </section>
                <section class="plans-kept" aria-label="Saved in this browser">
                    <h3>{ "Saved in this browser" }</h3>
                    { self.list(around) }
                </section>
            </div>
        };
        dialog("plans", "Open a plan", around.element, dispatch, content)
    }

    fn list(&self, around: &Surroundings<'_>) -> Html {
        let dispatch = around.dispatch;
        let Some(kept) = &self.kept else {
            return html! { <p class="empty" role="status">{ "Reading…" }</p> };
        };
        if kept.is_empty() && around.left.is_empty() {
            return html! { <p class="empty">{ "Nothing yet. A plan is saved here as soon as you change it." }</p> };
        }
        let rows = |deleted| {
            let row = |kept| self.row(kept, around.key_open, dispatch);
            self.found(deleted).into_iter().map(row).collect::<Vec<Html>>()
        };
        let (found, deleted) = (rows(false), rows(true));
        let shown = self.shows_deleted;
        html! {
            <>
                { search(&self.searched, dispatch) }
                <ul class="rows" data-list="kept">
                    for (key, document) in around.left {
                        { left(key, document, dispatch) }
                    }
                    { for found.iter().cloned() }
                </ul>
                if found.is_empty() && around.left.is_empty() {
                    <p class="empty" role="status">{ "No plan has such a name." }</p>
                }
                if !deleted.is_empty() {
                    <button
                        type="button"
                        class="plans-deleted"
                        aria-expanded={if shown { "true" } else { "false" }}
                        onclick={dispatch.click(Message::Plans(Input::ShowDeleted(!shown)))}
                    >
                        { if shown { "Hide deleted plans".to_string() } else { format!("Show deleted plans ({})", deleted.len()) } }
                    </button>
                    if shown {
                        <ul class="rows" data-list="deleted">{ for deleted }</ul>
                    }
                }
                { self.undo(dispatch) }
            </>
        }
    }

    /// The plan that was deleted last, to be brought back at once.
    fn undo(&self, dispatch: &Dispatch) -> Html {
        let Some((key, name)) = &self.deleted else {
            return html! { <div role="status" class="plans-undo" /> };
        };
        let input = Input::Change(Rc::clone(key), Change::Undelete);
        html! {
            <div role="status" class="plans-undo said">
                <span class="grow">{ format!("“{name}” was deleted.") }</span>
                <button type="button" class="button" data-plan-action="undo" onclick={dispatch.click(Message::Plans(input))}>
                    { "Undo" }
                </button>
            </div>
        }
    }
}

fn search(searched: &str, dispatch: &Dispatch) -> Html {
    let oninput = dispatch.on(|event: &InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>()?;
        Some(Message::Plans(Input::Search(field.value().into())))
    });
    html! {
        <div class="search">
            { icon("find") }
            <input type="search" placeholder="Search by name" aria-label="Search the plans by name" value={searched.to_string()} {oninput} />
        </div>
    }
}

/// Chooses files; looks like a button.
fn file_field(dispatch: &Dispatch) -> Html {
    let onchange =
        dispatch.on(|event: &Event| Some(Message::Files(field(event.target()?.as_ref(), "files"))));
    html! {
        <label class="button file-button">
            { icon("folder") }{ "Open a file…" }
            <input type="file" class="hidden" accept=".json,.svg" multiple="multiple" data-field="file" {onchange} />
        </label>
    }
}

fn entry(id: &str, name: &str, about: &str, choice: Choice, dispatch: &Dispatch) -> Html {
    html! {
        <button key={id} type="button" class="menu-entry" data-template={id.to_string()} onclick={dispatch.click(Message::Open(choice))}>
            <span class="menu-name">{ name.to_string() }</span>
            <span class="menu-about">{ about.to_string() }</span>
        </button>
    }
}

/// A plan that could not be saved when it was left.
fn left(key: &str, document: &Document, dispatch: &Dispatch) -> Html {
    html! {
        <li {key} data-plan={key.to_string()}>
            <button type="button" class="row-open" onclick={dispatch.click(Message::Open(Choice::Kept(key.into())))}>
                <span class="menu-name">{ document.name.clone() }</span>
                <span class="menu-about bad">{ "✕ Not saved: in this tab only. Open it and save it as a file." }</span>
            </button>
        </li>
    }
}
