//! How many users are served, and for which share of time: against explicit formulas, and against the headline, which is its
//! mean.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::path::Path;

use availability_planner::analysis::{AnalysisError, Options, ServedUsers, analyse, served_users};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::file::read_bytes;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{CommonMode, NodeId, Scenario};
use oracle::relative_error;
use proptest::prelude::*;

fn served(scenario: &Scenario) -> ServedUsers {
    served_users(scenario, &Catalog::bundled(), Options::default()).unwrap()
}

fn template(id: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/templates").join(format!("{id}.json"));
    let document = read_bytes(&std::fs::read(path).unwrap(), &Catalog::bundled()).unwrap();
    Scenario::clone(&document.scenarios[0])
}

fn close(found: f64, expected: f64, what: &str) {
    assert!(relative_error(found, expected) <= 1e-12, "{what}: {found:e} instead of {expected:e}");
}

#[test]
fn two_homes_on_a_site_serve_none_one_or_both_of_their_users() {
    let (big, small, power) = (4_000_u32, 1_500_u32, 1e-4);
    let scenario = PlanBuilder::new()
        .standard_edition("a")
        .standard_edition("b")
        .users("many", big, "a")
        .users("few", small, "b")
        .with_site(|site| {
            site.common_mode = Some(CommonMode { availability: 1.0 - power, mean_down_time_hours: 2.0 });
        })
        .scenario();
    let analysis = analyse(&scenario, &Catalog::bundled(), Options::default()).unwrap();
    let down = |id: &str| analysis.components.get(&NodeId::from(id)).unwrap().unavailability.value;
    let (a, b, up) = (down("a"), down("b"), 1.0 - power);
    let power = 1.0 - up;
    let law = served(&scenario);
    let expected = [
        (0.0, power + up * a * b),
        (1_500.0, up * a * (1.0 - b)),
        (4_000.0, up * (1.0 - a) * b),
        (5_500.0, up * (1.0 - a) * (1.0 - b)),
    ];
    assert_eq!(law.steps.len(), expected.len());
    let mut fewer = 0.0;
    for (step, (users, probability)) in law.steps.iter().zip(expected) {
        assert!((step.users - users).abs() < 1e-6, "{} instead of {users}", step.users);
        close(step.probability, probability, "probability");
        assert!((step.fewer - fewer).abs() <= 1e-12 * fewer, "{} instead of {fewer}", step.fewer);
        fewer += probability;
    }
    close(law.nobody.value, expected[0].1, "nobody");
    close(law.not_everybody.value, power + up * (a + b - a * b), "not everybody");
    close(law.demand_users.value, 5_500.0, "demand");
}

#[test]
fn the_templates_headline_is_the_mean_of_the_law() {
    for id in ["small-organisation", "entry-tier", "group-chat-maximum"] {
        check_against_headline(&template(id), true);
    }
}

#[test]
fn without_users_nothing_is_listed() {
    let law = served(&PlanBuilder::new().standard_edition("server").scenario());
    assert!(law.steps.is_empty());
    assert!(law.demand_users.value.abs() < f64::EPSILON);
}

#[test]
fn users_without_a_home_are_never_served() {
    let scenario = PlanBuilder::new().users_with("users", 10, "server", |users| users.home = None).scenario();
    let law = served(&scenario);
    assert_eq!(law.steps.len(), 1);
    close(law.nobody.value, 1.0, "nobody");
    close(law.not_everybody.value, 1.0, "not everybody");
}

#[test]
fn homes_of_many_sizes_are_refused_and_homes_of_one_size_are_not() {
    let homes = |connected: fn(f64) -> f64| {
        let plan = (0..24_u8).fold(PlanBuilder::new(), |plan, number| {
            let home = format!("home-{number}");
            plan.standard_edition(&home).users_with(&format!("users-{number}"), 4_000, &home, |users| {
                users.connected_share = connected(f64::from(number));
            })
        });
        served_users(&plan.scenario(), &Catalog::bundled(), Options::default())
    };
    let refused = homes(|number| 1.0 / (number + 2.0)).unwrap_err();
    assert_eq!(refused, AnalysisError::TooManyOutcomes { scenario: "As planned".into() });
    assert_eq!(homes(|_| 0.9).unwrap().steps.len(), 25);
}

/// Whatever is lost but to reconnecting is what is not served on average; who is not served at all stands at the ends.
fn check_against_headline(scenario: &Scenario, planned_work: bool) {
    let options = Options { planned_work };
    let catalog = Catalog::bundled();
    let analysis = analyse(scenario, &catalog, options).unwrap();
    let law = served_users(scenario, &catalog, options).unwrap();
    let headline = analysis.headline.unwrap().measures;
    let demand = headline.demand_users.value;
    let lacking: f64 = law.steps.iter().map(|step| step.probability * (demand - step.users)).sum();
    let losses = &headline.losses;
    let lost = losses.outage.value + losses.over_capacity.value + losses.planned.value;
    let (mean, expected) = (lacking / demand, lost / 525_600.0);
    assert!((mean - expected).abs() <= 1e-11 * (expected + 1e-3), "{mean:e} instead of {expected:e}");
    for step in &law.steps {
        let whole = step.fewer + step.at_least;
        assert!((whole - 1.0).abs() < 1e-12, "{whole} at {}", step.users);
    }
    assert!(law.steps.is_sorted_by(|a, b| a.users < b.users));
    assert!(law.nobody.value <= law.not_everybody.value);
    if let [row] = &analysis
        .workloads
        .iter()
        .filter(|row| row.key.workload.id() == "im-presence")
        .collect::<Vec<_>>()[..]
    {
        close(law.nobody.value, row.measures.unavailability_any.value, "nobody");
        close(law.not_everybody.value, row.measures.unavailability_full.value, "not everybody");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_headline_is_the_mean_of_the_law(
        front_ends in prop::collection::vec((1..6_usize, 1..3_usize, 1..90_000_u32), 1..4),
        edges in 0..4_usize,
        remote in prop_oneof![Just(0.0), 0.0..1.0_f64],
        connected in prop_oneof![Just(1.0), 1e-6..1.0_f64],
        site in prop::option::of(0.9..0.999_999_f64),
        planned_work in any::<bool>(),
    ) {
        let mut plan = PlanBuilder::new();
        for (number, &(servers, nodes, users)) in front_ends.iter().enumerate() {
            let pool = format!("pool-{number}");
            plan = plan
                .pool(&pool, |parts| parts.front_ends(servers).balancers(2).back_ends(nodes))
                .users_with(&format!("users-{number}"), users, &pool, |users| {
                    users.connected_share = connected;
                    users.remote_share = remote;
                });
        }
        if edges > 0 {
            plan = plan.edge("edge", edges, "pool-0").balancers("edge-balancers", 2, "edge");
        }
        if let Some(availability) = site {
            plan = plan.with_site(|site| {
                site.common_mode = Some(CommonMode { availability, mean_down_time_hours: 3.0 });
            });
        }
        check_against_headline(&plan.scenario(), planned_work);
    }
}
