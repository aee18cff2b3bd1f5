//! The simulation against what is known exactly, and against itself.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used,
    reason = "tests may stop at the first surprise"
)]
#![allow(clippy::float_cmp, reason = "sums of whole hours are exact")]

use availability_planner::reliability::{
    Confidence, Distribution, Estimate, Group, IntervalMethod as Method, MaintenanceWindow, Outcome,
    PlannedStarts, PlannedTimes, ServiceHours, SimulatedActivePassive, SimulatedChain, SimulatedElement,
    SimulatedLoadShared, SimulatedMode, Simulation, SimulationError, SimulationModel, SimulationSettings,
    Start, Structure, TopMeans, Transition, YEAR_HOURS, stationary_law,
};

fn exponential(hours: f64) -> Distribution {
    Distribution::exponential(hours).unwrap()
}

fn fixed(hours: f64) -> Distribution {
    Distribution::deterministic(hours).unwrap()
}

/// Units with exponential times and a crew each.
fn sharing(units: u32, mtbf: f64, mttr: f64) -> SimulatedLoadShared {
    let modes = vec![SimulatedMode { life: exponential(mtbf), repair: exponential(mttr) }];
    SimulatedLoadShared { units, modes, crews: units, common_cause_share: 0.0, planned: None, window: None }
}

/// A unit that in practice never fails by itself.
fn lasting() -> SimulatedLoadShared {
    let modes = vec![SimulatedMode { life: fixed(1e20), repair: fixed(1.0) }];
    SimulatedLoadShared { modes, ..sharing(1, 1.0, 1.0) }
}

fn steady(years: u32) -> SimulationSettings {
    SimulationSettings { years, streams: 2.min(years), ..SimulationSettings::default() }
}

/// One chance in a million of missing, for single checks.
fn almost_sure(years: u32) -> SimulationSettings {
    SimulationSettings { confidence: Confidence::new(0.999_999).unwrap(), ..steady(years) }
}

/// One element that fails the system at the levels named.
struct Single {
    element: SimulatedElement,
    levels: usize,
    down: Box<dyn Fn(usize) -> bool>,
}

impl Single {
    fn group(element: SimulatedElement, group: &Group, needed: u32) -> Self {
        let serving: Vec<u32> = group.levels().iter().map(|level| level.serving).collect();
        Self { element, levels: serving.len(), down: Box::new(move |level| serving[level] < needed) }
    }

    fn sharing(description: SimulatedLoadShared, needed: u32) -> Self {
        let group = Group::load_shared(&description.with_exponential_times().unwrap()).unwrap();
        Self::group(SimulatedElement::LoadShared(description), &group, needed)
    }

    fn simulation(&self, settings: SimulationSettings) -> Simulation {
        let mut structure = Structure::new();
        let element = structure.element(self.levels);
        let top = structure.at(element, &self.down);
        let elements = [self.element.clone()];
        let model = SimulationModel {
            structure: &structure,
            elements: &elements,
            top,
            means: TopMeans::Failed,
            amount: None,
        };
        Simulation::new(&model, settings).unwrap()
    }
}

fn finished(mut simulation: Simulation) -> Outcome {
    while !simulation.step(1_000_000).is_done() {}
    simulation.outcome()
}

/// A case whose unavailability and frequency of failure are known.
struct Known {
    name: &'static str,
    unavailability: f64,
    failures_per_hour: f64,
    simulation: Box<dyn Fn(u64) -> Simulation>,
}

impl Known {
    fn of_group(name: &'static str, element: SimulatedElement, needed: u32, years: u32) -> Self {
        let group = match &element {
            SimulatedElement::LoadShared(shared) => {
                Group::load_shared(&shared.with_exponential_times().unwrap()).unwrap()
            }
            SimulatedElement::ActivePassive(standby) => {
                Group::active_passive(&standby.with_exponential_times().unwrap()).unwrap()
            }
            SimulatedElement::Chain(_) => panic!("a chain is not a group"),
        };
        let down = |level: usize| group.levels()[level].serving < needed;
        let unavailability =
            (0..group.levels().len()).filter(|level| down(*level)).map(|level| group.law()[level]);
        let failures = group.flows().iter().filter(|flow| !down(flow.from) && down(flow.to));
        let (unavailability, failures_per_hour) =
            (unavailability.sum(), failures.map(|flow| flow.per_hour).sum());
        let single = Single::group(element, &group, needed);
        let simulation = move |seed| single.simulation(SimulationSettings { seed, ..steady(years) });
        Self { name, unavailability, failures_per_hour, simulation: Box::new(simulation) }
    }
}

