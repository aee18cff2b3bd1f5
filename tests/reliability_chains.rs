//! Groups against an exact solution of their balance equations, written down anew from the model's description.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]

use std::collections::BTreeMap;

use availability_planner::reliability::{
    ActivePassive, Group, LoadShared, PlannedStarts, PlannedWork, StateKind, Transition, Unit, stationary_law,
};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use proptest::prelude::*;

/// Rates between named states.
type Rates<S> = BTreeMap<(S, S), BigRational>;

fn exact(value: f64) -> BigRational {
    BigRational::from_float(value).unwrap()
}

fn whole(value: u32) -> BigRational {
    BigRational::from_integer(value.into())
}

fn add<S: Ord>(rates: &mut Rates<S>, from: S, to: S, rate: BigRational) {
    if !rate.is_zero() {
        *rates.entry((from, to)).or_insert_with(BigRational::zero) += rate;
    }
}

/// The law of an irreducible chain by Gaussian elimination on the balance equations, without any rounding.
fn exact_law<S: Ord + Copy>(rates: &Rates<S>) -> BTreeMap<S, BigRational> {
    let mut index: BTreeMap<S, usize> = rates.keys().flat_map(|&(from, to)| [(from, 0), (to, 0)]).collect();
    for (place, slot) in index.values_mut().enumerate() {
        *slot = place;
    }
    let states = index.len();
    // Row per state: inflow less outflow is 0; the last row is the sum of all shares.
    let mut rows = vec![vec![BigRational::zero(); states + 1]; states];
    for ((from, to), rate) in rates {
        let (from, to) = (index[from], index[to]);
        rows[to][from] += rate;
        rows[from][from] -= rate;
    }
    rows[states - 1] = vec![BigRational::one(); states + 1];
    for column in 0..states {
        let pivot = (column..states).find(|&row| !rows[row][column].is_zero()).unwrap();
        rows.swap(column, pivot);
        let scale = rows[column][column].clone();
        for cell in &mut rows[column][column..] {
            *cell /= &scale;
        }
        let pivot_row = rows[column].clone();
        for (place, row) in rows.iter_mut().enumerate() {
            if place != column && !row[column].is_zero() {
                let factor = row[column].clone();
                for (cell, pivot) in row[column..].iter_mut().zip(&pivot_row[column..]) {
                    *cell -= &factor * pivot;
                }
            }
        }
    }
    index.into_iter().map(|(state, place)| (state, rows[place][states].clone())).collect()
}

/// Whether a found value is within 1e-12 of the true one.
fn close(found: f64, truth: &BigRational) -> bool {
    ((exact(found) - truth) / truth).abs().to_f64().unwrap() <= 1e-12
}

