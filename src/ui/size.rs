//! The size of an element, followed as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::message::{Dispatch, Message};

/// Tells the size of an element whenever it is another one, first when it appears.
#[derive(Debug)]
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Begins to look; `told` measures the element.
    pub fn new(element: &Element, dispatch: &Dispatch, told: fn(&Element) -> Message) -> Option<Self> {
        let (measured, dispatch) = (element.clone(), dispatch.clone());
        let callback = Closure::<dyn FnMut()>::new(move || dispatch.send(told(&measured)));
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