fn standby() -> SimulatedActivePassive {
    SimulatedActivePassive {
        nodes: 2,
        modes: vec![SimulatedMode { life: exponential(200.0), repair: exponential(40.0) }],
        crews: 1,
        failover: Some(exponential(2.0)),
        coverage: 0.8,
        manual_switch: Some(exponential(10.0)),
        dormancy: 0.5,
        planned: Some(PlannedStarts { starts_per_hour: 0.002 }),
    }
}

/// Groups, chains and structures with an exact answer, one for each thing that can happen in them.
fn known() -> Vec<Known> {
    let shared = |name, description, needed, years| {
        Known::of_group(name, SimulatedElement::LoadShared(description), needed, years)
    };
    let active =
        |name, description| Known::of_group(name, SimulatedElement::ActivePassive(description), 1, 100);
    let mut all = vec![
        shared("one crew", SimulatedLoadShared { crews: 1, ..sharing(3, 100.0, 20.0) }, 2, 32),
        shared(
            "common cause",
            SimulatedLoadShared { crews: 2, common_cause_share: 0.2, ..sharing(3, 100.0, 10.0) },
            1,
            60,
        ),
        shared(
            "planned work",
            SimulatedLoadShared {
                planned: Some(PlannedTimes { starts_per_hour: 0.005, duration: exponential(15.0) }),
                common_cause_share: 0.1,
                crews: 1,
                ..sharing(2, 200.0, 20.0)
            },
            1,
            80,
        ),
        active("standby", standby()),
        active(
            "cold standby of three",
            SimulatedActivePassive {
                nodes: 3,
                crews: 2,
                failover: None,
                coverage: 0.9,
                dormancy: 0.0,
                ..standby()
            },
        ),
        active(
            "manual standby",
            SimulatedActivePassive { coverage: 0.0, dormancy: 1.0, planned: None, ..standby() },
        ),
    ];
    all.push(modes());
    all.push(three_states());
    all.push(series_of_pairs());
    all.push(batches());
    all.push(first_year());
    all
}

/// Two units with a crew each: for them only the mean repair counts, over both modes.
fn modes() -> Known {
    let modes = vec![
        SimulatedMode { life: exponential(200.0), repair: exponential(5.0) },
        SimulatedMode { life: exponential(300.0), repair: exponential(60.0) },
    ];
    let description = SimulatedLoadShared { modes, ..sharing(2, 1.0, 1.0) };
    Known::of_group("two failure modes", SimulatedElement::LoadShared(description), 1, 60)
}

fn three_states() -> Known {
    let transitions: Vec<Transition> = [(0, 1, 0.02), (0, 2, 0.005), (1, 0, 0.1), (1, 2, 0.05), (2, 0, 0.04)]
        .map(|(from, to, per_hour)| Transition { from, to, per_hour })
        .to_vec();
    let law = stationary_law(3, &transitions).unwrap();
    let single = Single {
        element: SimulatedElement::Chain(SimulatedChain { levels: vec![0, 1, 2], transitions }),
        levels: 3,
        down: Box::new(|level| level == 2),
    };
    Known {
        name: "chain",
        unavailability: law[2],
        failures_per_hour: law[0] * 0.005 + law[1] * 0.05,
        simulation: Box::new(move |seed| single.simulation(SimulationSettings { seed, ..steady(32) })),
    }
}

fn pairs(settings: SimulationSettings) -> Simulation {
    let mut structure = Structure::new();
    let mut series = Vec::new();
    for _ in 0..3 {
        let (one, other) = (structure.element(2), structure.element(2));
        let works = [one, other].map(|element| structure.at(element, |level| level == 0));
        series.push(structure.or(works));
    }
    let top = structure.and(series);
    let elements = vec![SimulatedElement::LoadShared(sharing(1, 100.0, 20.0)); 6];
    let model = SimulationModel {
        structure: &structure,
        elements: &elements,
        top,
        means: TopMeans::Up,
        amount: None,
    };
    Simulation::new(&model, settings).unwrap()
}

