//! Conditions that an amount be so large, as functions.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the part's formulas and sources")]

use std::collections::{BTreeMap, BTreeSet};

use super::Building;
use super::room::Join;
use crate::reliability::decision::{Edge, Stop};
use crate::reliability::structure::Item;
use crate::reliability::{Amount, AmountFormula};

/// The most values of an amount, and the most conditions on the amounts of one sum, that are told apart.
const MOST_VALUES: usize = 100_000;

/// How large an amount has to be, for each amount of the part, by its place.
type Needs = BTreeMap<usize, BTreeSet<u64>>;

impl Building<'_> {
    /// Sets the slot of a formula to the function that is true where the amount is so large or larger.
    pub(super) fn reaches(&mut self, place: usize, amount: Amount, least: u64) -> Result<(), Stop> {
        let root = self.local.children[place][0];
        let values = self.values(root, amount)?;
        let mut needs = Needs::new();
        needs.entry(root).or_default().insert(least);
        // From the whole down to its parts, then from the parts up to the whole.
        for below in (0..=root).rev() {
            if let (Some(wanted), Item::Amount(amount)) = (needs.get(&below).cloned(), self.items[below]) {
                self.hand_down(below, amount, &wanted, &values, &mut needs)?;
            }
        }
        let mut slots: BTreeMap<(usize, u64), usize> = BTreeMap::new();
        for (&below, wanted) in &needs {
            let Item::Amount(amount) = self.items[below] else { continue };
            for &need in wanted {
                let slot = self.enough(below, amount, need, &values, &slots)?;
                slots.insert((below, need), slot);
            }
        }
        let edge = slots.get(&(root, least)).map_or(Edge::FALSE, |slot| self.holding.get(*slot));
        self.holding.set(place, edge);
        for slot in slots.into_values() {
            self.holding.give_back(slot);
        }
        Ok(())
    }

    /// The values above 0 that each formula up to a place may have, ascending.
    fn values(&self, root: usize, whole: Amount) -> Result<Vec<Vec<u64>>, Stop> {
        let of_amount = self.structure.values_up_to(whole, MOST_VALUES);
        let of_item = |item: &Item| match item {
            Item::Amount(amount) => {
                let values = of_amount[amount.index()].as_ref().ok_or(Stop::Full)?;
                Ok(values.iter().copied().filter(|value| *value > 0).collect())
            }
            Item::Gate(_) => Ok(Vec::new()),
        };
        self.items[..=root].iter().map(of_item).collect()
    }

    fn hand_down(
        &self,
        place: usize,
        amount: Amount,
        wanted: &BTreeSet<u64>,
        values: &[Vec<u64>],
        needs: &mut Needs,
    ) -> Result<(), Stop> {
        let children = &self.local.children[place];
        let mut need = |child: usize, wanted: &mut dyn Iterator<Item = u64>| {
            needs.entry(child).or_default().extend(wanted.filter(|wanted| *wanted > 0));
        };
        match self.structure.amount_formula(amount) {
            AmountFormula::Fixed(_) | AmountFormula::ByLevel { .. } => {}
            AmountFormula::Least(_) => {
                for child in children {
                    need(*child, &mut wanted.iter().copied());
                }
            }
            AmountFormula::While { .. } => need(children[1], &mut wanted.iter().copied()),
            AmountFormula::Sum(_) => {
                let mut conditions = 0;
                for &want in wanted {
                    conditions += left(children, want, values)?.iter().map(BTreeSet::len).sum::<usize>();
                    if conditions > MOST_VALUES {
                        return Err(Stop::Full);
                    }
                }
                for child in children {
                    need(*child, &mut values[*child].iter().copied());
                }
            }
        }
        Ok(())
    }

    /// A slot with the function that is true where an amount is `need` or more.
    fn enough(
        &mut self,
        place: usize,
        amount: Amount,
        need: u64,
        values: &[Vec<u64>],
        slots: &BTreeMap<(usize, u64), usize>,
    ) -> Result<usize, Stop> {
        let children = self.local.children[place].clone();
        let known = |child: usize| slots.get(&(child, need)).copied();
        match self.structure.amount_formula(amount) {
            AmountFormula::Fixed(value) => Ok(self.holding.lend(Edge::FALSE.negated_if(*value >= need))),
            AmountFormula::ByLevel { values, .. } => {
                let ladder = self.ladder(children[0], |level| values[level] >= need)?;
                Ok(self.holding.lend(ladder))
            }
            AmountFormula::Least(_) => {
                let all = self.holding.lend(Edge::TRUE);
                for child in children {
                    match known(child) {
                        Some(child) => self.holding.join(all, Join::And, child)?,
                        None => self.holding.set(all, Edge::FALSE),
                    }
                }
                Ok(all)
            }
            AmountFormula::While { .. } => {
                self.value(children[0])?;
                let both = self.holding.lend(self.holding.get(children[0]));
                match known(children[1]) {
                    Some(child) => self.holding.join(both, Join::And, child)?,
                    None => self.holding.set(both, Edge::FALSE),
                }
                Ok(both)
            }
            AmountFormula::Sum(_) => self.sum_enough(&children, need, values, slots),
        }
    }

    /// From the last term to the first: what is left to a term and those after it is reached if the term has one of its values and
    /// the rest is reached by those after it.
    fn sum_enough(
        &mut self,
        terms: &[usize],
        need: u64,
        values: &[Vec<u64>],
        slots: &BTreeMap<(usize, u64), usize>,
    ) -> Result<usize, Stop> {
        let left = left(terms, need, values)?;
        let mut after: BTreeMap<u64, usize> = BTreeMap::new();
        for (index, term) in terms.iter().enumerate().rev() {
            let mut here: BTreeMap<u64, usize> = BTreeMap::new();
            for &want in &left[index] {
                let start = after.get(&want).map_or(Edge::FALSE, |slot| self.holding.get(*slot));
                let any = self.holding.lend(start);
                for &value in &values[*term] {
                    let Some(has) = slots.get(&(*term, value)).copied() else { continue };
                    let both = self.holding.lend(self.holding.get(has));
                    let is_possible = match want.checked_sub(value).filter(|rest| *rest > 0) {
                        None => true,
                        Some(rest) => match after.get(&rest) {
                            Some(rest) => {
                                self.holding.join(both, Join::And, *rest)?;
                                true
                            }
                            None => false,
                        },
                    };
                    if is_possible {
                        self.holding.join(any, Join::Or, both)?;
                    }
                    self.holding.give_back(both);
                    if value >= want {
                        break;
                    }
                }
                here.insert(want, any);
            }
            for slot in after.into_values() {
                self.holding.give_back(slot);
            }
            after = here;
        }
        match after.remove(&need) {
            Some(slot) => Ok(slot),
            None => Ok(self.holding.lend(Edge::FALSE)),
        }
    }
}

/// For each term of a sum, how much may be left to it and to those after it.
fn left(terms: &[usize], wanted: u64, values: &[Vec<u64>]) -> Result<Vec<BTreeSet<u64>>, Stop> {
    let most: Vec<u64> = terms.iter().map(|term| values[*term].last().copied().unwrap_or(0)).collect();
    let mut left = vec![BTreeSet::from([wanted])];
    for (index, term) in terms.iter().enumerate() {
        let after = most[index + 1..].iter().fold(0, |sum: u64, most| sum.saturating_add(*most));
        let before = &left[index];
        let mut next: BTreeSet<u64> = before.iter().copied().filter(|left| *left <= after).collect();
        for value in &values[*term] {
            next.extend(
                before
                    .iter()
                    .filter_map(|left| left.checked_sub(*value))
                    .filter(|left| (1..=after).contains(left)),
            );
            if next.len() > MOST_VALUES {
                return Err(Stop::Full);
            }
        }
        left.push(next);
    }
    Ok(left)
}
