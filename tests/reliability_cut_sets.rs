//! Minimal cut sets against enumeration of all combinations of levels.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use availability_planner::reliability::{
    Amount, AmountFormula, Budget, CutSet, CutSets, Element, Formula, Gate, Group, Kept, LoadShared, Method,
    NoCutSets, Structure, Unit,
};
use num_bigint::BigUint;
use proptest::prelude::*;

/// An expression over elements, by their number.
#[derive(Clone, Debug)]
enum Expression {
    /// The element is at one of the levels marked.
    At(usize, [bool; 3]),
    Not(Box<Self>),
    And(Vec<Self>),
    Or(Vec<Self>),
    Xor(Vec<Self>),
    AtLeast(usize, Vec<Self>),
    /// What the elements carry at their levels is less than this.
    Lacks(Vec<(usize, [u8; 3])>, u8),
}

use Expression::{And, At, AtLeast, Lacks, Not, Or, Xor};

/// At most so many elements, so that all combinations of levels can be gone through.
const MOST_ELEMENTS: usize = 8;

/// A number from here on stands for an element that has not been used yet, as long as there is one.
const FRESH: usize = 8;

struct Building {
    structure: Structure,
    levels: Vec<usize>,
    used: usize,
}

impl Building {
    fn element(&mut self, number: usize) -> usize {
        if number < FRESH {
            number
        } else {
            self.used += 1;
            (self.used - 1) % MOST_ELEMENTS
        }
    }

    fn gate(&mut self, expression: &Expression) -> Gate {
        match expression {
            At(number, marks) => {
                let number = self.element(*number);
                let element = self.structure.all_elements().nth(number).unwrap();
                self.structure.at(element, |level| marks[level])
            }
            Not(of) => {
                let of = self.gate(of);
                self.structure.not(of)
            }
            And(of) => {
                let of = self.gates(of);
                self.structure.and(of)
            }
            Or(of) => {
                let of = self.gates(of);
                self.structure.or(of)
            }
            Xor(of) => {
                let of = self.gates(of);
                self.structure.xor(of)
            }
            AtLeast(least, of) => {
                let of = self.gates(of);
                self.structure.at_least(*least, of)
            }
            Lacks(of, least) => {
                let amounts: Vec<Amount> = of
                    .iter()
                    .map(|(number, values)| {
                        let number = self.element(*number);
                        let element = self.structure.all_elements().nth(number).unwrap();
                        self.structure.by_level(element, |level| u64::from(values[level]))
                    })
                    .collect();
                let total = self.structure.total(amounts);
                let enough = self.structure.reaches(total, u64::from(*least));
                self.structure.not(enough)
            }
        }
    }

    fn gates(&mut self, of: &[Expression]) -> Vec<Gate> {
        of.iter().map(|expression| self.gate(expression)).collect()
    }
}

fn amount(structure: &Structure, of: Amount, state: &[usize]) -> u64 {
    match structure.amount_formula(of) {
        AmountFormula::Fixed(value) => *value,
        AmountFormula::ByLevel { element, values } => values[state[element.index()]],
        AmountFormula::Sum(of) => of.iter().map(|of| amount(structure, *of, state)).sum(),
        AmountFormula::Least(of) => of.iter().map(|of| amount(structure, *of, state)).min().unwrap(),
        AmountFormula::While { gate, amount: of } => {
            if value(structure, *gate, state) {
                amount(structure, *of, state)
            } else {
                0
            }
        }
    }
}

fn value(structure: &Structure, gate: Gate, state: &[usize]) -> bool {
    let true_ones = |of: &[Gate]| of.iter().filter(|of| value(structure, **of, state)).count();
    match structure.formula(gate) {
        Formula::Constant(value) => *value,
        Formula::At { element, levels } => levels[state[element.index()]],
        Formula::Not(of) => !value(structure, *of, state),
        Formula::And(of) => true_ones(of) == of.len(),
        Formula::Or(of) => true_ones(of) > 0,
        Formula::Xor(of) => true_ones(of) % 2 == 1,
        Formula::AtLeast { least, of } => true_ones(of) >= *least as usize,
        Formula::Reaches { amount: of, least } => amount(structure, *of, state) >= *least,
    }
}