/// Up with (1 − u²)³; a failure is that of a unit whose fellow is down, while the other pairs are up.
fn series_of_pairs() -> Known {
    let unit = 20.0 / 120.0;
    let pair_up: f64 = 1.0 - unit * unit;
    Known {
        name: "series of pairs",
        unavailability: 1.0 - pair_up.powi(3),
        failures_per_hour: 3.0 * 2.0 * unit * (1.0 - unit) / 100.0 * pair_up.powi(2),
        simulation: Box::new(|seed| pairs(SimulationSettings { seed, ..steady(40) })),
    }
}

/// Where hours of the week are counted there are no cycles, so batches are used.
fn batches() -> Known {
    let always = ServiceHours::new([true; 168]).unwrap();
    let single = Single::sharing(sharing(1, 100.0, 20.0), 1);
    let settings = SimulationSettings { service_hours: Some(always), ..steady(128) };
    Known {
        name: "batches",
        unavailability: 20.0 / 120.0,
        failures_per_hour: 1.0 / 120.0,
        simulation: Box::new(move |seed| single.simulation(SimulationSettings { seed, ..settings.clone() })),
    }
}

/// With all up at first: u(t) = u·(1 − e^(−(λ + μ)t)), its mean over a year; and λ times the mean of 1 − u(t).
fn first_year() -> Known {
    let (failure, repair) = (1.0 / 2_000.0, 1.0 / 400.0);
    let sum: f64 = failure + repair;
    let unavailability = failure / sum * (1.0 - (1.0 - (-sum * YEAR_HOURS).exp()) / (sum * YEAR_HOURS));
    let single = Single::sharing(sharing(1, 1.0 / failure, 1.0 / repair), 1);
    let settings = SimulationSettings { start: Start::AllUp, ..steady(200) };
    Known {
        name: "first year",
        unavailability,
        failures_per_hour: failure * (1.0 - unavailability),
        simulation: Box::new(move |seed| single.simulation(SimulationSettings { seed, ..settings.clone() })),
    }
}

/// How many of the intervals do not hold the exact value, and how far their middle is from it, in standard errors of it.
fn misses_and_distance(estimates: &[Estimate], exact: f64) -> (usize, f64) {
    let misses = estimates.iter().filter(|estimate| {
        let interval = estimate.interval.expect("enough is seen");
        !(interval.low..=interval.high).contains(&exact)
    });
    #[allow(clippy::cast_precision_loss, reason = "a small count")]
    let number = estimates.len() as f64;
    let mean = estimates.iter().map(|estimate| estimate.value).sum::<f64>() / number;
    let squares = estimates.iter().map(|estimate| (estimate.value - mean).powi(2)).sum::<f64>();
    (misses.count(), (mean - exact) / (squares / (number - 1.0) / number).sqrt())
}

/// 11 cases with 44 seeds each are 484 intervals at 95 % for each of two figures. Samples are finite, so an interval need not miss with
/// exactly 5 %; in long runs of these cases 4.8 % to 5.0 % did, and 3.5 % to 6.5 % is allowed for here. With 6.5 % there are 62 misses or
/// more with a probability of 3.5e-7, with 3.5 % none with one of 3.3e-8. The mean over the seeds of a case is off by 7 standard errors
/// with a probability of 1.3e-8 (Student's T with 43 degrees of freedom), 1.4e-7 over the cases. So a right program fails this test
/// with a probability of some 5e-7 for each figure, 1e-6 in all.
#[test]
fn intervals_hold_the_exact_figures_as_often_as_they_say() {
    let mut misses = [0, 0];
    let mut methods = [0, 0, 0];
    for case in known() {
        let outcomes: Vec<Outcome> = (1..=44).map(|seed| finished((case.simulation)(seed))).collect();
        for outcome in &outcomes {
            methods[match outcome.unavailability().method {
                Method::Regenerative { .. } => 0,
                Method::BatchMeans { .. } => 1,
                Method::IndependentHistories { .. } => 2,
            }] += 1;
        }
        let figures = [
            (outcomes.iter().map(Outcome::unavailability).collect::<Vec<_>>(), case.unavailability),
            (outcomes.iter().map(Outcome::failures_per_hour).collect::<Vec<_>>(), case.failures_per_hour),
        ];
        for (figure, (estimates, exact)) in figures.iter().enumerate() {
            let (some, distance) = misses_and_distance(estimates, *exact);
            assert!(
                distance.abs() < 7.0,
                "{}, figure {figure}: off by {distance} standard errors",
                case.name
            );
            misses[figure] += some;
        }
    }
    assert!(misses.iter().all(|misses| (1..62).contains(misses)), "{misses:?}");
    assert!(methods.iter().all(|used| *used >= 44), "{methods:?}");
}

