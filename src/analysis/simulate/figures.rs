//! From simulated years to figures.

use std::rc::Rc;

use super::{MINUTES_PER_YEAR, SingleYears};
use crate::catalog::figure::{Figure, Unit};
use crate::decimal::{fixed, in_thousands};
use crate::reliability::{
    Chance, ConfidenceInterval as Interval, Estimate, IntervalMethod, Outcome, Spread, YEAR_HOURS,
};

/// A simulated mean beside the exact long-run figure.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulatedMean {
    /// The mean over the simulated years.
    pub mean: Rc<Figure>,
    /// Between which values the true mean lies, with the level of confidence asked for; none where too little was seen to say so.
    pub interval: Option<Interval>,
    /// What it comes to in the long run, exactly.
    pub exact: Rc<Figure>,
}

impl SimulatedMean {
    /// Whether the exact figure lies within the interval; none without one.
    pub fn agrees(&self) -> Option<bool> {
        let exact = self.exact.value;
        self.interval.map(|interval| (interval.low..=interval.high).contains(&exact))
    }
}

/// What the simulated years say.
#[derive(Debug, Clone, PartialEq)]
pub struct YearFigures {
    /// Years simulated so far.
    pub years: u32,
    /// Years wanted.
    pub years_wanted: u32,
    /// From which random numbers.
    pub seed: u32,
    /// Events that changed something in them.
    pub events: u64,
    /// The level of confidence of all intervals.
    pub confidence: f64,
    /// What a user loses in each of the years in minutes, but for reconnecting, ascending.
    pub lost_minutes: Vec<f64>,
    /// What half of the years stay within.
    pub median: Rc<Figure>,
    /// What nineteen years of twenty stay within.
    pub bad_year: Rc<Figure>,
    /// The worst year seen.
    pub worst: Rc<Figure>,
    /// The mean year.
    pub lost: SimulatedMean,
    /// The share of a year in which a user is to be served.
    pub target: Rc<Figure>,
    /// Minutes that a user may lose for it, but for reconnecting.
    pub limit: Rc<Figure>,
    /// Minutes that reconnecting takes in a year in the long run.
    pub reconnecting: Rc<Figure>,
    /// How likely a year stays within.
    pub chance: Rc<Figure>,
    /// Between which values that chance lies.
    pub chance_interval: Interval,
    /// Outages in a year.
    pub outages: SimulatedMean,
    /// How likely a year has no outage at all.
    pub no_outage: Rc<Figure>,
    /// The longest outage that half of the years stay within, in minutes.
    pub longest_median: Rc<Figure>,
    /// The one that nineteen years of twenty stay within.
    pub longest_bad: Rc<Figure>,
    /// The longest one seen.
    pub longest_worst: Rc<Figure>,
}

impl YearFigures {
    /// All figures, in the order in which they are shown.
    pub fn all(&self) -> [&Rc<Figure>; 13] {
        [
            &self.chance,
            &self.median,
            &self.bad_year,
            &self.worst,
            &self.lost.mean,
            &self.lost.exact,
            &self.no_outage,
            &self.outages.mean,
            &self.outages.exact,
            &self.longest_median,
            &self.longest_bad,
            &self.longest_worst,
            &self.limit,
        ]
    }
}

