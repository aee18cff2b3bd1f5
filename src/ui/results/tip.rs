//! What a part of a chart stands for, beside what is pointed at or has the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, FocusEvent, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::Input;
use super::roving::rove;
use crate::chart::HitArea;
use crate::ui::message::{Dispatch, Message};

/// Width and height that a tip may take; it is as small as its words.
const SIZE: (f64, f64) = (280.0, 120.0);

/// Space between a tip and its part of the chart.
const GAP: f64 = 4.0;

/// The words of a part of a chart, and the middle of its upper edge in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Tip {
    label: String,
    value: String,
    at: (f64, f64),
}

impl Tip {
    /// The words of the element, if it is a part of a chart; above the point where the pointer came to it.
    fn of(element: Option<EventTarget>, pointer: Option<i32>) -> Message {
        let read = || {
            let element: Element = element?.dyn_into().ok()?;
            let label = element.get_attribute("data-label")?;
            let value = element.get_attribute("data-value")?;
            let rect = element.get_bounding_client_rect();
            let across = pointer.map_or(rect.left() + rect.width() / 2.0, f64::from);
            Some(Self { label, value, at: (across, rect.top()) })
        };
        Message::Results(Input::Tip(read()))
    }

    /// Draws it over the page. Geometry is set by attributes, and nothing on the page moves.
    pub(super) fn view(&self) -> Html {
        let ((width, height), (x, y)) = (SIZE, self.at);
        html! {
            <svg class="tip" aria-hidden="true">
                <foreignObject
                    x={(x - width / 2.0).round().to_string()}
                    y={(y - height - GAP).round().to_string()}
                    width={width.to_string()}
                    height={height.to_string()}
                >
                    <div xmlns="http://www.w3.org/1999/xhtml" class="tip-place">
                        <p><span>{ &self.label }</span><strong>{ &self.value }</strong></p>
                    </div>
                </foreignObject>
            </svg>
        }
    }
}

/// The parts of a chart: each can be pointed at, and arrow keys go from one to the next.
pub(super) fn marks(name: &'static str, marks: &[HitArea], dispatch: &Dispatch) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    for mark in marks {
        let tabindex = if parts.is_empty() { "0" } else { "-1" };
        parts.push(html! {
            <rect
                class="hit"
                role="img"
                {tabindex}
                x={mark.x.to_string()}
                y={mark.y.to_string()}
                width={mark.width.to_string()}
                height={mark.height.to_string()}
                aria-label={format!("{}: {}", mark.label, mark.value)}
                data-label={mark.label.clone()}
                data-value={mark.value.clone()}
            />
        });
    }
    html! {
        <svg
            class="hits"
            role="group"
            aria-label={name}
            onpointerover={dispatch.on(|event: &PointerEvent| Some(Tip::of(event.target(), Some(event.client_x()))))}
            onpointerout={dispatch.on(|_: &PointerEvent| Some(Tip::of(None, None)))}
            onfocusin={dispatch.on(|event: &FocusEvent| Some(Tip::of(event.target(), None)))}
            onfocusout={dispatch.on(|_: &FocusEvent| Some(Tip::of(None, None)))}
            onkeydown={dispatch.on(|event: &KeyboardEvent| { rove(event); None })}
        >{ for parts }</svg>
    }
}
