//! Chains of many states, whatever their shape and numbering.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]

use availability_planner::reliability::{Transition, stationary_law};

/// The same numbers each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn rate(&mut self) -> f64 {
        10_f64.powi(i32::try_from(self.below(7)).unwrap() - 3)
            * f64::from(u32::try_from(1 + self.below(9)).unwrap())
    }

    fn shuffled(&mut self, states: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..states).collect();
        for place in (1..states).rev() {
            order.swap(place, self.below(place + 1));
        }
        order
    }
}

/// Two kinds of units, of each so many, that share a few crews; state i·(b + 1) + j has i and j of them up.
fn two_kinds(a: usize, b: usize, crews: f64) -> Vec<Transition> {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    let mut transitions = Vec::new();
    for i in 0..=a {
        for j in 0..=b {
            let here = i * (b + 1) + j;
            let mut join = |to, per_hour| transitions.push(Transition { from: here, to, per_hour });
            let failed = count(a - i + b - j);
            let busy = failed.min(crews) / failed;
            if i > 0 {
                join(here - (b + 1), count(i) / 5_000.0);
            }
            if j > 0 {
                join(here - 1, count(j) / 1_000.0);
            }
            if i < a {
                join(here + b + 1, busy * count(a - i) / 1.5);
            }
            if j < b {
                join(here + 1, busy * count(b - j) / 24.0);
            }
        }
    }
    transitions
}

fn connected(states: usize, others: usize, numbers: &mut Numbers) -> Vec<Transition> {
    let ring = (0..states).map(|from| (from, (from + 1) % states));
    let mut pairs: Vec<_> = ring.collect();
    pairs.extend((0..others).map(|_| (numbers.below(states), numbers.below(states))));
    pairs.into_iter().map(|(from, to)| Transition { from, to, per_hour: numbers.rate() }).collect()
}

/// A state that leads to and from all others, in a chain that otherwise only steps to its neighbours.
fn with_a_hub(states: usize, numbers: &mut Numbers) -> Vec<Transition> {
    let hub = states / 3;
    let pairs = (0..states - 1)
        .flat_map(|state| [(state, state + 1), (state + 1, state), (state, hub), (hub, state)]);
    pairs.map(|(from, to)| Transition { from, to, per_hour: numbers.rate() }).collect()
}

fn shapes() -> Vec<(&'static str, usize, Vec<Transition>)> {
    let mut numbers = Numbers(7);
    vec![
        ("grid", 31 * 41, two_kinds(30, 40, 3.0)),
        ("sparse", 900, connected(900, 500, &mut numbers)),
        ("denser", 300, connected(300, 3_000, &mut numbers)),
        ("hub", 2_000, with_a_hub(2_000, &mut numbers)),
    ]
}

#[test]
fn what_enters_a_state_leaves_it() {
    for (name, states, transitions) in shapes() {
        let law = stationary_law(states, &transitions).unwrap();
        let (mut enters, mut leaves) = (vec![0.0; states], vec![0.0; states]);
        for Transition { from, to, per_hour } in transitions {
            enters[to] += law[from] * per_hour;
            leaves[from] += law[from] * per_hour;
        }
        for (enters, leaves) in enters.iter().zip(&leaves) {
            assert!((enters - leaves).abs() <= 1e-12 * leaves, "{name}: {enters:e} {leaves:e}");
        }
        assert!((law.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{name}");
    }
}

#[test]
fn the_numbering_of_states_does_not_matter() {
    let mut numbers = Numbers(11);
    for (name, states, transitions) in shapes() {
        let law = stationary_law(states, &transitions).unwrap();
        let number = numbers.shuffled(states);
        let renumbered: Vec<Transition> = transitions
            .iter()
            .map(|each| Transition { from: number[each.from], to: number[each.to], per_hour: each.per_hour })
            .collect();
        let other = stationary_law(states, &renumbered).unwrap();
        for state in 0..states {
            let (one, other) = (law[state], other[number[state]]);
            assert!((one - other).abs() <= 1e-12 * one, "{name}: {one:e} {other:e}");
        }
    }
}

#[test]
fn rare_states_of_a_large_chain_keep_their_digits() {
    // With a crew for each unit the kinds are independent, and all of a kind down is one unit down to the power of their number.
    let (a, b) = (40, 50);
    let law = stationary_law((a + 1) * (b + 1), &two_kinds(a, b, 1e3)).unwrap();
    let unavailability = |mtbf: f64, mttr: f64| mttr / (mtbf + mttr);
    let all_down = unavailability(5_000.0, 1.5).powi(40) * unavailability(1_000.0, 24.0).powi(50);
    assert!(all_down < 1e-220);
    assert!((law[0] / all_down - 1.0).abs() < 1e-11, "{:e} {all_down:e}", law[0]);
}

#[test]
fn probabilities_beyond_small_numbers_do_not_spoil_the_others() {
    // All 300 units of both kinds down at once is far below the smallest number.
    let (a, b) = (150, 150);
    let law = stationary_law((a + 1) * (b + 1), &two_kinds(a, b, 1e3)).unwrap();
    let availability = |mtbf: f64, mttr: f64| mtbf / (mtbf + mttr);
    let all_up = availability(5_000.0, 1.5).powi(150) * availability(1_000.0, 24.0).powi(150);
    assert!((law[law.len() - 1] / all_up - 1.0).abs() < 1e-11);
    assert!(law[0] < 1e-300);
}
