//! A field for a name.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::plan::Limits;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// What the field is for.
    pub label: AttrValue,
    /// The name.
    pub value: AttrValue,
    /// Whether the field asks for the focus, with all of its text selected.
    #[prop_or_default]
    pub asked: bool,
    /// Takes a new name; none where it stays as it was.
    pub done: Callback<Option<String>>,
}

/// A field that looks like a heading until it is used.
#[component]
pub fn TextField(props: &Props) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(props.asked, move |asked| {
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| *asked) {
                // A field that is on the screen takes the focus.
                let _ = field.focus();
                field.select();
            }
        });
    }
    let finish = {
        let (field, value, done) = (field.clone(), props.value.clone(), props.done.clone());
        Callback::from(move |keep: bool| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let typed = field.value().trim().to_string();
            let new = Some(typed).filter(|typed| keep && !typed.is_empty() && *typed != *value);
            if new.is_none() {
                field.set_value(&value);
            }
            done.emit(new);
        })
    };
    let onblur = finish.reform(|_: FocusEvent| true);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        match event.key().as_str() {
            // Leaving the field is what gives up its value.
            "Enter" => drop(field.blur()),
            "Escape" => {
                event.stop_propagation();
                finish.emit(false);
                drop(field.blur());
            }
            _ => {}
        }
    });
    html! {
        <input
            ref={field}
            class="name-field"
            aria-label={props.label.clone()}
            value={props.value.clone()}
            maxlength={Limits::NAME_CHARACTERS.to_string()}
            spellcheck="false"
            autocomplete="off"
            {onblur}
            {onkeydown}
        />
    }
}
