//! How long Markov chains take: large groups, general chains, the first hours, the first failure.

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may stop at the first surprise")]

use std::hint::black_box;

use availability_planner::reliability::{
    ActivePassive, Budget, FirstFailure, Group, Lifetime, LoadShared, PlannedWork, Structure, Transients,
    Transition, Unit, stationary_law,
};
use criterion::{Criterion, criterion_group, criterion_main};

fn server() -> Unit {
    Unit::from_mtbf(1_000.0, 24.0).unwrap()
}

fn shared(units: u32, crews: u32) -> LoadShared {
    LoadShared { units, unit: server(), crews, common_cause_share: 0.0, planned: None }
}

fn cluster(nodes: u32) -> ActivePassive {
    ActivePassive {
        nodes,
        unit: server(),
        crews: 3,
        failover_hours: 0.025,
        coverage: 0.95,
        manual_switch_hours: 0.5,
        dormancy: 0.5,
        planned: None,
    }
}

/// Two kinds of units, `side` - 1 of each, that share five crews: a state for each number up of either.
fn two_kinds(side: usize) -> Vec<Transition> {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    let mut transitions = Vec::new();
    for i in 0..side {
        for j in 0..side {
            let mut join = |to_i, to_j, per_hour| {
                transitions.push(Transition { from: i * side + j, to: to_i * side + to_j, per_hour });
            };
            let (failed_i, failed_j) = (count(side - 1 - i), count(side - 1 - j));
            let busy = 5.0 / (failed_i + failed_j).max(5.0);
            if i > 0 {
                join(i - 1, j, count(i) / 1_000.0);
            }
            if j > 0 {
                join(i, j - 1, count(j) / 5_000.0);
            }
            if i + 1 < side {
                join(i + 1, j, busy * failed_i / 24.0);
            }
            if j + 1 < side {
                join(i, j + 1, busy * failed_j / 1.5);
            }
        }
    }
    transitions
}

/// A ring with as many shortcuts as steps, to places without a pattern.
fn ring_with_shortcuts(states: usize) -> Vec<Transition> {
    let place = |state: usize| (state * state * 7 + state * 131 + 17) % states;
    (0..states)
        .flat_map(|from| [(from, (from + 1) % states), (from, place(from))])
        .map(|(from, to)| Transition { from, to, per_hour: 1.0 })
        .collect()
}

fn stationary(criterion: &mut Criterion) {
    for crews in [1, 3, 1_000] {
        criterion.bench_function(&format!("1,000 units, {crews} crews"), |bencher| {
            bencher.iter(|| Group::load_shared(black_box(&shared(1_000, crews))).unwrap());
        });
    }
    let planned = Some(PlannedWork { starts_per_hour: 1.0 / 730.0, mean_hours: 0.5 });
    let worked_on = LoadShared { planned, common_cause_share: 0.05, ..shared(1_000, 3) };
    criterion.bench_function("1,000 units, planned work and common cause", |bencher| {
        bencher.iter(|| Group::load_shared(black_box(&worked_on)).unwrap());
    });
    criterion.bench_function("1,000 nodes, active/passive", |bencher| {
        bencher.iter(|| Group::active_passive(black_box(&cluster(1_000))).unwrap());
    });
    for (name, states, transitions) in [
        ("two kinds of units, 5,041 states", 71 * 71, two_kinds(71)),
        ("two kinds of units, 99,856 states", 316 * 316, two_kinds(316)),
        ("ring with shortcuts, 5,000 states", 5_000, ring_with_shortcuts(5_000)),
    ] {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| stationary_law(states, black_box(&transitions)).unwrap());
        });
    }
}

fn over_time(criterion: &mut Criterion) {
    for (name, group) in [
        ("active/passive pair", Group::active_passive(&cluster(2)).unwrap()),
        ("100 units", Group::load_shared(&shared(100, 100)).unwrap()),
    ] {
        criterion.bench_function(&format!("{name}, law at 100 times of a year"), |bencher| {
            bencher.iter(|| {
                let mut transients = Transients::new(black_box(&group), 10_000_000);
                (1..=100)
                    .map(|part| transients.law_after(87.6 * f64::from(part)).unwrap().error_bound)
                    .sum::<f64>()
            });
        });
    }
}

fn first_failure(criterion: &mut Criterion) {
    let group = Group::load_shared(&shared(3, 1)).unwrap();
    let mut structure = Structure::new();
    let elements: Vec<_> = (0..5).map(|_| structure.element(group.levels().len())).collect();
    let worn: Vec<_> = elements.iter().map(|&element| structure.at(element, |level| level > 1)).collect();
    let failed = structure.at_least(3, worn);
    let groups = vec![Some(&group); elements.len()];
    let lifetime = Lifetime { structure: &structure, failed, groups: &groups, most_states: 50_000 };
    criterion.bench_function("first failure of five groups", |bencher| {
        bencher.iter(|| {
            let found =
                black_box(&lifetime).mean_time_to_first_failure(&mut || Ok(0.0), &Budget::default()).unwrap();
            assert!(matches!(found, FirstFailure::Exact { .. }));
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = stationary, over_time, first_failure
}
criterion_main!(benches);
