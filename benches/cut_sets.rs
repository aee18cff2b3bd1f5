//! How long minimal cut sets take: finding, counting and ranking them.

#![allow(missing_docs, reason = "made by criterion's macros")]

use criterion::{Criterion, criterion_group, criterion_main};
use engine_cases::{Bench, of};

fn cut_sets(criterion: &mut Criterion) {
    for case in of(Bench::CutSets) {
        let mut run = (case.prepare)();
        criterion.bench_function(&case.name, |bencher| bencher.iter(|| run.run()));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = cut_sets
}
criterion_main!(benches);
