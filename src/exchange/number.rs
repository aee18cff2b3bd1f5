//! Figures as they pass between page and worker.

use std::rc::Rc;

use crate::catalog::figure::{Derivation, Figure, Mark, Source, Unit};
use crate::json;

/// How deep a figure's derivation passes: the figures that it is computed from, and the formulas of these.
const DEPTH: usize = 2;

/// A figure as it passes between page and worker: with the figures that it is computed from, but not with theirs.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// What the number is.
    pub name: String,
    /// The number, unrounded.
    pub value: f64,
    /// What it counts or measures.
    pub unit: Unit,
    /// How sure it is.
    pub mark: Mark,
    /// The formula, of a number that is computed.
    pub formula: Option<String>,
    /// What the formula reads.
    pub inputs: Vec<Number>,
    /// Where it was read, of a number of the catalog.
    pub source: Option<Source>,
}

json::fields!(Number { name, value, unit, mark, formula, inputs, source });

impl From<&Rc<Figure>> for Number {
    fn from(figure: &Rc<Figure>) -> Self {
        number(figure, DEPTH)
    }
}

fn number(figure: &Figure, depth: usize) -> Number {
    let mut number = Number {
        name: figure.name.clone(),
        value: figure.value,
        unit: figure.unit,
        mark: figure.mark,
        formula: None,
        inputs: Vec::new(),
        source: None,
    };
    match &figure.derivation {
        Derivation::Catalog { source, note } => {
            number.source = Some(source.clone());
            number.formula = Some(note.clone());
        }
        Derivation::Entered { .. } => {}
        Derivation::Computed { formula, inputs } => {
            number.formula = Some(formula.clone());
            if depth > 0 {
                number.inputs = inputs.iter().map(|input| self::number(input, depth - 1)).collect();
            }
        }
    }
    number
}

impl Number {
    /// The figure.
    pub fn figure(&self) -> Rc<Figure> {
        let derivation = match (&self.source, &self.formula) {
            (Some(source), note) => {
                Derivation::Catalog { source: source.clone(), note: note.clone().unwrap_or_default() }
            }
            (None, Some(formula)) => Derivation::Computed {
                formula: formula.clone(),
                inputs: self.inputs.iter().map(Self::figure).collect(),
            },
            (None, None) => Derivation::Entered { replaces: None },
        };
        Rc::new(Figure {
            name: self.name.clone(),
            value: self.value,
            unit: self.unit,
            mark: self.mark,
            derivation,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn a_figure_arrives_with_what_it_is_computed_from() {
        let catalog = Catalog::bundled();
        let users = Figure::entered("Users", 40.0, Unit::Users);
        let inputs = vec![users, catalog.reconnect_time()];
        let figure = Figure::computed("Waiting", 3_600.0, Unit::Seconds, "users · time", inputs);
        assert_eq!(Number::from(&figure).figure(), figure);
    }
}