#[track_caller]
fn assert_holds(estimate: Estimate, exact: f64) {
    let interval = estimate.interval.unwrap();
    assert!((interval.low..=interval.high).contains(&exact), "{estimate:?} without {exact}");
    assert!(interval.high - interval.low < 0.5 * exact, "{estimate:?} says little of {exact}");
}

/// Renewal theory: of one unit with a crew of its own only the means matter, and so of several, each by itself. Each of the intervals
/// misses with a probability of some 1e-6.
#[test]
fn only_means_matter_to_units_with_crews_of_their_own() {
    for (life, repair) in [
        (Distribution::weibull(3.0, 150.0), Distribution::lognormal(10.0, 3.0)),
        (Distribution::weibull_with_mean(0.7, 120.0), Distribution::deterministic(20.0)),
        (Distribution::lognormal_with_mean(100.0, 0.8), Distribution::weibull(2.0, 30.0)),
        (Distribution::exponential(100.0), Distribution::lognormal_with_mean(25.0, 1.0)),
    ] {
        let (life, repair) = (life.unwrap(), repair.unwrap());
        let share = repair.mean_hours() / (life.mean_hours() + repair.mean_hours());
        for units in [1, 2] {
            let modes = vec![SimulatedMode { life, repair }];
            let description = SimulatedLoadShared { modes, ..sharing(units, 1.0, 1.0) };
            let outcome = finished(Single::sharing(description, 1).simulation(almost_sure(320)));
            assert!(matches!(outcome.unavailability().method, Method::BatchMeans { batches: 32 }));
            assert_holds(outcome.unavailability(), share.powi(i32::try_from(units).unwrap()));
        }
    }
}

#[test]
fn fixed_times_give_exact_years() {
    let modes = vec![SimulatedMode { life: fixed(90.0), repair: fixed(10.0) }];
    let single = Single::sharing(SimulatedLoadShared { modes, ..sharing(1, 1.0, 1.0) }, 1);
    let settings = SimulationSettings { start: Start::AllUp, ..steady(5) };
    let first = finished(single.simulation(settings.clone()));
    // 87 periods of 100 h and 60 h more, the same each year.
    for year in first.years() {
        assert_eq!((year.downtime_hours, year.longest_outage_hours, year.outages), (870.0, 10.0, 87));
    }
    assert_eq!(first.chance_within(870.0).share, 1.0);
    assert_eq!(first.chance_within(869.0).share, 0.0);
    // Five years one after the other are 438 periods. The last outage of the fourth year, from 35,090 h on, is cut at 35,040 h.
    let settings = SimulationSettings { streams: 1, start: Start::Steady { warm_up_hours: 0.0 }, ..settings };
    let on_and_on = finished(single.simulation(settings));
    assert_eq!(on_and_on.years().iter().map(|year| year.downtime_hours).sum::<f64>(), 4_380.0);
    assert_eq!(on_and_on.years().iter().map(|year| year.outages).sum::<u32>(), 438);
}

#[test]
fn an_outage_over_new_year_is_one_with_a_part_in_each_year() {
    let modes = vec![SimulatedMode { life: fixed(8_700.0), repair: fixed(100.0) }];
    let single = Single::sharing(SimulatedLoadShared { modes, ..sharing(1, 1.0, 1.0) }, 1);
    let start = Start::Steady { warm_up_hours: 0.0 };
    let outcome = finished(single.simulation(SimulationSettings { streams: 1, start, ..steady(2) }));
    let years: Vec<_> = outcome
        .years()
        .iter()
        .map(|year| (year.downtime_hours, year.longest_outage_hours, year.outages))
        .collect();
    // The second outage begins at 17,500 h, the second year ends at 17,520 h.
    assert_eq!(years, [(60.0, 60.0, 1), (60.0, 40.0, 1)]);
}

