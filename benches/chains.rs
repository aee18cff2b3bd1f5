//! How long Markov chains take: large groups, general chains, the first hours, the first failure.

#![allow(missing_docs, reason = "made by criterion's macros")]

use criterion::{Criterion, criterion_group, criterion_main};
use engine_cases::{Bench, of};

fn chains(criterion: &mut Criterion) {
    for case in of(Bench::Chains) {
        let mut run = (case.prepare)();
        criterion.bench_function(&case.name, |bencher| bencher.iter(|| run.run()));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = chains
}
criterion_main!(benches);
