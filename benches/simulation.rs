//! How fast events are simulated: a small structure and a large one, all times exponential.

#![allow(missing_docs, reason = "made by criterion's macros")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use engine_cases::{Bench, of};

fn events(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("simulation");
    for case in of(Bench::Simulation) {
        let mut run = (case.prepare)();
        group.throughput(Throughput::Elements(case.events.unwrap_or(1)));
        group.bench_function(&case.name, |bencher| bencher.iter(|| run.run()));
    }
    group.finish();
}

criterion_group!(benches, events);
criterion_main!(benches);
