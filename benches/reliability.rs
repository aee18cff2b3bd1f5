//! How long the engine takes for structures of the sizes that it is meant for: built and evaluated once, and evaluated again.

#![allow(missing_docs, reason = "made by criterion's macros")]

use criterion::{Criterion, criterion_group, criterion_main};
use engine_cases::{Bench, of};

fn structures(criterion: &mut Criterion) {
    for case in of(Bench::Reliability) {
        let mut run = (case.prepare)();
        criterion.bench_function(&case.name, |bencher| bencher.iter(|| run.run()));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = structures
}
criterion_main!(benches);
