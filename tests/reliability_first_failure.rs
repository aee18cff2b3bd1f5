//! Mean times to first failure against closed forms and an exact solution.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]

use std::cell::Cell;
use std::collections::BTreeMap;

use availability_planner::reliability::{
    ActivePassive, Budget, ElementId, FirstFailure, Gate, Group, Lifetime, LoadShared, ModelError,
    PlannedWork, Structure, Unit,
};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use proptest::prelude::*;

const FAILURES: f64 = 1.0 / 1_000.0;
const REPAIRS: f64 = 1.0 / 24.0;

fn servers(units: u32, crews: u32) -> Group {
    let unit = Unit::from_mtbf(1_000.0, 24.0).unwrap();
    Group::load_shared(&LoadShared { units, unit, crews, common_cause_share: 0.0, planned: None }).unwrap()
}

/// The mean up time is only asked for where nothing exact is known.
fn no_mean_up() -> Result<f64, ModelError> {
    panic!("asked for the mean up time")
}

struct System {
    structure: Structure,
    failed: Gate,
    groups: Vec<Group>,
}

impl System {
    fn new(groups: Vec<Group>, failed: impl Fn(&mut Structure, &[ElementId]) -> Gate) -> Self {
        let mut structure = Structure::new();
        let elements: Vec<ElementId> =
            groups.iter().map(|group| structure.element(group.levels().len())).collect();
        let failed = failed(&mut structure, &elements);
        Self { structure, failed, groups }
    }

    fn first_failure(
        &self,
        most_states: usize,
        mean_up_hours: &mut dyn FnMut() -> Result<f64, ModelError>,
    ) -> Result<FirstFailure, ModelError> {
        self.first_failure_within(most_states, mean_up_hours, &Budget::default())
    }

    fn first_failure_within(
        &self,
        most_states: usize,
        mean_up_hours: &mut dyn FnMut() -> Result<f64, ModelError>,
        budget: &Budget<'_>,
    ) -> Result<FirstFailure, ModelError> {
        let groups: Vec<Option<&Group>> = self.groups.iter().map(Some).collect();
        Lifetime { structure: &self.structure, failed: self.failed, groups: &groups, most_states }
            .mean_time_to_first_failure(mean_up_hours, budget)
    }

    fn exact(&self) -> f64 {
        match self.first_failure(10_000, &mut no_mean_up) {
            Ok(FirstFailure::Exact { hours, .. }) => hours,
            other => panic!("{other:?}"),
        }
    }
}

fn out_of(needed: usize) -> impl Fn(&mut Structure, &[ElementId]) -> Gate {
    move |structure, elements| {
        let working: Vec<Gate> =
            elements.iter().map(|&element| structure.at(element, |level| level == 0)).collect();
        let enough = structure.at_least(needed, working);
        structure.not(enough)
    }
}

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
}

#[test]
fn small_systems_have_their_known_means() {
    let singles = |units: usize| (0..units).map(|_| servers(1, 1)).collect::<Vec<_>>();
    let (l, m) = (FAILURES, REPAIRS);
    for (needed, units, expected) in [
        (1, 1, 1.0 / l),
        (2, 2, 1.0 / (2.0 * l)),
        (20, 20, 1.0 / (20.0 * l)),
        (1, 2, (3.0 * l + m) / (2.0 * l * l)),
        (2, 3, (5.0 * l + m) / (6.0 * l * l)),
    ] {
        assert_close(System::new(singles(units), out_of(needed)).exact(), expected, 1e-14);
    }
}

#[test]
fn a_group_fails_when_too_few_of_its_units_serve() {
    let (l, m) = (FAILURES, REPAIRS);
    let system = |needed: u64| {
        System::new(vec![servers(3, 3)], move |structure, elements| {
            let units = structure.by_level(elements[0], |level| 3 - level as u64);
            let enough = structure.reaches(units, needed);
            structure.not(enough)
        })
    };
    assert_close(system(2).exact(), (5.0 * l + m) / (6.0 * l * l), 1e-14);
    assert_close(system(3).exact(), 1.0 / (3.0 * l), 1e-14);
}

#[test]
fn very_rare_failures_keep_their_digits() {
    let unit = Unit::from_mtbf(1e8, 1e-3).unwrap();
    let shared = LoadShared { units: 1, unit, crews: 1, common_cause_share: 0.0, planned: None };
    let groups = (0..2).map(|_| Group::load_shared(&shared).unwrap()).collect();
    let (l, m) = (unit.failures_per_hour(), unit.repairs_per_hour());
    assert_close(System::new(groups, out_of(1)).exact(), (3.0 * l + m) / (2.0 * l * l), 1e-14);
}

