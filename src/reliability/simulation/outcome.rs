//! What a simulation says.

use super::account::{Cycles, Year};
use super::interval::{Interval, RatioSums, wilson};
use super::{Confidence, Start};

/// How many batches the years from the steady state are put into, at least if there are as many years.
const BATCHES: usize = 32;
/// From how many cycles on they are preferred to batches.
const ENOUGH_CYCLES: u64 = 1_000;

/// How an interval was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The ratio estimator over cycles from one moment to the next at which everything is good; all times are exponential.
    Regenerative {
        /// How many cycles.
        cycles: u64,
    },
    /// The ratio estimator over batches of years that follow each other.
    BatchMeans {
        /// How many batches.
        batches: u64,
    },
    /// The ratio estimator over histories of a year each, all independent.
    IndependentHistories {
        /// How many histories.
        histories: u64,
    },
}

/// A long-run mean, or that of a first year if histories begin with all up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Its confidence interval; none if too little was seen for one.
    pub interval: Option<Interval>,
    /// How both were found.
    pub method: Method,
    /// The level of confidence.
    pub confidence: Confidence,
}

/// How likely it is that a year keeps to a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// The share of simulated years that did.
    pub share: f64,
    /// Wilson's interval; years from the steady state count as independent of each other.
    pub interval: Interval,
    /// How many years were simulated.
    pub years: usize,
    /// The level of confidence.
    pub confidence: Confidence,
}

/// A range of values, from its lower end up to but without its upper one; the last one with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The lower end.
    pub from: f64,
    /// The upper end.
    pub to: f64,
    /// How many years had a value in it.
    pub years: usize,
}

/// How a figure of a year is distributed over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    ascending: Vec<f64>,
}

impl Spread {
    fn new(values: impl Iterator<Item = f64>) -> Self {
        let mut ascending: Vec<f64> = values.collect();
        ascending.sort_unstable_by(f64::total_cmp);
        Self { ascending }
    }

    /// The value of each year, ascending.
    pub fn ascending(&self) -> &[f64] {
        &self.ascending
    }

    /// The least value that such a share of the years does not exceed; 0 without years.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of years"
    )]
    pub fn percentile(&self, share: f64) -> f64 {
        let rank = libm::ceil(share.clamp(0.0, 1.0) * self.ascending.len() as f64) as usize;
        let last = self.ascending.len().saturating_sub(1);
        self.ascending.get(rank.saturating_sub(1).min(last)).copied().unwrap_or(0.0)
    }

    /// The mean over the years; 0 without years.
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    pub fn mean(&self) -> f64 {
        self.ascending.iter().sum::<f64>() / self.ascending.len().max(1) as f64
    }

    /// In how many years it was at most this.
    pub fn years_within(&self, limit: f64) -> usize {
        self.ascending.partition_point(|value| *value <= limit)
    }

    /// So many ranges of equal width, from 0 to the largest value.
    #[allow(clippy::cast_precision_loss, reason = "a count of ranges")]
    pub fn histogram(&self, bins: usize) -> Vec<Bin> {
        let most = self.ascending.last().copied().unwrap_or(0.0);
        let end = |bin: usize| most * bin as f64 / bins as f64;
        let below = |limit: f64| self.ascending.partition_point(|value| *value < limit);
        let count = |bin: usize| if bin == bins { self.ascending.len() } else { below(end(bin)) };
        (0..bins)
            .map(|bin| Bin { from: end(bin), to: end(bin + 1), years: count(bin + 1) - count(bin) })
            .collect()
    }
}

/// What a simulation says, for the years simulated so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub(super) years: Vec<Year>,
    /// How many of the years each stream gave, in their order.
    pub(super) parts: Vec<usize>,
    pub(super) cycles: Cycles,
    pub(super) events: u64,
    pub(super) start: Start,
    pub(super) confidence: Confidence,
}

impl Outcome {
    /// All years, stream by stream.
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// How many events changed something.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The hours down in a year, of those that count.
    pub fn downtime_hours(&self) -> Spread {
        Spread::new(self.years.iter().map(|year| year.downtime_hours))
    }

    /// The hours of a year's longest outage, 0 in a year without.
    pub fn longest_outage_hours(&self) -> Spread {
        Spread::new(self.years.iter().map(|year| year.longest_outage_hours))
    }

    /// The number of outages in a year.
    pub fn outages(&self) -> Spread {
        Spread::new(self.years.iter().map(|year| f64::from(year.outages)))
    }

    /// How much the amount is short of its value with everything good over a year, in hours that count.
    pub fn shortfall_hours(&self) -> Spread {
        Spread::new(self.years.iter().map(|year| year.shortfall_hours))
    }

