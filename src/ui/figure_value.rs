//! A figure on the screen: said as people say it, exact one hover away, its derivation one click away.

use yew::prelude::*;

use super::figure_key::FigureKey;
use super::format;
use super::mark::mark_chip;
use super::message::{Dispatch, Message};
use crate::catalog::figure::Figure;
use crate::decimal::with_exponent;
use crate::ui::markup::html;

/// A figure that opens its derivation.
pub fn figure_value(name: FigureKey, figure: &Figure, dispatch: &Dispatch) -> Html {
    let text = name.said(figure);
    figure_value_as(name, figure, text, dispatch)
}

/// A figure that opens its derivation, in other words than its own.
pub fn figure_value_as(name: FigureKey, figure: &Figure, text: String, dispatch: &Dispatch) -> Html {
    button(name, figure, AttrValue::from(text).into(), dispatch)
}

/// The mark of a figure that stands in a field, which opens its derivation.
pub fn figure_mark(name: FigureKey, figure: &Figure, dispatch: &Dispatch) -> Html {
    button(name, figure, mark_chip(figure.mark), dispatch)
}

fn button(name: FigureKey, figure: &Figure, shown: Html, dispatch: &Dispatch) -> Html {
    let id = name.id();
    let onclick = dispatch.click(Message::Explain(Some(name)));
    html! {
        <button
            type="button"
            class="figure"
            data-figure={id}
            data-value={with_exponent(figure.value)}
            title={format!("{}\nClick to see where it comes from", format::exact(figure))}
            {onclick}
        >{ shown }</button>
    }
}