#[test]
fn elements_that_do_not_matter_take_no_states() {
    let system = System::new((0..30).map(|_| servers(1, 1)).collect(), |structure, elements| {
        let two: Vec<Gate> = elements[..2].iter().map(|&element| structure.fails(element)).collect();
        structure.and(two)
    });
    let found = system.first_failure(100, &mut no_mean_up).unwrap();
    assert!(matches!(found, FirstFailure::Exact { states: 2, .. }), "{found:?}");
}

/// Units of their own kinds, no two alike.
fn different(units: u32) -> Vec<Unit> {
    (0..units).map(|place| Unit::from_mtbf(1_000.0 + 100.0 * f64::from(place), 24.0).unwrap()).collect()
}

fn alone(unit: Unit) -> Group {
    let shared = LoadShared { units: 1, unit, crews: 1, common_cause_share: 0.0, planned: None };
    Group::load_shared(&shared).unwrap()
}

/// A / w of a majority: the shares of all combinations that work, and the rates at which they cease to.
fn mean_up_of_majority(units: &[Unit], needed: usize) -> f64 {
    let (mut available, mut frequency) = (0.0, 0.0);
    for failed in 0_usize..1 << units.len() {
        let is_up = |place: usize| failed >> place & 1 == 0;
        let working = (0..units.len()).filter(|&place| is_up(place)).count();
        if working < needed {
            continue;
        }
        let shares = units.iter().enumerate();
        let share: f64 = shares
            .map(|(place, unit)| if is_up(place) { unit.availability() } else { unit.unavailability() })
            .product();
        available += share;
        if working == needed {
            let failures = units.iter().enumerate().filter(|(place, _)| is_up(*place));
            frequency += share * failures.map(|(_, unit)| unit.failures_per_hour()).sum::<f64>();
        }
    }
    available / frequency
}

#[test]
fn what_is_too_large_is_enclosed() {
    for (needed, count) in [(1, 2), (2, 3), (3, 5), (5, 6), (4, 6)] {
        let units = different(count);
        let system = System::new(units.iter().copied().map(alone).collect(), out_of(needed));
        let exact = system.exact();
        let mean_up = mean_up_of_majority(&units, needed);
        // A cut set fails once all of its units are down: of their combinations, all but one come before.
        let of_cut_set = (1 << (units.len() - needed + 1)) - 1;
        for (limit, is_bounded) in [(of_cut_set, needed > 1), (of_cut_set - 1, false)] {
            match system.first_failure(limit, &mut || Ok(mean_up)) {
                Ok(FirstFailure::Between { at_least_hours, at_most_hours }) => {
                    assert!(at_least_hours <= exact && exact <= at_most_hours, "{at_least_hours} {exact}");
                    assert_close(at_least_hours, mean_up, 1e-15);
                    assert_eq!(at_most_hours.is_finite(), is_bounded, "{needed} of {count}");
                }
                Ok(FirstFailure::Exact { .. }) if needed == 1 && limit == of_cut_set => {}
                other => panic!("{needed} of {count}: {other:?}"),
            }
        }
    }
}

