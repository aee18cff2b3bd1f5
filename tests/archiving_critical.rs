//! Archiving in critical mode: how often and for how long Front Ends stop, against a simulation that shares nothing with the planner.
//!
//! The simulation plays chains that are written down here event by event and counts outages of archiving from the delay on. Each
//! number is held to an interval that holds it in 9,999 of 10,000 runs; the seeds are fixed, so a run that passes passes for ever.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{Analysis, Casualty, FailureSet, Options, analyse, under_failure};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::Derivation;
use availability_planner::catalog::workload::Workload;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{LinkKind, Scenario, Targets, validate_scenario};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Hours without archiving until Front Ends stop.
const DELAY: f64 = 0.5;
const HOURS_PER_YEAR: f64 = 8_760.0;
/// Hours that are simulated, in parts of equal length.
const PARTS: u32 = 40;
const HOURS_OF_A_PART: f64 = 4_000_000.0;
/// Student's t with 39 degrees of freedom: beyond it on either side lies one value in 10,000.
const T_39: f64 = 4.32;

/// A part of the way of archived messages: from a state to another at a rate, from state 0 on, and the states in which it serves.
#[derive(Debug, Clone)]
struct Chain {
    passages: Vec<(usize, usize, f64)>,
    serving: &'static [usize],
}

impl Chain {
    fn unit(fails: f64, hours: f64) -> Self {
        Self { passages: vec![(0, 1, fails), (1, 0, 1.0 / hours)], serving: &[0] }
    }

    /// A server with its planned work.
    fn server_with_planned_work() -> Self {
        let mut chain = Self::unit(FAILS, MTTR);
        chain.passages.extend([(0, 2, 12.0 / HOURS_PER_YEAR), (2, 0, 1.0 / 0.5)]);
        chain
    }

    /// Two nodes, of which one serves: both good, one good, failing over, switched by hand, none good.
    fn cluster() -> Self {
        let (covered, over, by_hand) = (0.95, 3_600.0 / 120.0, 1.0);
        let passages = vec![
            (0, 2, FAILS * covered),
            (0, 3, FAILS * (1.0 - covered)),
            (0, 1, FAILS),
            (1, 4, FAILS),
            (1, 0, 1.0 / MTTR),
            (2, 1, over),
            (3, 1, by_hand),
            (2, 0, 1.0 / MTTR),
            (3, 0, 1.0 / MTTR),
            (2, 4, FAILS),
            (3, 4, FAILS),
            (4, 1, 2.0 / MTTR),
        ];
        Self { passages, serving: &[0, 1] }
    }
}

/// Failures of a server in an hour, and hours of a repair, by the planner's defaults.
const FAILS: f64 = 1.0 / 50_000.0 + 1.0 / 4_380.0;
const MTTR: f64 = (8.0 / 50_000.0 + (0.8 * 0.25 + 0.2 * 4.0) / 4_380.0) / FAILS;
/// The same of one whose software fails every 300 hours.
const FRAIL_FAILS: f64 = 1.0 / 50_000.0 + 1.0 / 300.0;
const FRAIL_MTTR: f64 = (8.0 / 50_000.0 + (0.8 * 0.25 + 0.2 * 4.0) / 300.0) / FRAIL_FAILS;

struct Case {
    name: &'static str,
    plan: fn(PlanBuilder) -> PlanBuilder,
    chains: fn() -> Vec<Chain>,
    archives: fn(&[bool]) -> bool,
    planned: bool,
    /// By how much of itself the figure may be off because it is approximate.
    approximate: f64,
}

fn cases() -> Vec<Case> {
    vec![
        Case {
            name: "one unit with one repair",
            plan: |plan| on_one_computer(plan.archiving("archive", 1, "home", 1)),
            chains: || vec![Chain::unit(FAILS, MTTR)],
            archives: |up| up[0],
            planned: false,
            approximate: 0.0,
        },
        Case {
            name: "one unit with planned work",
            plan: |plan| on_one_computer(plan.archiving("archive", 1, "home", 1)),
            chains: || vec![Chain::server_with_planned_work()],
            archives: |up| up[0],
            planned: true,
            approximate: 0.0,
        },
        Case {
            name: "a server and its database",
            plan: |plan| plan.archiving("archive", 1, "home", 1),
            chains: || vec![Chain::unit(FAILS, MTTR), Chain::unit(FAILS, MTTR)],
            archives: |up| up[0] && up[1],
            planned: false,
            approximate: 0.005,
        },
        Case {
            name: "two servers and a cluster, whose outages are short but for some",
            plan: |plan| {
                plan.archiving("archive", 2, "home", 2).with("archive-database", |database| {
                    database.overrides.insert("storage-mtbf".into(), 20_000.0);
                })
            },
            chains: || {
                let server = Chain::unit(FAILS, MTTR);
                vec![server.clone(), server, Chain::cluster(), Chain::unit(1.0 / 20_000.0, 8.0)]
            },
            archives: |up| (up[0] || up[1]) && up[2] && up[3],
            planned: false,
            approximate: 0.005,
        },
        Case {
            name: "two ways, each with a database of its own",
            plan: |plan| {
                let mut plan = plan.archiving("archive", 1, "home", 1).archiving("other", 1, "home", 1);
                for id in ["archive", "archive-database", "other", "other-database"] {
                    plan = plan.with(id, |part| {
                        part.overrides.insert("software-mtbf".into(), 300.0);
                    });
                }
                plan
            },
            chains: || vec![Chain::unit(FRAIL_FAILS, FRAIL_MTTR); 4],
            archives: |up| (up[0] && up[1]) || (up[2] && up[3]),
            planned: false,
            approximate: 0.02,
        },
    ]
}

