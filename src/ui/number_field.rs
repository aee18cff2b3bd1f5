//! A field for a number in a range, which takes a value when it is left or Enter is pressed, and says what is wrong with
//! one that will not do.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::format;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// The element's id, which a label names.
    pub id: AttrValue,
    /// The number.
    pub value: Option<f64>,
    /// Smallest allowed.
    pub min: f64,
    /// Largest allowed.
    pub max: f64,
    /// What stands behind the number.
    #[prop_or_default]
    pub unit: AttrValue,
    /// What stands there while there is no number; then an empty field is allowed too.
    #[prop_or_default]
    pub none: Option<AttrValue>,
    /// Takes a number that will do; none where the field was emptied.
    pub changed: Callback<Option<f64>>,
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
        match (text.trim(), &self.none) {
            ("", Some(_)) => Ok(None),
            (text, _) => format::read_entry(text, self.min, self.max).map(Some),
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
            Input::Left(text) => {
                let Ok(number) = props.read(&text) else { return false };
                if number != props.value {
                    props.changed.emit(number);
                }
                None
            }
        };
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        // A value from elsewhere, by undo for example, takes the place of what is typed.
        if context.props().value != before.value {
            self.typed = None;
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let shown = self.typed.clone().or_else(|| props.value.map(format::entry)).unwrap_or_default();
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
        let error_id = format!("{}-error", props.id);
        html! {
            <span class="field-place">
                <span class={if error.is_some() { "field wrong" } else { "field" }}>
                    <input
                        id={props.id.clone()}
                        inputmode="decimal"
                        autocomplete="off"
                        spellcheck="false"
                        value={shown}
                        placeholder={props.none.clone()}
                        aria-invalid={if error.is_some() { "true" } else { "false" }}
                        aria-describedby={error.is_some().then(|| error_id.clone())}
                        {oninput}
                        {onchange}
                        {onkeydown}
                    />
                    if !props.unit.is_empty() { <span class="unit">{ &props.unit }</span> }
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
