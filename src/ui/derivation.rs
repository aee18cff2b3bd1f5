//! Where a figure comes from: formula, inputs, sources, one step at a time down to what the catalog or the plan states.

use std::rc::Rc;

use yew::prelude::*;

use super::figure_key::{FigureKey, Known};
use super::format;
use super::icon::icon;
use super::mark::{mark_chip, meaning};
use super::message::{Dispatch, Message};
use crate::catalog::figure::{Derivation, Figure, Source};

/// The figure whose derivation is shown, and how far down it was followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// Which figure.
    pub figure: FigureKey,
    way: Vec<usize>,
}

/// A step within a derivation.
#[derive(Debug, Clone)]
pub enum Step {
    /// To the figure at the end of a way down from the one that was asked for.
    To(Rc<[usize]>),
    /// Down to one of the assumptions that the shown figure rests on.
    Assumption(usize),
}

impl Explained {
    /// A figure, not followed yet.
    pub fn new(figure: FigureKey) -> Self {
        Self { figure, way: Vec::new() }
    }

    /// Takes a step.
    pub fn follow(&mut self, step: &Step, known: Known) {
        match step {
            Step::To(way) => self.way = way.to_vec(),
            Step::Assumption(place) => {
                let Some(root) = self.figure.find(known) else { return };
                let trail = self.trail(&root);
                let Some(shown) = trail.last() else { return };
                let wanted = shown.assumptions().get(*place).and_then(|wanted| shown.way_to(wanted));
                self.way.truncate(trail.len().saturating_sub(1));
                self.way.extend(wanted.unwrap_or_default());
            }
        }
    }

    /// The figures on the way, as far as it still leads after a change of the plan.
    fn trail(&self, root: &Rc<Figure>) -> Vec<Rc<Figure>> {
        let mut trail = vec![Rc::clone(root)];
        for place in &self.way {
            match trail.last().and_then(|figure| figure.below().get(*place)) {
                Some(next) => trail.push(Rc::clone(next)),
                None => break,
            }
        }
        trail
    }
}

/// The derivation of a figure, as far as it was followed.
pub fn derivation(asked: &Explained, root: &Rc<Figure>, dispatch: &Dispatch) -> Html {
    let trail = asked.trail(root);
    let depth = trail.len() - 1;
    let Some((figure, above)) = trail.split_last() else { return Html::default() };
    let up = |length: usize| to(asked.way.get(..length).unwrap_or_default());
    let back = if depth == 0 { Message::Explain(None) } else { up(depth - 1) };
    let said = if depth == 0 { asked.figure.said(figure) } else { format::figure(figure) };
    html! {
        <div class="explained" data-explains={asked.figure.id()} data-depth={depth.to_string()}>
            <button type="button" class="back" onclick={dispatch.click(back)}>{ icon("back") }{ "Back" }</button>
            if depth > 0 {
                <nav class="crumbs" aria-label="Derived figures on the way">
                    for (length, figure) in above.iter().enumerate() {
                        <button type="button" onclick={dispatch.click(up(length))}>{ &figure.name }</button>
                    }
                </nav>
            }
            <h2 id="explained" tabindex="-1">{ &figure.name }</h2>
            <p class="explained-value" data-value={format!("{:e}", figure.value)}>{ said }</p>
            if depth == 0 && asked.figure.is_said_as_availability() {
                <p class="raw">{ format!("1 − {}, the share of time that is lost", format::figure(figure)) }</p>
            }
            <p class="raw">{ "Unrounded " }<span class="unrounded">{ format::unrounded(figure) }</span></p>
            <p class="d-mark">{ mark_chip(figure.mark) }{ meaning(figure.mark) }</p>
            { origin(figure, asked.way.get(..depth).unwrap_or_default(), dispatch) }
            { assumptions(figure, dispatch) }
        </div>
    }
}

/// What the figure is made from.
fn origin(figure: &Figure, way: &[usize], dispatch: &Dispatch) -> Html {
    let heading = match &figure.derivation {
        Derivation::Catalog { source, note } => {
            return html! {
                <><h3>{ "Source" }</h3><p class="d-note">{ note }</p><p class="d-note">{ source_line(source) }</p></>
            };
        }
        Derivation::Entered { replaces: None } => return Html::default(),
        Derivation::Entered { replaces: Some(_) } => html! { <h3>{ "In place of" }</h3> },
        Derivation::Computed { formula, inputs } => html! {
            <>
                <h3>{ "Formula" }</h3>
                <p class="d-formula">{ formula }</p>
                if !inputs.is_empty() { <h3>{ "From" }</h3> }
            </>
        },
    };
    html! {
        <>
            { heading }
            <ul class="d-inputs">
                for (place, input) in figure.below().iter().enumerate() {
                    <li>{ input_row(input, dispatch.click(to(&[way, &[place]].concat()))) }</li>
                }
            </ul>
        </>
    }
}

fn input_row(figure: &Figure, onclick: Callback<MouseEvent>) -> Html {
    let value = format!("{:e}", figure.value);
    html! {
        <button type="button" class="d-input" data-value={value} title={format::exact(figure)} {onclick}>
            <span class="d-name">{ &figure.name }</span>
            <span class="d-value">{ format::figure(figure) }</span>
            { mark_chip(figure.mark) }
        </button>
    }
}

/// What the figure rests on that nobody has stated, each to be looked up.
fn assumptions(figure: &Figure, dispatch: &Dispatch) -> Html {
    let assumptions = figure.assumptions();
    if assumptions.is_empty() || figure.inputs().is_empty() {
        return Html::default();
    }
    let ending = if assumptions.len() == 1 { "" } else { "s" };
    html! {
        <>
            <h3>{ format!("Rests on {} assumption{ending}", assumptions.len()) }</h3>
            <ul class="d-inputs">
                for (place, figure) in assumptions.iter().enumerate() {
                    <li>{ input_row(figure, dispatch.click(Message::Trace(Step::Assumption(place)))) }</li>
                }
            </ul>
        </>
    }
}

fn to(way: &[usize]) -> Message {
    Message::Trace(Step::To(way.into()))
}

/// A source, as a link where it has an address.
pub fn source_line(source: &Source) -> Html {
    match &source.url {
        Some(url) => html! {
            <a class="source" href={url.clone()} target="_blank" rel="noopener noreferrer">{ &source.title }</a>
        },
        None => html! { <span class="source">{ &source.title }</span> },
    }
}
