//! A field for a number in a range.

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
#[component]
pub fn NumberField(props: &Props) -> Html {
    let typed = use_state(|| None::<String>);
    {
        // A value from elsewhere, by undo for example, takes the place of what is typed.
        let typed = typed.setter();
        use_effect_with(props.value.map(f64::to_bits), move |_| typed.set(None));
    }
    let shown = typed.as_ref().cloned().unwrap_or_else(|| props.value.map(format::entry).unwrap_or_default());
    let read = |text: &str| match (text.trim(), &props.none) {
        ("", Some(_)) => Ok(None),
        (text, _) => format::read_entry(text, props.min, props.max).map(Some),
    };
    let error = typed.as_ref().and_then(|text| read(text).err());

    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(Some(field.value()));
            }
        })
    };
    let onchange = {
        let (props, typed) = (props.clone(), typed.setter());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let text = field.value();
            let number = match (text.trim(), &props.none) {
                ("", Some(_)) => None,
                (text, _) => match format::read_entry(text, props.min, props.max) {
                    Ok(number) => Some(number),
                    Err(_) => return,
                },
            };
            typed.set(None);
            if number != props.value {
                props.changed.emit(number);
            }
        })
    };
    let onkeydown = {
        let typed = typed.setter();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                typed.set(None);
            }
        })
    };
    let error_id = format!("{}-error", props.id);
    html! {
        <span class="field-place">
            <span class={classes!("field", error.is_some().then_some("wrong"))}>
                <input
                    id={props.id.clone()}
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    value={shown}
                    placeholder={props.none.clone()}
                    aria-invalid={error.is_some().to_string()}
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
