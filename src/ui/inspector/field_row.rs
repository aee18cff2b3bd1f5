//! Rows with a number to be typed, a choice from a list, or a box to be ticked.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Inspector;
use crate::editor::field::{Entry, Field, Value};
use crate::editor::{Action, Choice};
use crate::ui::element::{all, words};
use crate::ui::format;
use crate::ui::markup::html;
use crate::ui::message::{Dispatch, Message};
use crate::ui::typing::{Keying, read};

/// Label, field and note of a number; nothing where nothing that is selected has it.
pub(super) fn field_row(panel: &Inspector, field: Field, label: &str, about: Vec<Html>) -> Html {
    let Some(entry) = panel.state.entry(&panel.catalog, &field) else { return Html::default() };
    let id = field.id();
    row(&id, label, number_field(panel, field, &entry, &id), about)
}

/// A field for a number. It takes one when it is left or Enter is pressed; what is wrong with it stands below.
fn number_field(panel: &Inspector, field: Field, entry: &Entry, id: &str) -> Html {
    let typed = panel.asked.typing.text(&field, entry);
    let error = typed.and_then(|text| read(entry, text).err());
    let (number, empty) = match entry.value {
        Value::None => (None, entry.none),
        Value::One(number) => (Some(number), entry.none),
        Value::Mixed => (None, Some("mixed")),
    };
    let shown = typed.map_or_else(|| number.map(format::entry).unwrap_or_default(), str::to_string);
    let field = Rc::new(field);
    let said = format!("{id}-{}", if error.is_some() { "error" } else { "note" });
    html! {
        <>
            <span class={if error.is_some() { "field wrong" } else { "field" }}>
                <input
                    id={id.to_string()}
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    value={shown}
                    placeholder={empty}
                    aria-invalid={error.is_some().then_some("true")}
                    aria-describedby={said.clone()}
                    oninput={keys(panel, &field, Keying::Typed)}
                    onchange={keys(panel, &field, Keying::Left)}
                    onkeydown={drops(panel, field)}
                />
                <span class="unit">{ entry.unit }</span>
            </span>
            if let Some(error) = error { <span id={said} class="error" role="alert">{ words(&format!("✕ {error}")) }</span> }
        </>
    }
}

/// The reaction to what is done to a field.
fn keys<E: AsRef<Event> + 'static>(panel: &Inspector, field: &Rc<Field>, keying: Keying) -> Callback<E> {
    let (dispatch, field) = (panel.dispatch.clone(), Rc::clone(field));
    Callback::from(move |event: E| key(event.as_ref(), &dispatch, &field, keying))
}

/// Escape gives up what was typed.
fn drops(panel: &Inspector, field: Rc<Field>) -> Callback<KeyboardEvent> {
    let dispatch = panel.dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            key(&event, &dispatch, &field, Keying::Dropped);
        }
    })
}

fn key(event: &Event, dispatch: &Dispatch, field: &Rc<Field>, keying: Keying) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        dispatch.send(Message::Key(Rc::clone(field), keying, input.value()));
    }
}

/// The same with a note of words alone.
pub(super) fn number_row(panel: &Inspector, field: Field, label: &str, about: &str) -> Html {
    field_row(panel, field, label, vec![words(about)])
}

/// Label, list and note of a choice.
pub(super) fn choice_row(panel: &Inspector, choice: Choice, id: &str, label: &str, about: &str) -> Html {
    row(id, label, choice_list(panel, choice, id.to_string(), None), vec![words(about)])
}

/// A label, what it names, and a note.
pub(super) fn row(id: &str, label: &str, field: Html, about: Vec<Html>) -> Html {
    html! {
        <div key={id} class="row" data-field={id.to_string()}>
            <label class="row-label" for={id.to_string()}>{ words(label) }</label>
            { field }
            <div class="row-note" id={format!("{id}-note")}>{ all(about) }</div>
        </div>
    }
}

/// The list of a choice, with a name of its own where no label names it.
pub(super) fn choice_list(panel: &Inspector, choice: Choice, id: String, name: Option<String>) -> Html {
    let choices = panel.state.choices(&panel.catalog, &choice);
    let dispatch = panel.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
            dispatch.emit(Action::Choose { choice: choice.clone(), value: list.value() });
        }
    });
    let mixed = choices.chosen.is_none().then(|| (String::new(), "mixed".to_string()));
    let chosen = choices.chosen.unwrap_or_default();
    let mut options = Vec::new();
    for (value, name) in mixed.into_iter().chain(choices.options) {
        let selected = value == chosen;
        options.push(html! { <option key={value.clone()} {value} {selected}>{ words(&name) }</option> });
    }
    // The attribute says what is chosen at first, and the property what is chosen once somebody has chosen.
    html! { <select {id} class="choice" aria-label={name} ~value={chosen} {onchange}>{ all(options) }</select> }
}

/// A box to be ticked.
pub(super) fn tick_row(panel: &Inspector, field: Field, label: &str) -> Html {
    let entry = panel.state.entry(&panel.catalog, &field);
    let checked = entry.is_some_and(|entry| entry.value == Value::One(1.0));
    let id = field.id();
    let typed = Some(if checked { 0.0 } else { 1.0 });
    let onclick = panel.dispatch.click_act(Action::Enter { field, typed });
    html! { <label class="check"><input {id} type="checkbox" {checked} {onclick} />{ words(label) }</label> }
}