#[test]
fn a_window_takes_its_hours_each_time() {
    for (units, needed, takes_all, hours_each) in
        [(1, 1, false, 5.0), (1, 1, true, 5.0), (3, 3, true, 15.0), (3, 3, false, 5.0), (3, 2, true, 0.0)]
    {
        let window = MaintenanceWindow { every_hours: 730.0, offset_hours: 100.0, hours: 5.0, takes_all };
        let description = SimulatedLoadShared { units, window: Some(window), ..lasting() };
        let settings = SimulationSettings { start: Start::Steady { warm_up_hours: 0.0 }, ..steady(20) };
        let outcome = finished(Single::sharing(description, needed).simulation(settings));
        let outages = if hours_each > 0.0 { 12 } else { 0 };
        for year in outcome.years() {
            assert_eq!((year.downtime_hours, year.longest_outage_hours), (12.0 * hours_each, hours_each));
            assert_eq!(year.outages, outages);
        }
        assert!((outcome.unavailability().value - hours_each / 730.0).abs() < 1e-15);
    }
}

#[test]
fn a_window_comes_again_in_every_history_and_waits_for_planned_work() {
    let window = MaintenanceWindow { every_hours: 1_000.0, offset_hours: 0.0, hours: 10.0, takes_all: false };
    let description = SimulatedLoadShared { window: Some(window), ..lasting() };
    let settings = SimulationSettings { start: Start::AllUp, ..steady(4) };
    let outcome = finished(Single::sharing(description.clone(), 1).simulation(settings.clone()));
    assert!(outcome.years().iter().all(|year| year.outages == 9));
    // Planned work that goes on nearly always, on one of two units, leaves the window to wait: never two at once.
    let planned = Some(PlannedTimes { starts_per_hour: 1.0, duration: fixed(500.0) });
    let description = SimulatedLoadShared { units: 2, planned, ..description };
    let single = Single::sharing(description, 1);
    assert_eq!(finished(single.simulation(settings)).downtime_hours().percentile(1.0), 0.0);
}

#[test]
fn only_service_hours_count() {
    let office = std::array::from_fn(|hour| hour < 120 && (8..18).contains(&(hour % 24)));
    let office = ServiceHours::new(office).unwrap();
    for (offset_hours, hours_a_week) in [(2.0, 0.0), (7.0, 3.0), (16.5, 1.5), (130.0, 0.0)] {
        let window = MaintenanceWindow { every_hours: 168.0, offset_hours, hours: 4.0, takes_all: false };
        let description = SimulatedLoadShared { window: Some(window), ..lasting() };
        let settings =
            SimulationSettings { service_hours: Some(office.clone()), start: Start::AllUp, ..steady(3) };
        let outcome = finished(Single::sharing(description, 1).simulation(settings));
        for year in outcome.years() {
            // 52 weeks and a day that is a Monday.
            let weeks = if hours_a_week > 0.0 { 53 } else { 0 };
            assert_eq!(year.outages, weeks);
            assert_eq!(year.downtime_hours, f64::from(weeks) * hours_a_week);
            assert_eq!(year.hours, 52.0 * 50.0 + 10.0);
        }
    }
}

/// P(no failure in a year from all up) = e^(−λT). Wilson's intervals miss with a probability of some 1e-6 each.
#[test]
fn the_chance_of_a_year_without_outage_is_known() {
    for mtbf in [4_000.0, 20_000.0] {
        let settings = SimulationSettings { start: Start::AllUp, ..almost_sure(4_000) };
        let chance =
            finished(Single::sharing(sharing(1, mtbf, 5.0), 1).simulation(settings)).chance_within(0.0);
        let exact = (-YEAR_HOURS / mtbf).exp();
        assert!((chance.interval.low..=chance.interval.high).contains(&exact), "{chance:?} without {exact}");
        assert!(chance.interval.high - chance.interval.low < 0.1);
    }
}

