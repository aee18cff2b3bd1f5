//! A choice from a list.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Inspector;
use crate::editor::{Action, Choice};

/// Label, list and note of a choice.
pub(super) fn choice_row(
    panel: &Inspector,
    choice: Choice,
    id: &'static str,
    label: &str,
    about: Html,
) -> Html {
    html! {
        <div class="row">
            <label class="row-label" for={id}>{ label }</label>
            { choice_list(panel, choice, id.into(), None) }
            <div class="row-note">{ about }</div>
        </div>
    }
}

/// The list alone, with a name of its own where no label names it.
pub(super) fn choice_list(panel: &Inspector, choice: Choice, id: AttrValue, name: Option<String>) -> Html {
    let choices = panel.state.choices(&panel.catalog, &choice);
    let chosen = choices.chosen.as_deref();
    let dispatch = panel.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
            dispatch.emit(Action::Choose { choice: choice.clone(), value: list.value() });
        }
    });
    // The attribute says what is chosen at first, and the property what is chosen once somebody has chosen.
    html! {
        <select {id} class="choice" aria-label={name} ~value={chosen.unwrap_or_default().to_string()} {onchange}>
            if chosen.is_none() { <option value="" disabled=true selected=true>{ "mixed" }</option> }
            for (value, name) in &choices.options {
                <option key={value.clone()} value={value.clone()} selected={chosen == Some(value)}>{ name }</option>
            }
        </select>
    }
}
