//! The name of what is selected.

use yew::prelude::*;

use crate::editor::{Action, State};
use crate::plan::{Edit, NodeId};
use crate::ui::field::TextField;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Whose name it is.
    pub node: NodeId,
    /// The name.
    pub name: AttrValue,
    /// What is under way.
    pub state: Shared<State>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// The name as a heading that can be typed over; F2 or a double click ask for it.
#[component]
pub(super) fn NameHeading(props: &Props) -> Html {
    let asked = props.state.renaming.as_ref() == Some(&props.node);
    let done = {
        let (node, dispatch) = (props.node.clone(), props.dispatch.clone());
        Callback::from(move |name: Option<String>| {
            if asked {
                dispatch.emit(Action::FinishRename(name));
            } else if let Some(name) = name {
                let edits = vec![Edit::Rename { node: node.clone(), name }];
                dispatch.emit(Action::Edit { label: "Rename".into(), edits });
            }
        })
    };
    html! { <TextField label="Name" value={props.name.clone()} {asked} {done} /> }
}