/// Every combination of levels, each after all that are better in some element and worse in none.
fn states(levels: &[usize]) -> Vec<Vec<usize>> {
    let mut states = vec![Vec::new()];
    for &levels in levels {
        states = states
            .iter()
            .flat_map(|state| (0..levels).map(move |level| [state.as_slice(), &[level]].concat()))
            .collect();
    }
    states.sort_by_key(|state| state.iter().sum::<usize>());
    states
}

/// By enumeration: the minimal cut sets, each as the state with just that wrong, and whether the system only fails as elements get
/// worse.
struct Enumerated {
    minimal: Vec<Vec<usize>>,
    is_coherent: bool,
    states: Vec<Vec<usize>>,
    fails: Vec<bool>,
}

impl Enumerated {
    fn new(structure: &Structure, levels: &[usize], top: Gate, failed: bool) -> Self {
        let states = states(levels);
        let fails: Vec<bool> = states.iter().map(|state| value(structure, top, state) == failed).collect();
        let mut above: BTreeMap<&[usize], bool> = BTreeMap::new();
        let (mut minimal, mut is_coherent) = (Vec::new(), true);
        for (state, fails) in states.iter().zip(&fails) {
            let is_above = (0..state.len()).filter(|place| state[*place] > 0).any(|place| {
                let mut better = state.clone();
                better[place] -= 1;
                above[better.as_slice()]
            });
            if *fails && !is_above {
                minimal.push(state.clone());
            }
            is_coherent &= *fails || !is_above;
            above.insert(state, *fails || is_above);
        }
        Self { minimal, is_coherent, states, fails }
    }

    fn likeliest(&self, elements: &[Element]) -> Vec<f64> {
        let mut all: Vec<f64> = self.minimal.iter().map(|set| happens(set, elements)).collect();
        all.sort_by(|a, b| b.total_cmp(a));
        all
    }

    /// For each element the share of failure in which a minimal cut set that contains it has happened.
    fn fussell_vesely(&self, elements: &[Element]) -> Vec<f64> {
        let mut shares = vec![0.0; elements.len()];
        let mut failed = 0.0;
        for (state, _) in self.states.iter().zip(&self.fails).filter(|(_, fails)| **fails) {
            let share: f64 =
                state.iter().zip(elements).map(|(level, element)| element.law()[*level]).product();
            failed += share;
            let happened: Vec<&Vec<usize>> = self
                .minimal
                .iter()
                .filter(|set| set.iter().zip(state).all(|(needed, level)| needed <= level))
                .collect();
            for (place, sum) in shares.iter_mut().enumerate() {
                if happened.iter().any(|set| set[place] > 0) {
                    *sum += share;
                }
            }
        }
        shares.iter().map(|share| if *share > 0.0 { share / failed } else { 0.0 }).collect()
    }
}

fn happens(set: &[usize], elements: &[Element]) -> f64 {
    let worse = |(level, element): (&usize, &Element)| -> f64 {
        if *level == 0 { 1.0 } else { element.law()[*level..].iter().sum() }
    };
    set.iter().zip(elements).map(worse).product()
}

/// A listed set as the state with just that wrong.
fn as_state(set: &CutSet, elements: usize) -> Vec<usize> {
    let mut state = vec![0; elements];
    for (element, level) in &set.events {
        assert_eq!(state[element.index()], 0, "an element stands in a set once");
        state[element.index()] = *level;
    }
    state
}

