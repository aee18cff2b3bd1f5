//! A field for a number in a range, which takes a value when it is left or Enter is pressed, and says what is wrong with
//! one that will not do.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::message::Dispatch;
use crate::editor::Action;
use crate::editor::field::{Entry, Field, Value};
use crate::ui::format;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// Which number; its id is the element's, which a label names.
    pub field: Field,
    /// What stands there.
    pub entry: Entry,
    /// Takes a number that will do.
    pub dispatch: Dispatch,
}

/// A field for a number; its error stands below it.
#[derive(Debug)]
pub struct NumberField {
    typed: Option<String>,
}

/// What is done to the field.
#[derive(Debug)]
pub enum Input {
    /// Something is typed.
    Typed(String),
    /// What was typed is meant.
    Left(String),
    /// What was typed is given up.
    Dropped,
}

impl Props {
    fn read(&self, text: &str) -> Result<Option<f64>, String> {
        match (text.trim(), self.entry.none) {
            ("", Some(_)) => Ok(None),
            (text, _) => format::read_entry(text, self.entry.min, self.entry.max).map(Some),
        }
    }
}

impl Component for NumberField {
    type Message = Input;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self { typed: None }
    }

    fn update(&mut self, context: &Context<Self>, input: Input) -> bool {
        let props = context.props();
        self.typed = match input {
            Input::Typed(text) => Some(text),
            Input::Dropped => None,
            Input::Left(text) if text.is_empty() && props.entry.value == Value::Mixed => None,
            Input::Left(text) => {
                let Ok(typed) = props.read(&text) else { return false };
                if Value::from(typed) != props.entry.value {
                    props.dispatch.emit(Action::Enter { field: props.field.clone(), typed });
                }
                None
            }
        };
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        // A value from elsewhere, by undo for example, takes the place of what is typed.
        if context.props().entry != before.entry {
            self.typed = None;
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let (number, empty) = match props.entry.value {
            Value::None => (None, props.entry.none),
            Value::One(number) => (Some(number), props.entry.none),
            Value::Mixed => (None, Some("mixed")),
        };
        let shown = self.typed.clone().or_else(|| number.map(format::entry)).unwrap_or_default();
        let error = self.typed.as_ref().and_then(|text| props.read(text).err());
        let oninput = link.batch_callback(|event: InputEvent| text_of(&event).map(Input::Typed));
        let onchange = link.batch_callback(|event: Event| text_of(&event).map(Input::Left));
        let onkeydown = link.batch_callback(|event: KeyboardEvent| {
            let escapes = event.key() == "Escape";
            if escapes {
                event.stop_propagation();
            }
            escapes.then_some(Input::Dropped)
        });
        let id = props.field.id();
        let error_id = format!("{id}-error");
        let described = error.as_ref().map_or_else(|| format!("{id}-note"), |_| error_id.clone());
        html! {
            <span class="field-place">
                <span class={if error.is_some() { "field wrong" } else { "field" }}>
                    <input
                        {id}
                        inputmode="decimal"
                        autocomplete="off"
                        spellcheck="false"
                        value={shown}
                        placeholder={empty}
                        aria-invalid={if error.is_some() { "true" } else { "false" }}
                        aria-describedby={described}
                        {oninput}
                        {onchange}
                        {onkeydown}
                    />
                    if !props.entry.unit.is_empty() { <span class="unit">{ props.entry.unit }</span> }
                </span>
                if let Some(error) = error { <span id={error_id} class="error" role="alert">{ "✕ " }{ error }</span> }
            </span>
        }
    }
}

fn text_of(event: &Event) -> Option<String> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    Some(field.value())
}
