//! Whole numbers: how much of something is there, for instance how many users are carried.

use std::collections::BTreeSet;

use super::{ElementId, Gate, Item, Structure, small};

/// A formula of a structure whose value is a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u32);

impl Amount {
    /// The formula's place in the order of making, above those of its parts.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an amount stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AmountFormula {
    /// Always the same.
    Fixed(u64),
    /// One value for each level of an element.
    ByLevel {
        /// Which element.
        element: ElementId,
        /// The values, best level first.
        values: Box<[u64]>,
    },
    /// The sum of two or more, ascending; an amount may stand there more than once.
    Sum(Box<[Amount]>),
    /// The least of two or more, ascending, no two the same.
    Least(Box<[Amount]>),
    /// The amount while the gate is true, otherwise 0.
    While {
        /// The condition.
        gate: Gate,
        /// The amount.
        amount: Amount,
    },
}

impl Structure {
    /// How many amounts there are.
    pub fn amounts(&self) -> usize {
        self.amounts.all.len()
    }

    /// Every amount, each after its parts.
    pub fn all_amounts(&self) -> impl DoubleEndedIterator<Item = Amount> + use<> {
        (0..small(self.amounts.all.len())).map(Amount)
    }

    /// The amount that is always the same.
    pub fn fixed(&mut self, value: u64) -> Amount {
        self.amount(AmountFormula::Fixed(value))
    }

    /// One value for each level of an element; level 0 is its best.
    pub fn by_level(&mut self, element: ElementId, value: impl Fn(usize) -> u64) -> Amount {
        let values: Box<[u64]> = (0..self.levels(element)).map(value).collect();
        match values[..] {
            [first, ..] if values.iter().all(|value| *value == first) => self.fixed(first),
            _ => self.amount(AmountFormula::ByLevel { element, values }),
        }
    }

    /// The sum of all, 0 if there are none. Sums beyond what 64 bits hold stay at the largest number.
    pub fn total(&mut self, amounts: impl IntoIterator<Item = Amount>) -> Amount {
        let mut fixed = 0_u64;
        let mut of: Vec<Amount> = Vec::new();
        for amount in amounts {
            match self.amount_formula(amount) {
                AmountFormula::Fixed(value) => fixed = fixed.saturating_add(*value),
                _ => of.push(amount),
            }
        }
        if fixed > 0 {
            of.push(self.fixed(fixed));
        }
        of.sort_unstable();
        match of[..] {
            [] => self.fixed(0),
            [only] => only,
            _ => self.amount(AmountFormula::Sum(of.into())),
        }
    }

    /// The least of all, the largest number there is if there are none.
    pub fn least(&mut self, amounts: impl IntoIterator<Item = Amount>) -> Amount {
        let mut fixed = u64::MAX;
        let mut of: Vec<Amount> = Vec::new();
        for amount in amounts {
            match self.amount_formula(amount) {
                AmountFormula::Fixed(value) => fixed = fixed.min(*value),
                _ => of.push(amount),
            }
        }
        if of.is_empty() || fixed == 0 {
            return self.fixed(fixed);
        }
        if of.iter().any(|amount| self.most_of(*amount) > fixed) {
            of.push(self.fixed(fixed));
        }
        of.sort_unstable();
        of.dedup();
        match of[..] {
            [only] => only,
            _ => self.amount(AmountFormula::Least(of.into())),
        }
    }

    /// The amount while the gate is true, otherwise 0.
    pub fn while_true(&mut self, gate: Gate, amount: Amount) -> Amount {
        match (self.formula(gate), self.amount_formula(amount)) {
            (super::Formula::Constant(true), _) | (_, AmountFormula::Fixed(0)) => amount,
            (super::Formula::Constant(false), _) => self.fixed(0),
            _ => self.amount(AmountFormula::While { gate, amount }),
        }
    }

    /// A value that the amount never exceeds: what it is with the best of every part of it.
    pub fn most_of(&self, amount: Amount) -> u64 {
        self.most[amount.index()]
    }

    /// Every value that the amount may have, judged by what its parts may have, ascending; none if it or one of its parts has more
    /// than `most`.
    pub(crate) fn values_of(&self, amount: Amount, most: usize) -> Option<Vec<u64>> {
        Some(self.values_up_to(amount, most).pop()??.into_iter().collect())
    }

    /// The same for every amount up to one, in the order of making.
    pub(crate) fn values_up_to(&self, amount: Amount, most: usize) -> Vec<Option<BTreeSet<u64>>> {
        let mut values: Vec<Option<BTreeSet<u64>>> = Vec::with_capacity(amount.index() + 1);
        for part in self.all_amounts().take(amount.index() + 1) {
            let of = self.values_from(part, &values, most);
            values.push(of.filter(|values| values.len() <= most));
        }
        values
    }

    /// The same, where the values of all earlier amounts are known.
    fn values_from(
        &self,
        amount: Amount,
        values: &[Option<BTreeSet<u64>>],
        most: usize,
    ) -> Option<BTreeSet<u64>> {
        let of = |part: &Amount| values[part.index()].as_ref();
        Some(match self.amount_formula(amount) {
            AmountFormula::Fixed(value) => BTreeSet::from([*value]),
            AmountFormula::ByLevel { values, .. } => values.iter().copied().collect(),
            AmountFormula::Least(parts) => {
                let bound = self.most_of(amount);
                let mut all = BTreeSet::new();
                for part in parts {
                    all.extend(of(part)?.iter().copied().filter(|value| *value <= bound));
                }
                all
            }
            AmountFormula::While { amount, .. } => of(amount)?.iter().copied().chain([0]).collect(),
            AmountFormula::Sum(parts) => {
                let mut sums = BTreeSet::from([0_u64]);
                for part in parts {
                    let part = of(part)?;
                    let mut longer: BTreeSet<u64> = BTreeSet::new();
                    for sum in &sums {
                        longer.extend(part.iter().map(|value| sum.saturating_add(*value)));
                        if longer.len() > most {
                            return None;
                        }
                    }
                    sums = longer;
                }
                sums
            }
        })
    }

    fn amount(&mut self, formula: AmountFormula) -> Amount {
        let of = |part: &Amount| self.most[part.index()];
        let most = match &formula {
            AmountFormula::Fixed(value) => *value,
            AmountFormula::ByLevel { values, .. } => values.iter().copied().max().unwrap_or(0),
            AmountFormula::Sum(parts) => parts.iter().map(of).fold(0, u64::saturating_add),
            AmountFormula::Least(parts) => parts.iter().map(of).min().unwrap_or(0),
            AmountFormula::While { amount, .. } => of(amount),
        };
        let place = self.amounts.place(formula);
        if place as usize == self.most.len() {
            self.most.push(most);
            self.items.push(Item::Amount(Amount(place)));
        }
        Amount(place)
    }
}
