//! Markov chains: large groups, general chains, the first hours, the first failure.

use availability_planner::reliability::{
    ActivePassive, Budget, Group, Lifetime, LoadShared, PlannedWork, Structure, Transients, Transition, Unit,
    stationary_law,
};

use crate::run::run;
use crate::{Bench, Case};

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

fn chain(name: &str, states: usize, transitions: fn(usize) -> Vec<Transition>, size: usize) -> Case {
    Case::new(Bench::Chains, name, move || {
        let transitions = transitions(size);
        run(move || stationary_law(states, &transitions).unwrap())
    })
}

fn load_shared(name: &str, group: LoadShared) -> Case {
    Case::new(Bench::Chains, name, move || run(move || Group::load_shared(&group).unwrap())).within_ms(10.0)
}

fn active_passive(name: &str, nodes: u32) -> Case {
    Case::new(Bench::Chains, name, move || run(move || Group::active_passive(&cluster(nodes)).unwrap()))
}

fn over_time(name: &str, group: fn() -> Group) -> Case {
    Case::new(Bench::Chains, format!("{name}, law at 100 times of a year"), move || {
        let group = group();
        run(move || {
            let mut transients = Transients::new(&group, 10_000_000);
            (1..=100)
                .map(|part| transients.law_after(87.6 * f64::from(part)).unwrap().error_bound)
                .sum::<f64>()
        })
    })
}

fn first_failure() -> Case {
    Case::new(Bench::Chains, "first failure of five groups", || {
        let group = Group::load_shared(&shared(3, 1)).unwrap();
        let mut structure = Structure::new();
        let elements: Vec<_> = (0..5).map(|_| structure.element(group.levels().len())).collect();
        let worn: Vec<_> = elements.iter().map(|&element| structure.at(element, |level| level > 1)).collect();
        let failed = structure.at_least(3, worn);
        run(move || {
            let groups = vec![Some(&group); elements.len()];
            let lifetime = Lifetime { structure: &structure, failed, groups: &groups, most_states: 50_000 };
            lifetime.mean_time_to_first_failure(&mut || Ok(0.0), &Budget::default()).unwrap()
        })
    })
}

pub(crate) fn cases() -> Vec<Case> {
    let planned = Some(PlannedWork { starts_per_hour: 1.0 / 730.0, mean_hours: 0.5 });
    let worked_on = LoadShared { planned, common_cause_share: 0.05, ..shared(1_000, 3) };
    vec![
        load_shared("1,000 units that share a load, 1 crew", shared(1_000, 1)),
        load_shared("1,000 units that share a load, 3 crews", shared(1_000, 3)),
        load_shared("1,000 units that share a load, 1,000 crews", shared(1_000, 1_000)),
        load_shared("1,000 units that share a load, planned work and common cause", worked_on),
        active_passive("failover cluster of 2 nodes", 2),
        active_passive("failover cluster of 1,000 nodes", 1_000),
        chain("two kinds of units, 5,041 states", 71 * 71, two_kinds, 71).within_ms(1_000.0),
        chain("ring with shortcuts, 5,000 states", 5_000, ring_with_shortcuts, 5_000)
            .within_ms(1_000.0)
            .large(),
        chain("two kinds of units, 99,856 states", 316 * 316, two_kinds, 316).large(),
        over_time("failover cluster of 2 nodes", || Group::active_passive(&cluster(2)).unwrap()),
        over_time("100 units that share a load", || Group::load_shared(&shared(100, 100)).unwrap()),
        first_failure(),
    ]
}