fn on_one_computer(plan: PlanBuilder) -> PlanBuilder {
    ["archive", "archive-database"].into_iter().fold(plan, |plan, id| {
        plan.with(id, |part| part.servers.iter_mut().for_each(|server| server.computer = "one".into()))
    })
}

/// A home of which only archiving matters: it needs no planned work.
fn home() -> PlanBuilder {
    let home = PlanBuilder::new().standard_edition("home").users("users", 1_000, "home");
    home.with("home", |home| {
        home.overrides.insert("planned-per-year".into(), 0.0);
    })
}

fn critical(plan: PlanBuilder) -> Scenario {
    let targets = Targets { archiving_critical: true, ..Targets::default() };
    let scenario = plan.adjusted(|scenario| scenario.targets = targets.into()).scenario();
    validate_scenario(&scenario, &Catalog::bundled()).unwrap();
    scenario
}

fn analysed(scenario: &Scenario, planned_work: bool) -> Analysis {
    analyse(scenario, &Catalog::bundled(), Options { planned_work }).unwrap()
}

/// The share of time in which the home is stopped by archiving, and how often an hour it stops: what is left of the row's figures
/// without the home's own.
fn modelled(analysis: &Analysis) -> (f64, f64) {
    let row = analysis.workloads.iter().find(|row| row.key.workload == Workload::ImPresence).unwrap();
    let own = analysis.components.get(&"home".into()).unwrap();
    let (own_down, own_fails) = (own.unavailability.value, 1.0 / own.mtbf.value);
    let up = (1.0 - row.measures.unavailability_any.value) / (1.0 - own_down);
    let own_outages = own_fails * (1.0 - own_down) * up;
    let outages = row.measures.outages_per_year.value / HOURS_PER_YEAR;
    (1.0 - up, (outages - own_outages) / (1.0 - own_down))
}

/// The same of one part of a simulation.
fn played(chains: &[Chain], archives: fn(&[bool]) -> bool, random: &mut Xoshiro256PlusPlus) -> (f64, f64) {
    let mut even = || {
        let bits = u32::try_from(random.next_u64() >> 32).unwrap();
        (f64::from(bits) + 0.5) / 4_294_967_296.0
    };
    let mut states = vec![0_usize; chains.len()];
    let (mut now, mut down_since): (f64, Option<f64>) = (0.0, None);
    let (mut stopped, mut stops) = (0.0, 0.0);
    while now < HOURS_OF_A_PART {
        let open: Vec<(usize, usize, f64)> = chains
            .iter()
            .zip(&states)
            .enumerate()
            .flat_map(|(chain, (of, state))| {
                let here = of.passages.iter().filter(move |(from, _, _)| from == state);
                here.map(move |(_, to, rate)| (chain, *to, *rate))
            })
            .collect();
        let all: f64 = open.iter().map(|(_, _, rate)| rate).sum();
        now -= even().ln() / all;
        let mut left = even() * all;
        let next = open.iter().find(|(_, _, rate)| {
            left -= rate;
            left <= 0.0
        });
        let (chain, to, _) = *next.or(open.last()).unwrap();
        states[chain] = to;
        let up: Vec<bool> =
            chains.iter().zip(&states).map(|(chain, state)| chain.serving.contains(state)).collect();
        match (archives(&up), down_since) {
            (false, None) => down_since = Some(now),
            (true, Some(since)) => {
                down_since = None;
                let late = now - since - DELAY;
                if late > 0.0 {
                    stopped += late;
                    stops += 1.0;
                }
            }
            _ => {}
        }
    }
    (stopped / HOURS_OF_A_PART, stops / HOURS_OF_A_PART)
}

