//! How fast events are simulated: a small structure and a large one, all times exponential.

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may stop at the first surprise")]

use std::hint::black_box;

use availability_planner::reliability::{
    Distribution, SimulatedElement, SimulatedLoadShared, SimulatedMode, Simulation, SimulationModel,
    SimulationSettings, Structure, TopMeans,
};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};

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

fn events(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("simulation");
    let slice = 200_000;
    for (name, pairs_in_series) in [("20 units", 10), ("1000 units", 500)] {
        // Ends of years are not events: the slice's own count is what it is measured by.
        let mut stream = pairs(pairs_in_series).stream(0);
        stream.step(slice);
        group.throughput(Throughput::Elements(stream.events()));
        group.bench_function(name, |bencher| {
            bencher.iter_batched_ref(
                || pairs(pairs_in_series).stream(0),
                |stream| black_box(stream.step(slice)),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, events);
criterion_main!(benches);
