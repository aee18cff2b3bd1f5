//! The distribution of each slot.

#![allow(
    clippy::indexing_slicing,
    reason = "slots read earlier slots, and places are counted from the values themselves"
)]

use rustc_hash::FxHashMap;

use super::super::chance::Truth;
use super::Slot;

/// Values, ascending, with their shares of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Law {
    pub values: Vec<u64>,
    pub shares: Vec<f64>,
}

impl Law {
    /// How likely the value is `least` or more.
    pub fn truth(&self, least: u64) -> Truth {
        let sum = |wanted: bool| {
            self.values
                .iter()
                .zip(&self.shares)
                .filter(|(value, _)| (**value >= least) == wanted)
                .map(|(_, share)| share)
                .sum()
        };
        Truth { is_true: sum(true), is_false: sum(false) }
    }
}

/// The values of a slot that matter: `high` is as good as anything above it, and 0 as bad as anything below `low`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub low: u64,
    pub high: u64,
}

impl Window {
    pub fn of(self, value: u64) -> u64 {
        if value < self.low { 0 } else { value.min(self.high) }
    }
}

impl Slot {
    /// What two values make; never less where either is larger.
    pub fn joined(&self, a: u64, b: u64) -> u64 {
        match self {
            Self::Sum(..) => a.saturating_add(b),
            Self::Least(..) => a.min(b),
            Self::While(..) => {
                if a > 0 {
                    b
                } else {
                    0
                }
            }
            Self::Fixed(_) | Self::Levels { .. } => a,
        }
    }

    /// The slots that it reads.
    pub fn reads(&self) -> Option<(usize, usize)> {
        match *self {
            Self::Sum(a, b) | Self::Least(a, b) | Self::While(a, b) => Some((a, b)),
            Self::Fixed(_) | Self::Levels { .. } => None,
        }
    }
}

/// What of each slot matters for whether the last one is `least` or more; with 0 every value does.
pub(super) fn windows(slots: &[Slot], least: u64) -> Vec<Window> {
    let mut most: Vec<u64> = Vec::with_capacity(slots.len());
    for slot in slots {
        most.push(match slot {
            Slot::Fixed(value) => *value,
            Slot::Levels { values, .. } => values.iter().copied().max().unwrap_or(0),
            Slot::While(_, b) => most[*b],
            Slot::Sum(a, b) | Slot::Least(a, b) => slot.joined(most[*a], most[*b]),
        });
    }
    let mut windows: Vec<Window> = most.iter().map(|most| Window { low: 0, high: *most }).collect();
    if least == 0 {
        return windows;
    }
    if let Some(last) = windows.last_mut() {
        *last = Window { low: least, high: least };
    }
    for (place, slot) in slots.iter().enumerate().rev() {
        let Window { low, high } = windows[place];
        match *slot {
            Slot::Sum(a, b) => {
                windows[a] = Window { low: low.saturating_sub(most[b]), high };
                windows[b] = Window { low: low.saturating_sub(most[a]), high };
            }
            Slot::Least(a, b) => {
                windows[a] = windows[place];
                windows[b] = windows[place];
            }
            Slot::While(_, b) => windows[b] = windows[place],
            Slot::Fixed(_) | Slot::Levels { .. } => {}
        }
    }
    windows
}

/// The law of every slot, given those of the sources. Only what matters for the last one being `least` or more is told apart; with
/// 0 every value is.
pub(in super::super) fn laws(slots: &[Slot], sources: &[&[f64]], least: u64) -> Vec<Law> {
    let windows = windows(slots, least);
    let mut laws: Vec<Law> = Vec::with_capacity(slots.len());
    for (slot, window) in slots.iter().zip(windows) {
        let law = match slot {
            Slot::Fixed(value) => Law { values: vec![window.of(*value)], shares: vec![1.0] },
            Slot::Levels { source, values } => {
                let mut adding = Adding::new(values.len(), window);
                for (value, share) in values.iter().zip(sources[*source]) {
                    adding.add(window.of(*value), *share);
                }
                adding.law()
            }
            Slot::Sum(a, b) | Slot::Least(a, b) | Slot::While(a, b) => {
                let (a, b) = (&laws[*a], &laws[*b]);
                let mut adding = Adding::new(a.values.len().saturating_mul(b.values.len()), window);
                for (x, x_share) in a.values.iter().zip(&a.shares) {
                    for (y, y_share) in b.values.iter().zip(&b.shares) {
                        adding.add(window.of(slot.joined(*x, *y)), x_share * y_share);
                    }
                }
                adding.law()
            }
        };
        laws.push(law);
    }
    laws
}

/// Shares gathered by value.
enum Adding {
    /// For each value from `low` on, and for 0 at the first place.
    Dense {
        low: u64,
        shares: Vec<f64>,
        there: Vec<bool>,
    },
    Sparse(FxHashMap<u64, f64>),
}

impl Adding {
    /// For so many additions of values within the window.
    fn new(additions: usize, window: Window) -> Self {
        let width = window.high.saturating_sub(window.low).saturating_add(2);
        match usize::try_from(width) {
            Ok(width) if width <= additions.saturating_mul(4).saturating_add(64) => {
                Self::Dense { low: window.low, shares: vec![0.0; width], there: vec![false; width] }
            }
            _ => Self::Sparse(FxHashMap::default()),
        }
    }

    fn add(&mut self, value: u64, share: f64) {
        match self {
            Self::Dense { low, shares, there } => {
                let place =
                    if value < *low { 0 } else { usize::try_from(value - *low).map_or(0, |place| place + 1) };
                shares[place] += share;
                there[place] = true;
            }
            Self::Sparse(shares) => *shares.entry(value).or_insert(0.0) += share,
        }
    }

    fn law(self) -> Law {
        let mut law = Law::default();
        match self {
            Self::Dense { low, shares, there } => {
                let values = std::iter::once(0).chain(low..);
                for ((value, share), _) in values.zip(shares).zip(there).filter(|(_, there)| *there) {
                    law.values.push(value);
                    law.shares.push(share);
                }
            }
            Self::Sparse(shares) => {
                let mut pairs: Vec<(u64, f64)> = shares.into_iter().collect();
                pairs.sort_unstable_by_key(|(value, _)| *value);
                (law.values, law.shares) = pairs.into_iter().unzip();
            }
        }
        law
    }
}
