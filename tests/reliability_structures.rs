//! Structures solved by modules, counting and diagrams agree with going through all combinations of levels, to the last digits.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::reliability::{
    Amount, Budget, Element, ElementId, Flow, Gate, Kept, KeptAmount, Method, Refusal, Structure,
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
        let bound = kept.error_bound(&made.elements).unwrap();
        prop_assert!((0.0..1e-12).contains(&bound), "{bound:e}");
        // With hardly any room some or all of it is only bounded, and the bounds hold.
        for nodes in [1, 4, 8, 100_000] {
            let kept = Kept::new(&made.structure, *top, method, &Budget::of_nodes(nodes));
            let interval = kept.interval(&made.elements);
            prop_assert!(
                interval.least <= truth.is_true && truth.is_true <= interval.most,
                "{nodes} {interval:?}"
            );
            let is_solved = kept.probability(&made.elements).is_some();
            prop_assert_eq!(is_solved, kept.refusal().is_none());
            prop_assert!(!is_solved || interval.most - interval.least <= 1e-11 * interval.most);
        }

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
    let distribution = kept.distribution(&made.elements);
    for (number, share) in &distribution {
        assert_close(*share, &sum(&|levels| value(levels) == *number), factors, "the share of an amount")?;
    }
    let possible =
        all.iter().filter(|(_, probability)| !probability.is_zero()).map(|(levels, _)| value(levels));
    let possible: std::collections::BTreeSet<u64> = possible.collect();
    prop_assert!(distribution.iter().map(|(number, _)| *number).eq(possible), "every value is there");
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

#[test]
fn sums_of_sums_that_depend_on_each_other_are_solved() {
    // Twice the same condition at the two ends of a sum of eleven different amounts, and the condition itself.
    let mut structure = Structure::new();
    let servers: Vec<ElementId> = (0..13).map(|_| structure.element(2)).collect();
    let works = |structure: &mut Structure, server: usize| structure.at(servers[server], |level| level == 0);
    let mut parts = Vec::new();
    for server in 0..11 {
        let condition = works(&mut structure, server);
        let amount = structure.fixed(1 << server);
        parts.push(structure.while_true(condition, amount));
    }
    let inner = structure.total(parts);
    let (first, last, switch) =
        (works(&mut structure, 0), works(&mut structure, 12), works(&mut structure, 11));
    let gated = structure.while_true(last, inner);
    let large = structure.fixed(2_048);
    let large = structure.while_true(switch, large);
    let large = structure.while_true(first, large);
    let all = structure.total([gated, large]);
    let enough = structure.reaches(all, 1_000);
    let top = structure.and([enough, last]);
    let elements: Vec<Element> = (0..13).map(|_| Element::event(0.25).unwrap()).collect();
    let kept = Kept::new(&structure, top, Method::Counting, &Budget::default());
    let mut expected = 0.0;
    for bits in 0..1_u32 << 13 {
        let works = |server: u32| bits >> server & 1 == 1;
        let sum = bits & 0x7ff;
        let amount = sum * u32::from(works(12)) + 2_048 * u32::from(works(0) && works(11));
        if works(12) && amount >= 1_000 {
            expected += 0.75_f64.powi(bits.count_ones().cast_signed())
                * 0.25_f64.powi(13 - bits.count_ones().cast_signed());
        }
    }
    assert!((kept.probability(&elements).unwrap().is_true - expected).abs() < 1e-13);
}

#[test]
fn amounts_that_take_too_long_to_count_are_refused() {
    let mut structure = Structure::new();
    let amounts: Vec<Amount> = (0..40_u64)
        .map(|place| {
            let element = structure.element(2);
            // Any two sets of them have different sums.
            structure.by_level(element, |level| if level == 0 { (1 << place) * 1_001 + place } else { 0 })
        })
        .collect();
    let total = structure.total(amounts);
    let top = structure.reaches(total, 1 << 48);
    let refusal = Kept::new(&structure, top, Method::Counting, &Budget::default()).refusal();
    assert!(matches!(refusal, Some(Refusal::TooManyValues { .. })), "{refusal:?}");
    assert!(KeptAmount::new(&structure, total, &Budget::default()).is_err());
}

#[test]
fn work_ends_when_the_time_is_over() {
    let mut structure = Structure::new();
    let gates: Vec<Gate> = (0..2_000)
        .map(|_| {
            let element = structure.element(2);
            structure.fails(element)
        })
        .collect();
    // Pairs of far apart events: in whatever order they are asked for, the halves hardly meet.
    let pairs: Vec<Gate> = (0..2_000_usize)
        .map(|place| structure.and([gates[place], gates[place * 7 % 2_000], gates[place * 311 % 2_000]]))
        .collect();
    let top = structure.or(pairs);
    let looks = std::cell::Cell::new(0);
    let is_over = || {
        looks.set(looks.get() + 1);
        looks.get() > 3
    };
    let kept = Kept::new(&structure, top, Method::Counting, &Budget { nodes: usize::MAX, is_over: &is_over });
    assert!(kept.refusal().is_some());
    assert!(looks.get() < 20, "each part looks once more");
    let elements: Vec<Element> = (0..2_000).map(|_| Element::event(0.01).unwrap()).collect();
    let interval = kept.interval(&elements);
    assert!(0.0 < interval.least && interval.least < interval.most && interval.most < 1.0, "{interval:?}");
}

#[test]
fn the_error_bound_of_a_large_structure_holds() {
    // 100,000 events in series: 1 - (1 - p)^n, in whole numbers with 300 bits behind the point.
    let (count, probability) = (100_000_u32, 1.513_132_377_561_963_6e-6);
    let mut structure = Structure::new();
    let events: Vec<Gate> = (0..count)
        .map(|_| {
            let element = structure.element(2);
            structure.fails(element)
        })
        .collect();
    let top = structure.or(events);
    let elements: Vec<Element> = (0..count).map(|_| Element::event(probability).unwrap()).collect();
    let kept = Kept::new(&structure, top, Method::Counting, &Budget::default());
    let one: BigInt = BigInt::one() << 300;
    let mut none = one.clone();
    let mut power: BigInt = &one - scaled(probability, 300);
    let mut left = count;
    while left > 0 {
        if left % 2 == 1 {
            none = (none * &power) >> 300;
        }
        power = (&power * &power) >> 300;
        left /= 2;
    }
    let exact: BigInt = one - none;
    let found = kept.probability(&elements).unwrap().is_true;
    let bound = kept.error_bound(&elements).unwrap();
    let error = (scaled(found, 300) - &exact).abs();
    assert!(error <= ((exact * scaled(bound, 100)) >> 100), "{found:e} is off by more than {bound:e}");
    assert!(bound < 1e-9, "{bound:e}");
}
