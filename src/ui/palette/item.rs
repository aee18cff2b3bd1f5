//! An entry of the palette: dragged with the pointer, or placed in the middle by a click or Enter.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::drag::Drag;
use super::ghost::Ghost;
use super::{Entry, Placed};
use crate::ui::hooks::use_window_event;
use crate::ui::icon::Icon;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What it places.
    pub entry: Entry,
    /// Takes what is placed.
    pub on_drop: Callback<Placed>,
}

/// An entry of the palette.
#[component]
pub(super) fn PaletteItem(props: &Props) -> Html {
    let drag = use_state(|| None::<Drag>);
    // A drag ends in a click, which is not meant.
    let was_drag = use_mut_ref(|| false);

    let button = use_node_ref();

    let onpointerdown = {
        let (drag, was_drag, button) = (drag.setter(), was_drag.clone(), button.clone());
        Callback::from(move |event: PointerEvent| {
            *was_drag.borrow_mut() = false;
            if event.button() == 0 {
                capture(&button, &event);
                drag.set(Some(Drag::new(f64::from(event.client_x()), f64::from(event.client_y()))));
            }
        })
    };
    let onpointermove = {
        let (drag, was_drag) = (drag.clone(), was_drag.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(held) = *drag {
                let held = held.at(f64::from(event.client_x()), f64::from(event.client_y()));
                *was_drag.borrow_mut() |= held.moved;
                drag.set(Some(held));
            }
        })
    };
    let onpointerup = {
        let (drag, entry, on_drop) = (drag.clone(), props.entry.clone(), props.on_drop.clone());
        Callback::from(move |event: PointerEvent| {
            let held = drag.map(|held| held.at(f64::from(event.client_x()), f64::from(event.client_y())));
            drag.set(None);
            if let Some(held) = held.filter(|held| held.moved) {
                on_drop.emit((entry.item.clone(), Some(held.at)));
            }
        })
    };
    let onpointercancel = {
        let drag = drag.setter();
        Callback::from(move |_: PointerEvent| drag.set(None))
    };
    let onclick = {
        let (entry, on_drop) = (props.entry.clone(), props.on_drop.clone());
        Callback::from(move |_: MouseEvent| {
            if !was_drag.replace(false) {
                on_drop.emit((entry.item.clone(), None));
            }
        })
    };
    let escaped = use_callback(drag.is_some(), {
        let drag = drag.setter();
        move |event: Event, held: &bool| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if *held && key.as_deref() == Some("Escape") {
                event.prevent_default();
                drag.set(None);
            }
        }
    });
    use_window_event("keydown", escaped);

    let entry = &props.entry;
    html! {
        <>
            <button
                ref={button}
                type="button"
                class={classes!("item", drag.is_some_and(|held| held.moved).then_some("dragged"))}
                data-item={entry.id.clone()}
                title={format!("{}\nDrag onto the canvas, or click to add", entry.about)}
                {onpointerdown}
                {onpointermove}
                {onpointerup}
                {onpointercancel}
                {onclick}
            >
                <Icon name={entry.icon.clone()} />
                <span>{ &entry.name }</span>
            </button>
            if let Some(held) = drag.filter(|held| held.moved) {
                <Ghost entry={entry.clone()} at={held.at} />
            }
        </>
    }
}

/// Keeps the pointer's events coming while it is outside of the button.
fn capture(button: &NodeRef, event: &PointerEvent) {
    if let Some(button) = button.cast::<Element>() {
        // Only a pointer that is gone already cannot be captured.
        let _ = button.set_pointer_capture(event.pointer_id());
    }
}
