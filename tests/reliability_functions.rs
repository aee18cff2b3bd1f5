//! Functions of several groups against enumeration of all combinations of levels.

#![cfg(not(target_arch = "wasm32"))]
#![cfg(test)]

use availability_planner::reliability::{
    ActivePassive, Function, Group, GroupId, LoadShared, Model, PlannedStarts, PlannedWork, Unit,
};
use proptest::prelude::*;

/// An expression over the levels of groups.
#[derive(Clone, Debug)]
enum Expression {
    Constant(u8),
    Serving(usize),
    WithoutPlanned(usize),
    Min(Box<Self>, Box<Self>),
    Max(Box<Self>, Box<Self>),
    Sum(Box<Self>, Box<Self>),
    ExclusiveOr(Box<Self>, Box<Self>),
    Not(Box<Self>),
}

use Expression::{Constant, ExclusiveOr, Max, Min, Not, Serving, Sum, WithoutPlanned};

fn truth(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}

fn exclusive_or(a: f64, b: f64) -> f64 {
    truth((a > 0.5) != (b > 0.5))
}

fn not(a: f64) -> f64 {
    truth(a < 0.5)
}

impl Expression {
    fn build(&self, model: &mut Model, groups: &[GroupId]) -> Function {
        match self {
            Constant(value) => model.constant(f64::from(*value)),
            Serving(group) => model.of_group(groups[group % groups.len()], |level| f64::from(level.serving)),
            WithoutPlanned(group) => {
                model.of_group(groups[group % groups.len()], |level| f64::from(level.serving_without_planned))
            }
            Min(a, b) | Max(a, b) | Sum(a, b) | ExclusiveOr(a, b) => {
                let (a, b) = (a.build(model, groups), b.build(model, groups));
                match self {
                    Min(..) => model.min(a, b),
                    Max(..) => model.max(a, b),
                    Sum(..) => model.sum(a, b),
                    _ => model.combine(a, b, exclusive_or),
                }
            }
            Not(a) => {
                let a = a.build(model, groups);
                model.map(a, not)
            }
        }
    }

    fn at(&self, groups: &[Group], levels: &[usize]) -> f64 {
        let level = |group: &usize| groups[group % groups.len()].levels()[levels[group % groups.len()]];
        match self {
            Constant(value) => f64::from(*value),
            Serving(group) => f64::from(level(group).serving),
            WithoutPlanned(group) => f64::from(level(group).serving_without_planned),
            Min(a, b) => a.at(groups, levels).min(b.at(groups, levels)),
            Max(a, b) => a.at(groups, levels).max(b.at(groups, levels)),
            Sum(a, b) => a.at(groups, levels) + b.at(groups, levels),
            ExclusiveOr(a, b) => exclusive_or(a.at(groups, levels), b.at(groups, levels)),
            Not(a) => not(a.at(groups, levels)),
        }
    }
}

fn expression() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        (0..3_u8).prop_map(Constant),
        (0..5_usize).prop_map(Serving),
        (0..5_usize).prop_map(Serving),
        (0..5_usize).prop_map(WithoutPlanned),
    ];
    let part = leaf.prop_recursive(5, 24, 2, |inner| {
        let two = || (inner.clone().prop_map(Box::new), inner.clone().prop_map(Box::new));
        prop_oneof![
            two().prop_map(|(a, b)| Min(a, b)),
            two().prop_map(|(a, b)| Max(a, b)),
            two().prop_map(|(a, b)| Sum(a, b)),
            two().prop_map(|(a, b)| ExclusiveOr(a, b)),
            inner.prop_map(|a| Not(Box::new(a))),
        ]
    });
    // Left to itself the recursion mostly stops at once: join four of its trees.
    let part = part.prop_map(Box::new);
    (any::<(bool, bool)>(), part.clone(), part.clone(), part.clone(), part).prop_map(
        |((sum, least), a, b, c, d)| {
            let ab = Box::new(if least { Min(a, b) } else { Max(a, b) });
            let cd = Box::new(if sum { Sum(c, d) } else { ExclusiveOr(c, d) });
            if sum == least { Min(ab, cd) } else { Sum(ab, cd) }
        },
    )
}

fn group() -> impl Strategy<Value = Group> {
    let unit =
        || (10.0..1e5_f64, 1e-2..1e2_f64).prop_map(|(mtbf, mttr)| Unit::from_mtbf(mtbf, mttr).unwrap());
    let share = || prop_oneof![Just(0.0), 0.0..1.0_f64];
    let work = PlannedWork { starts_per_hour: 1e-3, mean_hours: 2.0 };
    let shared = (1..4_u32, unit(), 1..3_u32, share(), any::<bool>()).prop_map(
        move |(units, unit, crews, common_cause_share, planned)| {
            let planned = planned.then_some(work);
            Group::load_shared(&LoadShared { units, unit, crews, common_cause_share, planned }).unwrap()
        },
    );
    let standby = (2..4_u32, unit(), share(), share(), any::<bool>()).prop_map(
        |(nodes, unit, coverage, dormancy, planned)| {
            let planned = planned.then_some(PlannedStarts { starts_per_hour: 1e-3 });
            let (failover_hours, manual_switch_hours) = (0.02, 1.0);
            let crews = nodes;
            let pair = ActivePassive {
                nodes,
                unit,
                crews,
                failover_hours,
                coverage,
                manual_switch_hours,
                dormancy,
                planned,
            };
            Group::active_passive(&pair).unwrap()
        },
    );
    prop_oneof![shared, standby]
}

