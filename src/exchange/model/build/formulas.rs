//! From the text of gates and amounts to formulas of a structure.

use super::Made;
use super::describe::Described;
use crate::exchange::model::definitions::{Definitions, What};
use crate::exchange::model::described::Description;
use crate::exchange::model::error::{ModelProblem, Wrong, fault};
use crate::exchange::model::formula::{AmountText, GateText, GroupDoes, LevelsOf};
use crate::exchange::model::placed::Placed;
use crate::json::Way;
use crate::reliability::{Amount, ElementId, Gate, Structure};

/// A structure being built; nested parts of formulas are as deep as JSON may be and no deeper.
pub(super) struct Builder<'b> {
    pub definitions: &'b Definitions<'b>,
    pub structure: Structure,
    pub groups: Vec<Described>,
    /// What has been made of each definition.
    pub made: Vec<Option<Made>>,
}

impl Builder<'_> {
    /// Makes the definition at a place; those that it reads have been made before.
    pub fn make(&mut self, place: usize) -> Result<(), Wrong> {
        let definitions = self.definitions;
        let Some(definition) = definitions.all.get(place) else { return Ok(()) };
        let made = match definition.what {
            What::Group(_) => return Ok(()),
            What::Gate(gate) => Made::Gate(self.gate(gate, definition.number)?),
            What::Amount(amount) => Made::Amount(self.amount(amount, definition.number)?),
        };
        if let Some(slot) = self.made.get_mut(place) {
            *slot = Some(made);
        }
        Ok(())
    }

    pub fn gate(&mut self, text: &Placed<GateText>, number: Option<u32>) -> Result<Gate, Wrong> {
        let way = &text.way;
        match &text.value {
            GateText::Constant(value) => Ok(self.structure.constant(*value)),
            GateText::Id(id) => {
                let place = self.definitions.one(id, number, way, "gate and no group")?;
                self.gate_at(place, way)
            }
            GateText::And(all) => {
                let gates = self.gates(&all.and, number, way)?;
                Ok(self.structure.and(gates))
            }
            GateText::Or(all) => {
                let gates = self.gates(&all.or, number, way)?;
                Ok(self.structure.or(gates))
            }
            GateText::Xor(all) => {
                let gates = self.gates(&all.xor, number, way)?;
                Ok(self.structure.xor(gates))
            }
            GateText::Not(other) => {
                let other = self.gate(&other.not, number)?;
                Ok(self.structure.not(other))
            }
            GateText::AtLeast(all) => {
                let gates = self.gates(&all.of, number, way)?;
                let (least, of) = (all.at_least.value.0, gates.len());
                match usize::try_from(least) {
                    Ok(least) if (1..=of).contains(&least) => Ok(self.structure.at_least(least, gates)),
                    _ => {
                        let (what, id, most) = ("`at_least`", "the list".into(), of as u64);
                        let problem = ModelProblem::OutOfReach { what, id, found: least, least: 1, most };
                        fault(&all.at_least.way, problem)
                    }
                }
            }
            GateText::Group(does) => self.group_does(does, number, way),
            GateText::Happens(event) => {
                let way = &event.happens.way;
                let place = self.definitions.one(&event.happens.value, number, way, "event")?;
                match self.group_at(place).map(|(_, described)| &described.group.description) {
                    Some(Description::Event { .. }) => {
                        let up = self.gate_at(place, way)?;
                        Ok(self.structure.not(up))
                    }
                    _ => self.wrong_kind(place, way, "an event"),
                }
            }
            GateText::CapacityAtLeast(capacity) => {
                let amount = self.amount(&capacity.of, number)?;
                Ok(self.structure.reaches(amount, capacity.capacity_at_least.0))
            }
        }
    }

    /// All gates of a list; an id with a range stands for several.
    fn gates(
        &mut self,
        list: &[Placed<GateText>],
        number: Option<u32>,
        way: &Way,
    ) -> Result<Vec<Gate>, Wrong> {
        let mut gates = Vec::with_capacity(list.len());
        for text in list {
            if let GateText::Id(id) = &text.value {
                for place in self.definitions.all_of(id, number, &text.way, "gate and no group")? {
                    gates.push(self.gate_at(place, &text.way)?);
                }
            } else {
                gates.push(self.gate(text, number)?);
            }
        }
        if gates.is_empty() { fault(way, ModelProblem::Fields(EMPTY)) } else { Ok(gates) }
    }

    /// The gate that was made at a place, or true while the group there is up.
    fn gate_at(&mut self, place: usize, way: &Way) -> Result<Gate, Wrong> {
        match self.made.get(place).copied().flatten() {
            Some(Made::Gate(gate)) => Ok(gate),
            Some(Made::Group(_)) => match self.group_at(place) {
                Some((element, described)) if described.serving.is_empty() => {
                    Ok(self.structure.at(element, |level| level == 0))
                }
                _ => self.serving(place, 1, way),
            },
            _ => self.wrong_kind(place, way, "a gate or a group"),
        }
    }

    /// The element of the group at a place, and what is known of the group.
    fn group_at(&self, place: usize) -> Option<(ElementId, &Described)> {
        let Some(Made::Group(element)) = self.made.get(place).copied().flatten() else { return None };
        Some((element, self.groups.get(element.index())?))
    }

    fn group_does(&mut self, does: &GroupDoes, number: Option<u32>, way: &Way) -> Result<Gate, Wrong> {
        let GroupDoes { group, serving_at_least, level_at_most } = does;
        let place = self.definitions.one(&group.value, number, &group.way, "group")?;
        match (serving_at_least, level_at_most) {
            (None, None) => self.gate_at(place, &group.way),
            (Some(least), None) => self.serving(place, least.value.0, &least.way),
            (None, Some(most)) => match self.group_at(place) {
                Some((element, described)) if described.serving.is_empty() => {
                    let (levels, most_value) = (described.element.law().len(), most.value.0);
                    match usize::try_from(most_value) {
                        Ok(worst) if worst < levels => Ok(self.structure.at(element, |level| level <= worst)),
                        _ => {
                            let (what, most_level) = ("`level_at_most`", levels.saturating_sub(1) as u64);
                            self.out_of_reach(&most.way, what, place, most_value, 0, most_level)
                        }
                    }
                }
                _ => self.wrong_kind(place, &group.way, "a chain or an event"),
            },
            _ => fault(
                way,
                ModelProblem::Fields(
                    "a group is asked for `serving_at_least` or for `level_at_most`. Remove one.",
                ),
            ),
        }
    }

    /// True while so many units of the group serve, or more.
    fn serving(&mut self, place: usize, least: u64, way: &Way) -> Result<Gate, Wrong> {
        let Some((element, described)) = self.group_at(place).filter(|(_, group)| !group.serving.is_empty())
        else {
            return self.wrong_kind(place, way, "a group of units");
        };
        let (units, serving) = (described.units, described.serving.clone());
        if !(1..=u64::from(units)).contains(&least) {
            return self.out_of_reach(way, "`serving_at_least`", place, least, 1, units.into());
        }
        Ok(self
            .structure
            .at(element, |level| serving.get(level).is_some_and(|units| u64::from(*units) >= least)))
    }

    pub fn amount(&mut self, text: &Placed<AmountText>, number: Option<u32>) -> Result<Amount, Wrong> {
        let way = &text.way;
        match &text.value {
            AmountText::Fixed(value) => Ok(self.structure.fixed(value.0)),
            AmountText::Id(id) => {
                let place = self.definitions.one(id, number, way, "amount")?;
                self.amount_at(place, way)
            }
            AmountText::Sum(all) => {
                let amounts = self.amounts(&all.sum, number, way)?;
                Ok(self.structure.total(amounts))
            }
            AmountText::Least(all) => {
                let amounts = self.amounts(&all.least, number, way)?;
                Ok(self.structure.least(amounts))
            }
            AmountText::UnitsOf(units) => {
                let way = &units.units_of.way;
                let place = self.definitions.one(&units.units_of.value, number, way, "group")?;
                let each = units.each.map_or(1, |each| each.0);
                let Some((element, described)) =
                    self.group_at(place).filter(|(_, group)| !group.serving.is_empty())
                else {
                    return self.wrong_kind(place, way, "a group of units");
                };
                let serving = described.serving.clone();
                let units = |level: usize| serving.get(level).copied().map_or(0, u64::from);
                Ok(self.structure.by_level(element, |level| units(level).saturating_mul(each)))
            }
            AmountText::LevelsOf(levels) => self.levels_of(levels, number),
            AmountText::While(gated) => {
                let gate = self.gate(&gated.gate, number)?;
                let amount = self.amount(&gated.amount, number)?;
                Ok(self.structure.while_true(gate, amount))
            }
        }
    }

    fn levels_of(&mut self, text: &LevelsOf, number: Option<u32>) -> Result<Amount, Wrong> {
        let (way, values) = (&text.levels_of.way, &text.values.value);
        let place = self.definitions.one(&text.levels_of.value, number, way, "group")?;
        let Some((element, described)) = self.group_at(place).filter(|(_, group)| group.serving.is_empty())
        else {
            return self.wrong_kind(place, way, "a chain or an event");
        };
        let levels = described.element.law().len();
        if values.len() != levels {
            let (found, levels) = (values.len() as u64, levels as u64);
            return self.out_of_reach(&text.values.way, "the number of values", place, found, levels, levels);
        }
        Ok(self.structure.by_level(element, |level| values.get(level).map_or(0, |value| value.0)))
    }

    /// All amounts of a list; an id with a range stands for several.
    fn amounts(
        &mut self,
        list: &[Placed<AmountText>],
        number: Option<u32>,
        way: &Way,
    ) -> Result<Vec<Amount>, Wrong> {
        let mut amounts = Vec::with_capacity(list.len());
        for text in list {
            if let AmountText::Id(id) = &text.value {
                for place in self.definitions.all_of(id, number, &text.way, "amount")? {
                    amounts.push(self.amount_at(place, &text.way)?);
                }
            } else {
                amounts.push(self.amount(text, number)?);
            }
        }
        if amounts.is_empty() { fault(way, ModelProblem::Fields(EMPTY)) } else { Ok(amounts) }
    }

    fn amount_at(&self, place: usize, way: &Way) -> Result<Amount, Wrong> {
        match self.made.get(place).copied().flatten() {
            Some(Made::Amount(amount)) => Ok(amount),
            _ => self.wrong_kind(place, way, "an amount"),
        }
    }

    fn wrong_kind<T>(&self, place: usize, way: &Way, wanted: &'static str) -> Result<T, Wrong> {
        let found = match self.group_at(place).map(|(_, described)| &described.group.description) {
            Some(Description::Event { .. }) => "an event",
            Some(Description::Chain(_)) => "a chain",
            Some(_) => "a group of units",
            None => self.definitions.all.get(place).map_or("nothing", |definition| definition.what.word()),
        };
        fault(way, ModelProblem::WrongKind { id: self.definitions.id(place).into(), found, wanted })
    }

    fn out_of_reach<T>(
        &self,
        way: &Way,
        what: &'static str,
        place: usize,
        found: u64,
        least: u64,
        most: u64,
    ) -> Result<T, Wrong> {
        let id = self.definitions.id(place).to_string();
        fault(way, ModelProblem::OutOfReach { what, id, found, least, most })
    }
}

const EMPTY: &str = "the list is empty. Name what it is about.";
