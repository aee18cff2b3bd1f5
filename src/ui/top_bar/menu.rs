//! Opens a template, an empty plan or an earlier one.

use std::rc::Rc;

use yew::prelude::*;

use crate::catalog::Catalog;
use crate::exchange::file;
use crate::exchange::storage::Record;
use crate::exchange::template::{TEMPLATES, Template};
use crate::plan::Document;
use crate::ui::clock;
use crate::ui::icon::icon;
use crate::ui::message::{Dispatch, Message};
use crate::ui::start::empty_plan;

/// Most plans in the list; the oldest ones are left out.
const MOST: usize = 8;

/// A plan that the menu offers.
#[derive(Debug, Clone)]
pub enum Choice {
    /// One that comes with the planner.
    Template(Template),
    /// One with nothing in it.
    Empty,
    /// One that this browser keeps.
    Earlier(Rc<Record>),
}

impl Choice {
    /// The plan with its key in storage.
    ///
    /// # Errors
    /// Why its file cannot be read.
    pub fn open(&self, catalog: &Catalog) -> Result<(String, Rc<Document>), file::ReadError> {
        let document = match self {
            Self::Template(template) => template.open(catalog)?,
            Self::Empty => empty_plan(),
            Self::Earlier(record) => {
                return file::read(&record.text, catalog)
                    .map(|document| (record.key.clone(), Rc::new(document)));
            }
        };
        Ok((clock::new_key(), Rc::new(document)))
    }
}

/// The menu: whether it is open, and which plans it offers besides the planner's own.
#[derive(Debug, Default)]
pub struct Menu {
    is_open: bool,
    earlier: Rc<[Rc<Record>]>,
}

impl Menu {
    /// Opens or closes it.
    pub fn set_open(&mut self, is_open: bool) {
        *self = Self { is_open, ..Self::default() };
    }

    /// Takes the plans that this browser keeps, the one saved last first.
    pub fn list(&mut self, earlier: Rc<[Rc<Record>]>) {
        self.earlier = earlier;
    }

    /// A menu that closes by a choice, by Escape, or by a click elsewhere.
    pub(super) fn view(&self, key_open: &str, dispatch: &Dispatch) -> Html {
        let onkeydown = dispatch.on(|event: &KeyboardEvent| {
            let escapes = event.key() == "Escape";
            if escapes {
                event.stop_propagation();
            }
            escapes.then_some(Message::Menu(false))
        });
        html! {
            <div class="menu" {onkeydown}>
                <button
                    type="button"
                    class="button"
                    aria-haspopup="true"
                    aria-expanded={if self.is_open { "true" } else { "false" }}
                    data-menu="open"
                    onclick={dispatch.click(Message::Menu(!self.is_open))}
                >
                    { "Open" }{ icon("open") }
                </button>
                if self.is_open {
                    <div class="veil" onclick={dispatch.click(Message::Menu(false))} />
                    <div class="menu-list" role="group" aria-label="Open">
                        <p class="menu-heading">{ "Templates" }</p>
                        for template in TEMPLATES {
                            { entry(template.id, template.name, template.about, Choice::Template(template), dispatch) }
                        }
                        { entry("empty", "New empty plan", "Start from a blank canvas.", Choice::Empty, dispatch) }
                        { self.earlier(key_open, dispatch) }
                    </div>
                }
            </div>
        }
    }

    /// Earlier plans but for the one that is open.
    fn earlier(&self, key_open: &str, dispatch: &Dispatch) -> Html {
        let mut entries: Vec<Html> = Vec::new();
        for record in self.earlier.iter().filter(|record| record.key != key_open).take(MOST) {
            let about = format!("Saved {}", clock::said(record.saved_at_ms));
            let choice = Choice::Earlier(Rc::clone(record));
            entries.push(entry(&record.key, &record.name, &about, choice, dispatch));
        }
        if entries.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <hr />
                <p class="menu-heading">{ "Saved in this browser" }</p>
                <div class="menu-scroll">{ for entries }</div>
            </>
        }
    }
}

fn entry(id: &str, name: &str, about: &str, choice: Choice, dispatch: &Dispatch) -> Html {
    let onclick = dispatch.click(Message::Open(choice));
    html! {
        <button key={id} type="button" class="menu-entry" data-template={id.to_string()} {onclick}>
            <span class="menu-name">{ name.to_string() }</span>
            <span class="menu-about">{ about.to_string() }</span>
        </button>
    }
}
