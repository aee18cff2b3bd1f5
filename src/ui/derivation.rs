//! Where a figure comes from: formula, inputs, sources, one step at a time down to what the catalog or the plan states.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{all, block, heading, line, list, press, span, words};
use super::figure_key::{FigureKey, Known};
use super::format;
use super::icon::icon;
use super::mark::mark_chip;
use super::message::{Dispatch, Message};
use crate::catalog::figure::{Derivation, Figure, Source};
use crate::ui::markup::html;

/// The figure whose derivation is shown, and how far down it was followed.
#[derive(Debug, Clone)]
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
                self.way.truncate(trail.len().saturating_sub(1));
                if let Some(wanted) = shown.assumptions().get(*place) {
                    shown.leads_to(wanted, &mut self.way);
                }
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
    let mut parts = vec![press("back", vec![icon("back"), words("Back")], None, dispatch.click(back))];
    if depth > 0 {
        let mut crumbs = Vec::new();
        for (length, figure) in above.iter().enumerate() {
            crumbs.push(press("crumb", vec![words(&figure.name)], None, dispatch.click(up(length))));
        }
        parts.push(html! { <nav class="crumbs" aria-label="Way to this figure">{ all(crumbs) }</nav> });
    }
    // An availability is worked out as what is missing to all of it.
    let is_rest = depth == 0 && asked.figure.is_said_as_availability();
    let name = if is_rest { "Availability" } else { &figure.name };
    parts.push(html! { <h2 id="explained" tabindex="-1">{ name }</h2> });
    let said = if depth == 0 { asked.figure.said(figure) } else { format::figure(figure) };
    parts.push(line("explained-value", &said));
    if is_rest {
        parts.push(line("rest", &format!("1 − {}, and that is: {}", format::figure(figure), figure.name)));
    }
    parts.push(line("raw", &format!("Unrounded {}", format::unrounded(figure))));
    parts.push(block("d-mark", vec![mark_chip(figure.mark), words(figure.mark.meaning())]));
    origin(&mut parts, figure, asked.way.get(..depth).unwrap_or_default(), dispatch);
    assumptions(&mut parts, figure, dispatch);
    html! {
        <div class="explained" data-explains={asked.figure.id()} data-depth={depth.to_string()}>{ all(parts) }</div>
    }
}

/// What the figure is made from.
fn origin(parts: &mut Vec<Html>, figure: &Figure, way: &[usize], dispatch: &Dispatch) {
    match &figure.derivation {
        Derivation::Catalog { source, note } => {
            parts.extend([
                heading("Source"),
                line("d-note", note),
                block("d-note", vec![source_line(source)]),
            ]);
        }
        Derivation::Entered { replaces: None } => {}
        Derivation::Entered { replaces: Some(_) } => parts.push(heading("In place of")),
        Derivation::Computed { formula, .. } => {
            parts.extend([heading("Formula"), line("d-formula", formula)]);
            if !figure.below().is_empty() {
                parts.push(heading("From"));
            }
        }
    }
    let mut rows = Vec::new();
    for (place, input) in figure.below().iter().enumerate() {
        rows.push(input_row(input, dispatch.click(to(&[way, &[place]].concat()))));
    }
    parts.push(list("d-inputs", rows));
}

fn input_row(figure: &Figure, onclick: Callback<MouseEvent>) -> Html {
    let value = span("d-value", &format::figure(figure));
    press("d-input", vec![span("", &figure.name), value, mark_chip(figure.mark)], None, onclick)
}

/// What the figure rests on that nobody has stated, each to be looked up.
fn assumptions(parts: &mut Vec<Html>, figure: &Figure, dispatch: &Dispatch) {
    let assumptions = figure.assumptions();
    if assumptions.is_empty() || figure.inputs().is_empty() {
        return;
    }
    let ending = if assumptions.len() == 1 { "" } else { "s" };
    parts.push(heading(&format!("Rests on {} assumption{ending}", assumptions.len())));
    let mut rows = Vec::new();
    for (place, figure) in assumptions.iter().enumerate() {
        rows.push(input_row(figure, dispatch.click(Message::Trace(Step::Assumption(place)))));
    }
    parts.push(list("d-inputs", rows));
}

fn to(way: &[usize]) -> Message {
    Message::Trace(Step::To(way.into()))
}

/// A source, as a link where it has an address.
pub fn source_line(source: &Source) -> Html {
    html! {
        if let Some(url) = &source.url {
            <a class="source" href={url.clone()} target="_blank" rel="noopener noreferrer">{ &source.title }</a>
        } else {
            <span class="source">{ &source.title }</span>
        }
    }
}
