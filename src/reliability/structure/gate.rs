//! Boolean formulas.

use rustc_hash::FxHashSet;

use super::{Amount, AmountFormula, ElementId, Item, Structure, small};

/// How deep amounts within amounts are simplified; deeper ones stay as they are, which changes no value.
const SIMPLIFIED_DEPTH: u32 = 32;

/// A Boolean formula of a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gate(u32);

impl Gate {
    /// The formula's place in the order of making, above those of its parts.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a gate stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Formula {
    /// Always the same.
    Constant(bool),
    /// The element is at one of the levels marked true, of which there are some but not all.
    At {
        /// Which element.
        element: ElementId,
        /// One mark for each of its levels; the best level is not marked, so that a formula and its opposite are one entry.
        levels: Box<[bool]>,
    },
    /// The other is false.
    Not(Gate),
    /// All are true. Two or more, ascending, no two the same.
    And(Box<[Gate]>),
    /// Any is true. Two or more, ascending, no two the same.
    Or(Box<[Gate]>),
    /// An odd number is true. Two or more, ascending, no two the same, none of them a `Not`.
    Xor(Box<[Gate]>),
    /// So many or more are true, from 2 to one less than their number. Ascending; a gate may stand there more than once.
    AtLeast {
        /// How many.
        least: u32,
        /// Of which.
        of: Box<[Gate]>,
    },
    /// An amount is so large or larger.
    Reaches {
        /// Which amount.
        amount: Amount,
        /// How large.
        least: u64,
    },
}

/// The wanted gates in their order, each at its first place.
fn once_each(gates: &[Gate], wanted: impl Fn(&Gate) -> bool) -> Vec<Gate> {
    let mut seen = FxHashSet::default();
    gates.iter().copied().filter(|gate| wanted(gate) && seen.insert(*gate)).collect()
}

impl Structure {
    /// How many gates there are.
    pub fn gates(&self) -> usize {
        self.gates.all.len()
    }

    /// Every gate, each after its parts.
    pub fn all_gates(&self) -> impl DoubleEndedIterator<Item = Gate> + use<> {
        (0..small(self.gates.all.len())).map(Gate)
    }

    /// The formula that is always the same.
    pub fn constant(&mut self, value: bool) -> Gate {
        self.gate(Formula::Constant(value))
    }

    /// The element is at one of the wanted levels; level 0 is its best.
    pub fn at(&mut self, element: ElementId, wanted: impl Fn(usize) -> bool) -> Gate {
        let marks: Vec<bool> = (0..self.levels(element)).map(wanted).collect();
        let first = marks[0];
        if marks.iter().all(|mark| *mark == first) {
            return self.constant(first);
        }
        let levels = marks.into_iter().map(|mark| mark != first).collect();
        let worse = self.gate(Formula::At { element, levels });
        if first { self.not(worse) } else { worse }
    }

    /// The element is not at its best level.
    pub fn fails(&mut self, element: ElementId) -> Gate {
        self.at(element, |level| level > 0)
    }

    /// NOT.
    pub fn not(&mut self, gate: Gate) -> Gate {
        match *self.formula(gate) {
            Formula::Constant(value) => self.constant(!value),
            Formula::Not(other) => other,
            _ => self.gate(Formula::Not(gate)),
        }
    }

    /// AND; true if there are none.
    pub fn and(&mut self, gates: impl IntoIterator<Item = Gate>) -> Gate {
        self.junction(gates, false)
    }

    /// OR; false if there are none.
    pub fn or(&mut self, gates: impl IntoIterator<Item = Gate>) -> Gate {
        self.junction(gates, true)
    }

    /// AND or OR; `decisive` is the value of a part that decides.
    fn junction(&mut self, gates: impl IntoIterator<Item = Gate>, decisive: bool) -> Gate {
        let mut of: Vec<Gate> = Vec::new();
        for gate in gates {
            match self.formula(gate) {
                Formula::Constant(value) if *value == decisive => return self.constant(decisive),
                Formula::Constant(_) => {}
                _ => of.push(gate),
            }
        }
        let written = once_each(&of, |_| true);
        of.sort_unstable();
        of.dedup();
        let opposites = of.iter().any(|gate| match self.formula(*gate) {
            Formula::Not(other) => of.binary_search(other).is_ok(),
            _ => false,
        });
        match of[..] {
            _ if opposites => self.constant(decisive),
            [] => self.constant(!decisive),
            [only] => only,
            _ if decisive => self.gate_as_written(Formula::Or(of.into()), written),
            _ => self.gate_as_written(Formula::And(of.into()), written),
        }
    }