impl SingleYears {
    /// What the years simulated so far say; there is one at least.
    pub(super) fn said(&self) -> YearFigures {
        let outcome = self.simulation.outcome();
        let users = self.exact.demand.value;
        let lost = outcome.shortfall_hours();
        let minutes = |user_hours: f64| user_hours / users * 60.0;
        let limit_minutes = self.exact.limit.value;
        let chance = outcome.chance(|year| minutes(year.shortfall_hours) <= limit_minutes);
        let calm = outcome.chance(|year| year.outages == 0);
        let longest = outcome.longest_outage_hours();
        let of = Telling { ending: self.ending(&outcome), inputs: vec![Rc::clone(&self.exact.demand)] };
        let a_user_loses = |name: &str, what: &str, user_hours: f64| {
            let formula = format!("{what} of: Σ users not served · time / users, year by year");
            of.figure(name, minutes(user_hours), Unit::MinutesPerUserYear, &formula)
        };
        let outage_of = |name: &str, what: &str, spread: &Spread, share: f64| {
            let formula = format!("{what} of each year's longest time in which nobody at all is served");
            of.figure(name, spread.percentile(share) * 60.0, Unit::Minutes, &formula)
        };
        let per_user = MINUTES_PER_YEAR / users;
        let (lost_mean, outages) = (outcome.shortfall(), outcome.failures_per_hour());
        let chance_formula = format!(
            "years in which a user loses no more than is allowed / years; {} by Wilson's interval",
            percent_interval(&chance)
        );
        let calm_formula =
            format!("years without an outage / years; {} by Wilson's interval", percent_interval(&calm));
        YearFigures {
            years: count(outcome.years().len()),
            years_wanted: self.settings.years,
            seed: self.settings.seed,
            events: outcome.events(),
            confidence: self.settings.confidence.level(),
            median: a_user_loses("Half of the years stay within", "median", lost.percentile(0.5)),
            bad_year: a_user_loses(
                "Nineteen years of twenty stay within",
                "95th percentile",
                lost.percentile(0.95),
            ),
            worst: a_user_loses("The worst year seen", "largest", lost.percentile(1.0)),
            lost: of.mean(
                "Mean over the simulated years",
                &lost_mean,
                per_user,
                Unit::MinutesPerUserYear,
                "Σ users not served · time / users / years",
                &self.exact.lost,
            ),
            outages: of.mean(
                "Outages a year",
                &outages,
                YEAR_HOURS,
                Unit::PerYear,
                "times at which the last user stops being served / years",
                &self.exact.outages,
            ),
            chance: Figure::computed(
                "Chance that a year meets the target",
                chance.share,
                Unit::Share,
                format!("{chance_formula}{}", of.ending),
                vec![Rc::clone(&self.exact.limit)],
            ),
            chance_interval: chance.interval,
            no_outage: of.figure(
                "Chance of a year without an outage",
                calm.share,
                Unit::Share,
                &calm_formula,
            ),
            longest_median: outage_of("Longest outage, half of the years", "median", &longest, 0.5),
            longest_bad: outage_of(
                "Longest outage, nineteen years of twenty",
                "95th percentile",
                &longest,
                0.95,
            ),
            longest_worst: outage_of("The longest outage seen", "largest", &longest, 1.0),
            lost_minutes: lost.ascending().iter().map(|hours| minutes(*hours)).collect(),
            target: Rc::clone(&self.exact.target),
            limit: Rc::clone(&self.exact.limit),
            reconnecting: Rc::clone(&self.exact.reconnecting),
        }
    }

    /// What every formula says of where its numbers come from.
    fn ending(&self, outcome: &Outcome) -> String {
        format!(
            "; simulated: {} years from the steady state, seed {}, {} events; without reconnecting",
            in_thousands(&outcome.years().len().to_string()),
            self.settings.seed,
            in_thousands(&outcome.events().to_string()),
        )
    }
}

/// What figures of one simulation have in common.
struct Telling {
    ending: String,
    inputs: Vec<Rc<Figure>>,
}

impl Telling {
    fn figure(&self, name: &str, value: f64, unit: Unit, formula: &str) -> Rc<Figure> {
        Figure::computed(name, value, unit, format!("{formula}{}", self.ending), self.inputs.clone())
    }

    /// A mean, so many times as large as estimated.
    fn mean(
        &self,
        name: &str,
        estimate: &Estimate,
        times: f64,
        unit: Unit,
        formula: &str,
        exact: &Rc<Figure>,
    ) -> SimulatedMean {
        let interval =
            estimate.interval.map(|Interval { low, high }| Interval { low: low * times, high: high * times });
        let formula = format!("{formula}; {}", interval_in_words(estimate, interval));
        let mean = self.figure(name, estimate.value * times, unit, &formula);
        SimulatedMean { mean, interval, exact: Rc::clone(exact) }
    }
}

fn interval_in_words(estimate: &Estimate, interval: Option<Interval>) -> String {
    let Some(Interval { low, high }) = interval else { return "too little seen for an interval".into() };
    let by = match estimate.method {
        IntervalMethod::Regenerative { cycles } => {
            format!("the regenerative method over {} cycles", in_thousands(&cycles.to_string()))
        }
        IntervalMethod::BatchMeans { batches } => format!("batch means over {batches} batches"),
        IntervalMethod::IndependentHistories { histories } => format!("{histories} independent histories"),
    };
    let level = 100.0 * estimate.confidence.level();
    format!("{level} % interval {} to {} by {by}", digits(low), digits(high))
}

fn percent_interval(chance: &Chance) -> String {
    let Interval { low, high } = chance.interval;
    let level = 100.0 * chance.confidence.level();
    format!("{level} % interval {} to {} %", digits(100.0 * low), digits(100.0 * high))
}

/// A number with about four digits, none of them an exponent.
fn digits(number: f64) -> String {
    let decimals = match number.abs() {
        size if size >= 1_000.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 10.0 => 2,
        size if size >= 1.0 => 3,
        _ => 5,
    };
    fixed(number, decimals)
}

fn count(years: usize) -> u32 {
    u32::try_from(years).unwrap_or(u32::MAX)
}
