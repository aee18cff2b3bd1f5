//! What is heard on the window and the document, wherever the focus is.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent};

use super::figure_key::FigureKey;
use super::files::dragged;
use super::keeper::Keeper;
use super::message::{Dialog, Dispatch, Message};
use super::object::{field, set};
use super::palette::Input;
use super::results::{self, Tip, rove};
use super::shared::Shared;
use crate::editor::commands::{KeyPress, by_shortcut};
use crate::editor::{Action, State};
use crate::panel::Order;

/// Hears for as long as it lives.
#[derive(Debug)]
pub struct Listening {
    basis: Rc<RefCell<Basis>>,
    _listeners: Vec<EventListener>,
}

/// What the reaction to an event depends on: it has to be there before the event has passed.
#[derive(Debug)]
struct Basis {
    state: Shared<State>,
    palette_is_held: bool,
}

impl Listening {
    /// Begins to hear.
    pub fn new(state: Shared<State>, keeper: &Keeper, dispatch: &Dispatch) -> Self {
        let basis = Rc::new(RefCell::new(Basis { state, palette_is_held: false }));
        let mut listeners = Vec::new();
        let Some(window) = web_sys::window() else { return Self { basis, _listeners: listeners } };
        let document = window.document().map(EventTarget::from);
        let window = Some(EventTarget::from(window));
        for (target, name) in [
            (&window, "keydown"),
            (&window, "keyup"),
            (&window, "blur"),
            (&window, "pagehide"),
            (&window, "beforeunload"),
            (&window, "dragover"),
            (&window, "dragleave"),
            (&window, "drop"),
            (&document, "visibilitychange"),
            (&document, "pointerover"),
            (&document, "pointerout"),
            (&document, "focusin"),
            (&document, "focusout"),
            (&document, "click"),
            (&document, "change"),
        ] {
            let Some(target) = target else { continue };
            let (basis, keeper, dispatch) = (Rc::clone(&basis), keeper.clone(), dispatch.clone());
            let options = EventListenerOptions::enable_prevent_default();
            listeners.push(EventListener::new_with_options(target, name, options, move |event| match name {
                "keydown" => key_down(event, &basis.borrow(), &dispatch),
                "keyup" | "blur" => released(event, &dispatch),
                "pointerover" | "focusin" => tip(Tip::of(event), &dispatch),
                "pointerout" | "focusout" => tip(None, &dispatch),
                "click" => click(event, &dispatch),
                "change" => changed(event, &dispatch),
                "beforeunload" => leaving(event, &keeper),
                "pagehide" => keeper.flush(),
                "visibilitychange" => keeper.catch_up(),
                _ => files_over(event, name, &dispatch),
            }));
        }
        Self { basis, _listeners: listeners }
    }

    /// What reactions depend on from now on.
    pub fn follow(&self, state: Shared<State>, palette_is_held: bool) {
        *self.basis.borrow_mut() = Basis { state, palette_is_held };
    }
}

/// Asks before the page goes if that would lose an edit.
fn leaving(event: &Event, keeper: &Keeper) {
    keeper.flush();
    if keeper.would_lose() {
        event.prevent_default();
    }
}

/// Files are held over the page, taken away from it, or dropped on it.
fn files_over(event: &Event, name: &str, dispatch: &Dispatch) {
    let Some(files) = dragged(event) else { return };
    event.prevent_default();
    match name {
        "dragover" => dispatch.send(Message::Hover(true)),
        "drop" => {
            dispatch.send(Message::Hover(false));
            dispatch.send(Message::Files(files));
        }
        // Leaving one element for another is no leaving of the page.
        _ if field(event, "relatedTarget").is_null() => dispatch.send(Message::Hover(false)),
        _ => {}
    }
}

/// What is asked of the page and not of the editor.
fn page_command(press: &KeyPress) -> Option<Message> {
    match (press.ctrl && !press.shift && !press.alt, &*press.key) {
        (true, "s") => Some(Message::SaveFile),
        (true, "o") => Some(Message::Dialog(Dialog::Plans)),
        _ => None,
    }
}

/// Escape ends a drag out of the palette, the space bar lets the pointer pan, and other keys ask for commands.
fn key_down(event: &Event, basis: &Basis, dispatch: &Dispatch) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.key() == "Escape" {
        tip(None, dispatch);
    }
    let message = if basis.palette_is_held && event.key() == "Escape" {
        Message::Palette(Input::Cancel)
    } else if event.code() == "Space"
        && !is_on(event, "input, select, textarea, button, summary, a, [role=group][tabindex]")
    {
        Message::Space(true)
    } else {
        if event.default_prevented() || is_on(event, "dialog") {
            return;
        }
        let press = press(event);
        let of_page = page_command(&press);
        if of_page.is_none() && is_on(event, "input, textarea, select") {
            return;
        }
        if rove(event) {
            event.prevent_default();
            return;
        }
        // There they scroll, and move nothing on the canvas.
        if press.key.starts_with("Arrow") && is_on(event, ".panel") {
            return;
        }
        match (of_page, by_shortcut(&press)) {
            (Some(message), _) => message,
            (None, Some(command)) if (command.enabled)(&basis.state) => {
                Message::Act(Rc::new((command.action)(&basis.state)))
            }
            // There is nothing else to leave.
            _ if event.key() == "Escape" => Message::Explain(None),
            _ => return,
        }
    };
    event.prevent_default();
    dispatch.send(message);
}

/// Says what the pointer or the focus has come to, and when it leaves.
fn tip(tip: Option<Tip>, dispatch: &Dispatch) {
    dispatch.send(Message::Results(results::Input::Tip(tip)));
}

/// Does what an element of the worker's offers: a derivation, a node to be shown, a change of the plan.
fn click(event: &Event, dispatch: &Dispatch) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let offers = "[data-told], [data-shows], button[data-order]";
    let Some(element) = element.and_then(|element| element.closest(offers).ok().flatten()) else { return };
    let said = |name: &str| element.get_attribute(name);
    dispatch.send(if let Some(row) = said("data-told") {
        Message::Explain(Some(FigureKey::named(&row, &said("data-figure").unwrap_or_default())))
    } else if let Some(node) = said("data-shows") {
        Message::Act(Rc::new(Action::Reveal(node.as_str().into())))
    } else {
        Message::Order(Order { name: said("data-order").unwrap_or_default(), value: said("value") })
    });
}

/// Asks for the change of the plan that a field of the worker's stands for.
fn changed(event: &Event, dispatch: &Dispatch) {
    let Some(element) = event.target() else { return };
    let data = field(&element, "dataset");
    let Some(name) = field(&data, "order").as_string() else { return };
    let is_box = field(&element, "type") == "checkbox";
    let value = if is_box {
        field(&element, "checked").is_truthy().to_string()
    } else {
        field(&element, "value").as_string().unwrap_or_default()
    };
    // What was sent is no longer to be kept when the answer comes; see `results::replace`.
    let _ = set(&data, "sent", &value.as_str().into());
    dispatch.send(Message::Order(Order { name, value: Some(value) }));
}

fn released(event: &Event, dispatch: &Dispatch) {
    if event.dyn_ref::<KeyboardEvent>().is_none_or(|key| key.code() == "Space") {
        dispatch.send(Message::Space(false));
    }
}

fn press(event: &KeyboardEvent) -> KeyPress {
    KeyPress {
        key: event.key(),
        code: event.code(),
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
    }
}

/// Whether the key belongs to an element of its own.
fn is_on(event: &KeyboardEvent, elements: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(elements).ok().flatten().is_some())
}
