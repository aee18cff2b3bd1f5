//! Where a figure comes from.

use yew::prelude::*;

use crate::catalog::figure::Figure;
use crate::ui::derivation::Derivation;
use crate::ui::figure_key::FigureKey;
use crate::ui::icon::icon;
use crate::ui::shared::Shared;

/// A figure with its derivation.
pub(super) fn explained(name: &FigureKey, figure: &Shared<Figure>, close: &Callback<()>) -> Html {
    let onclick = close.reform(|_: MouseEvent| ());
    let assumptions = figure.assumptions();
    html! {
        <div class="explained" data-explains={name.id()}>
            <button type="button" class="back" {onclick}>{ icon("back") }{ "Back" }</button>
            <h2>{ "Where this figure comes from" }</h2>
            <p class="explained-value">{ name.said(figure) }</p>
            <p class="raw" title="The unrounded value">{ format!("{:e}", figure.value) }</p>
            <Derivation figure={figure.clone()} />
            if !assumptions.is_empty() {
                <h3>{ format!("Rests on {} assumption{}", assumptions.len(), if assumptions.len() == 1 { "" } else { "s" }) }</h3>
                <ul class="list">
                    for figure in &assumptions { <li>{ &figure.name }{ ": " }{ crate::ui::format::figure(figure) }</li> }
                </ul>
            }
        </div>
    }
}
