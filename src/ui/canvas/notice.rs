//! One line at the bottom of the canvas: what a connection would mean, why something was not done, or a hint.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::editor::{Action, Connection, Gesture, NoticeKind, State};
use crate::plan::NodeId;
use crate::ui::icon::icon;
use crate::ui::session::Dispatch;

/// How long a notice stays: longer where something went wrong.
const INFO_MS: u32 = 5_000;
const PROBLEM_MS: u32 = 10_000;

/// Dismisses the notice of the state after its time.
#[hook]
pub(super) fn use_dismissal(state: &State, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(state.notice.clone(), move |notice| {
        let timer = notice.as_ref().map(|notice| {
            let stays = if notice.kind == NoticeKind::Problem { PROBLEM_MS } else { INFO_MS };
            Timeout::new(stays, move || dispatch.emit(Action::DismissNotice))
        });
        move || drop(timer)
    });
}

/// The line, which screen readers read out.
pub(super) fn notice_line(state: &State, dispatch: &Dispatch, hint: Option<&AttrValue>) -> Html {
    let line = if let Some(Gesture::Connect { over, .. }) = &state.gesture {
        let (kind, text) = match over {
            None => ("info", "Drop on what it shall be linked to.".to_string()),
            Some((_, Ok(connection))) => ("good", words(state, connection)),
            Some((_, Err(refusal))) => ("bad", format!("Cannot be linked: {refusal}.")),
        };
        line(kind, &text, None)
    } else if let Some(notice) = &state.notice {
        let kind = if notice.kind == NoticeKind::Problem { "bad" } else { "info" };
        let dispatch = dispatch.clone();
        line(kind, &notice.text, Some(Callback::from(move |_| dispatch.emit(Action::DismissNotice))))
    } else if let Some(hint) = hint {
        line("info", hint, None)
    } else {
        Html::default()
    };
    html! { <div class="notices" role="status" aria-live="polite">{ line }</div> }
}

fn line(kind: &'static str, text: &str, dismiss: Option<Callback<MouseEvent>>) -> Html {
    let sign = match kind {
        "bad" => "✕",
        "good" => "●",
        _ => "",
    };
    html! {
        <div class={classes!("notice", kind)} data-notice={kind}>
            if !sign.is_empty() { <span class="sign" aria-hidden="true">{ sign }</span> }
            <span>{ text }</span>
            if let Some(onclick) = dismiss {
                <button type="button" class="quiet" aria-label="Dismiss" {onclick}>{ icon("close") }</button>
            }
        </div>
    }
}

fn words(state: &State, connection: &Connection) -> String {
    let name = |node: &NodeId| {
        state.scenario().node(node).map_or_else(|| node.to_string(), |node| node.name().to_string())
    };
    match connection {
        Connection::Link { kind, from, to } => format!("{} {} {}.", name(from), kind.words(), name(to)),
        Connection::Home { users, home } => format!("{} are homed on {}.", name(users), name(home)),
    }
}
