//! A figure on the screen: said as people say it, exact one hover away, its derivation one click away.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_key::FigureKey;
use super::format;
use super::shared::Shared;
use crate::catalog::figure::Figure;

/// What opens a figure's derivation; every part of the page finds it in its context.
pub type Explain = Callback<FigureKey>;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// Which figure it is.
    pub name: FigureKey,
    /// The figure.
    pub figure: Shared<Figure>,
    /// What to say instead of the figure's own words.
    #[prop_or_default]
    pub text: Option<AttrValue>,
}

/// A figure that opens its derivation.
#[component]
pub fn FigureValue(props: &Props) -> Html {
    let explain = use_context::<Explain>();
    let onclick = {
        let name = props.name.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(explain) = &explain {
                explain.emit(name.clone());
            }
        })
    };
    let text = props.text.clone().unwrap_or_else(|| props.name.said(&props.figure).into());
    html! {
        <button
            type="button"
            class="figure"
            data-figure={props.name.id()}
            data-value={format!("{:e}", props.figure.value)}
            title={format!("{}\nClick to see where it comes from", format::exact(&props.figure))}
            {onclick}
        >{ text }</button>
    }
}

/// A figure of an analysis as an element.
pub fn figure_value(name: FigureKey, figure: &Rc<Figure>) -> Html {
    html! { <FigureValue {name} figure={Shared::from(figure)} /> }
}
