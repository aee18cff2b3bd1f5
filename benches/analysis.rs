//! How long plans take: a full analysis, and what the death of a server does.

#![allow(missing_docs, reason = "made by criterion's macros")]

use criterion::{Criterion, criterion_group, criterion_main};
use engine_cases::{Bench, of};

fn analysis(criterion: &mut Criterion) {
    for case in of(Bench::Analysis) {
        let mut run = (case.prepare)();
        criterion.bench_function(&case.name, |bencher| bencher.iter(|| run.run()));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = analysis
}
criterion_main!(benches);
