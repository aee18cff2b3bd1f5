//! What the reader of the figures has to know.

use yew::prelude::*;

use super::Inspector;
use crate::analysis::Analysis;
use crate::editor::{Action, Target};
use crate::ui::element::{block, heading, line, press, words};

/// Notes on the drawing, and what was assumed because it is not drawn.
pub(super) fn remarks(panel: &Inspector, parts: &mut Vec<Html>, analysis: &Analysis) {
    if !analysis.notes.is_empty() {
        parts.push(heading("Notes"));
    }
    for note in &analysis.notes {
        let (class, sign) =
            if note.hypothetical { ("note risk", "▲ Hypothetical. ") } else { ("note", "● ") };
        let mut said = vec![words(sign), words(&note.text)];
        if let Some(node) = &note.node {
            let onclick = panel.dispatch.click_act(Action::Select(vec![Target::Node(node.clone())]));
            said.push(press("reset", vec![words("Show")], None, onclick));
        }
        parts.push(block(class, said));
    }
    if !analysis.assumptions.is_empty() {
        parts.push(heading("Assumed because it is not drawn"));
        for text in &analysis.assumptions {
            parts.push(line("assumption", text));
        }
    }
}
