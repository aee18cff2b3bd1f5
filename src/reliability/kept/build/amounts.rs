//! Conditions that an amount be so large, as functions.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the part's formulas and sources")]

use std::collections::{BTreeMap, BTreeSet};

use super::Building;
use super::room::Join;
use crate::reliability::decision::{Edge, Stop};
use crate::reliability::structure::Item;
use crate::reliability::{Amount, AmountFormula};

/// The most values of an amount, and the most conditions on the amounts of one sum, that are told apart.
pub(in crate::reliability::kept) const MOST_VALUES: usize = 100_000;

/// The most pairs of a condition and a value that are gone through for one term.
const MOST_PAIRS: usize = 2_000_000;

/// A term of a sum: an amount that counts while all of some gates are true.
struct Term {
    conditions: Vec<usize>,
    amount: usize,
}

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
                let values = of_amount[amount.index()].as_ref().ok_or(Stop::TooManyValues)?;
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
                for term in self.terms(place)? {
                    need(term.amount, &mut values[term.amount].iter().copied());
                }
            }
        }
        Ok(())
    }

    /// The terms of a sum with those of the sums in it, in the order in which the diagram asks for them.
    fn terms(&self, sum: usize) -> Result<Vec<Term>, Stop> {
        let mut terms: Vec<Term> = Vec::new();
        let mut waiting = vec![Term { conditions: Vec::new(), amount: sum }];
        while let Some(mut term) = waiting.pop() {
            let children = &self.local.children[term.amount];
            let Item::Amount(amount) = self.items[term.amount] else { continue };
            match self.structure.amount_formula(amount) {
                AmountFormula::Sum(_) => waiting.extend(
                    children.iter().map(|part| Term { conditions: term.conditions.clone(), amount: *part }),
                ),
                AmountFormula::While { .. } => {
                    term.conditions.push(children[0]);
                    waiting.push(Term { conditions: term.conditions, amount: children[1] });
                }
                _ => terms.push(term),
            }
            if terms.len() + waiting.len() > MOST_VALUES {
                return Err(Stop::TooManyValues);
            }
        }
        let formulas = self.items.len();
        terms.sort_by_key(|term| match self.local.children[term.amount][..] {
            [source] if source >= formulas => self.first_variable[source - formulas],
            _ => u32::MAX,
        });
        Ok(terms)
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
            AmountFormula::Sum(_) => self.sum_enough(place, need, values, slots),
        }
    }

    /// From the last term to the first: what is left to a term and those after it is reached if the term has one of its values and
    /// the rest is reached by those after it.
    fn sum_enough(
        &mut self,
        sum: usize,
        need: u64,
        values: &[Vec<u64>],
        slots: &BTreeMap<(usize, u64), usize>,
    ) -> Result<usize, Stop> {
        let terms = self.terms(sum)?;
        let left = left(&terms, need, values)?;
        let mut after: BTreeMap<u64, usize> = BTreeMap::new();
        for (index, term) in terms.iter().enumerate().rev() {
            let mut here: BTreeMap<u64, usize> = BTreeMap::new();
            let has = self.reached(term, &values[term.amount], slots)?;
            for &want in &left[index] {
                let start = after.get(&want).map_or(Edge::FALSE, |slot| self.holding.get(*slot));
                let any = self.holding.lend(start);
                for &(value, has) in &has {
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
            for slot in after.into_values().chain(has.into_iter().map(|(_, slot)| slot)) {
                self.holding.give_back(slot);
            }
            after = here;
        }
        match after.remove(&need) {
            Some(slot) => Ok(slot),
            None => Ok(self.holding.lend(Edge::FALSE)),
        }
    }

    /// For each value of a term a slot with the function that is true where the term is that or more.
    fn reached(
        &mut self,
        term: &Term,
        values: &[u64],
        slots: &BTreeMap<(usize, u64), usize>,
    ) -> Result<Vec<(u64, usize)>, Stop> {
        let mut reached = Vec::with_capacity(values.len());
        for value in values {
            let Some(of_amount) = slots.get(&(term.amount, *value)).copied() else { continue };
            let all = self.holding.lend(self.holding.get(of_amount));
            for condition in &term.conditions {
                self.value(*condition)?;
                self.holding.join(all, Join::And, *condition)?;
            }
            reached.push((*value, all));
        }
        Ok(reached)
    }
}

/// For each term of a sum, how much may be left to it and to those after it.
fn left(terms: &[Term], wanted: u64, values: &[Vec<u64>]) -> Result<Vec<BTreeSet<u64>>, Stop> {
    // The most that a term and those after it come to.
    let mut most = vec![0_u64; terms.len() + 1];
    for (index, term) in terms.iter().enumerate().rev() {
        most[index] = most[index + 1].saturating_add(values[term.amount].last().copied().unwrap_or(0));
    }
    let mut left = vec![BTreeSet::from([wanted])];
    let mut conditions = 0;
    for (index, term) in terms.iter().enumerate() {
        let after = most[index + 1];
        let before = &left[index];
        conditions += before.len();
        if conditions > MOST_VALUES || before.len().saturating_mul(values[term.amount].len()) > MOST_PAIRS {
            return Err(Stop::TooManyValues);
        }
        let mut next: BTreeSet<u64> = before.iter().copied().filter(|left| *left <= after).collect();
        for value in &values[term.amount] {
            next.extend(
                before
                    .iter()
                    .filter_map(|left| left.checked_sub(*value))
                    .filter(|left| (1..=after).contains(left)),
            );
        }
        left.push(next);
    }
    Ok(left)
}
