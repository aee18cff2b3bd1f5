//! Simulated events: a small structure and a large one, all times exponential.

use availability_planner::reliability::{
    Distribution, SimulatedElement, SimulatedLoadShared, SimulatedMode, Simulation, SimulationModel,
    SimulationSettings, Structure, TopMeans,
};

use crate::run::run;
use crate::{Bench, Case};

/// How many events a run goes on for.
const EVENTS: u64 = 200_000;

/// Pairs in series; each unit lives 1,000 h and is repaired in 24 h, and each of them is an element of its own.
fn pairs(pairs: u32) -> Simulation {
    let mut structure = Structure::new();
    let mut series = Vec::new();
    for _ in 0..pairs {
        let (one, other) = (structure.element(2), structure.element(2));
        let (one, other) = (structure.fails(one), structure.fails(other));
        series.push(structure.and([one, other]));
    }
    let top = structure.or(series);
    let mode = SimulatedMode {
        life: Distribution::exponential(1_000.0).unwrap(),
        repair: Distribution::exponential(24.0).unwrap(),
    };
    let unit = SimulatedElement::LoadShared(SimulatedLoadShared {
        units: 1,
        modes: vec![mode],
        crews: 1,
        common_cause_share: 0.0,
        planned: None,
        window: None,
    });
    let elements = vec![unit; structure.elements()];
    let model = SimulationModel {
        structure: &structure,
        elements: &elements,
        top,
        means: TopMeans::Failed,
        amount: None,
    };
    let settings = SimulationSettings { years: 1_000_000, streams: 1, ..SimulationSettings::default() };
    Simulation::new(&model, settings).unwrap()
}

/// One stream that every run takes up where the last one left it.
fn of_pairs(name: &str, pairs_in_series: u32) -> Case {
    Case::new(Bench::Simulation, name, move || {
        let simulation = pairs(pairs_in_series);
        let mut stream = simulation.stream(0);
        run(move || {
            if stream.is_done() {
                stream = simulation.stream(0);
            }
            let goal = stream.events() + EVENTS;
            // Ends of years are steps too, but no events.
            while stream.events() < goal && !stream.is_done() {
                stream.step(goal - stream.events());
            }
            (stream.events(), stream.years_done())
        })
    })
    .of_events(EVENTS)
}

pub(crate) fn cases() -> Vec<Case> {
    vec![of_pairs("simulate 20 units, exponential", 10), of_pairs("simulate 1,000 units, exponential", 500)]
}
