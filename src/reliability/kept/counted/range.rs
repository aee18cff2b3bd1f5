//! Sums of neighbours without subtraction.

#![allow(clippy::indexing_slicing, reason = "places are below the length of the tree")]

/// Numbers, none negative, of which any neighbours can be summed up in few additions: a tree of sums of two.
pub(super) struct Ranges {
    leaves: usize,
    sums: Vec<f64>,
}

impl Ranges {
    pub fn new(numbers: &[f64]) -> Self {
        let leaves = numbers.len();
        let mut sums = vec![0.0; 2 * leaves];
        sums[leaves..].copy_from_slice(numbers);
        for place in (1..leaves).rev() {
            sums[place] = sums[2 * place] + sums[2 * place + 1];
        }
        Self { leaves, sums }
    }

    /// The sum from one place up to, but not including, another.
    pub fn sum(&self, from: usize, to: usize) -> f64 {
        let (mut from, mut to) = (from + self.leaves, to.min(self.leaves) + self.leaves);
        let mut sum = 0.0;
        while from < to {
            if from % 2 == 1 {
                sum += self.sums[from];
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                sum += self.sums[to];
            }
            from /= 2;
            to /= 2;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_neighbours_are_summed_up() {
        for length in 0..20_u32 {
            let numbers: Vec<f64> = (0..length).map(|place| f64::from(1 << place)).collect();
            let ranges = Ranges::new(&numbers);
            for from in 0..numbers.len() {
                for to in from..=numbers.len() {
                    let expected: f64 = numbers[from..to].iter().sum();
                    assert!((ranges.sum(from, to) - expected).abs() < f64::EPSILON, "{length} {from} {to}");
                }
            }
        }
    }
}
