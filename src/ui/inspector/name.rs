//! The name of what is selected.

use yew::prelude::*;

use crate::editor::{Action, State};
use crate::plan::{Edit, NodeId};
use crate::ui::field::TextField;
use crate::ui::session::Dispatch;

/// The name as a heading that can be typed over; F2 or a double click ask for it.
pub(super) fn name_heading(node: &NodeId, name: &str, state: &State, dispatch: &Dispatch) -> Html {
    let asked = state.renaming.as_ref() == Some(node);
    let done = {
        let (node, dispatch) = (node.clone(), dispatch.clone());
        Callback::from(move |name: Option<String>| {
            if asked {
                dispatch.emit(Action::FinishRename(name));
            } else if let Some(name) = name {
                let edits = vec![Edit::Rename { node: node.clone(), name }];
                dispatch.emit(Action::Edit { label: "Rename".into(), edits });
            }
        })
    };
    html! { <TextField key={node.to_string()} label="Name" value={name.to_string()} {asked} {done} /> }
}
