//! Discrete-event simulation of a structure, for what steady state cannot say: how downtime is distributed over years, times that are
//! not exponential, maintenance by the calendar, hours in which downtime counts.

mod account;
mod calendar;
mod clocks;
mod distribution;
mod element;
mod error;
mod evaluator;
mod interval;
mod losses;
mod outcome;
mod random;
mod settings;
mod stream;
mod watch;

pub use account::Year;
pub use calendar::{MaintenanceWindow, ServiceHours};
pub use distribution::Distribution;
pub use element::{
    PlannedTimes, SimulatedActivePassive, SimulatedChain, SimulatedElement, SimulatedLoadShared,
    SimulatedMode,
};
pub use error::SimulationError;
pub use interval::Interval;
pub use losses::WeightedLoss;
pub use outcome::{Bin, Chance, Estimate, Method, Outcome, Spread};
pub use settings::{Confidence, SimulationSettings, Start, YEAR_HOURS};
pub use stream::{Record, Stream};

use account::{Account, Cycles};
use clocks::Clocks;
use evaluator::Evaluator;
use losses::Losses;
use random::Random;
use stream::Machine;
use watch::Watch;

use super::{Amount, Gate, ModelError, Structure};

/// The most clocks: one for each unit and a few for each element.
const MAX_CLOCKS: usize = 2_000_000;

/// What it means that the top gate is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopMeans {
    /// The system is up.
    Up,
    /// The system has failed.
    Failed,
}

/// What is simulated.
#[derive(Clone, Copy, Debug)]
pub struct SimulationModel<'a> {
    /// The formulas; handles below must be of it.
    pub structure: &'a Structure,
    /// One description for each element of the structure, in their order.
    pub elements: &'a [SimulatedElement],
    /// When the system is up, or failed.
    pub top: Gate,
    /// Which of the two.
    pub means: TopMeans,
    /// What is carried, of which the shortfall is told; for instance users.
    pub amount: Option<Amount>,
}

/// How far a simulation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Years simulated.
    pub years_done: usize,
    /// Years wanted.
    pub years: usize,
    /// Events that changed something.
    pub events: u64,
}

impl Progress {
    /// Whether all is done.
    pub fn is_done(&self) -> bool {
        self.years_done >= self.years
    }
}

/// A simulation that is run in slices, or whose streams are run elsewhere and brought back. Neither changes a bit of its outcome.
///
/// To cancel it, do not go on.
#[derive(Clone, Debug)]
pub struct Simulation {
    machine: Machine,
    settings: SimulationSettings,
    running: Option<Box<Stream>>,
    records: Vec<Option<Record>>,
}

impl Simulation {
    /// A simulation, of which nothing has been simulated.
    ///
    /// # Errors
    /// If a number is outside its range, or the descriptions do not fit the structure.
    ///
    /// # Panics
    /// If the gate or the amount is of another structure that has more of them.
    pub fn new(model: &SimulationModel<'_>, settings: SimulationSettings) -> Result<Self, SimulationError> {
        let structure = model.structure;
        let levels = structure.all_elements().map(|element| structure.levels(element)).collect();
        // The descriptions are looked at first: the formulas of another structure could not be read.
        let watch = || {
            let evaluator = Box::new(Evaluator::new(structure, model.top, model.amount));
            let full = evaluator.amount();
            Watch::Formulas { evaluator, failed_when: model.means == TopMeans::Failed, full }
        };
        settings.check()?;
        Ok(Self::of_machine(machine(model.elements, levels, watch)?, settings))
    }

    /// A simulation of an exact model's groups, of which nothing has been simulated.
    ///
    /// # Errors
    /// If a number is outside its range, the descriptions do not fit the groups, or a loss is nowhere a number.
    ///
    /// # Panics
    /// If a function is of another model that has more of them.
    pub fn of_losses(
        wanted: &WeightedLoss<'_>,
        settings: SimulationSettings,
    ) -> Result<Self, SimulationError> {
        let levels: Vec<usize> = wanted.model.groups().map(|(_, group)| group.levels().len()).collect();
        check_number(levels.len(), wanted.elements)?;
        let losses = Losses::new(wanted)?;
        let elements = losses.simulated(wanted.elements);
        settings.check()?;
        Ok(Self::of_machine(machine(&elements, levels, || Watch::Losses(losses))?, settings))
    }

    fn of_machine(mut machine: Machine, settings: SimulationSettings) -> Self {
        // Cycles begin again and again only in histories that go on, and only if the calendar plays no part.
        machine.regenerates &= settings.start != Start::AllUp && settings.service_hours.is_none();
        let records = vec![None; settings.streams as usize];
        Self { machine, settings, running: None, records }
    }

    /// How many streams there are.
    pub fn streams(&self) -> u32 {
        self.settings.streams
    }

