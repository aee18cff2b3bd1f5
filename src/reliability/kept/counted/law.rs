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
pub(crate) struct Law {
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

impl Law {
    /// How many values lead the others, and where the first of the others goes, if these are neighbours and all go up or down by the
    /// same. Only 0 can lead. No two neighbours are drawn apart by what is done to them, so the ends decide.
    fn shifted(&self, becomes: impl Fn(u64) -> u64) -> Option<(usize, u64)> {
        let leading = usize::from(self.values.first() == Some(&0));
        let (first, last) = (*self.values.get(leading)?, *self.values.last()?);
        let length = u64::try_from(self.values.len() - leading).ok()?;
        let (start, end) = (becomes(first), becomes(last));
        let is_shifted =
            last - first == length - 1 && start > 0 && end.checked_sub(start) == Some(length - 1);
        is_shifted.then_some((leading, start))
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
pub(crate) fn laws(slots: &[Slot], sources: &[&[f64]], least: u64) -> Vec<Law> {
    let windows = windows(slots, least);
    let mut laws: Vec<Law> = Vec::with_capacity(slots.len());
    for (slot, window) in slots.iter().zip(windows) {
        let (a, b) = slot.reads().map_or((None, None), |(a, b)| (laws.get(a), laws.get(b)));
        laws.push(slot.law(sources, window, a, b));
    }
    laws
}

/// The law of the last slot alone. Laws that have been read are given up, so that long ones do not pile up.
pub(crate) fn last_law(slots: &[Slot], sources: &[&[f64]], least: u64) -> Law {
    let windows = windows(slots, least);
    let mut laws: Vec<Law> = Vec::with_capacity(slots.len());
    for (slot, window) in slots.iter().zip(windows) {
        let (a, b) = slot.reads().map_or_else(Default::default, |(a, b)| {
            (std::mem::take(&mut laws[a]), std::mem::take(&mut laws[b]))
        });
        laws.push(slot.law(sources, window, Some(&a), Some(&b)));
    }
    laws.pop().unwrap_or_default()
}

impl Slot {
    /// Its law, given those of the sources or of the two slots that it reads.
    fn law(&self, sources: &[&[f64]], window: Window, a: Option<&Law>, b: Option<&Law>) -> Law {
        let none = Law::default();
        let (a, b) = (a.unwrap_or(&none), b.unwrap_or(&none));
        match self {
            Self::Fixed(value) => Law { values: vec![window.of(*value)], shares: vec![1.0] },
            Self::Levels { source, values } => {
                let mut adding = Adding::new(values.len(), window);
                for (value, share) in values.iter().zip(sources[*source]) {
                    adding.add(window.of(*value), *share);
                }
                adding.law()
            }
            Self::Sum(..) => joined(a, b, window, u64::saturating_add),
            Self::Least(..) => joined(a, b, window, u64::min),
            Self::While(..) => joined(a, b, window, |a, b| if a > 0 { b } else { 0 }),
        }
    }
}

/// The law of what two independent laws make. The longer one is walked along, so that shares lie close to each other.
fn joined(a: &Law, b: &Law, window: Window, join: impl Fn(u64, u64) -> u64) -> Law {
    let mut adding = Adding::new(a.values.len().saturating_mul(b.values.len()), window);
    if a.values.len() >= b.values.len() {
        for (y, share) in b.values.iter().zip(&b.shares) {
            adding.add_all(a, *share, |x| window.of(join(x, *y)));
        }
    } else {
        for (x, share) in a.values.iter().zip(&a.shares) {
            adding.add_all(b, *share, |y| window.of(join(*x, y)));
        }
    }
    adding.law()
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
        let one = Law { values: vec![value], shares: vec![1.0] };
        self.add_all(&one, share, |value| value);
    }

    /// Adds the shares of a law, times a share, to the values that its values become.
    fn add_all(&mut self, law: &Law, times: f64, becomes: impl Fn(u64) -> u64) {
        let pairs = law.values.iter().zip(&law.shares);
        match self {
            Self::Dense { low, shares, there } => {
                let shifted = law.shifted(&becomes).filter(|(_, start)| start >= low);
                let singly = shifted.map_or(law.values.len(), |(leading, _)| leading);
                let place =
                    |value: u64| value.checked_sub(*low).and_then(|place| usize::try_from(place).ok());
                for (value, share) in pairs.take(singly) {
                    let place = place(becomes(*value)).map_or(0, |place| place + 1);
                    shares[place] += times * share;
                    there[place] = true;
                }
                if let Some(start) = shifted.and_then(|(_, start)| place(start)) {
                    let places = start + 1..start + 1 + law.shares.len() - singly;
                    for (sum, share) in shares[places.clone()].iter_mut().zip(&law.shares[singly..]) {
                        *sum += times * share;
                    }
                    there[places].fill(true);
                }
            }
            Self::Sparse(shares) => {
                for (value, share) in pairs {
                    *shares.entry(becomes(*value)).or_insert(0.0) += times * share;
                }
            }
        }
    }

    fn law(self) -> Law {
        match self {
            Self::Dense { low, shares, there } => {
                let value_at = |place: usize| low.saturating_add(u64::try_from(place).unwrap_or(0)) - 1;
                let known = there.iter().filter(|there| **there).count();
                let first = there.iter().skip(1).position(|there| *there).map(|place| place + 1);
                let last = there.iter().rposition(|there| *there).unwrap_or(0);
                let mut law = Law::default();
                if there[0] {
                    law.values.push(0);
                    law.shares.push(shares[0]);
                }
                match first {
                    // Where most values are there, the others are kept with no share: neighbours are summed up fastest.
                    Some(first) if last - first < 2 * known => {
                        law.values.extend(value_at(first)..=value_at(last));
                        law.shares.extend(&shares[first..=last]);
                    }
                    Some(first) => {
                        for place in (first..=last).filter(|place| there[*place]) {
                            law.values.push(value_at(place));
                            law.shares.push(shares[place]);
                        }
                    }
                    None => {}
                }
                law
            }
            Self::Sparse(shares) => {
                let mut pairs: Vec<(u64, f64)> = shares.into_iter().collect();
                pairs.sort_unstable_by_key(|(value, _)| *value);
                let (values, shares) = pairs.into_iter().unzip();
                Law { values, shares }
            }
        }
    }
}
