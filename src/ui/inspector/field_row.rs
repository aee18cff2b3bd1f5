//! Rows with a number to be typed or a box to be ticked.

use yew::prelude::*;

use super::Inspector;
use crate::editor::Action;
use crate::editor::field::{Field, Value, Wish};
use crate::ui::number_field::NumberField;

/// Label, field and note of a number; nothing where nothing that is selected has it.
pub(super) fn field_row(panel: &Inspector, field: Field, label: &str, about: Html) -> Html {
    let Some(entry) = panel.state.entry(&panel.catalog, &field) else { return Html::default() };
    let id = field.id();
    html! {
        <div key={id.clone()} class="row" data-field={id.clone()}>
            <label class="row-label" for={id.clone()}>{ label }</label>
            <NumberField {field} {entry} dispatch={panel.dispatch.clone()} />
            <div class="row-note" id={format!("{id}-note")}>{ about }</div>
        </div>
    }
}

/// A box to be ticked.
pub(super) fn wish_row(panel: &Inspector, wish: Wish, label: &str) -> Html {
    let field = Field::Wish(wish);
    let entry = panel.state.entry(&panel.catalog, &field);
    let checked = entry.is_some_and(|entry| entry.value == Value::One(1.0));
    let id = field.id();
    let typed = Some(if checked { 0.0 } else { 1.0 });
    html! {
        <label key={id.clone()} class="check">
            <input {id} type="checkbox" {checked} onclick={panel.dispatch.click_act(Action::Enter { field, typed })} />
            { label }
        </label>
    }
}