/// Elements by their number of levels, two or three: an event, or a pair of units.
fn element(levels: usize, number: usize) -> Element {
    let odds = f64::from(u32::try_from(number).unwrap() + 1);
    if levels == 2 {
        return Element::event(0.07 * odds).unwrap();
    }
    let unit = Unit::from_mtbf(100.0, 11.0 * odds).unwrap();
    let pair = LoadShared { units: 2, unit, crews: 1, common_cause_share: 0.0, planned: None };
    let group = Group::load_shared(&pair).unwrap();
    assert_eq!(group.law().len(), levels);
    Element::of_group(&group)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

fn check(expression: &Expression, levels: &[usize], failed: bool) {
    let mut structure = Structure::new();
    for levels in levels {
        structure.element(*levels);
    }
    let mut building = Building { structure, levels: levels.to_vec(), used: 0 };
    let top = building.gate(expression);
    let Building { structure, levels, .. } = building;
    let elements: Vec<Element> =
        levels.iter().enumerate().map(|(number, levels)| element(*levels, number)).collect();
    let expected = Enumerated::new(&structure, &levels, top, failed);
    let budget = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
    let sets = CutSets::new(&kept, failed, &budget).unwrap();

    assert_eq!(sets.count(&budget).unwrap(), BigUint::from(expected.minimal.len()));
    let order = |set: &Vec<usize>| set.iter().filter(|level| **level > 0).count();
    let of_order = |wanted| BigUint::from(expected.minimal.iter().filter(|set| order(set) == wanted).count());
    for up_to in [0, 2, 9, usize::MAX] {
        let highest = expected.minimal.iter().map(order).filter(|order| *order <= up_to).max();
        let by_order: Vec<BigUint> = highest.map_or(vec![], |highest| (0..=highest).map(of_order).collect());
        assert_eq!(sets.count_by_order(up_to, &budget).unwrap(), by_order);
    }

    let most_likely = |up_to, wanted| sets.most_likely(&elements, up_to, wanted, &budget).unwrap();
    let all = most_likely(None, usize::MAX);
    let found: BTreeSet<Vec<usize>> = all.iter().map(|set| as_state(set, elements.len())).collect();
    assert_eq!(found.len(), all.len(), "no set is told twice");
    assert_eq!(found, expected.minimal.iter().cloned().collect());
    for wanted in [1, 3, all.len()] {
        let best = most_likely(None, wanted);
        assert_eq!(best.len(), wanted.min(all.len()));
        for (set, probability) in best.iter().zip(expected.likeliest(&elements)) {
            assert!(close(set.probability, probability));
            let state = as_state(set, elements.len());
            assert!(close(set.probability, happens(&state, &elements)));
            assert!(found.contains(&state));
        }
    }

    for most in 0..=4 {
        let within: Vec<&Vec<usize>> = expected.minimal.iter().filter(|set| order(set) <= most).collect();
        let mut likeliest: Vec<f64> = within.iter().map(|set| happens(set, &elements)).collect();
        likeliest.sort_by(|a, b| b.total_cmp(a));
        for wanted in [1, 2, 5, 1000] {
            let best = most_likely(Some(most), wanted);
            assert_eq!(best.len(), wanted.min(within.len()));
            for (set, probability) in best.iter().zip(&likeliest) {
                assert!(set.order() <= most);
                assert!(close(set.probability, *probability), "{set:?} in place of one with {probability}");
            }
            let told: BTreeSet<Vec<usize>> = best.iter().map(|set| as_state(set, elements.len())).collect();
            assert_eq!(told.len(), best.len(), "no set is told twice");
            assert!(told.is_subset(&found));
        }
        let listing = sets.up_to_order(&elements, most, 1000, &budget).unwrap();
        assert!(listing.is_complete);
        assert!(listing.sets.is_sorted_by_key(CutSet::order));
        let listed: BTreeSet<Vec<usize>> =
            listing.sets.iter().map(|set| as_state(set, elements.len())).collect();
        assert_eq!(listed, within.iter().copied().cloned().collect());
        let some = sets.up_to_order(&elements, most, 2, &budget).unwrap();
        assert_eq!(some.is_complete, within.len() <= 2);
        assert_eq!(some.sets.len(), within.len().min(2));
        let mut orders: Vec<usize> = within.iter().map(|set| order(set)).collect();
        orders.sort_unstable();
        assert!(some.sets.iter().map(CutSet::order).eq(orders.into_iter().take(2)), "the smallest first");
    }

    match sets.fussell_vesely(&elements, &budget) {
        Ok(shares) => {
            assert!(expected.is_coherent);
            for (found, expected) in shares.iter().zip(expected.fussell_vesely(&elements)) {
                assert!(close(*found, expected), "{found} is not {expected}");
            }
        }
        Err(cause) => {
            assert_eq!(cause, NoCutSets::NotCoherent);
            assert!(!expected.is_coherent);
        }
    }
}

fn any_leaf() -> impl Strategy<Value = Expression> {
    let number = 0..2 * MOST_ELEMENTS;
    prop_oneof![
        4 => (number.clone(), any::<[bool; 3]>()).prop_map(|(number, marks)| At(number, marks)),
        1 => (prop::collection::vec((number, any::<[u8; 3]>()), 1..4), 0..255_u8)
            .prop_map(|(of, least)| Lacks(of, least)),
    ]
}

fn any_expression() -> impl Strategy<Value = Expression> {
    any_leaf().prop_recursive(4, 24, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 1..5);
        prop_oneof![
            inner.prop_map(|of| Not(Box::new(of))),
            several.clone().prop_map(And),
            several.clone().prop_map(Or),
            several.clone().prop_map(Xor),
            (1..4_usize, several).prop_map(|(least, of)| AtLeast(least, of)),
        ]
    })
}

