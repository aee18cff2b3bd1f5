//! Elements as functions. Every `html!` brings code of its own into the page, and most of what a panel shows is of a few
//! kinds only.

use crate::ui::markup::html;
use yew::prelude::*;
use yew::virtual_dom::VList;

/// All of these, one after the other.
pub fn all(parts: Vec<Html>) -> Html {
    VList::with_children(parts, None).into()
}

/// Words by themselves.
pub fn words(text: &str) -> Html {
    AttrValue::from(text.to_string()).into()
}

/// A paragraph of words alone.
pub fn line(class: &'static str, text: &str) -> Html {
    paragraph(class, vec![words(text)])
}

/// A paragraph.
pub fn paragraph(class: &'static str, parts: Vec<Html>) -> Html {
    html! { <p {class}>{ all(parts) }</p> }
}

/// What stands small beside something.
pub fn aside(parts: Vec<Html>) -> Html {
    html! { <small>{ all(parts) }</small> }
}

/// The heading of a part of a panel.
pub fn heading(text: &str) -> Html {
    html! { <h3>{ words(text) }</h3> }
}

/// The heading of a panel.
pub fn title(text: &str) -> Html {
    html! { <h2>{ words(text) }</h2> }
}

/// Words with a look of their own.
pub fn span(class: &'static str, text: &str) -> Html {
    html! { <span {class}>{ words(text) }</span> }
}

/// Parts that belong together.
pub fn block(class: &'static str, parts: Vec<Html>) -> Html {
    html! { <div {class}>{ all(parts) }</div> }
}

/// A list, each of its parts a point of it.
pub fn list(class: &'static str, parts: Vec<Html>) -> Html {
    let mut points = Vec::new();
    for part in parts {
        points.push(html! { <li>{ part }</li> });
    }
    html! { <ul {class}>{ all(points) }</ul> }
}

/// A button that says what it does, and to those who hear it rather its name, where it has one.
pub fn press(
    class: &'static str,
    parts: Vec<Html>,
    name: Option<String>,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" {class} aria-label={name.clone()} title={name} {onclick}>{ all(parts) }</button> }
}
