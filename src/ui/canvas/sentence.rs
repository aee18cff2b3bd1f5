//! What is down and what that means, in one sentence at the bottom of the canvas.

use yew::prelude::*;

use crate::catalog::Catalog;
use crate::editor::{Action, State};
use crate::exchange::evaluation::StatementAnswer;
use crate::ui::markup::{classes, html};
use crate::ui::message::Dispatch;
use crate::ui::told::Told;

/// The sentence, which screen readers read out, with what the documents say behind it.
pub(super) fn sentence(state: &State, catalog: &Catalog, told: &Told, dispatch: &Dispatch) -> Html {
    let killed = &state.killed;
    let reply = told.now(killed);
    let moment = reply.as_ref().and_then(|reply| reply.moment.as_ref());
    let problem = told.problem.as_deref().or(told.reply.as_ref().and_then(|reply| reply.problem.as_deref()));
    let words = match (moment, problem) {
        _ if killed.is_empty() => Html::default(),
        (Some(moment), None) => {
            let (who, what) = parts(&moment.sentence).unwrap_or(("", &moment.sentence));
            html! { <><b>{ who }</b>{ what }</> }
        }
        (_, problem) => html! {
            <>
                <b>{ format!("Down: {}. ", killed.name(state.scenario(), catalog)) }</b>
                { problem.unwrap_or("Working out what that means…") }
            </>
        },
    };
    html! {
        <div class={classes!((!killed.is_empty()).then_some("moment"), told.stale.then_some("stale"))}>
            <p role="status" aria-live="polite" data-sentence={told.stale.to_string()}>{ words }</p>
            if !killed.is_empty() {
                <div class="moment-more">
                    if let Some(moment) = moment.filter(|moment| !moment.statements.is_empty()) {
                        <details>
                            <summary>{ "Sources" }</summary>
                            <ul>for statement in &moment.statements { { line(statement) } }</ul>
                        </details>
                    }
                    <button type="button" class="button" title="Repair everything (Shift+K)" onclick={dispatch.click_act(Action::RepairAll)}>
                        { "Repair everything" }
                    </button>
                </div>
            }
        </div>
    }
}

/// Who is down, and what that means.
fn parts(sentence: &str) -> Option<(&str, &str)> {
    const BETWEEN: &str = " down: ";
    let at = sentence.as_bytes().windows(BETWEEN.len()).position(|part| part == BETWEEN.as_bytes())?;
    sentence.split_at_checked(at + BETWEEN.len())
}

fn line(statement: &StatementAnswer) -> Html {
    let mark = &statement.mark;
    html! {
        <li>
            <span class={classes!("mark", mark.as_str())}>{ mark }</span>
            { &statement.text }{ " " }
            <a href={statement.url.clone()} target="_blank" rel="noopener noreferrer">{ &statement.source }</a>
        </li>
    }
}
