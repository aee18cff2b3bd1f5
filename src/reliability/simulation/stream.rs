//! One stream of events, which can be stopped and taken up again between any two of them.

#![allow(clippy::indexing_slicing, reason = "elements and clocks are numbered when the stream is made")]

use super::account::{Account, Cycles, Year};
use super::clocks::Clocks;
use super::element::Process;
use super::settings::YEAR_HOURS;
use super::watch::Watch;
use super::{Random, Start};

/// What a finished stream has seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub(super) stream: u32,
    pub(super) years: Vec<Year>,
    pub(super) cycles: Cycles,
    pub(super) events: u64,
}

impl Record {
    /// The number of its stream.
    pub fn stream(&self) -> u32 {
        self.stream
    }

    /// How many events changed something.
    pub fn events(&self) -> u64 {
        self.events
    }
}

/// Everything that all streams have in common: the elements, their clocks and the formulas.
#[derive(Clone, Debug)]
pub(super) struct Machine {
    pub(super) processes: Vec<Process>,
    /// Of which element each clock is.
    pub(super) element_of: Vec<u32>,
    pub(super) clocks: Clocks,
    pub(super) watch: Watch,
    pub(super) levels: Vec<u32>,
    /// Whether moments at which all is good divide the history into cycles independent of each other.
    pub(super) regenerates: bool,
}

impl Machine {
    /// Begins at hour 0; whether everything is good then.
    fn start(&mut self, random: &mut Random) -> usize {
        let mut bad = 0;
        for (element, process) in self.processes.iter_mut().enumerate() {
            process.start(&mut self.clocks, random);
            bad += usize::from(!process.is_good());
            let level = process.level();
            if level != self.levels[element] {
                self.levels[element] = level;
                self.watch.change(element, &self.levels);
            }
        }
        bad
    }
}

/// One of a simulation's streams. It owns all it needs, so a thread can run it.
#[derive(Clone, Debug)]
pub struct Stream {
    machine: Machine,
    random: Random,
    start: Start,
    account: Account,
    /// Elements that are not good.
    bad: usize,
    year_start: f64,
    year_end: f64,
    warming_up: bool,
    wanted: usize,
    failed: bool,
    shortfall: f64,
    record: Record,
}

impl Stream {
    pub(super) fn new(
        machine: Machine,
        account: Account,
        random: Random,
        start: Start,
        stream: u32,
        years: u32,
    ) -> Self {
        let warm_up = match start {
            Start::Steady { warm_up_hours } => warm_up_hours,
            Start::AllUp => 0.0,
        };
        let mut made = Self {
            machine,
            random,
            start,
            account,
            bad: 0,
            year_start: 0.0,
            year_end: if warm_up > 0.0 { warm_up } else { YEAR_HOURS },
            warming_up: warm_up > 0.0,
            wanted: years as usize,
            failed: false,
            shortfall: 0.0,
            record: Record {
                stream,
                years: Vec::with_capacity(years as usize),
                cycles: Cycles::default(),
                events: 0,
            },
        };
        made.begin();
        made
    }

    /// Whether all its years have been simulated.
    pub fn is_done(&self) -> bool {
        self.record.years.len() >= self.wanted
    }

    /// How many of its years have been simulated.
    pub fn years_done(&self) -> usize {
        self.record.years.len()
    }

    /// How many events have changed something so far.
    pub fn events(&self) -> u64 {
        self.record.events
    }

    /// What it has seen so far.
    pub fn record(&self) -> Record {
        Record { cycles: *self.account.cycles(), ..self.record.clone() }
    }

    /// What it has seen so far, without a copy.
    pub fn into_record(self) -> Record {
        Record { cycles: *self.account.cycles(), ..self.record }
    }

    pub(super) fn number(&self) -> u32 {
        self.record.stream
    }

    /// Goes on for so many events and ends of years, or to the end; how many there were.
    pub fn step(&mut self, budget: u64) -> u64 {
        let mut spent = 0;
        while spent < budget && !self.is_done() {
            spent += 1;
            let (clock, now) = self.machine.clocks.next();
            if now >= self.year_end {
                self.close_year();
            } else {
                self.strike(clock, now);
            }
        }
        spent
    }

    #[inline]
    fn strike(&mut self, clock: u32, now: f64) {
        let machine = &mut self.machine;
        let element = machine.element_of[clock as usize] as usize;
        let process = &mut machine.processes[element];
        let was_good = process.is_good();
        let happened = process.strike(clock, now, &mut machine.clocks, &mut self.random);
        self.record.events += u64::from(happened);
        let (level, is_good) = (process.level(), process.is_good());
        if level != machine.levels[element] {
            machine.levels[element] = level;
            machine.watch.change(element, &machine.levels);
            let (failed, shortfall) = (machine.watch.failed(), machine.watch.shortfall());
            if failed != self.failed || (shortfall - self.shortfall).abs() > 0.0 {
                (self.failed, self.shortfall) = (failed, shortfall);
                self.account.change(now, failed, shortfall);
            }
        }
        if was_good != is_good {
            if is_good {
                self.bad -= 1;
                if self.bad == 0 && machine.regenerates && !self.warming_up {
                    self.account.cycle(now);
                }
            } else {
                self.bad += 1;
            }
        }
    }

    fn close_year(&mut self) {
        let year = self.account.close_year(self.year_start, self.year_end);
        if self.warming_up {
            self.warming_up = false;
        } else {
            self.record.years.push(year);
        }
        if self.start == Start::AllUp {
            self.begin();
        } else {
            self.year_start = self.year_end;
            self.year_end += YEAR_HOURS;
        }
    }

    /// A history begins at hour 0.
    fn begin(&mut self) {
        self.bad = self.machine.start(&mut self.random);
        (self.failed, self.shortfall) = (self.machine.watch.failed(), self.machine.watch.shortfall());
        self.account.restart(self.failed, self.shortfall);
    }
}