/// The interval misses with a probability of some 1e-6.
#[test]
fn the_shortfall_is_that_of_the_exact_group() {
    let description = SimulatedLoadShared { crews: 1, ..sharing(4, 100.0, 20.0) };
    let group = Group::load_shared(&description.with_exponential_times().unwrap()).unwrap();
    let users = |level: usize| [1_000, 900, 600, 300, 0][level];
    let mut structure = Structure::new();
    let element = structure.element(5);
    let amount = structure.by_level(element, users);
    let top = structure.reaches(amount, 600);
    let elements = [SimulatedElement::LoadShared(description)];
    let model = SimulationModel {
        structure: &structure,
        elements: &elements,
        top,
        means: TopMeans::Up,
        amount: Some(amount),
    };
    let outcome = finished(Simulation::new(&model, almost_sure(100)).unwrap());
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    let short = group.law().iter().enumerate().map(|(level, share)| share * (1_000 - users(level)) as f64);
    assert_holds(outcome.shortfall(), short.sum());
    assert_holds(outcome.unavailability(), group.law()[3] + group.law()[4]);
}

/// With exponential lives each unit by itself fails at Σ 1 / mean life, whatever share of it is common, and with a crew of its own only
/// the mean repair matters: of n units n·u are down on average. The intervals miss with a probability of some 1e-6 each.
#[test]
fn a_common_cause_changes_no_mean_number_of_units_down() {
    let ways = vec![
        SimulatedMode { life: exponential(150.0), repair: fixed(5.0) },
        SimulatedMode {
            life: exponential(300.0),
            repair: Distribution::lognormal_with_mean(50.0, 0.7).unwrap(),
        },
    ];
    let down_per_hour_up: f64 = 5.0 / 150.0 + 50.0 / 300.0;
    let share = down_per_hour_up / (1.0 + down_per_hour_up);
    for common_cause_share in [0.0, 0.4, 1.0] {
        let description =
            SimulatedLoadShared { modes: ways.clone(), common_cause_share, ..sharing(3, 1.0, 1.0) };
        let mut structure = Structure::new();
        let element = structure.element(4);
        let amount = structure.by_level(element, |level| 3 - level as u64);
        let top = structure.fails(element);
        let elements = [SimulatedElement::LoadShared(description)];
        let means = TopMeans::Failed;
        let model =
            SimulationModel { structure: &structure, elements: &elements, top, means, amount: Some(amount) };
        assert_holds(finished(Simulation::new(&model, almost_sure(320)).unwrap()).shortfall(), 3.0 * share);
    }
}

