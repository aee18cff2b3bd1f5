//! The name of what is selected.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Inspector;
use crate::editor::Action;
use crate::plan::{Edit, Limits, NodeId, Site};
use crate::ui::markup::html;
use crate::ui::memo::{View, memo};
use crate::ui::message::Dispatch;
use crate::ui::shared::Shared;

/// The name as a heading that can be typed over; F2 or a double click ask for it.
pub(super) fn name_heading(node: &NodeId, name: &str, panel: &Inspector) -> Html {
    let field = NameField {
        of: Named::Node(node.clone()),
        name: name.to_string().into(),
        asked: panel.state.renaming.as_ref() == Some(node),
        element: panel.name.clone(),
        dispatch: panel.dispatch.clone(),
    };
    memo(node.as_str(), field)
}

/// The name of a site, to be typed over.
pub(super) fn site_name(site: &Shared<Site>, panel: &Inspector) -> Html {
    let field = NameField {
        of: Named::Site(site.clone()),
        name: site.name.clone().into(),
        asked: false,
        element: NodeRef::default(),
        dispatch: panel.dispatch.clone(),
    };
    memo(site.id.as_str(), field)
}

/// What bears a name.
#[derive(Clone, PartialEq)]
enum Named {
    Node(NodeId),
    Site(Shared<Site>),
}

/// A field that looks like a heading until it is used. Drawn again only for another name: what is being typed stays.
#[derive(Clone, PartialEq)]
struct NameField {
    of: Named,
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
            let edit = match &self.of {
                Named::Node(node) => Edit::Rename { node: node.clone(), name },
                Named::Site(site) => Edit::SetSite(Site { name, ..Site::clone(site) }),
            };
            self.dispatch.emit(Action::Edit { label: "Rename".into(), edits: vec![edit] });
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
