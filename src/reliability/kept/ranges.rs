//! Adding to many neighbours at once, without subtraction.

#![allow(clippy::indexing_slicing, reason = "places are below the length of the tree")]

/// Numbers that start at 0. What is added to a range stays at few nodes of a tree until all is summed up.
pub(super) struct Ranges {
    leaves: usize,
    added: Vec<[f64; 2]>,
}

impl Ranges {
    pub fn new(leaves: usize) -> Self {
        Self { leaves, added: vec![[0.0; 2]; 2 * leaves] }
    }

    /// Adds to the numbers from one place up to, but not including, another.
    pub fn add(&mut self, from: usize, to: usize, what: [f64; 2]) {
        let (mut from, mut to) = (from + self.leaves, to + self.leaves);
        let mut put = |place: usize| {
            self.added[place][0] += what[0];
            self.added[place][1] += what[1];
        };
        while from < to {
            if from % 2 == 1 {
                put(from);
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                put(to);
            }
            from /= 2;
            to /= 2;
        }
    }

    /// All numbers.
    pub fn sums(mut self) -> Vec<[f64; 2]> {
        for place in 2..self.added.len() {
            let above = self.added[place / 2];
            self.added[place][0] += above[0];
            self.added[place][1] += above[1];
        }
        self.added.split_off(self.leaves)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_to_a_range_is_added_to_each_of_it() {
        for leaves in 0..12_usize {
            let mut ranges = Ranges::new(leaves);
            let mut plain = vec![[0.0; 2]; leaves];
            for (from, to) in (0..leaves).flat_map(|from| (from..=leaves).map(move |to| (from, to))) {
                let what = [1.0, f64::from(u32::try_from(from * 13 + to).unwrap())];
                ranges.add(from, to, what);
                for number in &mut plain[from..to] {
                    number[0] += what[0];
                    number[1] += what[1];
                }
            }
            assert_eq!(ranges.sums(), plain, "{leaves}");
        }
    }
}
