//! Families of figures: other values in place of the defaults, each with its reason.

use std::rc::Rc;

use super::figure::{Derivation, Figure, Mark, Source};
use super::id::{FigureId, SourceKey};
use crate::json;

/// One figure of a family.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyValue {
    /// The figure whose default it replaces.
    pub figure: FigureId,
    /// Its value, in the figure's unit.
    pub value: f64,
    /// Why just that.
    pub reason: String,
}

json::read_fields!(FamilyValue { figure, value, reason });

/// Values that go together, such as cautious ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// Its name in plans.
    pub id: String,
    /// Its name on the screen.
    pub name: String,
    /// What it stands for, in one sentence.
    pub about: String,
    /// Where most of it was read.
    pub source: SourceKey,
    /// The figures that it replaces; all others stay.
    pub values: Vec<FamilyValue>,
}

json::read_fields!(Family { id, name, about, source, values });

impl FamilyValue {
    /// The figure with this value. Whatever document it leans on, the choice of it is the planner's.
    pub(super) fn in_place_of(&self, figure: &Rc<Figure>, source: &Source) -> Rc<Figure> {
        let derivation = Derivation::Catalog { source: source.clone(), note: self.reason.clone() };
        Rc::new(Figure { value: self.value, mark: Mark::Assumed, derivation, ..Figure::clone(figure) })
    }
}