/// Units up and in planned work.
fn load_shared_rates(shared: &LoadShared) -> Rates<(u32, u32)> {
    let (n, lambda, mu) =
        (shared.units, exact(shared.unit.failures_per_hour()), exact(shared.unit.repairs_per_hour()));
    let beta = if n == 1 { BigRational::zero() } else { exact(shared.common_cause_share) };
    let mut rates = Rates::new();
    for out in 0..=u32::from(shared.planned.is_some()) {
        for k in 0..=(n - out) {
            add(
                &mut rates,
                (k, out),
                (k.saturating_sub(1), out),
                whole(k) * (BigRational::one() - &beta) * &lambda,
            );
            if k > 0 {
                add(&mut rates, (k, out), (0, out), &beta * &lambda);
            }
            if k + out < n {
                add(&mut rates, (k, out), (k + 1, out), whole(shared.crews.min(n - out - k)) * &mu);
            }
            if let (1, Some(work)) = (out, shared.planned) {
                add(&mut rates, (k, 1), (k + 1, 0), exact(work.mean_hours).recip());
            }
        }
    }
    if let Some(work) = shared.planned {
        add(&mut rates, (n, 0), (n - 1, 1), whole(n) * exact(work.starts_per_hour));
    }
    rates
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doing {
    Serving(u32),
    Automatic(u32),
    Manual(u32),
    Planned,
    Nothing,
}

/// The transitions of an active/passive group in the order in which the model's description lists them.
fn active_passive_rates(pair: &ActivePassive) -> Rates<Doing> {
    use Doing::{Automatic, Manual, Nothing, Planned, Serving};
    let n = pair.nodes;
    let (lambda, mu) = (exact(pair.unit.failures_per_hour()), exact(pair.unit.repairs_per_hour()));
    let (c, d) = (exact(pair.coverage), exact(pair.dormancy));
    let repairs = |k: u32| whole(pair.crews.min(n - k)) * &mu;
    let serving = |k: u32| if k == 0 { Nothing } else { Serving(k) };
    let mut rates = Rates::new();
    for k in 1..=n {
        if k >= 2 {
            let to = if pair.failover_hours > 0.0 { Automatic(k - 1) } else { Serving(k - 1) };
            add(&mut rates, Serving(k), to, &lambda * &c);
            let to = if pair.manual_switch_hours > 0.0 { Manual(k - 1) } else { Serving(k - 1) };
            add(&mut rates, Serving(k), to, &lambda * (BigRational::one() - &c));
            add(&mut rates, Serving(k), Serving(k - 1), whole(k - 1) * &d * &lambda);
        } else {
            add(&mut rates, Serving(1), Nothing, lambda.clone());
        }
        if k < n {
            add(&mut rates, Serving(k), Serving(k + 1), repairs(k));
            let automatic =
                (pair.coverage > 0.0).then_some((Automatic(k), Automatic(k - 1), pair.failover_hours));
            let manual =
                (pair.coverage < 1.0).then_some((Manual(k), Manual(k - 1), pair.manual_switch_hours));
            for (switch, fewer, hours) in [automatic, manual].into_iter().flatten() {
                if hours > 0.0 {
                    add(&mut rates, switch, Serving(k), exact(hours).recip());
                    add(&mut rates, switch, Serving(k + 1), repairs(k));
                    let fewer = if k == 1 { Nothing } else { fewer };
                    add(&mut rates, switch, fewer, whole(k) * &d * &lambda);
                }
            }
        }
    }
    add(&mut rates, Nothing, serving(1), repairs(0));
    if let Some(work) = pair.planned
        && pair.failover_hours > 0.0
    {
        add(&mut rates, Serving(n), Planned, exact(work.starts_per_hour));
        add(&mut rates, Planned, Serving(n), exact(pair.failover_hours).recip());
    }
    rates
}

fn unit() -> impl Strategy<Value = Unit> {
    (1.0..1e6_f64, 1e-3..1e3_f64).prop_map(|(mtbf, mttr)| Unit::from_mtbf(mtbf, mttr).unwrap())
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..1.0_f64]
}

fn load_shared() -> impl Strategy<Value = LoadShared> {
    let planned = proptest::option::of(
        (1e-5..1e-1_f64, 1e-2..1e2_f64)
            .prop_map(|(starts_per_hour, mean_hours)| PlannedWork { starts_per_hour, mean_hours }),
    );
    (1..7_u32, unit(), 1..8_u32, share(), planned).prop_map(
        |(units, unit, crews, common_cause_share, planned)| LoadShared {
            units,
            unit,
            crews,
            common_cause_share,
            planned,
        },
    )
}

fn active_passive() -> impl Strategy<Value = ActivePassive> {
    let hours = || prop_oneof![Just(0.0), 1e-3..2.0_f64];
    let planned =
        proptest::option::of((1e-5..1e-1_f64).prop_map(|starts_per_hour| PlannedStarts { starts_per_hour }));
    (2..5_u32, unit(), 1..6_u32, hours(), share(), hours(), share(), planned).prop_map(
        |(nodes, unit, crews, failover_hours, coverage, manual_switch_hours, dormancy, planned)| {
            ActivePassive {
                nodes,
                unit,
                crews,
                failover_hours,
                coverage,
                manual_switch_hours,
                dormancy,
                planned,
            }
        },
    )
}