    /// One of the streams, from 0, from its beginning: to be run elsewhere and brought back by [`Simulation::accept`].
    pub fn stream(&self, stream: u32) -> Stream {
        let random = Random::of_stream(self.settings.seed, stream);
        let account = Account::new(self.settings.service_hours.clone());
        let years = self.settings.years_of(stream);
        Stream::new(self.machine.clone(), account, random, self.settings.start, stream, years)
    }

    /// Takes in what one of this simulation's streams has seen, in place of simulating it here.
    ///
    /// # Errors
    /// If there is no such stream, or it is not done.
    pub fn accept(&mut self, record: Record) -> Result<(), SimulationError> {
        let stream = record.stream;
        let done = record.years.len() == self.settings.years_of(stream) as usize;
        match self.records.get_mut(stream as usize) {
            Some(place) if done => *place = Some(record),
            _ => return Err(SimulationError::OtherRecord),
        }
        self.running.take_if(|running| running.number() == stream);
        Ok(())
    }

    /// Goes on for about so many events, with the streams one after the other; ends of years count as events.
    pub fn step(&mut self, events: u64) -> Progress {
        let mut left = events;
        while left > 0 {
            let Some(mut stream) = self.running.take().or_else(|| self.next_stream()) else { break };
            left -= stream.step(left);
            if stream.is_done() {
                let record = stream.into_record();
                if let Some(place) = self.records.get_mut(record.stream as usize) {
                    *place = Some(record);
                }
            } else {
                self.running = Some(stream);
            }
        }
        self.progress()
    }

    fn next_stream(&self) -> Option<Box<Stream>> {
        let open = self.records.iter().position(Option::is_none)?;
        Some(Box::new(self.stream(u32::try_from(open).unwrap_or(u32::MAX))))
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let records = self.records.iter().flatten();
        let (years, events) = records
            .fold((0, 0), |(years, events), record| (years + record.years.len(), events + record.events));
        let running = self.running.as_ref().map_or((0, 0), |stream| (stream.years_done(), stream.events()));
        Progress {
            years_done: years + running.0,
            years: self.settings.years as usize,
            events: events + running.1,
        }
    }

    /// What the years simulated so far say.
    pub fn outcome(&self) -> Outcome {
        let mut outcome = Outcome {
            years: Vec::with_capacity(self.progress().years_done),
            parts: Vec::with_capacity(self.records.len()),
            cycles: Cycles::default(),
            events: 0,
            start: self.settings.start,
            confidence: self.settings.confidence,
        };
        // In the order of streams, so that sums do not depend on who was done first.
        for (stream, record) in self.records.iter().enumerate() {
            let running = self.running.as_ref().filter(|running| running.number() as usize == stream);
            let unfinished = running.filter(|_| record.is_none()).map(|running| running.record());
            if let Some(record) = record.as_ref().or(unfinished.as_ref()) {
                outcome.years.extend_from_slice(&record.years);
                outcome.parts.push(record.years.len());
                outcome.cycles.merge(&record.cycles);
                outcome.events += record.events;
            }
        }
        outcome
    }
}

fn check_number(elements: usize, described: &[SimulatedElement]) -> Result<(), SimulationError> {
    let given = described.len();
    if elements == given { Ok(()) } else { Err(SimulationError::OtherElements { elements, given }) }
}

/// The elements with so many levels each, and what is watched of them.
fn machine(
    described: &[SimulatedElement],
    levels: Vec<usize>,
    watch: impl FnOnce() -> Watch,
) -> Result<Machine, SimulationError> {
    let elements = levels.len();
    check_number(elements, described)?;
    let mut processes = Vec::with_capacity(elements);
    let mut element_of: Vec<u32> = Vec::new();
    for (number, (levels, description)) in (0..).zip(levels.into_iter().zip(described)) {
        let first_clock = u32::try_from(element_of.len()).unwrap_or(u32::MAX);
        let process = description.process(first_clock)?;
        let given = process.levels();
        let fits =
            if matches!(description, SimulatedElement::Chain(_)) { given <= levels } else { given == levels };
        if !fits {
            return Err(SimulationError::OtherLevels { element: number as usize, levels, given });
        }
        let count = element_of.len() + process.clocks() as usize;
        if count > MAX_CLOCKS {
            let quantity = "the number of units and elements simulated";
            return Err(ModelError::CountOutOfRange { quantity, count, least: 0, most: MAX_CLOCKS }.into());
        }
        element_of.resize(count, number);
        processes.push(process);
    }
    Ok(Machine {
        clocks: Clocks::new(u32::try_from(element_of.len()).unwrap_or(u32::MAX)),
        regenerates: processes.iter().all(element::Process::is_exponential),
        levels: vec![0; elements],
        processes,
        element_of,
        watch: watch(),
    })
}
