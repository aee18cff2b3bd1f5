//! What a part of a chart stands for, beside what is pointed at or has the focus.

use crate::ui::markup::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};
use yew::prelude::*;

/// The words of a part of a chart, and the middle of its upper edge in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Tip {
    label: String,
    value: String,
    at: (f64, f64),
}

impl Tip {
    /// The words of what the pointer or the focus came to, if that is a part of a chart.
    pub fn of(event: &Event) -> Option<Self> {
        let element: Element = event.target()?.dyn_into().ok()?;
        let label = element.get_attribute("data-label")?;
        let value = element.get_attribute("data-value")?;
        let rect = element.get_bounding_client_rect();
        // A part may be as wide as the page: its tip is where the pointer is.
        let across = match event.dyn_ref::<PointerEvent>() {
            Some(pointer) => f64::from(pointer.client_x()),
            None => rect.left() + rect.width() / 2.0,
        };
        Some(Self { label, value, at: (across, rect.top()) })
    }

    /// Draws it over the page, above its place; it is as small as its words. Geometry is set by attributes, and nothing on the page moves.
    pub(super) fn view(&self) -> Html {
        let (x, y) = self.at;
        html! {
            <svg class="tip" aria-hidden="true">
                <foreignObject
                    x={(x - 170.0).round()}
                    y={(y - 124.0).round()}
                    width="340"
                    height="120"
                >
                    <div xmlns="http://www.w3.org/1999/xhtml" class="tip-place">
                        <p><span>{ &self.label }</span><strong>{ &self.value }</strong></p>
                    </div>
                </foreignObject>
            </svg>
        }
    }
}