/// Expressions that only become true as elements get worse.
fn coherent_expression() -> impl Strategy<Value = Expression> {
    let number = 0..2 * MOST_ELEMENTS;
    let falling = any::<[u8; 3]>().prop_map(|mut values| {
        values.sort_unstable_by(|a, b| b.cmp(a));
        values
    });
    let leaf = prop_oneof![
        4 => (number.clone(), any::<bool>()).prop_map(|(number, worst)| At(number, [false, !worst, true])),
        1 => (prop::collection::vec((number, falling), 1..4), 0..255_u8)
            .prop_map(|(of, least)| Lacks(of, least)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let several = prop::collection::vec(inner, 1..5);
        prop_oneof![
            several.clone().prop_map(And),
            several.clone().prop_map(Or),
            (1..4_usize, several).prop_map(|(least, of)| AtLeast(least, of)),
        ]
    })
}

fn levels() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(2..=3_usize, MOST_ELEMENTS)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_structure_has_the_sets_that_enumeration_finds(
        expression in any_expression(), levels in levels(), failed in any::<bool>(),
    ) {
        check(&expression, &levels, failed);
    }

    #[test]
    fn a_coherent_structure_has_the_sets_and_importances_that_enumeration_finds(
        expression in coherent_expression(), levels in levels(),
    ) {
        check(&expression, &levels, true);
        check(&Not(Box::new(expression)), &levels, false);
    }
}

fn fails(number: usize) -> Expression {
    At(number, [false, true, true])
}

fn works(number: usize) -> Expression {
    Not(Box::new(fails(number)))
}

#[test]
fn modules_that_are_read_negated_or_in_an_exclusive_or_keep_their_sets_apart() {
    let all = |from: usize| And((from..from + 3).map(fails).collect());
    let any_works = |from: usize| Or((from..from + 3).map(works).collect());
    for (expression, name) in [
        (Xor(vec![all(0), all(3)]), "one of two"),
        (Xor(vec![any_works(0), all(3), fails(6)]), "one of a module that is true at best"),
        (And(vec![Not(Box::new(any_works(0))), fails(6)]), "a negated module"),
        (Or(vec![And(vec![all(0), works(6)]), And(vec![any_works(0), fails(7)])]), "both ways"),
        (
            And(vec![And(vec![fails(0), fails(1), At(0, [true, false, false])]), fails(2)]),
            "one that never is",
        ),
    ] {
        for failed in [false, true] {
            println!("{name}, failed is {failed}");
            check(&expression, &[2, 3, 2, 3, 2, 3, 2, 3], failed);
        }
    }
}

#[test]
fn what_is_always_or_never_failed_has_the_empty_set_or_none() {
    let levels = [2; MOST_ELEMENTS];
    check(&And(vec![]), &levels, true);
    check(&And(vec![]), &levels, false);
}

