//! All that a file defines, each id by itself.

use rustc_hash::FxHashMap;

use super::document::Document;
use super::error::{ModelProblem, Wrong, fault};
use super::formula::{AmountText, GateText};
use super::group::Group;
use super::ids;
use super::placed::{ById, Placed};
use crate::json::Way;

/// Groups, gates and amounts that a model may have, ranges counted out.
const DEFINITIONS: usize = 200_000;

/// What an id stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum What<'m> {
    Group(&'m Group),
    Gate(&'m Placed<GateText>),
    Amount(&'m Placed<AmountText>),
}

impl What<'_> {
    pub fn word(self) -> &'static str {
        match self {
            Self::Group(_) => "a group",
            Self::Gate(_) => "a gate",
            Self::Amount(_) => "an amount",
        }
    }
}

/// An id with what it stands for.
#[derive(Debug)]
pub(super) struct Definition<'m> {
    pub id: String,
    /// What stands in the place of `{}`.
    pub number: Option<u32>,
    pub way: &'m Way,
    pub what: What<'m>,
}

/// All definitions of a file, in its order: groups, gates, amounts.
#[derive(Debug, Default)]
pub(super) struct Definitions<'m> {
    pub all: Vec<Definition<'m>>,
    by_id: FxHashMap<String, usize>,
}

impl<'m> Definitions<'m> {
    /// All definitions of a document.
    pub fn of(document: &'m Document) -> Result<Self, Wrong> {
        let mut definitions = Self::default();
        definitions.add(&document.groups, |placed| What::Group(&placed.value))?;
        definitions.add(&document.gates, What::Gate)?;
        definitions.add(&document.amounts, What::Amount)?;
        Ok(definitions)
    }

    fn add<T>(&mut self, all: &'m ById<T>, what: impl Fn(&'m Placed<T>) -> What<'m>) -> Result<(), Wrong> {
        for (text, placed) in &all.0 {
            let way = &placed.way;
            for (id, number) in ids::all(text, None).or_else(|problem| fault(way, problem))? {
                if self.all.len() >= DEFINITIONS {
                    let (what, limit) = ("there are too many groups, gates and amounts", DEFINITIONS);
                    return fault(way, ModelProblem::TooMany { what, limit });
                }
                if self.by_id.insert(id.clone(), self.all.len()).is_some() {
                    return fault(way, ModelProblem::Duplicate { id });
                }
                self.all.push(Definition { id, number, way, what: what(placed) });
            }
        }
        Ok(())
    }

    /// The places of all ids that a text stands for.
    pub fn all_of(
        &self,
        text: &str,
        number: Option<u32>,
        way: &Way,
        wanted: &'static str,
    ) -> Result<Vec<usize>, Wrong> {
        let ids = ids::all(text, number).or_else(|problem| fault(way, problem))?;
        let place = |(id, _): (String, Option<u32>)| match self.by_id.get(&id) {
            Some(place) => Ok(*place),
            None => fault(way, ModelProblem::Undefined { id: ids::shortened(&id), wanted }),
        };
        ids.into_iter().map(place).collect()
    }

    /// The place of the one id that a text stands for.
    pub fn one(
        &self,
        text: &str,
        number: Option<u32>,
        way: &Way,
        wanted: &'static str,
    ) -> Result<usize, Wrong> {
        match self.all_of(text, number, way, wanted)?[..] {
            [place] => Ok(place),
            _ => fault(way, ModelProblem::RangeAlone { id: ids::shortened(text) }),
        }
    }

    /// The id at a place.
    pub fn id(&self, place: usize) -> &str {
        self.all.get(place).map_or("", |definition| &definition.id)
    }
}
