//! Rates between all pairs of a few states.

#![allow(clippy::indexing_slicing, reason = "every index is a place below the size")]

use super::watch::Watch;
use crate::reliability::ModelError;

/// So many states are removed from all rows before the next: their rows stay in the processor's cache meanwhile.
const PANEL: usize = 32;

/// Sums of rates below this may lack digits of numbers that vanished.
const SMALL: f64 = 1e-280;

/// A square table of rates, row by row; those from a state to itself mean nothing.
#[derive(Default)]
pub(super) struct Dense {
    size: usize,
    rates: Vec<f64>,
}

impl Dense {
    /// Becomes a table of so many states, all rates 0.
    pub(super) fn clear(&mut self, size: usize) {
        self.size = size;
        self.rates.clear();
        self.rates.resize(size * size, 0.0);
    }

    pub(super) fn add(&mut self, from: usize, to: usize, rate: f64) {
        self.rates[from * self.size + to] += rate;
    }

    /// Adds a table of the rates between some of the states.
    pub(super) fn add_block(&mut self, places: &[usize], block: &[f64]) {
        if places.is_empty() {
            return;
        }
        for (row, &from) in block.chunks_exact(places.len()).zip(places) {
            let here = &mut self.rates[from * self.size..(from + 1) * self.size];
            for (rate, &to) in row.iter().zip(places) {
                here[to] += rate;
            }
        }
    }

    /// The rates between the states from a place on.
    pub(super) fn block(&self, from: usize) -> Vec<f64> {
        let rows = self.rates.chunks_exact(self.size.max(1)).skip(from);
        rows.flat_map(|row| &row[from..]).copied().collect()
    }

    /// Removes the first states: afterwards the rates between the others include the ways through them.
    ///
    /// Gives, for each removed one, the rates to it from the states behind it over the rate at which it is left towards them;
    /// an error if one of these is not a number to compute with.
    pub(super) fn remove(&mut self, count: usize, watch: &Watch<'_>) -> Result<Vec<f64>, ModelError> {
        let size = self.size;
        let mut leaving = Vec::with_capacity(count);
        for start in (0..count).step_by(PANEL) {
            let end = (start + PANEL).min(count);
            for place in start..end {
                let (above, here) = self.rates.split_at_mut(place * size);
                let row = &mut here[..size];
                watch.spend((place - start) * size)?;
                pass_through(row, &above[start * size..], start, size);
                // From here on the row holds the chances of where it is left to.
                let sum: f64 = row[place + 1..].iter().sum();
                if !(sum > SMALL && sum.is_finite()) {
                    return Err(ModelError::RatesTooFarApart);
                }
                for rate in &mut row[place + 1..] {
                    *rate /= sum;
                }
                leaving.push(sum);
            }
            let (above, below) = self.rates.split_at_mut(end * size);
            for row in below.chunks_exact_mut(size) {
                watch.spend((end - start) * (size - start))?;
                pass_through(row, &above[start * size..], start, size);
            }
        }
        let mut ratios = Vec::with_capacity(count * size);
        for (place, leaving) in leaving.iter().enumerate() {
            let column = self.rates[(place + 1) * size..].chunks_exact(size).map(|row| row[place] / leaving);
            let before = ratios.len();
            ratios.extend(column);
            if ratios[before..].iter().any(|ratio| !ratio.is_finite()) {
                return Err(ModelError::RatesTooFarApart);
            }
        }
        Ok(ratios)
    }
}

/// Adds to a row the ways through the states of a panel, whose rows follow each other from place `start` on.
///
/// Four states at a time, so that the row is read and written less often.
fn pass_through(row: &mut [f64], panel: &[f64], start: usize, size: usize) {
    let mut place = start;
    for four in panel.chunks(4 * size) {
        let count = four.len() / size;
        if count < 4 {
            for through in four.chunks_exact(size) {
                let coming = row[place];
                add_share(&mut row[place + 1..], coming, &through[place + 1..]);
                place += 1;
            }
            continue;
        }
        let behind = place + 4;
        // What comes to the later ones by way of the earlier ones first.
        for (index, through) in four.chunks_exact(size).enumerate() {
            let here = place + index;
            let coming = row[here];
            add_share(&mut row[here + 1..behind], coming, &through[here + 1..behind]);
        }
        let [a, b, c, d] = [0, 1, 2, 3].map(|index| row[place + index]);
        if a + b + c + d > 0.0 {
            let [first, second, third, fourth] =
                [0, 1, 2, 3].map(|index| &four[index * size + behind..(index + 1) * size]);
            for ((((rate, p), q), r), s) in
                row[behind..].iter_mut().zip(first).zip(second).zip(third).zip(fourth)
            {
                *rate += (a * p + b * q) + (c * r + d * s);
            }
        }
        place = behind;
    }
}

fn add_share(row: &mut [f64], coming: f64, chances: &[f64]) {
    if coming > 0.0 {
        for (rate, chance) in row.iter_mut().zip(chances) {
            *rate += coming * chance;
        }
    }
}