#[test]
fn of_equal_units_only_the_number_failed_counts() {
    for (needed, units, states) in [(1, 16, 16), (15, 20, 6), (180, 200, 21)] {
        let system = System::new((0..units).map(|_| servers(1, 1)).collect(), out_of(needed));
        let one_group = System::new(vec![servers(units, units)], |structure, elements| {
            structure.at(elements[0], |level| level > units as usize - needed)
        });
        match system.first_failure(200, &mut no_mean_up) {
            Ok(FirstFailure::Exact { hours, states: found }) => {
                assert_close(hours, one_group.exact(), 1e-12);
                assert_eq!(found, states);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_cannot_be_said_is_refused_with_the_reason() {
    let singles = |units: usize| (0..units).map(|_| servers(1, 1)).collect::<Vec<_>>();
    let unasked = &mut no_mean_up;
    let odd = System::new(singles(6), |structure, elements| {
        let failed: Vec<Gate> = elements.iter().map(|&element| structure.fails(element)).collect();
        let (odd, many) = (structure.xor(failed.clone()), structure.at_least(2, failed));
        structure.and([odd, many])
    });
    assert!(odd.first_failure(1_000, unasked).is_ok());
    let found = odd.first_failure(2, unasked);
    assert!(matches!(found, Err(ModelError::NoBoundOnFirstFailure { .. })), "{found:?}");

    let down = System::new(singles(1), |structure, elements| structure.at(elements[0], |level| level == 0));
    assert_eq!(down.first_failure(10, unasked), Err(ModelError::DownAtStart));
    let safe = System::new(singles(2), |structure, _| structure.constant(false));
    assert_eq!(safe.first_failure(10, unasked), Err(ModelError::NeverFails));

    let event = System::new(singles(2), out_of(1));
    let groups = [event.groups.first(), None];
    let lifetime =
        Lifetime { structure: &event.structure, failed: event.failed, groups: &groups, most_states: 10 };
    let found = lifetime.mean_time_to_first_failure(unasked, &Budget::default());
    assert_eq!(found, Err(ModelError::NoTimes));
}

#[test]
fn groups_that_may_fare_better_after_worse_give_no_lower_bound() {
    let cluster = |unit| ActivePassive {
        nodes: 3,
        unit,
        crews: 3,
        failover_hours: 0.025,
        coverage: 0.9,
        manual_switch_hours: 0.5,
        dormancy: 0.0,
        planned: None,
    };
    let groups =
        different(4).into_iter().map(|unit| Group::active_passive(&cluster(unit)).unwrap()).collect();
    let system = System::new(groups, out_of(3));
    let exact = system.exact();
    match system.first_failure(70, &mut no_mean_up) {
        Ok(FirstFailure::Between { at_least_hours, at_most_hours }) => {
            assert!(at_least_hours == 0.0 && at_most_hours.is_finite() && exact <= at_most_hours);
        }
        other => panic!("{other:?}"),
    }
}

/// How often the clock is looked at, and what is found once it says at the given look that the time is over.
fn stopped_at(
    system: &System,
    most_states: usize,
    last_look: usize,
) -> (usize, Result<FirstFailure, ModelError>) {
    let looks = Cell::new(0);
    let is_over = || {
        looks.set(looks.get() + 1);
        looks.get() >= last_look
    };
    let budget = Budget { is_over: &is_over, ..Budget::default() };
    let found = system.first_failure_within(most_states, &mut || Ok(1.0), &budget);
    (looks.get(), found)
}

#[test]
fn work_ends_at_whichever_look_the_time_is_over() {
    let many = |count, needed| System::new(different(count).into_iter().map(alone).collect(), out_of(needed));
    for (name, system, most_states) in [
        ("the chain of all groups", many(9, 1), 1_000),
        ("the chains of cut sets", many(11, 4), 300),
        ("the search for cut sets", many(100, 50), 1),
    ] {
        let (looks, found) = stopped_at(&system, most_states, usize::MAX);
        assert!(found.is_ok(), "{name}: {found:?}");
        assert!(looks > 20, "{name}: only {looks} looks");
        for last_look in (1..=looks).step_by(looks / 5) {
            let (looked, found) = stopped_at(&system, most_states, last_look);
            assert_eq!(found, Err(ModelError::TimeOver), "{name} at look {last_look} of {looks}");
            assert_eq!(looked, last_look, "{name} goes on");
        }
    }
}

#[test]
fn states_that_do_not_fit_into_the_budgets_memory_are_not_kept() {
    let system = System::new(different(10).into_iter().map(alone).collect(), out_of(2));
    // Not even all states fit; only the states do, but not the rates that removing them adds; all fits.
    for (nodes, is_exact) in [(2_000, false), (30_000, false), (1_000_000, true)] {
        let found = system.first_failure_within(10_000, &mut || Ok(1.0), &Budget::of_nodes(nodes)).unwrap();
        assert_eq!(matches!(found, FirstFailure::Exact { .. }), is_exact, "{nodes} nodes: {found:?}");
    }
}

/// The mean hours from each state, all groups' chains taken together, without any rounding; none if it may never fail.
fn exact_mean(groups: &[Group], is_down: &dyn Fn(&[usize]) -> bool) -> Option<BigRational> {
    let mut numbers: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let mut states = vec![groups.iter().map(Group::start).collect::<Vec<_>>()];
    numbers.insert(states[0].clone(), 0);
    // Each row: what leaves the state less what leads from it to each other, and 1.
    let mut rates = Vec::new();
    let mut here = 0;
    while here < states.len() {
        let mut row: BTreeMap<Option<usize>, BigRational> = BTreeMap::new();
        let state = states[here].clone();
        for (place, group) in groups.iter().enumerate() {
            for transition in group.transitions().iter().filter(|each| each.from == state[place]) {
                let mut next = state.clone();
                next[place] = transition.to;
                let levels: Vec<usize> =
                    groups.iter().zip(&next).map(|(group, &state)| group.states()[state].level).collect();
                let to = if is_down(&levels) {
                    None
                } else {
                    Some(*numbers.entry(next.clone()).or_insert_with(|| {
                        states.push(next);
                        states.len() - 1
                    }))
                };
                *row.entry(to).or_insert_with(BigRational::zero) +=
                    BigRational::from_float(transition.per_hour).unwrap();
            }
        }
        rates.push(row);
        here += 1;
    }
    if rates.iter().all(|row| !row.contains_key(&None)) {
        return None;
    }
    let count = rates.len();
    let mut rows = vec![vec![BigRational::zero(); count + 1]; count];
    for (state, row) in rates.iter().enumerate() {
        rows[state][count] = BigRational::one();
        for (to, rate) in row {
            rows[state][state] += rate;
            if let Some(to) = to {
                rows[state][*to] -= rate;
            }
        }
    }
    for column in 0..count {
        let pivot = (column..count).find(|&row| !rows[row][column].is_zero())?;
        rows.swap(column, pivot);
        let pivot_row = rows[column].clone();
        for row in rows.iter_mut().skip(column + 1) {
            if !row[column].is_zero() {
                let factor = &row[column] / &pivot_row[column];
                for (cell, pivot) in row[column..].iter_mut().zip(&pivot_row[column..]) {
                    *cell -= &factor * pivot;
                }
            }
        }
    }
    let mut means = vec![BigRational::zero(); count];
    for state in (0..count).rev() {
        let mut sum = rows[state][count].clone();
        for later in state + 1..count {
            sum -= &rows[state][later] * &means[later];
        }
        means[state] = sum / &rows[state][state];
    }
    Some(means[0].clone())
}

fn any_group() -> impl Strategy<Value = Group> {
    let mtbf = (0_i32..6, 1_u32..9).prop_map(|(power, digit)| 10_f64.powi(power) * f64::from(digit));
    (1_u32..3, mtbf, 1_u32..40, 0_u32..3, any::<bool>()).prop_map(|(units, mtbf, mttr, common, planned)| {
        let unit = Unit::from_mtbf(mtbf, f64::from(mttr)).unwrap();
        // Three states at most, as the exact solution takes its time.
        let planned =
            (planned && units == 1).then_some(PlannedWork { starts_per_hour: 0.01, mean_hours: 0.5 });
        let common_cause_share = f64::from(common) / 10.0;
        Group::load_shared(&LoadShared { units, unit, crews: 1, common_cause_share, planned }).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_system_agrees_with_the_exact_solution(
        groups in prop::collection::vec(any_group(), 1..4),
        limits in prop::collection::vec(0_usize..3, 3),
        shape in 0_u8..4,
    ) {
        let marks = |group: usize, level: usize| level > limits[group];
        let system = System::new(groups.clone(), |structure, elements| {
            let failed: Vec<Gate> = elements
                .iter()
                .enumerate()
                .map(|(group, &element)| structure.at(element, |level| marks(group, level)))
                .collect();
            match shape {
                0 => structure.and(failed),
                1 => structure.or(failed),
                2 => structure.at_least(2, failed),
                _ => structure.xor(failed),
            }
        });
        let is_down = |levels: &[usize]| {
            let failed = levels.iter().enumerate().filter(|&(group, &level)| marks(group, level)).count();
            match shape {
                0 => failed == levels.len(),
                1 => failed > 0,
                2 => failed > 1,
                _ => failed % 2 == 1,
            }
        };
        match (system.first_failure(10_000, &mut no_mean_up), exact_mean(&groups, &is_down)) {
            (Ok(FirstFailure::Exact { hours, .. }), Some(exact)) => {
                let found = BigRational::from_float(hours).unwrap();
                let error = ((found - &exact) / &exact).abs().to_f64().unwrap();
                prop_assert!(error < 1e-12, "{} is wrong by {:e}", hours, error);
            }
            (Err(ModelError::NeverFails), None) => {}
            other => prop_assert!(false, "{:?}", other),
        }
    }
}