/// AND of rows of alternatives, with the probability of each.
fn rows(rows: usize, columns: usize) -> (Structure, Gate, Vec<Element>) {
    let mut structure = Structure::new();
    let mut elements = Vec::new();
    let mut all = Vec::new();
    for row in 0..rows {
        let mut any = Vec::new();
        for column in 0..columns {
            let element = structure.element(2);
            any.push(structure.fails(element));
            let number = u32::try_from(row * columns + column).unwrap();
            elements.push(Element::event(0.9 / f64::from(number + 1)).unwrap());
        }
        all.push(structure.or(any));
    }
    let top = structure.and(all);
    (structure, top, elements)
}

#[test]
fn many_sets_are_counted_and_ranked_without_being_listed() {
    let (structure, top, elements) = rows(30, 30);
    let budget = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
    let sets = CutSets::new(&kept, true, &budget).unwrap();
    let count = BigUint::from(30_u8).pow(30);
    assert_eq!(sets.count(&budget).unwrap(), count);
    let by_order = sets.count_by_order(31, &budget).unwrap();
    assert_eq!(by_order[30], count);
    assert!(by_order.iter().enumerate().all(|(order, count)| order == 30 || *count == BigUint::ZERO));
    let most_likely = |up_to, count| sets.most_likely(&elements, up_to, count, &budget).unwrap();
    let best = most_likely(None, 100);
    assert_eq!(best.len(), 100);
    assert!(best.is_sorted_by(|a, b| a.probability >= b.probability));
    let first: Vec<usize> = best[0].events.iter().map(|(element, _)| element.index()).collect();
    assert_eq!(first, (0..30).map(|row| row * 30).collect::<Vec<usize>>(), "the likeliest of each row");
    assert_eq!(most_likely(None, 10), best[..10]);
    assert_eq!(most_likely(Some(30), 10), best[..10]);
    assert_eq!(most_likely(Some(29), 10), []);
    let up_to_order = |order| sets.up_to_order(&elements, order, 50, &budget).unwrap();
    let listing = up_to_order(30);
    assert_eq!((listing.sets.len(), listing.is_complete), (50, false));
    assert_eq!(up_to_order(29).sets, []);
    let shares = sets.fussell_vesely(&elements, &budget).unwrap();
    let of_first: f64 = elements[..30].iter().fold(1.0, |none, element| none * element.law()[0]);
    assert!(close(shares[7], elements[7].law()[1] / (1.0 - of_first)));
}

#[test]
fn a_set_of_unlikely_events_keeps_its_digits() {
    let mut structure = Structure::new();
    let parts: Vec<_> = (0..3).map(|_| structure.element(2)).collect();
    let gates: Vec<Gate> = parts.iter().map(|part| structure.fails(*part)).collect();
    let top = structure.and(gates);
    let elements = vec![Element::event(1e-12).unwrap(); 3];
    let budget = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
    let sets = CutSets::new(&kept, true, &budget).unwrap();
    let best = sets.most_likely(&elements, None, 5, &budget).unwrap();
    assert_eq!(best.len(), 1);
    assert!(close(best[0].probability, 1e-36));
    assert_eq!(best[0].order(), 3);
    for share in sets.fussell_vesely(&elements, &budget).unwrap() {
        assert!(close(share, 1.0));
    }
}

#[test]
fn sets_of_many_that_share_no_order_are_counted_exactly_unless_the_time_is_over() {
    let mut structure = Structure::new();
    let elements: Vec<_> = (0..500).map(|_| structure.element(2)).collect();
    let gates: Vec<Gate> = elements.iter().map(|element| structure.fails(*element)).collect();
    let top = structure.at_least(200, gates);
    let plenty = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &plenty);
    let ways = (1..=200_u32).fold(BigUint::from(1_u8), |ways, place| ways * (300 + place) / place);
    let sets = CutSets::new(&kept, true, &plenty).unwrap();
    assert_eq!(sets.count(&plenty).unwrap(), ways);
    assert_eq!(sets.count_by_order(200, &plenty).unwrap()[200], ways);
    let late = Budget { is_over: &|| true, ..plenty };
    assert_eq!(CutSets::new(&kept, true, &late).unwrap_err(), NoCutSets::TimeOver);
}

