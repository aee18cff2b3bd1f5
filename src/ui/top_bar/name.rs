//! The plan's name, to be typed over.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::editor::{Action, State};
use crate::plan::Limits;
use crate::ui::session::Dispatch;

/// The plan's name in a field that looks like a heading until it is used.
pub fn plan_name(state: &State, dispatch: &Dispatch) -> Html {
    let plan_name: AttrValue = state.document.name.clone().into();
    let onchange = {
        let (dispatch, name) = (dispatch.clone(), plan_name.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let typed = field.value().trim().to_string();
            if typed.is_empty() {
                field.set_value(&name);
            } else {
                dispatch.emit(Action::RenameDocument(typed));
            }
        })
    };
    let onkeydown = {
        let name = plan_name.clone();
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
    let size = plan_name.chars().count().clamp(12, 40);
    html! {
        <input
            key={state.key.clone()}
            class="plan-name"
            aria-label="Plan name"
            title="Plan name: click to change it"
            value={plan_name.clone()}
            maxlength={Limits::NAME_CHARACTERS.to_string()}
            size={size.to_string()}
            spellcheck="false"
            autocomplete="off"
            {onchange}
            {onkeydown}
        />
    }
}
