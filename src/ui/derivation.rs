//! Where a figure comes from: formula, inputs, sources, down to what the catalog or the plan states.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_key::FigureKey;
use super::format;
use super::mark::mark_chip;
use super::memo::View;
use super::message::{Dispatch, Message};
use super::shared::Shared;
use crate::catalog::figure::{Derivation as From, Figure, Source};

/// The figure whose derivation is shown, with the parts of it that were opened.
#[derive(Debug, Clone)]
pub struct Explained {
    /// Which figure.
    pub figure: FigureKey,
    opened: Shared<Vec<Rc<[usize]>>>,
}

impl Explained {
    /// A figure, of whose parts none was opened.
    pub fn new(figure: FigureKey) -> Self {
        Self { figure, opened: Shared::new(Vec::new()) }
    }

    /// Opens the part at the end of a way.
    pub fn unfold(&mut self, way: &Rc<[usize]>) {
        if !self.opened.contains(way) {
            let mut opened = (**self.opened).clone();
            opened.push(Rc::clone(way));
            self.opened = Shared::new(opened);
        }
    }

    /// The derivation of that figure.
    pub fn derivation(&self, figure: Shared<Figure>, dispatch: &Dispatch) -> Derivation {
        Derivation { figure, opened: self.opened.clone(), dispatch: dispatch.clone() }
    }
}

/// A figure with what it is made of, each part to be opened in turn. What is in a part is only made once somebody looks,
/// for the whole tree can be large.
#[derive(PartialEq)]
pub struct Derivation {
    figure: Shared<Figure>,
    opened: Shared<Vec<Rc<[usize]>>>,
    dispatch: Dispatch,
}

impl View for Derivation {
    fn view(&self) -> Html {
        self.part(&self.figure, &mut Vec::new())
    }
}

impl Derivation {
    /// The figure at the end of a way: from the figure that was asked for, which input of which input it is.
    fn part(&self, figure: &Figure, way: &mut Vec<usize>) -> Html {
        let first = way.is_empty();
        let opened = first || self.opened.iter().any(|opened| **opened == **way);
        let onclick = self.dispatch.click(Message::Unfold(Rc::from(&**way)));
        html! {
            <details class="derivation" open={first}>
                <summary {onclick}>
                    <span class="d-name">{ &figure.name }</span>
                    <span class="d-value" title={format::exact(figure)} data-value={format!("{:e}", figure.value)}>
                        { format::figure(figure) }
                    </span>
                </summary>
                if opened { { self.body(figure, way) } }
            </details>
        }
    }

    fn body(&self, figure: &Figure, way: &mut Vec<usize>) -> Html {
        let mark = mark_chip(figure.mark);
        match &figure.derivation {
            From::Catalog { source, note } => html! {
                <div class="d-body"><p>{ mark }{ note }</p>{ source_line(source) }</div>
            },
            From::Entered { replaces: None } => {
                html! { <div class="d-body"><p>{ mark }{ "Stated in this plan." }</p></div> }
            }
            From::Entered { replaces: Some(old) } => html! {
                <div class="d-body"><p>{ mark }{ "Entered in place of:" }</p>{ self.input(old, 0, way) }</div>
            },
            From::Computed { formula, inputs } => html! {
                <div class="d-body">
                    <p>{ mark }<span class="d-formula">{ formula }</span></p>
                    for (place, input) in inputs.iter().enumerate() { { self.input(input, place, way) } }
                </div>
            },
        }
    }

    fn input(&self, figure: &Figure, place: usize, way: &mut Vec<usize>) -> Html {
        way.push(place);
        let drawn = self.part(figure, way);
        way.pop();
        drawn
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