#[test]
fn slices_threads_and_order_change_no_bit() {
    let settings = SimulationSettings { seed: 5, streams: 5, ..steady(23) };
    let whole = finished(pairs(settings.clone()));
    assert_eq!(whole.years().len(), 23);

    let mut sliced = pairs(settings.clone());
    let mut before = 0;
    loop {
        let progress = sliced.step(7);
        assert!(progress.years_done >= before && progress.years == 23);
        before = progress.years_done;
        if progress.is_done() {
            break;
        }
    }
    assert_eq!(sliced.outcome(), whole);

    let mut gathered = pairs(settings.clone());
    // One stream begun here is brought back from elsewhere all the same.
    gathered.step(100);
    let records = std::thread::scope(|scope| {
        let run = |stream| {
            let mut stream = gathered.stream(stream);
            scope.spawn(move || {
                while !stream.is_done() {
                    stream.step(1_000);
                }
                stream.into_record()
            })
        };
        let threads: Vec<_> = [3, 0, 4, 1].map(run).into_iter().collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    for record in records {
        gathered.accept(record).unwrap();
    }
    assert_eq!(finished(gathered), whole);

    let other = finished(pairs(SimulationSettings { seed: 6, ..settings }));
    assert_ne!(other.years(), whole.years());
}

#[test]
fn an_outcome_can_be_asked_for_at_any_time() {
    let mut simulation = pairs(steady(10));
    assert_eq!(simulation.outcome().years(), []);
    assert_eq!(simulation.outcome().unavailability().interval, None);
    simulation.step(5_000);
    let years = simulation.progress().years_done;
    assert!((1..10).contains(&years), "{years}");
    assert_eq!(simulation.outcome().years().len(), years);
    assert_eq!(simulation.outcome().years(), &finished(simulation).years()[..years]);
}

#[test]
fn records_that_do_not_fit_are_refused() {
    let mut simulation = pairs(steady(10));
    let unfinished = simulation.stream(0).into_record();
    assert_eq!(simulation.accept(unfinished), Err(SimulationError::OtherRecord));
    let mut foreign = pairs(SimulationSettings { streams: 5, ..steady(25) }).stream(4);
    while !foreign.is_done() {
        foreign.step(1_000);
    }
    assert_eq!(simulation.accept(foreign.into_record()), Err(SimulationError::OtherRecord));
}

#[test]
fn descriptions_without_meaning_are_refused() {
    let good = sharing(2, 100.0, 10.0);
    let window = |every_hours, hours| {
        Some(MaintenanceWindow { every_hours, offset_hours: 0.0, hours, takes_all: true })
    };
    let planned = Some(PlannedTimes { starts_per_hour: 0.0, duration: fixed(1.0) });
    let chain = |levels: &[usize], transitions: &[(usize, usize, f64)]| {
        let transitions =
            transitions.iter().map(|&(from, to, per_hour)| Transition { from, to, per_hour }).collect();
        SimulatedElement::Chain(SimulatedChain { levels: levels.to_vec(), transitions })
    };
    let shared = SimulatedElement::LoadShared;
    let active = SimulatedElement::ActivePassive;
    let refused = [
        shared(SimulatedLoadShared { units: 0, ..good.clone() }),
        shared(SimulatedLoadShared { units: 10_001, ..good.clone() }),
        shared(SimulatedLoadShared { crews: 0, ..good.clone() }),
        shared(SimulatedLoadShared { modes: Vec::new(), ..good.clone() }),
        shared(SimulatedLoadShared { common_cause_share: 1.5, ..good.clone() }),
        shared(SimulatedLoadShared { planned, ..good.clone() }),
        shared(SimulatedLoadShared { window: window(10.0, 6.0), ..good.clone() }),
        shared(SimulatedLoadShared { window: window(f64::NAN, 1.0), ..good.clone() }),
        // Of other levels than the element.
        shared(sharing(3, 100.0, 10.0)),
        active(SimulatedActivePassive { nodes: 1, ..standby() }),
        active(SimulatedActivePassive { coverage: -0.1, ..standby() }),
        active(SimulatedActivePassive { dormancy: f64::NAN, ..standby() }),
        active(SimulatedActivePassive { crews: 0, ..standby() }),
        active(SimulatedActivePassive {
            planned: Some(PlannedStarts { starts_per_hour: -1.0 }),
            ..standby()
        }),
        chain(&[], &[]),
        chain(&[0, 1], &[(0, 2, 1.0)]),
        chain(&[0, 1], &[(0, 1, 0.0)]),
        chain(&[0, 3], &[(0, 1, 1.0)]),
    ];
    let simulation = |element: &SimulatedElement, settings: SimulationSettings| {
        let mut structure = Structure::new();
        let place = structure.element(3);
        let top = structure.fails(place);
        let elements = [element.clone()];
        let means = TopMeans::Failed;
        let model = SimulationModel { structure: &structure, elements: &elements, top, means, amount: None };
        Simulation::new(&model, settings).err()
    };
    let good = shared(good);
    assert_eq!(simulation(&good, steady(2)), None);
    assert_eq!(simulation(&active(standby()), steady(2)), None);
    for element in &refused {
        assert!(simulation(element, steady(2)).is_some(), "{element:?}");
    }
    for settings in [
        SimulationSettings { years: 0, ..steady(2) },
        SimulationSettings { years: 1_000_001, ..steady(2) },
        SimulationSettings { streams: 0, ..steady(2) },
        SimulationSettings { streams: 3, ..steady(2) },
        SimulationSettings { start: Start::Steady { warm_up_hours: -1.0 }, ..steady(2) },
        SimulationSettings { start: Start::Steady { warm_up_hours: 1e30 }, ..steady(2) },
    ] {
        assert!(simulation(&good, settings.clone()).is_some(), "{settings:?}");
    }
    assert!(Confidence::new(1.0).is_err());

    let structure = Structure::new();
    let top = structure.clone().constant(true);
    let elements = [good];
    let means = TopMeans::Failed;
    let model = SimulationModel { structure: &structure, elements: &elements, top, means, amount: None };
    let error = Simulation::new(&model, steady(2)).unwrap_err();
    assert_eq!(error, SimulationError::OtherElements { elements: 0, given: 1 });
}
