//! A cell of the strip.

use yew::prelude::*;

use crate::ui::element::{all, line, paragraph};
use crate::ui::markup::html;

/// A cell of the strip: a label, a value in that colour, a line under it.
pub fn cell(label: &str, value: (&'static str, Vec<Html>), under: Vec<Html>) -> Html {
    of_class("cell", label, paragraph(value.0, value.1), paragraph("under", under))
}

/// The only cell of a strip without figures.
pub fn wide_cell(label: &str, value: Html, under: &str) -> Html {
    of_class("cell wide", label, value, line("under", under))
}

/// What else there is to say in that line, behind what stands there already, where there is room for it.
pub fn more(before: usize, part: Html) -> Html {
    if before == 0 {
        part
    } else {
        html! { <span class="more">{ " · " }{ part }</span> }
    }
}

fn of_class(class: &'static str, label: &str, value: Html, under: Html) -> Html {
    let parts = all(vec![line("label", label), value, under]);
    html! { <div {class} role="group" aria-label={label.to_string()}>{ parts }</div> }
}
