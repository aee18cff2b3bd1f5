//! A cell of the strip.

use yew::prelude::*;

/// A cell of the strip: a label, a value, a line under it.
pub fn cell(label: &'static str, contents: Html) -> Html {
    of_class("cell", label, contents)
}

/// The only cell of a strip without figures.
pub fn wide_cell(label: &'static str, contents: Html) -> Html {
    of_class("cell wide", label, contents)
}

fn of_class(class: &'static str, label: &'static str, contents: Html) -> Html {
    html! {
        <div {class}>
            <p class="label">{ label }</p>
            { contents }
        </div>
    }
}
