//! Structures solved by modules, counting and diagrams agree with going through all combinations of levels, to the last digits.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::reliability::{
    Amount, Budget, Element, ElementId, Flow, Gate, Kept, KeptAmount, Method, Structure,
};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use proptest::prelude::*;
use proptest::sample::Index;

/// How a structure is put together: every step makes a gate or an amount from what the steps before it have made.
#[derive(Clone, Debug)]
enum Step {
    Not(Index),
    And(Vec<Index>),
    Or(Vec<Index>),
    Xor(Vec<Index>),
    AtLeast(usize, Vec<Index>),
    ByLevel(Index, [u64; 3]),
    Sum(Vec<Index>),
    Least(Vec<Index>),
    While(Index, Index),
    Reaches(Index, u64),
}

#[derive(Clone, Debug)]
struct Description {
    /// For each element the shares of its worse levels and the rates between its levels.
    elements: Vec<(Vec<f64>, [f64; 3])>,
    steps: Vec<Step>,
}

struct Made {
    structure: Structure,
    elements: Vec<Element>,
    gates: Vec<(Gate, Value)>,
    amounts: Vec<(Amount, Value)>,
}

/// A formula as a function of the levels, apart from the library.
type Value = std::rc::Rc<dyn Fn(&[usize]) -> u64>;

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![3 => 0.001..0.4_f64, 1 => (1..28_i32).prop_map(|digits| 10_f64.powi(-digits)), 1 => Just(0.0)]
}

fn descriptions(coherent: bool) -> impl Strategy<Value = Description> {
    let element = (prop::collection::vec(share(), 1..3), [0.001..10.0_f64, 0.001..10.0_f64, 0.001..10.0_f64]);
    let some = || prop::collection::vec(any::<Index>(), 2..5);
    let one = any::<Index>;
    let values = [0..4_u64, 0..3_u64, 0..2_u64];
    let odd = if coherent { 0 } else { 2 };
    let step = prop_oneof![
        odd => one().prop_map(Step::Not),
        3 => some().prop_map(Step::And),
        3 => some().prop_map(Step::Or),
        odd => some().prop_map(Step::Xor),
        3 => (0..5_usize, some()).prop_map(|(least, of)| Step::AtLeast(least, of)),
        2 => (one(), values).prop_map(|(element, values)| Step::ByLevel(element, values)),
        2 => some().prop_map(Step::Sum),
        1 => some().prop_map(Step::Least),
        2 => (one(), one()).prop_map(|(gate, amount)| Step::While(gate, amount)),
        2 => (one(), 1..9_u64).prop_map(|(amount, least)| Step::Reaches(amount, least)),
    ];
    (prop::collection::vec(element, 2..6), prop::collection::vec(step, 1..14))
        .prop_map(|(elements, steps)| Description { elements, steps })
}

fn element(worse: &[f64], rates: [f64; 3]) -> Element {
    let mut law = vec![1.0 - worse.iter().sum::<f64>()];
    law.extend(worse);
    // As often there as back between any two levels.
    let pairs = [(0, 1), (1, 2), (0, 2)].into_iter().zip(rates).filter(|((_, to), _)| *to < law.len());
    let flows = pairs.flat_map(|((from, to), per_hour)| {
        [(from, to), (to, from)].map(|(from, to)| Flow { from, to, per_hour, displaced: 0.0 })
    });
    let flows = flows.collect();
    Element::new(law, Some(flows)).unwrap()
}

