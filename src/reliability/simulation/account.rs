//! What is noted while time passes: years, and cycles from one good moment to the next.

use super::ServiceHours;
use super::interval::RatioSums;

/// What one simulated year was like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Year {
    /// Hours down, of those that count.
    pub downtime_hours: f64,
    /// The hours of the longest outage, or of the part of it in this year, of those that count.
    pub longest_outage_hours: f64,
    /// How many outages there were; one that reaches over the end of the year is of the year of its first hour that counts.
    pub outages: u32,
    /// The integral of what the amount was short of its value with everything good, in hours that count.
    pub shortfall_hours: f64,
    /// Hours that count: 8,760 without service hours.
    pub hours: f64,
}

/// Sums over cycles.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cycles {
    pub(super) downtime: RatioSums,
    pub(super) outages: RatioSums,
    pub(super) shortfall: RatioSums,
}

impl Cycles {
    pub(super) fn merge(&mut self, other: &Self) {
        self.downtime.merge(&other.downtime);
        self.outages.merge(&other.outages);
        self.shortfall.merge(&other.shortfall);
    }
}

#[derive(Clone, Copy, Debug)]
struct Cycle {
    start: f64,
    downtime: f64,
    outages: f64,
    shortfall: f64,
}

/// The books of one stream.
#[derive(Clone, Debug)]
pub(super) struct Account {
    service_hours: Option<ServiceHours>,
    failed: bool,
    shortfall: f64,
    /// Up to when everything is noted.
    since: f64,
    year: Year,
    outage_hours: f64,
    /// Whether the outage that lasts has been counted.
    counted: bool,
    cycle: Option<Cycle>,
    cycles: Cycles,
}

impl Account {
    pub(super) fn new(service_hours: Option<ServiceHours>) -> Self {
        Self {
            service_hours,
            failed: false,
            shortfall: 0.0,
            since: 0.0,
            year: Year::default(),
            outage_hours: 0.0,
            counted: false,
            cycle: None,
            cycles: Cycles::default(),
        }
    }

    /// A history begins at hour 0.
    pub(super) fn restart(&mut self, failed: bool, shortfall: f64) {
        (self.since, self.failed, self.shortfall) = (0.0, failed, shortfall);
        (self.outage_hours, self.counted) = (0.0, false);
    }

    /// From now on the system is failed or not, and the amount so much short.
    #[inline]
    pub(super) fn change(&mut self, now: f64, failed: bool, shortfall: f64) {
        self.settle(now);
        if failed != self.failed {
            (self.failed, self.outage_hours, self.counted) = (failed, 0.0, false);
        }
        self.shortfall = shortfall;
    }

    #[inline]
    fn settle(&mut self, now: f64) {
        if self.failed || self.shortfall > 0.0 {
            let hours = match &self.service_hours {
                Some(service) => service.between(self.since, now),
                None => now - self.since,
            };
            self.note(hours);
        }
        self.since = now;
    }

    fn note(&mut self, hours: f64) {
        let shortfall = self.shortfall * hours;
        self.year.shortfall_hours += shortfall;
        if let Some(cycle) = &mut self.cycle {
            cycle.shortfall += shortfall;
        }
        // An outage that lasts no time, between two events of one moment, is none.
        if self.failed && hours > 0.0 {
            self.year.downtime_hours += hours;
            self.outage_hours += hours;
            self.year.longest_outage_hours = self.year.longest_outage_hours.max(self.outage_hours);
            let new = !self.counted;
            self.counted = true;
            self.year.outages += u32::from(new);
            if let Some(cycle) = &mut self.cycle {
                cycle.downtime += hours;
                cycle.outages += f64::from(u8::from(new));
            }
        }
    }

    /// The year that began then has ended.
    pub(super) fn close_year(&mut self, start: f64, end: f64) -> Year {
        self.settle(end);
        self.outage_hours = 0.0;
        let hours = self.service_hours.as_ref().map_or(end - start, |service| service.between(start, end));
        Year { hours, ..std::mem::take(&mut self.year) }
    }

    /// Everything is good: one cycle ends, the next begins.
    #[inline]
    pub(super) fn cycle(&mut self, now: f64) {
        self.settle(now);
        let next = Cycle { start: now, downtime: 0.0, outages: 0.0, shortfall: 0.0 };
        if let Some(cycle) = self.cycle.replace(next) {
            let hours = now - cycle.start;
            self.cycles.downtime.add(cycle.downtime, hours);
            self.cycles.outages.add(cycle.outages, hours);
            self.cycles.shortfall.add(cycle.shortfall, hours);
        }
    }

    pub(super) fn cycles(&self) -> &Cycles {
        &self.cycles
    }
}