#[test]
fn what_cannot_be_had_is_refused_with_its_cause() {
    let (structure, top, elements) = rows(3, 4);
    let plenty = Budget::default();
    let mut shared = Structure::new();
    let amounts: Vec<Amount> = (0..3)
        .map(|_| {
            let element = shared.element(2);
            shared.by_level(element, |level| [1, 0][level])
        })
        .collect();
    let total = shared.total(amounts);
    let enough = shared.reaches(total, 2);
    let counted = Kept::new(&shared, enough, Method::Counting, &plenty);
    assert_eq!(CutSets::new(&counted, false, &plenty).unwrap_err(), NoCutSets::Counted);

    let kept = Kept::new(&structure, top, Method::Diagrams, &plenty);
    let none = Budget::of_nodes(2);
    let unsolved = Kept::new(&structure, top, Method::Diagrams, &none);
    assert!(matches!(CutSets::new(&unsolved, true, &plenty), Err(NoCutSets::NotSolved(_))));
    assert_eq!(CutSets::new(&kept, true, &none).unwrap_err(), NoCutSets::TooManyNodes { nodes: 2 });

    let sets = CutSets::new(&kept, true, &plenty).unwrap();
    assert_eq!(sets.fussell_vesely(&elements, &none).unwrap_err(), NoCutSets::TooManyNodes { nodes: 2 });
}

/// So many of so many events, all equally likely: sets that have no order of their own, of which there are very many.
fn some_of(least: usize, of: usize) -> (Structure, Gate, Vec<Element>) {
    let mut structure = Structure::new();
    let gates: Vec<Gate> = (0..of)
        .map(|_| {
            let element = structure.element(2);
            structure.fails(element)
        })
        .collect();
    let top = structure.at_least(least, gates);
    (structure, top, vec![Element::event(0.01).unwrap(); of])
}

#[test]
fn a_likely_set_of_higher_order_comes_before_any_number_of_unlikely_smaller_ones() {
    let mut structure = Structure::new();
    let mut elements = Vec::new();
    let mut several = |structure: &mut Structure, count: usize, probability: f64| -> Vec<Gate> {
        (0..count)
            .map(|_| {
                elements.push(Element::event(probability).unwrap());
                let element = structure.element(2);
                structure.fails(element)
            })
            .collect()
    };
    let (one, other) = (several(&mut structure, 400, 1e-5), several(&mut structure, 400, 1e-5));
    let (triple, five) = (several(&mut structure, 3, 0.5), several(&mut structure, 5, 0.9));
    let (one, other) = (structure.or(one), structure.or(other));
    let pairs = structure.and([one, other]);
    let (triple, five) = (structure.and(triple), structure.and(five));
    let top = structure.or([pairs, triple, five]);
    let budget = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
    let sets = CutSets::new(&kept, true, &budget).unwrap();
    let best = |up_to| sets.most_likely(&elements, up_to, 2, &budget).unwrap();
    let orders = |up_to| best(up_to).iter().map(CutSet::order).collect::<Vec<usize>>();
    for (up_to, expected) in [(2, [2, 2]), (3, [3, 2]), (4, [3, 2]), (5, [5, 3]), (usize::MAX, [5, 3])] {
        assert_eq!(orders(Some(up_to)), expected, "up to {up_to}");
    }
    assert!(close(best(Some(3))[0].probability, 0.125));
    assert_eq!(best(None), best(Some(5)));
}

#[test]
fn a_likelier_way_on_that_leaves_too_few_elements_for_the_rest_is_passed_over() {
    // The higher the number, the likelier the event: both events of a pair are likelier than the one beside them.
    let pair_or_one = |one, pair: [usize; 2]| Or(vec![fails(one), And(pair.map(fails).to_vec())]);
    let (one, other) = (pair_or_one(0, [6, 7]), pair_or_one(1, [4, 5]));
    let both = And(vec![one.clone(), other.clone()]);
    let nested = And(vec![Or(vec![And(vec![one.clone(), fails(2)]), fails(3)]), other.clone()]);
    let shared =
        Or(vec![And(vec![one, fails(2)]), And(vec![pair_or_one(0, [5, 7]), fails(3)]), both.clone()]);
    for levels in [[2; MOST_ELEMENTS], [3; MOST_ELEMENTS]] {
        for expression in [&both, &nested, &shared] {
            check(expression, &levels, true);
        }
    }
}

