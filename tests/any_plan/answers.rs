//! The figures of any plan are numbers within their bounds.

use std::rc::Rc;

use availability_planner::analysis::{
    Analysis, AnalysisError, Options, Recovery, ServedUsers, Sizing, analyse, recovery, served_users, sizing,
};
use availability_planner::catalog::Catalog;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Scenario, validate_scenario};
use proptest::prelude::*;

use crate::bounds::Problems;
use crate::plan::plan;

/// A plan may be too large to be answered exactly, and is refused then; there is no other reason not to answer.
pub fn answered<T>(answer: Result<T, AnalysisError>) -> Option<T> {
    match answer {
        Ok(answer) => Some(answer),
        Err(AnalysisError::TooManyOutcomes { .. }) => None,
        Err(error) if error.to_string().contains("cells of the model's diagram") => None,
        Err(error) => panic!("{error}"),
    }
}

fn of_analysis(analysis: &Analysis, problems: &mut Problems) {
    for row in &analysis.workloads {
        problems.measures(&row.key.id(), &row.measures);
    }
    if let Some(headline) = &analysis.headline {
        problems.measures("headline", &headline.measures);
    }
    for figures in analysis.components.values() {
        problems.share(&figures.unavailability);
        for figure in [&figures.mtbf, &figures.mttr]
            .into_iter()
            .chain(&figures.capacity_users)
            .chain(&figures.demand_users)
        {
            problems.figure(figure);
        }
    }
    let users = analysis.headline.as_ref().map_or(0.0, |headline| headline.measures.demand_users.value);
    for failure in &analysis.failures {
        let impact = &failure.impact;
        problems.figure(&impact.reconnect_time);
        for figure in [&impact.users_cut_off, &impact.users_over_capacity, &impact.users_reconnecting] {
            problems.figure(figure);
            let hit = figure.value;
            problems.unless(hit <= users * (1.0 + 1e-9), || format!("{}: {hit} of {users}", figure.name));
        }
        let unserved = failure.unserved().value;
        problems.unless(unserved <= users * (1.0 + 1e-9), || {
            format!("{}: {unserved} of {users} not served", failure.component_name)
        });
    }
}

fn of_served(served: &ServedUsers, problems: &mut Problems) {
    problems.figure(&served.demand_users);
    problems.share(&served.nobody);
    problems.share(&served.not_everybody);
    let demand = served.demand_users.value;
    let sum: f64 = served.steps.iter().map(|step| step.probability).sum();
    problems.unless(served.steps.is_empty() || (sum - 1.0).abs() <= 1e-9, || format!("served: Σ {sum}"));
    for step in &served.steps {
        let within = (-1e-9 * demand..=demand * (1.0 + 1e-9)).contains(&step.users)
            && (0.0..=1.0 + 1e-12).contains(&step.probability)
            && (0.0..=1.0 + 1e-12).contains(&step.at_least)
            && (0.0..=1.0 + 1e-12).contains(&step.fewer);
        problems.unless(within, || format!("served: {step:?} of {demand}"));
    }
}

fn of_recovery(recovery: &Recovery, problems: &mut Problems) {
    for moved in &recovery.moves {
        for figure in [&moved.users, &moved.room, &moved.hours_to_move, &moved.recovery_point, &moved.without]
        {
            problems.figure(figure);
        }
        problems.share(&moved.fitting);
        problems.figure(&moved.with);
        problems.unless(moved.with.value <= moved.without.value * (1.0 + 1e-12), || {
            format!(
                "moving {} makes {} minutes of {}",
                moved.population, moved.with.value, moved.without.value
            )
        });
    }
    for site in &recovery.sites {
        for figure in [
            &site.users_cut_off,
            &site.users_moved,
            &site.users_waiting,
            &site.hours_to_move,
            &site.hours_to_rebuild,
            &site.recovery_point,
        ] {
            problems.figure(figure);
        }
    }
}

fn of_sizing(sizing: &Sizing, problems: &mut Problems) {
    for figure in sizing.figures() {
        problems.figure(figure);
    }
    for need in sizing.sections.iter().flat_map(|section| &section.needs) {
        let falls = need.headroom.windows(2).all(|pair| pair[1].value <= pair[0].value);
        problems.unless(falls, || format!("{}: more is left after more losses", need.id));
    }
}

fn problems(scenario: &Rc<Scenario>) -> Vec<String> {
    let (catalog, options, mut problems) = (Catalog::bundled(), Options::default(), Problems::default());
    if let Some(analysis) = answered(analyse(scenario, &catalog, options)) {
        of_analysis(&analysis, &mut problems);
    }
    if let Some(served) = answered(served_users(scenario, &catalog, options)) {
        of_served(&served, &mut problems);
    }
    if let Some(recovery) = answered(recovery(scenario, &catalog, options)) {
        of_recovery(&recovery, &mut problems);
    }
    if let Some(sizing) = answered(sizing(scenario, &catalog)) {
        of_sizing(&sizing, &mut problems);
    }
    problems.found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_a_number_within_its_bounds(plan in plan()) {
        validate_scenario(&plan, &Catalog::bundled()).unwrap();
        let problems = problems(&Rc::new(plan));
        prop_assert!(problems.is_empty(), "{problems:#?}");
    }
}

/// A day to connect again, and servers that fail within hours: to first order that is more than a year in a year.
#[test]
fn reconnecting_takes_no_more_of_a_year_than_there_is() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(3).balancers(2).back_ends(2))
        .users("users", 1_000, "pool")
        .adjusted(|scenario| {
            scenario.figures.insert("reconnect-time".into(), 86_400.0);
            scenario.figures.insert("hardware-mtbf".into(), 2.0);
        });
    let plan = plan.scenario();
    let headline = analyse(&plan, &Catalog::bundled(), Options::default()).unwrap().headline.unwrap();
    let measures = &headline.measures;
    let lost = measures.unavailability_user_weighted.value;
    assert!((lost - 1.0).abs() < 1e-9, "{lost}");
    assert!(measures.losses.reconnect.value > 0.0 && measures.losses.outage.value > 0.0);
    assert_eq!(problems(&Rc::new(plan)), Vec::<String>::new());
}
