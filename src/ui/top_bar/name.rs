//! The plan's name, to be typed over.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::editor::Action;
use crate::plan::Limits;
use crate::ui::memo::View;
use crate::ui::message::Dispatch;

/// The plan's name in a field that looks like a heading until it is used. Drawn again only for another name: what is being
/// typed stays.
#[derive(PartialEq)]
pub struct PlanName {
    /// The name.
    pub name: AttrValue,
    /// Takes another one.
    pub dispatch: Dispatch,
}

impl View for PlanName {
    fn view(&self) -> Html {
        let onchange = {
            let (dispatch, name) = (self.dispatch.clone(), self.name.clone());
            Callback::from(move |event: Event| {
                let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
                let typed = field.value().trim().to_string();
                // The field says what the plan is called, and another name only once it is called so.
                field.set_value(&name);
                if !typed.is_empty() {
                    dispatch.emit(Action::RenameDocument(typed));
                }
            })
        };
        let onkeydown = {
            let name = self.name.clone();
            Callback::from(move |event: KeyboardEvent| {
                let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
                if event.key() == "Escape" {
                    field.set_value(&name);
                }
                if matches!(event.key().as_str(), "Enter" | "Escape") {
                    let blurred = field.blur();
                    debug_assert!(blurred.is_ok(), "a field can lose its focus");
                }
            })
        };
        let size = self.name.chars().count().clamp(12, 40);
        html! {
            <input
                class="plan-name"
                aria-label="Plan name"
                title="Plan name: click to change it"
                value={self.name.clone()}
                maxlength={Limits::NAME_CHARACTERS.to_string()}
                size={size.to_string()}
                spellcheck="false"
                autocomplete="off"
                {onchange}
                {onkeydown}
            />
        }
    }
}