#[test]
fn modules_share_what_an_order_leaves_them_in_the_best_way() {
    let mut structure = Structure::new();
    let mut elements = Vec::new();
    let mut all = |structure: &mut Structure, probabilities: &[f64]| {
        let mut gates = Vec::new();
        for probability in probabilities {
            elements.push(Element::event(*probability).unwrap());
            let element = structure.element(2);
            gates.push(structure.fails(element));
        }
        structure.and(gates)
    };
    let mut pair_or_one = || {
        let (pair, one) = (all(&mut structure, &[0.9, 0.9]), all(&mut structure, &[0.1]));
        structure.or([pair, one])
    };
    let two = [pair_or_one(), pair_or_one()];
    let two = structure.and(two);
    let (other, many) = (all(&mut structure, &[0.7, 0.7]), all(&mut structure, &[0.1; 6]));
    let top = structure.or([two, other, many]);
    let budget = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
    let sets = CutSets::new(&kept, true, &budget).unwrap();
    for (up_to, probability) in [(2, 0.49), (3, 0.49), (4, 0.6561), (5, 0.6561)] {
        let best = sets.most_likely(&elements, Some(up_to), 1, &budget).unwrap();
        assert!(close(best[0].probability, probability), "up to {up_to}: {best:?}");
    }
}

#[test]
fn an_order_beyond_all_sets_takes_no_room() {
    let (structure, top, _) = rows(2, 3);
    let budget = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
    let sets = CutSets::new(&kept, true, &budget).unwrap();
    let nine = [0_u8, 0, 9].map(BigUint::from);
    for up_to in [2, 3, usize::MAX] {
        assert_eq!(sets.count_by_order(up_to, &budget).unwrap(), nine, "up to {up_to}");
    }
    assert_eq!(sets.count_by_order(1, &budget).unwrap(), []);
}

#[test]
fn counting_and_listing_end_when_time_or_room_do() {
    let (structure, top, elements) = some_of(30, 60);
    let plenty = Budget::default();
    let kept = Kept::new(&structure, top, Method::Diagrams, &plenty);
    let sets = CutSets::new(&kept, true, &plenty).unwrap();
    let late = Budget { is_over: &|| true, ..plenty };
    let over = Some(NoCutSets::TimeOver);
    assert_eq!(sets.count(&late).err(), over);
    assert_eq!(sets.count_by_order(40, &late).err(), over);
    assert_eq!(sets.up_to_order(&elements, 40, 3, &late).err(), over);
    for up_to in [None, Some(30), Some(3)] {
        assert_eq!(sets.most_likely(&elements, up_to, 3, &late).err(), over, "up to {up_to:?}");
    }
    let small = Budget::of_nodes(50_000);
    let full = Some(NoCutSets::TooManyNodes { nodes: 50_000 });
    for count in [40_000, 100_000] {
        assert_eq!(sets.most_likely(&elements, None, count, &small).err(), full);
        assert_eq!(sets.up_to_order(&elements, 30, count, &small).err(), full);
    }
    assert_eq!(sets.most_likely(&elements, None, 100, &small).unwrap().len(), 100);
    let tiny = Budget::of_nodes(20);
    let full = Some(NoCutSets::TooManyNodes { nodes: 20 });
    assert_eq!(sets.count(&tiny).err(), full);
    assert_eq!(sets.count_by_order(40, &tiny).err(), full);
    // The time is looked at again while the search goes on.
    let looks = std::cell::Cell::new(0);
    let is_over = || {
        looks.set(looks.get() + 1);
        looks.get() > 3
    };
    let soon = Budget { is_over: &is_over, ..plenty };
    assert_eq!(sets.most_likely(&elements, None, 100_000, &soon).err(), over);
    looks.set(0);
    assert_eq!(sets.up_to_order(&elements, 30, 100_000, &soon).err(), over);
}
