//! The palette as it is drawn; the list hears for all of its entries.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::entry::{Entry, Group};
use super::ghost::ghost;
use super::{Held, Input};
use crate::ui::icon::icon;
use crate::ui::markup::html;
use crate::ui::memo::View;
use crate::ui::message::{Dispatch, Message};
use crate::ui::shared::Shared;

/// The attribute that says which entry an element is.
const ATTRIBUTE: &str = "data-item";

/// What the palette shows.
#[derive(PartialEq)]
pub(super) struct Shown {
    pub groups: Shared<Vec<Group>>,
    pub wanted: String,
    pub held: Option<Held>,
    pub dispatch: Dispatch,
}

impl View for Shown {
    fn view(&self) -> Html {
        let dispatch = &self.dispatch;
        let mut shown: Vec<Html> = Vec::new();
        for group in self.groups.iter() {
            let mut entries: Vec<Html> = Vec::new();
            for entry in &group.entries {
                if group.fits(entry, &self.wanted) {
                    entries.push(self.item(entry));
                }
            }
            if !entries.is_empty() {
                shown.push(html! {
                    <div key={&*group.name} class="palette-group" role="group" aria-label={group.name.clone()}>
                        <h2>{ &group.name }</h2>
                        { for entries }
                    </div>
                });
            }
        }
        let found = !shown.is_empty();
        // Moves of the pointer count only while it holds something.
        let moved =
            self.held.as_ref().map(|_| dispatch.on(|event: &PointerEvent| input(Input::Move(place(event)))));
        html! {
            <nav class="palette" aria-label="Components">
                <div class="search">
                    { icon("find") }
                    <input type="search" placeholder="Find a component" aria-label="Find a component" oninput={dispatch.on(search)} />
                </div>
                <div
                    class="palette-list"
                    tabindex="-1"
                    onpointerdown={dispatch.on(press)}
                    onpointermove={moved}
                    onpointerup={dispatch.on(|event: &PointerEvent| input(Input::Lift(place(event))))}
                    onpointercancel={dispatch.on(|_| input(Input::Cancel))}
                    onclick={dispatch.on(|event| input(Input::Click(entry_of(event)?.1)))}
                >
                    { for shown }
                    if !found { <p class="empty">{ "Nothing of that name. Try “pool”, “edge” or “users”." }</p> }
                </div>
            </nav>
        }
    }
}

impl Shown {
    /// An entry, and its ghost while it is dragged.
    fn item(&self, entry: &Entry) -> Html {
        let dragged = self.held.as_ref().filter(|held| held.drag.moved && *held.id == *entry.id);
        html! {
            <key={&*entry.id}>
                <button
                    type="button"
                    class={if dragged.is_some() { "item dragged" } else { "item" }}
                    data-item={entry.id.clone()}
                    title={format!("{}\nDrag onto the canvas, or click to add", entry.about)}
                >
                    { icon(&entry.icon) }
                    <span>{ &entry.name }</span>
                </button>
                if let Some(held) = dragged { { ghost(entry, held.drag.at) } }
            </>
        }
    }
}

#[allow(clippy::unnecessary_wraps, reason = "readers of events can find nothing in them")]
fn input(input: Input) -> Option<Message> {
    Some(Message::Palette(input))
}

fn search(event: &InputEvent) -> Option<Message> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    input(Input::Search(field.value()))
}

fn press(event: &PointerEvent) -> Option<Message> {
    let (button, id) = entry_of(event)?;
    if event.button() != 0 {
        return None;
    }
    // Keeps the pointer's events coming while it is outside; only one that is gone cannot be captured.
    let _ = button.set_pointer_capture(event.pointer_id());
    input(Input::Press(id, place(event)))
}

/// The entry that an event is about: its element and its id.
fn entry_of(event: &MouseEvent) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("[data-item]").ok()??;
    let id = button.get_attribute(ATTRIBUTE)?;
    Some((button, id))
}

fn place(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
