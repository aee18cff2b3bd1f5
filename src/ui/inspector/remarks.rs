//! What the reader of the figures has to know.

use yew::prelude::*;

use crate::analysis::Analysis;
use crate::editor::{Action, Target};
use crate::ui::message::Dispatch;

/// Notes on the drawing, and what was assumed because it is not drawn.
pub(super) fn remarks(analysis: &Analysis, dispatch: &Dispatch) -> Html {
    html! {
        <>
            if !analysis.notes.is_empty() {
                <h3>{ "Notes" }</h3>
                <ul class="remarks" data-notes={analysis.notes.len().to_string()}>
                    { for analysis.notes.iter().map(|note| {
                        let (sign, class) = if note.hypothetical { ("▲", "risk") } else { ("●", "plain") };
                        let show = note.node.as_ref()
                            .map(|node| dispatch.click_act(Action::Select(vec![Target::Node(node.clone())])));
                        html! {
                            <li class={class}>
                                <span class="sign" aria-hidden="true">{ sign }</span>
                                <span>
                                    if note.hypothetical { <strong>{ "Hypothetical. " }</strong> }
                                    { &note.text }
                                    if let Some(onclick) = show { { " " }<button type="button" class="reset" {onclick}>{ "Show" }</button> }
                                </span>
                            </li>
                        }
                    }) }
                </ul>
            }
            if !analysis.assumptions.is_empty() {
                <h3>{ "Assumed because it is not drawn" }</h3>
                <ul class="list">for text in &analysis.assumptions { <li>{ text }</li> }</ul>
            }
        </>
    }
}
