//! Timing a case by whatever clock there is, and what is told of it.

use std::fmt;
use std::num::{ParseFloatError, ParseIntError};
use std::str::FromStr;

use crate::Case;

/// Long enough for the clocks of browsers, which are coarse on purpose.
const SAMPLE_MS: f64 = 10.0;

const SAMPLES: usize = 30;

/// Few samples of what takes long: so many at least, and no more after this time.
const FEWEST_SAMPLES: usize = 5;
const ENOUGH_MS: f64 = 3_000.0;

/// How long a case took, and the check of its answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The median over the samples, of one run.
    pub median_ms: f64,
    /// How many samples there were.
    pub samples: usize,
    /// The same wherever all bits of the first answer are.
    pub check: u64,
}

/// Why a text is not what a measurement looks like.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Measures a case by a clock that tells milliseconds.
pub fn measure(case: &Case, now_ms: &mut dyn FnMut() -> f64) -> Measured {
    let mut run = (case.prepare)();
    let check = run.check();
    let mut timed = |runs: u32| {
        let start = now_ms();
        for _ in 0..runs {
            run.run();
        }
        now_ms() - start
    };
    // Ever more runs until they take long enough; the first ones also warm up.
    let mut runs = 1;
    let mut took = timed(runs);
    while took < SAMPLE_MS {
        let wanted = f64::from(runs) * (1.2 * SAMPLE_MS / took.max(0.1)).clamp(1.5, 20.0);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "some millions at the most"
        )]
        let more = wanted as u32 + 1;
        runs = more;
        took = timed(runs);
    }
    let mut samples = Vec::new();
    let mut spent = 0.0;
    while samples.len() < FEWEST_SAMPLES || (samples.len() < SAMPLES && spent < ENOUGH_MS) {
        let took = timed(runs);
        spent += took;
        samples.push(took / f64::from(runs));
    }
    Measured { median_ms: median(&mut samples), samples: samples.len(), check }
}

/// Of an even number the mean of the two in the middle.
fn median(samples: &mut [f64]) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    let (low, high) = (samples.len().saturating_sub(1) / 2, samples.len() / 2);
    f64::midpoint(samples[low], samples[high])
}

/// What a measuring program answers to the number of a case.
pub fn answer(cases: &[Case], number: &str, now_ms: &mut dyn FnMut() -> f64) -> String {
    match number.trim().parse().ok().and_then(|number: usize| cases.get(number)) {
        Some(case) => measure(case, now_ms).to_string(),
        None => format!("there is no case {number}"),
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} {} {:016x}", self.median_ms, self.samples, self.check)
    }
}

impl FromStr for Measured {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let [median, samples, check] = words[..] else { return Err(Unreadable) };
        Ok(Self {
            median_ms: median.parse()?,
            samples: samples.parse()?,
            check: u64::from_str_radix(check, 16)?,
        })
    }
}

impl From<ParseFloatError> for Unreadable {
    fn from(_: ParseFloatError) -> Self {
        Self
    }
}

impl From<ParseIntError> for Unreadable {
    fn from(_: ParseIntError) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Bench;
    use crate::run::run;

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(&mut [3.0, 1.0, 100.0]) - 3.0).abs() < 1e-12);
        assert!((median(&mut [4.0, 1.0, 100.0, 2.0]) - 3.0).abs() < 1e-12);
    }

    /// By this clock every run takes a quarter of a millisecond.
    #[test]
    fn runs_are_repeated_until_the_clock_can_tell() {
        use std::cell::Cell;
        thread_local!(static RUNS: Cell<u32> = const { Cell::new(0) });
        let case = Case::new(Bench::Chains, "counted", || run(|| RUNS.set(RUNS.get() + 1)));
        let mut now = || f64::from(RUNS.get()) * 0.25;
        let measured = measure(&case, &mut now);
        assert_eq!((measured.median_ms, measured.samples), (0.25, SAMPLES));
        assert!(RUNS.get() > 40 * 30, "ten milliseconds for each of thirty samples");
    }

    #[test]
    fn what_was_measured_survives_being_told() {
        let measured = Measured { median_ms: 0.1, samples: 30, check: u64::MAX / 3 };
        assert_eq!(measured.to_string().parse(), Ok(measured));
        for wrong in ["", "there is no case 9", "1 2", "1 2 xyz"] {
            assert_eq!(wrong.parse::<Measured>(), Err(Unreadable), "{wrong}");
        }
        assert!(answer(&[], "0", &mut || 0.0).parse::<Measured>().is_err());
    }
}
