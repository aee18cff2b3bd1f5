//! Where a figure comes from.

use std::rc::Rc;

use yew::prelude::*;

use crate::catalog::figure::Figure;
use crate::ui::derivation::Explained;
use crate::ui::format;
use crate::ui::icon::icon;
use crate::ui::memo::memo;
use crate::ui::message::{Dispatch, Message};
use crate::ui::shared::Shared;

/// A figure with its derivation.
pub(super) fn explained(asked: &Explained, figure: &Rc<Figure>, dispatch: &Dispatch) -> Html {
    let onclick = dispatch.click(Message::Explain(None));
    let assumptions = figure.assumptions();
    html! {
        <div class="explained" data-explains={asked.figure.id()}>
            <button type="button" class="back" {onclick}>{ icon("back") }{ "Back" }</button>
            <h2>{ "Where this figure comes from" }</h2>
            <p class="explained-value">{ asked.figure.said(figure) }</p>
            <p class="raw" title="The unrounded value">{ format!("{:e}", figure.value) }</p>
            { memo(&asked.figure.path(), asked.derivation(Shared::from(figure), dispatch)) }
            if !assumptions.is_empty() {
                <h3>{ format!("Rests on {} assumption{}", assumptions.len(), if assumptions.len() == 1 { "" } else { "s" }) }</h3>
                <ul class="list">
                    for figure in &assumptions { <li>{ &figure.name }{ ": " }{ format::figure(figure) }</li> }
                </ul>
            }
        </div>
    }
}