    /// The chance that a year has so many hours of downtime at most.
    pub fn chance_within(&self, downtime_hours: f64) -> Chance {
        self.chance(|year| year.downtime_hours <= downtime_hours)
    }

    /// The chance that a year is as wanted.
    #[allow(clippy::cast_precision_loss, reason = "a count of years")]
    pub fn chance(&self, wanted: impl Fn(&Year) -> bool) -> Chance {
        let years = self.years.len();
        let within = self.years.iter().filter(|year| wanted(year)).count();
        let share = within as f64 / years.max(1) as f64;
        Chance { share, interval: wilson(within, years, self.confidence), years, confidence: self.confidence }
    }

    /// The share of time down, of the hours that count.
    pub fn unavailability(&self) -> Estimate {
        self.estimate(&self.cycles.downtime, |year| year.downtime_hours)
    }

    /// Outages per hour that counts.
    pub fn failures_per_hour(&self) -> Estimate {
        self.estimate(&self.cycles.outages, |year| f64::from(year.outages))
    }

    /// How much the amount is short of its value with everything good, a mean over the hours that count; 0 without an amount.
    pub fn shortfall(&self) -> Estimate {
        self.estimate(&self.cycles.shortfall, |year| year.shortfall_hours)
    }

    fn estimate(&self, cycles: &RatioSums, figure: impl Fn(&Year) -> f64) -> Estimate {
        let (sums, method) = if self.start == Start::AllUp {
            let sums = batches(&self.years, self.years.len(), &figure);
            (sums, Method::IndependentHistories { histories: sums.pairs })
        } else if cycles.pairs >= ENOUGH_CYCLES {
            (*cycles, Method::Regenerative { cycles: cycles.pairs })
        } else {
            let mut sums = RatioSums::default();
            let mut rest = &self.years[..];
            for &part in &self.parts {
                let (years, others) = rest.split_at(part.min(rest.len()));
                sums.merge(&batches(years, BATCHES.div_ceil(self.parts.len()), &figure));
                rest = others;
            }
            (sums, Method::BatchMeans { batches: sums.pairs })
        };
        Estimate {
            value: sums.ratio(),
            interval: sums.interval(self.confidence),
            method,
            confidence: self.confidence,
        }
    }
}

/// Sums over so many batches of years that follow each other, their lengths differing by one at most.
fn batches(years: &[Year], wanted: usize, figure: impl Fn(&Year) -> f64) -> RatioSums {
    let mut sums = RatioSums::default();
    let count = wanted.min(years.len());
    let mut rest = years;
    for batch in 0..count {
        let (taken, others) = rest.split_at(rest.len() / (count - batch));
        sums.add(taken.iter().map(&figure).sum(), taken.iter().map(|year| year.hours).sum());
        rest = others;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_and_bins_count_years() {
        let spread = Spread::new([4.0, 0.0, 1.0, 0.0, 10.0].into_iter());
        for (share, value) in
            [(0.0, 0.0), (0.4, 0.0), (0.5, 1.0), (0.6, 1.0), (0.8, 4.0), (0.81, 10.0), (1.0, 10.0)]
        {
            assert!((spread.percentile(share) - value).abs() < 1e-12, "{share}");
        }
        assert!((spread.mean() - 3.0).abs() < 1e-12);
        assert_eq!([0.0, 0.5, 4.0, 99.0].map(|limit| spread.years_within(limit)), [2, 2, 4, 5]);
        let bins = spread.histogram(5);
        assert_eq!(bins.iter().map(|bin| bin.years).collect::<Vec<_>>(), [3, 0, 1, 0, 1]);
        assert_eq!(bins[2], Bin { from: 4.0, to: 6.0, years: 1 });
    }

    #[test]
    fn without_years_nothing_is_said() {
        let spread = Spread::new(std::iter::empty());
        assert_eq!((spread.percentile(0.5), spread.mean(), spread.years_within(1.0)), (0.0, 0.0, 0));
        assert_eq!(spread.histogram(2).iter().map(|bin| bin.years).sum::<usize>(), 0);
    }

    #[test]
    fn all_years_are_in_one_batch() {
        let year = |hours| Year { downtime_hours: hours, hours: 8_760.0, ..Year::default() };
        let years: Vec<Year> = (0_u8..10).map(|number| year(f64::from(number))).collect();
        let sums = batches(&years, 4, |year| year.downtime_hours);
        assert_eq!(sums.pairs, 4);
        assert!((sums.x - 45.0).abs() < 1e-12 && (sums.l - 87_600.0).abs() < 1e-6);
        assert_eq!(batches(&years, 40, |year| year.downtime_hours).pairs, 10);
    }
}
