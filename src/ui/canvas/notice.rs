//! One line at the bottom of the canvas: what a connection would mean, why something was not done, or a hint.

use yew::prelude::*;

use crate::editor::{Action, Gesture, NoticeKind, State};
use crate::ui::icon::icon;
use crate::ui::markup::{classes, html};
use crate::ui::message::Dispatch;

/// The line, which screen readers read out.
pub(super) fn notice_line(state: &State, dispatch: &Dispatch, hint: Option<&AttrValue>) -> Html {
    let line = if let Some(Gesture::Connect { over, .. }) = &state.gesture {
        let (kind, text) = match over {
            None => ("info", "Drop on what it shall be linked to.".to_string()),
            Some((_, Ok(connection))) => ("good", connection.words(state.scenario())),
            Some((_, Err(refusal))) => ("bad", format!("Cannot be linked: {refusal}.")),
        };
        line(kind, &text, None)
    } else if let Some(Gesture::Move(drag)) = &state.gesture
        && drag.copy
    {
        line("good", "A copy is placed where you let go; the original stays.", None)
    } else if let Some(notice) = &state.notice {
        let kind = match notice.kind {
            NoticeKind::Problem => "bad",
            NoticeKind::Info => "info",
            NoticeKind::Spoken => "hidden",
        };
        let dismiss = (kind != "hidden").then(|| dispatch.click_act(Action::DismissNotice));
        line(kind, &notice.text, dismiss)
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
