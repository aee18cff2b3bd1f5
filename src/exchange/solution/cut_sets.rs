//! Minimal cut sets: how many, and which are the most likely.

use std::cell::Cell;

use serde::{Serialize, Serializer};

use super::Asked;
use crate::exchange::model::CutSets as Wanted;
use crate::reliability::{Budget, CutSet, CutSets, Kept, Method, NoCutSets};

/// Nodes, and looks at the clock between which some ten thousand nodes are made, for what is answered only if it takes little.
const FEW_NODES: usize = 1_000_000;
const FEW_LOOKS: u32 = 100;

/// Nodes times elements, for the same.
const MOST_STEPS: usize = 100_000_000;

/// The largest whole number up to which a float counts exactly, 2⁵³.
const EXACT: u64 = 1 << 53;

/// How many minimal cut sets there are, and the most likely ones.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CutSetsAnswer {
    /// How many there are, of any order; as digits in a string where the number is above 2⁵³.
    pub count: Count,
    /// How many there are of the order asked for or a lower one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count_up_to_order: Option<Count>,
    /// The most likely ones.
    pub top: Vec<CutSetAnswer>,
}

/// A minimal cut set.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CutSetAnswer {
    /// The events that happen and the groups that do badly.
    pub elements: Vec<String>,
    /// How bad each of them is at least: 1 for an event that happens or a unit that is down, so many units of a group that do not
    /// serve, a chain at that level or worse.
    pub levels: Vec<usize>,
    /// The probability that all of this is so.
    pub probability: f64,
    /// How many elements there are.
    pub order: usize,
}

/// A count that may be beyond any fixed size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count(String);

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.parse::<u64>() {
            Ok(number) if number <= EXACT => serializer.serialize_u64(number),
            _ => serializer.serialize_str(&self.0),
        }
    }
}

impl Count {
    /// Its digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Count {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": "^[0-9]+$" }] })
    }
}

/// The sets, with the Fussell–Vesely importance by them if that is wanted and can be had.
pub(super) struct Found {
    pub answer: CutSetsAnswer,
    pub fussell_vesely: Option<Result<Vec<f64>, NoCutSets>>,
}

pub(super) fn of(
    asked: &Asked<'_>,
    wanted: Wanted,
    importance: bool,
    budget: &Budget<'_>,
) -> Result<Found, NoCutSets> {
    let kept = Kept::new(asked.structure, asked.top, Method::Diagrams, budget);
    let sets = CutSets::new(&kept, true, budget)?;
    let count = sets.count(budget)?;
    let up_to_order = wanted.max_order.map(|order| usize::try_from(order).unwrap_or(usize::MAX));
    let counted = |order| -> Result<Count, NoCutSets> {
        let count: num_bigint::BigUint = sets.count_by_order(order, budget)?.into_iter().sum();
        Ok(Count(count.to_string()))
    };
    let count_up_to_order = up_to_order.map(counted).transpose()?;
    let top = usize::try_from(wanted.top).unwrap_or(usize::MAX);
    let likely = sets.most_likely(asked.elements, up_to_order, top, budget)?;
    let answer = CutSetsAnswer {
        count: Count(count.to_string()),
        count_up_to_order,
        top: likely.iter().map(|set| shown(set, asked)).collect(),
    };
    let by_sets = |budget: &Budget<'_>| affordable_fussell_vesely(&sets, asked, budget);
    let fussell_vesely = importance.then(|| with_few_looks(budget, by_sets));
    Ok(Found { answer, fussell_vesely })
}

/// The Fussell–Vesely importance by cut sets alone.
pub(super) fn fussell_vesely(asked: &Asked<'_>, budget: &Budget<'_>) -> Result<Vec<f64>, NoCutSets> {
    with_few_looks(budget, |budget| {
        let kept = Kept::new(asked.structure, asked.top, Method::Diagrams, budget);
        affordable_fussell_vesely(&CutSets::new(&kept, true, budget)?, asked, budget)
    })
}

fn affordable_fussell_vesely(
    sets: &CutSets,
    asked: &Asked<'_>,
    budget: &Budget<'_>,
) -> Result<Vec<f64>, NoCutSets> {
    if asked.elements.len().saturating_mul(sets.nodes()) > MOST_STEPS {
        return Err(NoCutSets::TooManyNodes { nodes: budget.nodes });
    }
    sets.fussell_vesely(asked.elements, budget)
}

/// What is answered only as long as it takes little more than the rest: each element takes a diagram of its own.
fn with_few_looks<T>(budget: &Budget<'_>, work: impl FnOnce(&Budget<'_>) -> T) -> T {
    let looks = Cell::new(0);
    let is_over = || {
        looks.set(looks.get() + 1);
        looks.get() > FEW_LOOKS || (budget.is_over)()
    };
    work(&Budget { nodes: budget.nodes.min(FEW_NODES), is_over: &is_over })
}

fn shown(set: &CutSet, asked: &Asked<'_>) -> CutSetAnswer {
    let name = |place: usize| asked.names.get(place).cloned().unwrap_or_default();
    let level =
        |place: usize, level: usize| asked.groups.get(place).map_or(level, |group| group.missing_at(level));
    CutSetAnswer {
        elements: set.events.iter().map(|(element, _)| name(element.index())).collect(),
        levels: set.events.iter().map(|(element, at)| level(element.index(), *at)).collect(),
        probability: set.probability,
        order: set.order(),
    }
}
