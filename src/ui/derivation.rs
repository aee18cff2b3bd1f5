//! Where a figure comes from: formula, inputs, sources, down to what the catalog or the plan states.

use yew::prelude::*;

use super::format;
use super::mark::mark_chip;
use super::shared::Shared;
use crate::catalog::figure::{Derivation as From, Figure, Source};

/// Levels that are open before anybody opens one.
const OPEN_LEVELS: usize = 1;

/// What to show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The figure.
    pub figure: Shared<Figure>,
    /// How far below the figure that was asked for.
    #[prop_or_default]
    pub level: usize,
}

/// A figure with what it is made of, each part to be opened in turn.
#[component]
pub fn Derivation(props: &Props) -> Html {
    let figure = &props.figure;
    let opened = use_state(|| props.level < OPEN_LEVELS);
    let onclick = {
        let opened = opened.setter();
        Callback::from(move |_: MouseEvent| opened.set(true))
    };
    html! {
        <details class="derivation" open={props.level < OPEN_LEVELS}>
            <summary {onclick}>
                <span class="d-name">{ &figure.name }</span>
                <span class="d-value" title={format::exact(figure)} data-value={format!("{:e}", figure.value)}>
                    { format::figure(figure) }
                </span>
            </summary>
            if *opened { { body(figure, props.level) } }
        </details>
    }
}

/// What a figure is made of; only made once somebody looks, for the whole tree can be large.
fn body(figure: &Figure, level: usize) -> Html {
    let mark = mark_chip(figure.mark);
    match &figure.derivation {
        From::Catalog { source, note } => html! {
            <div class="d-body"><p>{ mark }{ note }</p>{ source_line(source) }</div>
        },
        From::Entered { replaces: None } => {
            html! { <div class="d-body"><p>{ mark }{ "Stated in this plan." }</p></div> }
        }
        From::Entered { replaces: Some(old) } => html! {
            <div class="d-body">
                <p>{ mark }{ "Entered in place of:" }</p>
                <Derivation figure={Shared::from(old)} level={level + 1} />
            </div>
        },
        From::Computed { formula, inputs } => html! {
            <div class="d-body">
                <p>{ mark }<span class="d-formula">{ formula }</span></p>
                for input in inputs { <Derivation figure={Shared::from(input)} level={level + 1} /> }
            </div>
        },
    }
}

/// A source, as a link where it has an address.
pub fn source_line(source: &Source) -> Html {
    match &source.url {
        Some(url) => html! {
            <p class="source"><a href={url.clone()} target="_blank" rel="noopener noreferrer">{ &source.title }</a></p>
        },
        None => html! { <p class="source">{ &source.title }</p> },
    }
}
