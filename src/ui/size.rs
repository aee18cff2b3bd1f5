//! The size of the canvas, followed as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::message::Dispatch;
use crate::editor::Action;
use crate::geometry::Size;

/// Tells the size of an element whenever it is another one, first when it appears.
#[derive(Debug)]
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Begins to look.
    pub fn new(element: &Element, dispatch: &Dispatch) -> Option<Self> {
        let (measured, dispatch) = (element.clone(), dispatch.clone());
        let callback = Closure::<dyn FnMut()>::new(move || {
            let rect = measured.get_bounding_client_rect();
            dispatch.emit(Action::Resize(Size::new(rect.width(), rect.height())));
        });
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
