//! How many tests passed and failed, read from what the test runners print.

use std::ops::AddAssign;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// The sum of all lines such as `test result: ok. 12 passed; 0 failed; …`.
    pub(crate) fn of(printed: &str) -> Self {
        let mut sum = Self::default();
        for line in printed.lines().filter_map(|line| Some(line.split_once("test result: ")?.1)) {
            sum += Self { passed: number_before(line, "passed"), failed: number_before(line, "failed") };
        }
        sum
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let pair = words.windows(2).find(|pair| pair.last() == Some(&word));
    pair.and_then(|pair| pair.first()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_result_lines_are_summed() {
        let printed = "\
running 2 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 filtered out; finished in 0.10s
";
        assert_eq!(Tally::of(printed), Tally { passed: 12, failed: 3 });
        assert_eq!(Tally::of("no tests to run!"), Tally::default());
    }
}
