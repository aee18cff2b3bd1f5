//! The size of an element, followed as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::geometry::{Screen, Size};

/// Tells the size of the element whenever it is another one, first when it appears.
#[hook]
pub fn use_size(element: NodeRef, changed: Callback<Size<Screen>>) {
    use_effect_with((element, changed), |(element, changed)| {
        let element = element.cast::<Element>();
        let changed = changed.clone();
        let observed = element.map(|element| {
            let measured = element.clone();
            let callback = Closure::<dyn FnMut()>::new(move || {
                let rect = measured.get_bounding_client_rect();
                changed.emit(Size::new(rect.width(), rect.height()));
            });
            let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(&element);
            }
            (observer, callback)
        });
        move || {
            if let Some((Some(observer), _callback)) = observed {
                observer.disconnect();
            }
        }
    });
}