/// The law of each state, that of each level, and each flow, against the exact chain.
fn check<S: Ord + Copy + std::fmt::Debug>(
    group: &Group,
    rates: &Rates<S>,
    name: impl Fn(StateKind) -> S,
) -> Result<(), TestCaseError> {
    let law = exact_law(rates);
    prop_assert_eq!(group.states().len(), law.len());
    let mut levels = vec![BigRational::zero(); group.levels().len()];
    let mut level_of = BTreeMap::new();
    for state in group.states() {
        let truth = &law[&name(state.kind)];
        prop_assert!(close(state.probability, truth), "{:?}", state);
        prop_assert_eq!(group.levels()[state.level], state.kind.level());
        levels[state.level] += truth;
        level_of.insert(name(state.kind), state.level);
    }
    for (found, truth) in group.law().iter().zip(&levels) {
        prop_assert!(close(*found, truth), "{} {}", found, truth);
    }
    let mut flows: BTreeMap<(usize, usize), BigRational> = BTreeMap::new();
    for ((from, to), rate) in rates {
        if level_of[from] != level_of[to] {
            *flows.entry((level_of[from], level_of[to])).or_insert_with(BigRational::zero) +=
                &law[from] * rate;
        }
    }
    prop_assert_eq!(group.flows().len(), flows.len());
    for (flow, (ends, truth)) in group.flows().iter().zip(&flows) {
        prop_assert_eq!(&(flow.from, flow.to), ends);
        prop_assert!(close(flow.per_hour, truth), "{:?}", flow);
    }
    prop_assert!(group.levels().is_sorted_by(|better, worse| better > worse));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn load_shared_groups_solve_their_balance_equations(shared in load_shared()) {
        let group = Group::load_shared(&shared).unwrap();
        check(&group, &load_shared_rates(&shared), |kind| match kind {
            StateKind::Sharing { up, in_planned_work } => (up, in_planned_work),
            other => panic!("{other:?}"),
        })?;
    }

    #[test]
    fn active_passive_groups_solve_their_balance_equations(pair in active_passive()) {
        let group = Group::active_passive(&pair).unwrap();
        check(&group, &active_passive_rates(&pair), |kind| match kind {
            StateKind::Serving { good } => Doing::Serving(good),
            StateKind::AutomaticSwitch { good } => Doing::Automatic(good),
            StateKind::ManualSwitch { good } => Doing::Manual(good),
            StateKind::PlannedSwitch => Doing::Planned,
            StateKind::AllFailed => Doing::Nothing,
            StateKind::Sharing { .. } | StateKind::Given { .. } => panic!("{kind:?}"),
        })?;
    }

    /// A ring makes the chain irreducible; the other transitions are anywhere.
    #[test]
    fn any_chain_solves_its_balance_equations(
        ring in proptest::collection::vec(1e-6..1e3_f64, 2..8),
        others in proptest::collection::vec((0..8_usize, 0..8_usize, 1e-9..1e6_f64), 0..20),
    ) {
        let states = ring.len();
        let mut transitions: Vec<Transition> = ring.iter().enumerate()
            .map(|(from, &per_hour)| Transition { from, to: (from + 1) % states, per_hour }).collect();
        transitions.extend(others.into_iter()
            .map(|(from, to, per_hour)| Transition { from: from % states, to: to % states, per_hour }));
        let mut rates = Rates::new();
        for transition in transitions.iter().filter(|transition| transition.from != transition.to) {
            add(&mut rates, transition.from, transition.to, exact(transition.per_hour));
        }
        let found = stationary_law(states, &transitions).unwrap();
        for (found, truth) in found.iter().zip(exact_law(&rates).values()) {
            prop_assert!(close(*found, truth), "{} {}", found, truth);
        }
    }
}