/// The mean of the parts, and how far on either side of it the true one may lie.
fn interval(parts: &[f64]) -> (f64, f64) {
    let count = f64::from(PARTS);
    let mean = parts.iter().sum::<f64>() / count;
    let squares: f64 = parts.iter().map(|part| (part - mean).powi(2)).sum();
    (mean, T_39 * (squares / (count - 1.0) / count).sqrt())
}

#[test]
fn what_the_model_says_of_stopped_front_ends_is_what_a_simulation_sees() {
    for (seed, case) in cases().into_iter().enumerate() {
        let scenario = critical((case.plan)(home()));
        let modelled = modelled(&analysed(&scenario, case.planned));
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed as u64);
        let chains = (case.chains)();
        let parts: Vec<(f64, f64)> =
            (0..PARTS).map(|_| played(&chains, case.archives, &mut random)).collect();
        let shares: Vec<f64> = parts.iter().map(|(share, _)| *share).collect();
        let stops: Vec<f64> = parts.iter().map(|(_, stops)| *stops).collect();
        for (what, found, (mean, width)) in
            [("share", modelled.0, interval(&shares)), ("stops", modelled.1, interval(&stops))]
        {
            println!("{}: {what} {found:e}, simulated {mean:e} ± {width:e}", case.name);
            assert!(width < 0.12 * mean, "{}: {what} is not known well enough: ± {width:e}", case.name);
            let allowed = width + case.approximate * mean;
            assert!((found - mean).abs() <= allowed, "{}: {what} {found:e}, not {mean:e}", case.name);
        }
    }
}

#[test]
fn front_ends_never_stop_unless_the_plan_says_so() {
    let plan = || home().archiving("archive", 1, "home", 1);
    let normal = plan().scenario();
    assert!(!normal.targets.archiving_critical);
    let (share, stops) = modelled(&analysed(&normal, false));
    assert!(share.abs() < 1e-12 && stops.abs() < 1e-12, "{share:e} {stops:e}");
    let (share, _) = modelled(&analysed(&critical(plan()), false));
    assert!(share > 1e-4, "{share:e}");
}

#[test]
fn the_figure_and_the_assumptions_say_that_it_is_approximate() {
    let analysis = analysed(&critical(home().archiving("archive", 1, "home", 1)), true);
    assert!(
        analysis.assumptions.iter().any(|said| said.contains("archiving") && said.contains("approximate"))
    );
    let headline = &analysis.headline.unwrap().measures;
    let mut told = vec![std::rc::Rc::clone(&headline.unavailability_any)];
    let mut found = None;
    while let Some(figure) = told.pop() {
        if figure.name == "Unavailability of home because archiving has failed" {
            found = Some(std::rc::Rc::clone(&figure));
        }
        told.extend(figure.inputs().iter().cloned());
    }
    let found = found.expect("the figure is among those that the headline was computed from");
    let is_marked =
        matches!(&found.derivation, Derivation::Computed { formula, .. } if formula.contains("approximate"));
    assert!(is_marked, "{found:?}");
    assert!(found.inputs().iter().any(|input| input.name.contains("until Front Ends stop")));
}

#[test]
fn with_nothing_left_to_archive_by_front_ends_stay_stopped() {
    let catalog = Catalog::bundled();
    let scenario = critical(home().archiving("archive", 1, "home", 1));
    let alive = analysed(&scenario, true).headline.unwrap().measures.unavailability_any.value;
    for id in ["archive", "archive-database"] {
        let mut down = FailureSet::default();
        down.kill(&scenario, &Casualty::Node(id.into()));
        let now = under_failure(&scenario, &catalog, Options::default(), &down).unwrap();
        let headline = now.headline.unwrap();
        let held = headline.held.measures.unavailability_any.value;
        assert!(headline.users_served.value <= 0.0, "{id}: {}", headline.users_served.value);
        assert!(held >= 1.0, "{id}: {held} in the long run with it down, {alive} without");
    }
}

#[test]
fn a_server_without_a_database_keeps_nothing() {
    let kept = |plan: PlanBuilder, workload: Workload| {
        let analysis = analysed(&plan.scenario(), false);
        let row = analysis.workloads.iter().find(|row| row.key.workload == workload).unwrap();
        1.0 - row.measures.unavailability_any.value
    };
    let bare = || home().placed("archive", "archiving", 1).linked(LinkKind::Archives, "home", "archive");
    let required = |plan: PlanBuilder| {
        let targets = Targets { archiving_required: true, ..Targets::default() };
        plan.adjusted(|scenario| scenario.targets = targets.into())
    };
    assert!(kept(required(bare()), Workload::ImArchiving) <= 0.0);
    assert!(kept(required(home().archiving("archive", 1, "home", 1)), Workload::ImArchiving) > 0.99);
    let stopped = analysed(&critical(bare()), false).headline.unwrap();
    assert!(stopped.measures.unavailability_any.value >= 1.0);
}