    /// XOR: an odd number of them is true; false if there are none.
    pub fn xor(&mut self, gates: impl IntoIterator<Item = Gate>) -> Gate {
        let mut inverted = false;
        let mut of: Vec<Gate> = Vec::new();
        for gate in gates {
            match *self.formula(gate) {
                Formula::Constant(value) => inverted ^= value,
                Formula::Not(other) => {
                    inverted = !inverted;
                    of.push(other);
                }
                _ => of.push(gate),
            }
        }
        let written = of.clone();
        of.sort_unstable();
        // Two of the same cancel out.
        let mut odd: Vec<Gate> = Vec::with_capacity(of.len());
        for gate in of {
            if odd.last() == Some(&gate) {
                odd.pop();
            } else {
                odd.push(gate);
            }
        }
        let made = match odd[..] {
            [] => self.constant(false),
            [only] => only,
            _ => {
                let written = once_each(&written, |gate| odd.binary_search(gate).is_ok());
                self.gate_as_written(Formula::Xor(odd.into()), written)
            }
        };
        if inverted { self.not(made) } else { made }
    }

    /// So many or more of them are true; a gate named twice counts twice.
    pub fn at_least(&mut self, least: usize, gates: impl IntoIterator<Item = Gate>) -> Gate {
        let mut least = least;
        let mut of: Vec<Gate> = Vec::new();
        for gate in gates {
            match self.formula(gate) {
                Formula::Constant(true) => least = least.saturating_sub(1),
                Formula::Constant(false) => {}
                _ => of.push(gate),
            }
        }
        match least {
            0 => self.constant(true),
            1 => self.or(of),
            _ if least > of.len() => self.constant(false),
            _ if least == of.len() => self.and(of),
            _ => {
                let written = of.clone();
                of.sort_unstable();
                self.gate_as_written(Formula::AtLeast { least: small(least), of: of.into() }, written)
            }
        }
    }

    /// The amount is `least` or more.
    pub fn reaches(&mut self, amount: Amount, least: u64) -> Gate {
        self.reaches_within(amount, least, SIMPLIFIED_DEPTH)
    }

    fn reaches_within(&mut self, amount: Amount, least: u64, depth: u32) -> Gate {
        if least == 0 {
            return self.constant(true);
        }
        if least > self.most_of(amount) {
            return self.constant(false);
        }
        match self.amount_formula(amount) {
            AmountFormula::ByLevel { element, values } => {
                let (element, values) = (*element, values.clone());
                self.at(element, |level| values[level] >= least)
            }
            AmountFormula::Least(of) if depth > 0 => {
                let of = of.clone();
                let each: Vec<Gate> =
                    of.iter().map(|part| self.reaches_within(*part, least, depth - 1)).collect();
                self.and(each)
            }
            AmountFormula::While { gate, amount } if depth > 0 => {
                let (gate, amount) = (*gate, *amount);
                let enough = self.reaches_within(amount, least, depth - 1);
                self.and([gate, enough])
            }
            _ => self.gate(Formula::Reaches { amount, least }),
        }
    }

    /// What a gate joins, in the order in which it was first written. That order often says what belongs together, and so in which
    /// order a diagram should ask.
    pub(crate) fn as_written(&self, gate: Gate) -> &[Gate] {
        &self.written[gate.index()]
    }

    fn gate(&mut self, formula: Formula) -> Gate {
        self.gate_as_written(formula, Vec::new())
    }

    fn gate_as_written(&mut self, formula: Formula, written: Vec<Gate>) -> Gate {
        let known = self.gates.all.len();
        let gate = Gate(self.gates.place(formula));
        if gate.index() == known {
            self.written.push(written.into());
            self.items.push(Item::Gate(gate));
        }
        gate
    }
}
