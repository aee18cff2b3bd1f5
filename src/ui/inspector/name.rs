//! The name of what is selected.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Panel;
use crate::editor::Action;
use crate::plan::{Edit, Limits, NodeId};
use crate::ui::memo::{View, memo};
use crate::ui::message::Dispatch;

/// The name as a heading that can be typed over; F2 or a double click ask for it.
pub(super) fn name_heading(node: &NodeId, name: &str, panel: &Panel) -> Html {
    let field = NameField {
        node: node.clone(),
        name: name.to_string().into(),
        asked: panel.state.renaming.as_ref() == Some(node),
        element: panel.name.clone(),
        dispatch: panel.dispatch.clone(),
    };
    memo(&node.to_string(), field)
}

/// A field that looks like a heading until it is used. Drawn again only for another name: what is being typed stays.
#[derive(Clone, PartialEq)]
struct NameField {
    node: NodeId,
    name: AttrValue,
    /// Whether the editor asked for the name.
    asked: bool,
    element: NodeRef,
    dispatch: Dispatch,
}

impl NameField {
    /// Gives up what is typed, or drops it. The field says how the node is called, and another name only once it is.
    fn finish(&self, field: &HtmlInputElement, keep: bool) {
        let typed = field.value().trim().to_string();
        let new = Some(typed).filter(|typed| keep && !typed.is_empty() && *typed != *self.name);
        field.set_value(&self.name);
        if self.asked {
            self.dispatch.emit(Action::FinishRename(new));
        } else if let Some(name) = new {
            let edits = vec![Edit::Rename { node: self.node.clone(), name }];
            self.dispatch.emit(Action::Edit { label: "Rename".into(), edits });
        }
    }
}

impl View for NameField {
    fn view(&self) -> Html {
        let left = self.clone();
        let onblur = Callback::from(move |event: FocusEvent| {
            if let Some(field) = event.target_dyn_into() {
                left.finish(&field, true);
            }
        });
        let dropped = self.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match event.key().as_str() {
                // Leaving the field is what gives up its value.
                "Enter" => drop(field.blur()),
                "Escape" => {
                    event.stop_propagation();
                    dropped.finish(&field, false);
                    drop(field.blur());
                }
                _ => {}
            }
        });
        html! {
            <input
                ref={&self.element}
                class="name-field"
                aria-label="Name"
                value={self.name.clone()}
                maxlength={Limits::NAME_CHARACTERS.to_string()}
                spellcheck="false"
                autocomplete="off"
                {onblur}
                {onkeydown}
            />
        }
    }
}
