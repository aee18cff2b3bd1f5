//! What each definition reads.

use crate::exchange::model::definitions::{Definition, Definitions, What};
use crate::exchange::model::error::{ModelProblem, Wrong, fault};
use crate::exchange::model::formula::{AmountText, GateText};
use crate::exchange::model::placed::Placed;
use crate::json::Way;

/// Parts that all formulas may have together, ranges counted out.
const PARTS: usize = 1_000_000;

/// For each definition the places of those that it reads.
pub(super) fn all(definitions: &Definitions<'_>) -> Result<Vec<Vec<usize>>, Wrong> {
    let mut parts = 0;
    definitions.all.iter().map(|definition| of(definitions, definition, &mut parts)).collect()
}

fn of(
    definitions: &Definitions<'_>,
    definition: &Definition<'_>,
    parts: &mut usize,
) -> Result<Vec<usize>, Wrong> {
    let mut walk = Walk { definitions, number: definition.number, found: Vec::new(), parts };
    match definition.what {
        What::Group(_) => {}
        What::Gate(gate) => walk.gate(gate)?,
        What::Amount(amount) => walk.amount(amount)?,
    }
    Ok(walk.found)
}

/// A way through a formula; nested parts are as deep as JSON may be and no deeper.
struct Walk<'w, 'm> {
    definitions: &'w Definitions<'m>,
    number: Option<u32>,
    found: Vec<usize>,
    parts: &'w mut usize,
}

impl Walk<'_, '_> {
    fn ids(&mut self, text: &str, way: &Way, wanted: &'static str) -> Result<(), Wrong> {
        let found = self.definitions.all_of(text, self.number, way, wanted)?;
        self.count(found.len(), way)?;
        self.found.extend(found);
        Ok(())
    }

    fn count(&mut self, more: usize, way: &Way) -> Result<(), Wrong> {
        *self.parts += more;
        if *self.parts > PARTS {
            return fault(
                way,
                ModelProblem::TooMany { what: "the formulas have too many parts", limit: PARTS },
            );
        }
        Ok(())
    }

    fn gate(&mut self, gate: &Placed<GateText>) -> Result<(), Wrong> {
        self.count(1, &gate.way)?;
        match &gate.value {
            GateText::Constant(_) => Ok(()),
            GateText::Id(id) => self.ids(id, &gate.way, "gate and no group"),
            GateText::And(all) => all.and.iter().try_for_each(|part| self.gate(part)),
            GateText::Or(all) => all.or.iter().try_for_each(|part| self.gate(part)),
            GateText::Xor(all) => all.xor.iter().try_for_each(|part| self.gate(part)),
            GateText::AtLeast(all) => all.of.iter().try_for_each(|part| self.gate(part)),
            GateText::Not(other) => self.gate(&other.not),
            GateText::Group(group) => self.ids(&group.group.value, &group.group.way, "group"),
            GateText::Happens(event) => self.ids(&event.happens.value, &event.happens.way, "event"),
            GateText::CapacityAtLeast(capacity) => self.amount(&capacity.of),
        }
    }

    fn amount(&mut self, amount: &Placed<AmountText>) -> Result<(), Wrong> {
        self.count(1, &amount.way)?;
        match &amount.value {
            AmountText::Fixed(_) => Ok(()),
            AmountText::Id(id) => self.ids(id, &amount.way, "amount"),
            AmountText::Sum(all) => all.sum.iter().try_for_each(|part| self.amount(part)),
            AmountText::Least(all) => all.least.iter().try_for_each(|part| self.amount(part)),
            AmountText::UnitsOf(units) => self.ids(&units.units_of.value, &units.units_of.way, "group"),
            AmountText::LevelsOf(levels) => self.ids(&levels.levels_of.value, &levels.levels_of.way, "group"),
            AmountText::While(gated) => {
                self.gate(&gated.gate)?;
                self.amount(&gated.amount)
            }
        }
    }
}
