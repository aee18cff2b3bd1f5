//! What is heard on the window and the document, wherever the focus is.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent};

use super::clipboard;
use super::figure_key::FigureKey;
use super::files::dragged;
use super::keeper::Keeper;
use super::message::{Dispatch, Message};
use super::object::{field, set};
use super::palette::Input;
use super::results::{self, Tip, rove};
use super::shared::Shared;
use crate::catalog::Catalog;
use crate::editor::commands::{Asked, KeyPress, Task, by_shortcut};
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
    catalog: Shared<Catalog>,
    palette_is_held: bool,
    /// What was copied last on this page.
    copied: Option<Rc<str>>,
}

impl Listening {
    /// Begins to hear.
    pub fn new(state: Shared<State>, catalog: Shared<Catalog>, keeper: &Keeper, dispatch: &Dispatch) -> Self {
        let basis = Rc::new(RefCell::new(Basis { state, catalog, palette_is_held: false, copied: None }));
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
            (&document, "copy"),
            (&document, "cut"),
            (&document, "paste"),
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
                "copy" | "cut" => copied(event, name, &basis, &dispatch),
                "paste" => pasted(event, &dispatch),
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
        let basis = &mut *self.basis.borrow_mut();
        (basis.state, basis.palette_is_held) = (state, palette_is_held);
    }

    /// What was copied last on this page.
    pub fn copied(&self) -> Option<Rc<str>> {
        self.basis.borrow().copied.clone()
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

/// Escape ends a drag out of the palette, the space bar lets the pointer pan, and other keys ask for commands.
fn key_down(event: &Event, basis: &Basis, dispatch: &Dispatch) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.key() == "Escape" {
        tip(None, dispatch);
    }
    let is_under = is_dialog_open();
    let message = if basis.palette_is_held && event.key() == "Escape" {
        Message::Palette(Input::Cancel)
    } else if event.code() == "Space"
        && !is_under
        && !is_on(event, "input, select, textarea, button, summary, a")
    {
        Message::Space(true)
    } else {
        if event.default_prevented() || is_under {
            return;
        }
        let press = press(event);
        let command = by_shortcut(&press);
        // What files and lists are asked for by is no typing.
        let anywhere = press.ctrl && command.is_some_and(|command| command.group == "Plan");
        if !anywhere && is_on(event, "input, textarea, select") {
            return;
        }
        if rove(event) {
            event.prevent_default();
            return;
        }
        // There they scroll, and move nothing on the canvas.
        if command.is_some_and(|command| command.group == "Move")
            && is_on(event, ".panel, .inspector, .palette")
        {
            return;
        }
        if command.is_some_and(|command| !command.repeats()) && field(event, "repeat").is_truthy() {
            event.prevent_default();
            return;
        }
        match command {
            Some(command) if command.can(&basis.state) => match (command.asked)(&basis.state) {
                // The browser makes events of its own of these keys.
                Asked::Page(Task::Copy | Task::Cut | Task::Paste) => return,
                asked => asked.into(),
            },
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

/// Copies what is selected, unless that is text, and cuts it.
fn copied(event: &Event, name: &str, basis: &RefCell<Basis>, dispatch: &Dispatch) {
    if is_dialog_open() || is_on(event, "input, textarea") || clipboard::is_text_marked() {
        return;
    }
    let basis = &mut *basis.borrow_mut();
    let Some(plan) = clipboard::copy(event, &basis.state, &basis.catalog) else { return };
    basis.copied = Some(plan.into());
    if name == "cut" {
        dispatch.emit(Action::CutSelection);
    }
}

fn pasted(event: &Event, dispatch: &Dispatch) {
    if !is_dialog_open()
        && !is_on(event, "input, textarea")
        && let Some(plan) = clipboard::pasted(event)
    {
        event.prevent_default();
        dispatch.send(Message::Paste(plan.into()));
    }
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

/// Whether a dialog lies over everything, wherever the focus is.
fn is_dialog_open() -> bool {
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    page.is_some_and(|page| page.query_selector("dialog").ok().flatten().is_some())
}

/// Whether the event belongs to such an element.
fn is_on(event: &Event, elements: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(elements).ok().flatten().is_some())
}
