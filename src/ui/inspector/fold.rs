//! Parts of the panel that can be folded away.

use std::rc::Rc;

use yew::prelude::*;

use super::Inspector;
use crate::ui::element::{all, span};
use crate::ui::icon::icon;
use crate::ui::markup::html;
use crate::ui::message::Message;

/// The parts that are not as they are at first: unfolded or, where they are open at first, folded.
#[derive(Debug, Clone, Default)]
pub struct Folds(Vec<Rc<str>>);

impl Folds {
    /// Folds what is unfolded, and the other way round.
    pub fn turn(&mut self, id: Rc<str>) {
        match self.0.iter().position(|known| *known == id) {
            Some(place) => drop(self.0.remove(place)),
            None => self.0.push(id),
        }
    }

    fn is_turned(&self, id: &str) -> bool {
        self.0.iter().any(|known| **known == *id)
    }
}

/// A part under a heading that folds it away; what is in it is only made while it is open. Folded it says a summary.
pub(super) fn fold(
    panel: &Inspector,
    id: &str,
    heading: &str,
    (open_at_first, summary): (bool, &str),
    body: &dyn Fn(&mut Vec<Html>),
) -> Html {
    let open = open_at_first != panel.asked.folds.is_turned(id);
    let onclick = panel.dispatch.click(Message::Fold(id.into()));
    let mut parts = Vec::new();
    if open {
        body(&mut parts);
    }
    html! {
        <section key={id.to_string()} class="fold">
            <h3>
                <button type="button" aria-expanded={open.to_string()} data-fold={id.to_string()} {onclick}>
                    { icon(if open { "open" } else { "forward" }) }
                    { span("", heading) }
                    { span("fold-summary", if open { "" } else { summary }) }
                </button>
            </h3>
            { all(parts) }
        </section>
    }
}
