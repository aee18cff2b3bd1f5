//! Fault trees whose gates share events in a way without a pattern, drawn by a seeded generator.

use availability_planner::reliability::{
    Budget, CutSets, Element, Gate, Group, Guess, Kept, LoadShared, Method, Sampling, Structure, Unit,
    uncertainty,
};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use crate::run::run;
use crate::{Bench, Case, Run};

/// A tree over units in a row: three layers of gates that read a few of the layer before, all of them near each other.
#[derive(Clone, Copy)]
struct Drawn {
    units: usize,
    /// How far apart may be what a gate reads; what a diagram has to remember grows with it.
    reach: usize,
    seed: u64,
}

/// One part without modules. The best order that is found for its diagram leaves 1.1 million nodes.
const HARD: Drawn = Drawn { units: 200, reach: 20, seed: 3 };

/// As many units, with less in common: some thousand nodes.
const USUAL: Drawn = Drawn { units: 200, reach: 12, seed: 1 };

struct Tree {
    structure: Structure,
    top: Gate,
    elements: Vec<Element>,
}

impl Drawn {
    fn tree(self) -> Tree {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(self.seed);
        let mut structure = Structure::new();
        let mut failed = Vec::new();
        for _ in 0..self.units {
            let element = structure.element(2);
            failed.push(structure.fails(element));
        }
        let elements = (0..self.units).map(|unit| alone(mtbf_hours(unit))).collect();
        let first = self.layer(&mut random, &failed, 3, |place, of| match place % 2 {
            0 => structure.at_least(2, of),
            _ => structure.or(of),
        });
        let second = self.layer(&mut random, &first, 2, |_, of| structure.and(of));
        let third = self.layer(&mut random, &second, 2, |_, of| structure.and(of));
        let top = structure.or(third);
        Tree { structure, top, elements }
    }

    /// A gate for each place that others follow within reach, of so many different ones of them.
    fn layer(
        self,
        random: &mut Xoshiro256PlusPlus,
        below: &[Gate],
        inputs: usize,
        mut gate: impl FnMut(usize, Vec<Gate>) -> Gate,
    ) -> Vec<Gate> {
        let mut gates = Vec::new();
        for place in 0..below.len() - self.reach {
            let within = &below[place..place + self.reach];
            let mut read = Vec::new();
            while read.len() < inputs {
                let next = within[usize::try_from(random.next_u64() % self.reach as u64).unwrap()];
                if !read.contains(&next) {
                    read.push(next);
                }
            }
            gates.push(gate(place, read));
        }
        gates
    }
}

fn mtbf_hours(unit: usize) -> f64 {
    1_000.0 + 100.0 * f64::from(u32::try_from(unit).unwrap())
}

/// A unit that nothing else is repaired with.
fn alone(mtbf_hours: f64) -> Element {
    let unit = Unit::from_mtbf(mtbf_hours, 24.0).unwrap();
    let alone = LoadShared { units: 1, unit, crews: 1, common_cause_share: 0.0, planned: None };
    Element::of_group(&Group::load_shared(&alone).unwrap())
}

fn kept(tree: &Tree) -> Kept {
    Kept::new(&tree.structure, tree.top, Method::Diagrams, &Budget::default())
}

fn found(kept: &Kept) -> CutSets {
    CutSets::new(kept, true, &Budget::default()).unwrap()
}

/// Of each unit how long it lives is only roughly known.
fn spread(tree: &Tree) -> Box<dyn Run> {
    let kept = kept(tree);
    let guesses: Vec<Guess> =
        (0..USUAL.units).map(|unit| Guess { median: mtbf_hours(unit), error_factor: 3.0 }).collect();
    run(move || {
        let sampling = Sampling { samples: 1_000, seed: 1, percents: &[], shares: None };
        let mut value_of = |mtbf_hours: &[f64]| {
            let elements: Vec<Element> = mtbf_hours.iter().map(|&hours| alone(hours)).collect();
            kept.probability(&elements).unwrap().is_true
        };
        uncertainty(&guesses, &sampling, &mut value_of, &|| false).unwrap()
    })
}

/// One unit gets one rate after the other.
fn sweep(tree: Tree) -> Box<dyn Run> {
    let kept = kept(&tree);
    let mut elements = tree.elements;
    run(move || {
        let mut values = Vec::new();
        for step in 1..=50 {
            elements[USUAL.units / 2] = alone(200.0 * f64::from(step));
            values.push(kept.probability(&elements));
        }
        values
    })
}

const PROBABILITY: &str = "probability of a hard fault tree";

pub(crate) fn cases() -> Vec<Case> {
    let hard = |bench, name: &str, prepare: fn(Tree) -> Box<dyn Run>| {
        Case::new(bench, name, move || prepare(HARD.tree())).large()
    };
    vec![
        hard(Bench::Reliability, "solve a hard fault tree", |tree| {
            run(move || kept(&tree).probability(&tree.elements))
        }),
        hard(Bench::Reliability, PROBABILITY, |tree| {
            let kept = kept(&tree);
            run(move || kept.probability(&tree.elements))
        }),
        hard(Bench::Reliability, "all importances in a hard fault tree", |tree| {
            let kept = kept(&tree);
            run(move || kept.conditional(&tree.elements))
        })
        .within_times(3.0, PROBABILITY),
        hard(Bench::CutSets, "find and count the cut sets of a hard fault tree", |tree| {
            let kept = kept(&tree);
            run(move || found(&kept).count(&Budget::default()))
        }),
        hard(Bench::CutSets, "the hundred likeliest cut sets of a hard fault tree", |tree| {
            let sets = found(&kept(&tree));
            run(move || sets.most_likely(&tree.elements, None, 100, &Budget::default()))
        }),
        Case::new(Bench::Reliability, "uncertainty of 200 units, 1,000 samples of a Latin hypercube", || {
            spread(&USUAL.tree())
        })
        .large(),
        Case::new(Bench::Reliability, "sweep 50 rates of one of 200 units", || sweep(USUAL.tree()))
            .within_ms(16.0),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_tree_is_solved_exactly_and_is_no_toy() {
        let kept = kept(&USUAL.tree());
        assert_eq!(kept.refusal(), None);
        assert!(kept.nodes() > 1_000, "{} nodes", kept.nodes());
    }
}