/// Every combination of levels, with its share of time.
fn combinations(groups: &[Group]) -> Vec<(Vec<usize>, f64)> {
    groups.iter().fold(vec![(Vec::new(), 1.0)], |all, group| {
        let longer = |(levels, share): (Vec<usize>, f64)| {
            let next = group.law().iter().enumerate();
            next.map(move |(level, part)| ([levels.as_slice(), &[level]].concat(), share * part))
                .collect::<Vec<_>>()
        };
        all.into_iter().flat_map(longer).collect()
    })
}

/// The sum over flows of the groups that matter, by definition.
fn reward_by_definition(
    groups: &[Group],
    expression: &Expression,
    support: &[usize],
    reward: impl Fn(f64, f64, f64) -> f64,
) -> f64 {
    let mut rate = 0.0;
    for (levels, share) in combinations(groups) {
        for &index in support {
            let here = levels[index];
            let likely = groups[index].law()[here];
            for flow in groups[index].flows().iter().filter(|flow| flow.from == here && likely > 0.0) {
                let mut after = levels.clone();
                after[index] = flow.to;
                let (before, after) = (expression.at(groups, &levels), expression.at(groups, &after));
                rate += share / likely * flow.per_hour * reward(before, after, flow.displaced);
            }
        }
    }
    rate
}

/// Values of expressions are small whole numbers, so equal to the bit.
fn same(found: f64, expected: f64) -> bool {
    found.to_bits() == expected.to_bits()
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-12 * expected.abs()
}

fn up(value: f64) -> bool {
    value > 0.5
}

fn reward(before: f64, after: f64, displaced: f64) -> f64 {
    before * displaced + (before - after).max(0.0) + 0.5 * displaced
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn functions_agree_with_enumeration(
        groups in proptest::collection::vec(group(), 1..6),
        expression in expression(),
        (held_group, held_level) in (0..5_usize, 0..8_usize),
    ) {
        let mut model = Model::new();
        let ids: Vec<GroupId> = groups.iter().map(|group| model.add_group(group.clone())).collect();
        let function = expression.build(&mut model, &ids);
        prop_assert_eq!(model.refusal(), None);

        let held_group = held_group % groups.len();
        let held_level = held_level % groups[held_group].levels().len();
        let held = model.hold(function, ids[held_group], held_level);

        let (mut mean, mut available, mut unavailable) = (0.0, 0.0, 0.0);
        let mut values = std::collections::BTreeMap::new();
        for (levels, share) in combinations(&groups) {
            let value = expression.at(&groups, &levels);
            prop_assert!(same(model.value_at(function, &|id| levels[id.index()]), value));
            mean += share * value;
            if up(value) { available += share } else { unavailable += share }
            *values.entry(value.to_bits()).or_insert(0.0) += share;

            let mut with_held = levels.clone();
            with_held[held_group] = held_level;
            let value = expression.at(&groups, &with_held);
            prop_assert!(same(model.value_at(held, &|id| levels[id.index()]), value));
        }
        prop_assert!(close(model.mean(function), mean));
        prop_assert!(close(model.probability(function, up), available));
        prop_assert!(close(model.probability(function, |value| !up(value)), unavailable));

        let distribution = model.distribution(function);
        prop_assert!(distribution.is_sorted_by(|(a, _), (b, _)| a < b));
        prop_assert_eq!(distribution.len(), values.len());
        for (value, share) in distribution {
            prop_assert!(close(share, values[&value.to_bits()]));
        }
    }

    #[test]
    fn passages_agree_with_enumeration(
        groups in proptest::collection::vec(group(), 1..5),
        expression in expression(),
    ) {
        let mut model = Model::new();
        let ids: Vec<GroupId> = groups.iter().map(|group| model.add_group(group.clone())).collect();
        let function = expression.build(&mut model, &ids);
        let support: Vec<usize> = model.support(function).into_iter().map(GroupId::index).collect();

        let expected = reward_by_definition(&groups, &expression, &support, reward);
        prop_assert!(close(model.transition_reward(function, reward), expected));

        let failures = model.failure_frequency(function, up);
        let expected = reward_by_definition(&groups, &expression, &support, |before, after, _| {
            truth(up(before) && !up(after))
        });
        prop_assert!(close(failures, expected));

        // In the long run the value fails as often as it comes back, and mapping it first changes nothing.
        let repairs = model.failure_frequency(function, |value| !up(value));
        prop_assert!(close(failures, repairs));
        let mapped = model.map(function, |value| truth(up(value)));
        prop_assert!(close(model.failure_frequency(mapped, up), failures));
    }
}
