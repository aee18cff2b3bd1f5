//! Where a figure comes from.

use yew::prelude::*;

use crate::catalog::figure::Figure;
use crate::ui::derivation::Derivation;
use crate::ui::figure_key::FigureKey;
use crate::ui::icon::Icon;
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Which figure it is.
    pub name: FigureKey,
    /// The figure.
    pub figure: Shared<Figure>,
    /// Goes back to what is selected.
    pub close: Callback<()>,
}

/// A figure with its derivation.
#[component]
pub(super) fn Explained(props: &Props) -> Html {
    let onclick = props.close.reform(|_: MouseEvent| ());
    let assumptions = props.figure.assumptions();
    html! {
        <div class="explained" data-explains={props.name.id()}>
            <button type="button" class="back" {onclick}><Icon name="back" />{ "Back" }</button>
            <h2>{ "Where this figure comes from" }</h2>
            <p class="explained-value">{ props.name.said(&props.figure) }</p>
            <p class="raw" title="The unrounded value">{ format!("{:e}", props.figure.value) }</p>
            <Derivation figure={props.figure.clone()} />
            if !assumptions.is_empty() {
                <h3>{ format!("Rests on {} assumption{}", assumptions.len(), if assumptions.len() == 1 { "" } else { "s" }) }</h3>
                <ul class="list">
                    { for assumptions.iter().map(|figure| html! { <li>{ &figure.name }{ ": " }{ crate::ui::format::figure(figure) }</li> }) }
                </ul>
            }
        </div>
    }
}
