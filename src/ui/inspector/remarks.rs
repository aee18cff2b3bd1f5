//! What the reader of the figures has to know.

use yew::prelude::*;

use super::Inspector;
use crate::analysis::Analysis;
use crate::editor::{Action, Target};
use crate::ui::element::{all, heading, line, press, words};

/// Notes on the drawing, and what was assumed because it is not drawn.
pub(super) fn remarks(panel: &Inspector, parts: &mut Vec<Html>, analysis: &Analysis) {
    if !analysis.notes.is_empty() {
        parts.push(heading("Notes"));
    }
    for note in &analysis.notes {
        let text = format!("{}{}", if note.hypothetical { "▲ Hypothetical. " } else { "● " }, note.text);
        let show = note.node.as_ref().map(|node| {
            let onclick = panel.dispatch.click_act(Action::Select(vec![Target::Node(node.clone())]));
            press("reset", vec![words("Show")], None, onclick)
        });
        let class = if note.hypothetical { "note risk" } else { "note" };
        parts.push(html! { <p {class} data-note="">{ words(&text) }{ all(show.into_iter().collect()) }</p> });
    }
    if !analysis.assumptions.is_empty() {
        parts.push(heading("Assumed because it is not drawn"));
        for text in &analysis.assumptions {
            parts.push(line("assumption", text));
        }
    }
}