impl Description {
    fn make(&self) -> Made {
        let mut structure = Structure::new();
        let elements: Vec<Element> =
            self.elements.iter().map(|(worse, rates)| element(worse, *rates)).collect();
        let ids: Vec<ElementId> =
            elements.iter().map(|element| structure.element(element.law().len())).collect();
        let mut gates: Vec<(Gate, Value)> = Vec::new();
        let mut amounts: Vec<(Amount, Value)> = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            gates.push((structure.fails(*id), std::rc::Rc::new(move |levels| u64::from(levels[place] > 0))));
            let worst = structure.levels(*id) - 1;
            gates.push((
                structure.at(*id, |level| level == worst),
                std::rc::Rc::new(move |levels| u64::from(levels[place] == worst)),
            ));
            amounts.push((
                structure.by_level(*id, |level| (2 - level) as u64),
                std::rc::Rc::new(move |levels| (2 - levels[place]) as u64),
            ));
        }
        for step in &self.steps {
            let some_gates = |of: &[Index]| -> (Vec<Gate>, Vec<Value>) {
                of.iter().map(|index| index.get(&gates).clone()).unzip()
            };
            let some_amounts = |of: &[Index]| -> (Vec<Amount>, Vec<Value>) {
                of.iter().map(|index| index.get(&amounts).clone()).unzip()
            };
            let count = |of: &[Value], levels: &[usize]| of.iter().map(|value| value(levels)).sum::<u64>();
            match step.clone() {
                Step::Not(of) => {
                    let (gate, value) = of.get(&gates).clone();
                    gates.push((structure.not(gate), std::rc::Rc::new(move |levels| 1 - value(levels))));
                }
                Step::And(of) => {
                    let (of, values) = some_gates(&of);
                    let all = values.len() as u64;
                    gates.push((
                        structure.and(of),
                        std::rc::Rc::new(move |levels| u64::from(count(&values, levels) == all)),
                    ));
                }
                Step::Or(of) => {
                    let (of, values) = some_gates(&of);
                    gates.push((
                        structure.or(of),
                        std::rc::Rc::new(move |levels| u64::from(count(&values, levels) > 0)),
                    ));
                }
                Step::Xor(of) => {
                    let (of, values) = some_gates(&of);
                    gates.push((
                        structure.xor(of),
                        std::rc::Rc::new(move |levels| count(&values, levels) % 2),
                    ));
                }
                Step::AtLeast(least, of) => {
                    let (of, values) = some_gates(&of);
                    gates.push((
                        structure.at_least(least, of),
                        std::rc::Rc::new(move |levels| u64::from(count(&values, levels) >= least as u64)),
                    ));
                }
                Step::ByLevel(of, by_level) => {
                    let place = of.index(ids.len());
                    amounts.push((
                        structure.by_level(ids[place], |level| by_level[level]),
                        std::rc::Rc::new(move |levels| by_level[levels[place]]),
                    ));
                }
                Step::Sum(of) => {
                    let (of, values) = some_amounts(&of);
                    amounts
                        .push((structure.total(of), std::rc::Rc::new(move |levels| count(&values, levels))));
                }
                Step::Least(of) => {
                    let (of, values) = some_amounts(&of);
                    amounts.push((
                        structure.least(of),
                        std::rc::Rc::new(move |levels| {
                            values.iter().map(|value| value(levels)).min().unwrap()
                        }),
                    ));
                }
                Step::While(gate, amount) => {
                    let ((gate, condition), (amount, value)) =
                        (gate.get(&gates).clone(), amount.get(&amounts).clone());
                    amounts.push((
                        structure.while_true(gate, amount),
                        std::rc::Rc::new(move |levels| condition(levels) * value(levels)),
                    ));
                }
                Step::Reaches(amount, least) => {
                    let (amount, value) = amount.get(&amounts).clone();
                    gates.push((
                        structure.reaches(amount, least),
                        std::rc::Rc::new(move |levels| u64::from(value(levels) >= least)),
                    ));
                }
            }
        }
        Made { structure, elements, gates, amounts }
    }
}

/// Shares and rates are whole multiples of 2 to the minus this, so that sums of products of equally many of them are exact.
const BITS: i64 = 200;

/// A number from 0 on times 2 to the power of `bits`, of which nothing is lost.
fn scaled(number: f64, bits: i64) -> BigInt {
    let raw = number.to_bits();
    let (exponent, fraction) = (i64::try_from(raw >> 52 & 0x7ff).unwrap(), raw & ((1 << 52) - 1));
    let (mantissa, power) =
        if exponent == 0 { (fraction, -1_074) } else { (fraction | 1 << 52, exponent - 1_075) };
    let shift = power + bits;
    if shift >= 0 { BigInt::from(mantissa) << shift } else { BigInt::from(mantissa) >> -shift }
}

fn exact(number: f64) -> BigInt {
    scaled(number, BITS)
}

/// Every combination of levels with its probability.
fn combinations(elements: &[Element]) -> Vec<(Vec<usize>, BigInt)> {
    let mut all = vec![(Vec::new(), BigInt::one())];
    for element in elements {
        let mut longer = Vec::new();
        for (levels, probability) in &all {
            for (level, share) in element.law().iter().enumerate() {
                let mut levels: Vec<usize> = levels.clone();
                levels.push(level);
                longer.push((levels, probability * exact(*share)));
            }
        }
        all = longer;
    }
    all
}

/// Whether a number is a sum of products of so many factors each, to 12 digits.
fn assert_close(found: f64, expected: &BigInt, factors: usize, what: &str) -> Result<(), TestCaseError> {
    if expected.is_zero() {
        prop_assert!(found == 0.0, "{what} is {found:e} and not 0");
        return Ok(());
    }
    let error = (scaled(found, BITS * i64::try_from(factors).unwrap()) - expected).abs();
    prop_assert!(error * 1_000_000_000_000_u64 <= *expected, "{what} is {found:e}");
    Ok(())
}

