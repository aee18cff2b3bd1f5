//! A dialog over the page: the browser keeps the focus inside, closes it with Escape and hands the focus back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use super::icon::icon;
use super::message::{Dispatch, Message};
use super::object::{call, field, of_window, set};
use crate::decimal::plain;
use crate::ui::markup::html;

/// The dialog with its heading. It shows once [`show`] was called with its element.
pub fn dialog(
    id: &'static str,
    heading: &'static str,
    element: &NodeRef,
    dispatch: &Dispatch,
    content: Html,
) -> Html {
    let close = dispatch.click(Message::Close);
    let onclose = dispatch.on(|_: &Event| Some(Message::Close));
    // A press beside the dialog is one on the dialog itself, and not on anything in it. A click would not do: the finger that opens a
    // menu by resting is lifted after it has opened.
    let onpointerdown = dispatch.on(|event: &PointerEvent| {
        let beside = event.target().is_some_and(|target| target.has_type::<HtmlDialogElement>());
        beside.then_some(Message::Close)
    });
    html! {
        <dialog ref={element.clone()} class="dialog" data-dialog={id} aria-labelledby="dialog-heading" {onclose} {onpointerdown}>
            <div class="dialog-inside">
                <header>
                    <h2 id="dialog-heading">{ heading }</h2>
                    <button type="button" class="quiet" aria-label="Close" title="Close" onclick={close}>{ icon("close") }</button>
                </header>
                { content }
            </div>
        </dialog>
    }
}

/// Width and height that a dialog at a point of the window is given room for.
const ROOM: (f64, f64) = (340.0, 440.0);

/// Shows a dialog that is on the page: in the middle of the window, or at that point of it.
pub fn show(element: &NodeRef, place: Option<(f64, f64)>) {
    let Some(dialog) = element.cast::<HtmlDialogElement>() else { return };
    if !dialog.open() {
        // It is on the page and does not show, so it can.
        let _ = dialog.show_modal();
    }
    put(&dialog, place);
}

fn put(dialog: &HtmlDialogElement, place: Option<(f64, f64)>) {
    let style = field(dialog, "style");
    let give = |side: &str, value: &str| {
        // Any element of a page can be given a place.
        let _ = set(&style, side, &value.into());
    };
    let Some((x, y)) = place else {
        // The one that stood there before may have been given a place.
        return ["left", "top", "margin"].into_iter().for_each(|side| give(side, ""));
    };
    for (side, at, end, room) in [("left", x, "innerWidth", ROOM.0), ("top", y, "innerHeight", ROOM.1)] {
        let end = of_window(end).ok().and_then(|end| end.as_f64()).unwrap_or(at + room);
        give(side, &format!("{}px", plain(at.min(end - room).max(0.0))));
    }
    give("margin", "0");
}

/// Closes the dialog, so that the browser hands the focus back before the dialog is taken away.
pub fn hide(element: &NodeRef) {
    if let Some(dialog) = element.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Brings what the keys have come to in the dialog into sight.
pub fn show_chosen(element: &NodeRef) {
    let chosen =
        element.cast::<HtmlDialogElement>().and_then(|dialog| dialog.query_selector(".chosen").ok()?);
    if let Some(chosen) = chosen {
        let nearest = js_sys::Object::new();
        let _ = set(&nearest, "block", &"nearest".into());
        let _ = call(&chosen, "scrollIntoView", &[nearest.into()]);
    }
}

/// Puts the focus into the dialog's field for a name, so that what is typed takes the place of the name there.
pub fn type_over(element: &NodeRef) {
    let field =
        element.cast::<HtmlDialogElement>().and_then(|dialog| dialog.query_selector(".row-name").ok()?);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}
