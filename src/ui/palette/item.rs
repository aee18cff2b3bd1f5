//! Entries of the palette: dragged with the pointer, or placed in the middle by a click or Enter.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::drag::Drag;
use super::ghost::ghost;
use super::{Entry, Placed};
use crate::plan::Item;
use crate::ui::hooks::use_window_event;
use crate::ui::icon::icon;
use crate::ui::markup::{classes, html};

/// The attribute that says which entry an element is.
const ATTRIBUTE: &str = "data-item";

/// What the list of entries does on events, and which of them is dragged.
pub(super) struct Handlers {
    pub down: Callback<PointerEvent>,
    pub moved: Callback<PointerEvent>,
    pub up: Callback<PointerEvent>,
    pub cancelled: Callback<PointerEvent>,
    pub click: Callback<MouseEvent>,
    pub dragged: Option<Held>,
}

/// An entry that is held, by its id.
#[derive(Clone, PartialEq)]
pub(super) struct Held {
    id: String,
    drag: Drag,
}

/// The reactions of all entries, heard on the list that they are in.
#[hook]
pub(super) fn use_drag(
    find: impl Fn(&str) -> Option<Item> + Clone + 'static,
    place: &Callback<Placed>,
) -> Handlers {
    let held = use_state(|| None::<Held>);
    // A drag ends in a click, which is not meant.
    let was_drag = use_mut_ref(|| false);

    let down = {
        let (held, was_drag) = (held.setter(), was_drag.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((button, id)) = entry_of(&event) else { return };
            *was_drag.borrow_mut() = false;
            if event.button() == 0 {
                // Keeps the pointer's events coming while it is outside; only one that is gone cannot be captured.
                let _ = button.set_pointer_capture(event.pointer_id());
                held.set(Some(Held { id, drag: Drag::new(x(&event), y(&event)) }));
            }
        })
    };
    let moved = {
        let (held, was_drag) = (held.clone(), was_drag.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(Held { id, drag }) = &*held {
                let drag = drag.at(x(&event), y(&event));
                *was_drag.borrow_mut() |= drag.moved;
                held.set(Some(Held { id: id.clone(), drag }));
            }
        })
    };
    let up = {
        let (held, find, place) = (held.clone(), find.clone(), place.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(Held { id, drag }) = &*held else { return };
            let drag = drag.at(x(&event), y(&event));
            held.set(None);
            if let Some(item) = find(id).filter(|_| drag.moved) {
                place.emit((item, Some(drag.at)));
            }
        })
    };
    let cancelled = {
        let held = held.setter();
        Callback::from(move |_: PointerEvent| held.set(None))
    };
    let click = {
        let place = place.clone();
        Callback::from(move |event: MouseEvent| {
            let item = entry_of(&event).and_then(|(_, id)| find(&id));
            if let Some(item) = item.filter(|_| !was_drag.replace(false)) {
                place.emit((item, None));
            }
        })
    };
    let escaped = use_callback(held.is_some(), {
        let held = held.setter();
        move |event: Event, is_held: &bool| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if *is_held && key.as_deref() == Some("Escape") {
                event.prevent_default();
                held.set(None);
            }
        }
    });
    use_window_event("keydown", escaped);
    let dragged = (*held).clone().filter(|held| held.drag.moved);
    Handlers { down, moved, up, cancelled, click, dragged }
}

/// An entry of the palette, and its ghost while it is dragged.
pub(super) fn item(entry: &Entry, dragged: Option<&Held>) -> Html {
    let dragged = dragged.filter(|held| *held.id == *entry.id);
    html! {
        <key={entry.id.to_string()}>
            <button
                type="button"
                class={classes!("item", dragged.map(|_| "dragged"))}
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

/// The entry that an event is about: its element and its id.
fn entry_of(event: &MouseEvent) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("[data-item]").ok()??;
    let id = button.get_attribute(ATTRIBUTE)?;
    Some((button, id))
}

fn x(event: &MouseEvent) -> f64 {
    f64::from(event.client_x())
}

fn y(event: &MouseEvent) -> f64 {
    f64::from(event.client_y())
}