fn agrees(description: &Description) -> Result<(), TestCaseError> {
    let made = description.make();
    let (top, value) = made.gates.last().unwrap();
    let all = combinations(&made.elements);
    let factors = made.elements.len();
    let sum = |wanted: &dyn Fn(&[usize]) -> bool| -> BigInt {
        all.iter().filter(|(levels, _)| wanted(levels)).map(|(_, probability)| probability).sum()
    };
    for method in [Method::Counting, Method::Diagrams] {
        let kept = Kept::new(&made.structure, *top, method, &Budget::default());
        let truth = kept.probability(&made.elements).unwrap();
        assert_close(truth.is_true, &sum(&|levels| value(levels) == 1), factors, "the top")?;
        assert_close(truth.is_false, &sum(&|levels| value(levels) == 0), factors, "its opposite")?;
        let interval = kept.interval(&made.elements);
        prop_assert!(interval.least <= truth.is_true && truth.is_true <= interval.most);

        let mut falls = BigInt::zero();
        for (place, element) in made.elements.iter().enumerate() {
            for flow in element.flows().unwrap() {
                // The rate already counts how often the element is at the level that it leaves.
                let rest = all.iter().filter(|(levels, _)| levels[place] == 0);
                for (levels, _) in rest {
                    let mut others = BigInt::one();
                    for (other, level) in levels.iter().enumerate().filter(|(other, _)| *other != place) {
                        others *= exact(made.elements[other].law()[*level]);
                    }
                    let at = |level: usize| {
                        let mut levels = levels.clone();
                        levels[place] = level;
                        value(&levels)
                    };
                    if (at(flow.from), at(flow.to)) == (1, 0) {
                        falls += exact(flow.per_hour) * others;
                    }
                }
            }
        }
        let frequency = kept.frequency_per_hour(&made.elements, 1_000_000).unwrap().unwrap();
        assert_close(frequency, &falls, factors, "the frequency")?;

        let conditional = kept.conditional(&made.elements).unwrap();
        for (place, conditional) in conditional.iter().enumerate() {
            for level in 0..made.elements[place].law().len() {
                let share = |wanted: u64| {
                    let mut sum = BigInt::zero();
                    for (levels, _) in all.iter().filter(|(levels, _)| levels[place] == level) {
                        if value(levels) == wanted {
                            let others = levels.iter().enumerate().filter(|(other, _)| *other != place);
                            sum += others.fold(BigInt::one(), |product, (other, level)| {
                                product * exact(made.elements[other].law()[*level])
                            });
                        }
                    }
                    sum
                };
                assert_close(conditional.is_true[level], &share(1), factors - 1, "the top given a level")?;
                assert_close(
                    conditional.is_false[level],
                    &share(0),
                    factors - 1,
                    "its opposite given a level",
                )?;
            }
        }
    }
    let (amount, value) = made.amounts.last().unwrap();
    let kept = KeptAmount::new(&made.structure, *amount, &Budget::default()).unwrap();
    for (number, share) in kept.distribution(&made.elements) {
        assert_close(share, &sum(&|levels| value(levels) == number), factors, "the share of an amount")?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn coherent_structures_agree_with_all_combinations(description in descriptions(true)) {
        agrees(&description)?;
    }

    #[test]
    fn any_structures_agree_with_all_combinations(description in descriptions(false)) {
        agrees(&description)?;
    }
}

#[test]
fn a_fixed_amount_that_several_read_counts_in_each_of_them() {
    // Five while the first works, and the least of seven and five while the second works beside up to 100: 50 needs the third.
    let mut structure = Structure::new();
    let [a, b, c] = [(); 3].map(|()| structure.element(2));
    let five = structure.fixed(5);
    let [a_works, b_works] = [a, b].map(|element| structure.at(element, |level| level == 0));
    let first = structure.while_true(a_works, five);
    let second = structure.while_true(b_works, five);
    let hundred = structure.by_level(c, |level| if level == 0 { 100 } else { 0 });
    let large = structure.total([second, hundred]);
    let seven = structure.fixed(7);
    let capped = structure.least([large, seven]);
    let all = structure.total([first, capped]);
    let elements: Vec<Element> =
        [0.25, 0.125, 0.5].iter().map(|share| Element::event(*share).unwrap()).collect();
    for (least, expected) in
        [(5, 0.75 + 0.25 * (1.0 - 0.125 * 0.5)), (10, 0.75 * (1.0 - 0.125 * 0.5)), (12, 0.75 * 0.5)]
    {
        let top = structure.reaches(all, least);
        let kept = Kept::new(&structure, top, Method::Counting, &Budget::default());
        assert!((kept.probability(&elements).unwrap().is_true - expected).abs() < 1e-15, "{least}");
    }
}
