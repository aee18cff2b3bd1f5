//! Every figure of an answer can be traced, step by step, to what the catalog or the plan states.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::rc::Rc;

use availability_planner::analysis::{Analysis, Measures, Options, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::{Derivation, Figure, Mark};
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Document, Scenario};

fn analysed(scenario: &Scenario) -> Analysis {
    analyse(scenario, &Catalog::bundled(), Options::default()).unwrap()
}

fn of_measures(measures: &Measures) -> Vec<Rc<Figure>> {
    let losses = &measures.losses;
    let mut all: Vec<Rc<Figure>> = [
        &measures.demand_users,
        &measures.capacity_users,
        &measures.unavailability_any,
        &measures.unavailability_full,
        &measures.unavailability_user_weighted,
        &measures.outages_per_year,
        &measures.mean_down_time,
        &losses.outage,
        &losses.over_capacity,
        &losses.reconnect,
        &losses.planned,
        &losses.total,
    ]
    .map(Rc::clone)
    .to_vec();
    all.extend(measures.load());
    all.extend([measures.down_time(), losses.planned_share()]);
    all
}

/// Every figure that a page can show of an answer.
fn all_figures(analysis: &Analysis) -> Vec<Rc<Figure>> {
    let mut all: Vec<Rc<Figure>> =
        analysis.headline.iter().flat_map(|headline| of_measures(&headline.measures)).collect();
    all.extend(analysis.workloads.iter().flat_map(|row| of_measures(&row.measures)));
    all.push(analysis.single_points());
    for failure in &analysis.failures {
        let impact = &failure.impact;
        all.extend([&impact.users_cut_off, &impact.users_over_capacity].map(Rc::clone));
        all.extend([&impact.users_reconnecting, &impact.reconnect_time].map(Rc::clone));
        all.push(failure.unserved());
    }
    for figures in analysis.components.values() {
        all.extend([&figures.unavailability, &figures.mtbf, &figures.mttr].map(Rc::clone));
        all.extend(figures.capacity_users.iter().chain(&figures.demand_users).map(Rc::clone));
        all.extend(figures.load());
        all.push(figures.down_time());
    }
    all
}

/// Follows every way down from a figure to its end.
#[track_caller]
fn ends_in_statements(figure: &Figure) {
    assert!(figure.value.is_finite() && !figure.name.is_empty(), "{figure:?}");
    match &figure.derivation {
        Derivation::Computed { formula, inputs } => {
            assert_eq!(figure.mark, Mark::Derived, "{}", figure.name);
            assert!(!formula.is_empty(), "{} has no formula", figure.name);
            // What nobody wants is derived from nobody.
            assert!(!inputs.is_empty() || figure.value == 0.0, "{} comes from nothing", figure.name);
            for input in inputs.iter() {
                ends_in_statements(input);
            }
        }
        Derivation::Entered { replaces } => replaces.iter().for_each(|old| ends_in_statements(old)),
        Derivation::Catalog { source, note } => {
            assert!(!source.title.is_empty() && !note.is_empty(), "{}", figure.name);
        }
    }
}

fn plans() -> Vec<Scenario> {
    let open = |document: Document| document.scenarios.first().unwrap().as_ref().clone();
    let catalog = Catalog::bundled();
    let mut plans: Vec<Scenario> =
        TEMPLATES.iter().map(|template| open(template.open(&catalog).unwrap())).collect();
    plans.push(
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(3).balancers(2).back_ends(2).file_share())
            .edge("edge", 2, "pool")
            .balancers("balancers", 1, "edge")
            .chat("chat", 2, "pool", 2)
            .standard_edition("branch")
            .users_with("users", 20_000, "pool", |users| {
                users.remote_share = 0.2;
                users.group_chat_share = 0.1;
            })
            .users("few", 10, "branch")
            .with("pool-front-ends", |component| {
                component.overrides.insert("hardware-mtbf".into(), 70_000.0);
            })
            .scenario(),
    );
    plans
}

#[test]
fn every_figure_comes_from_what_the_catalog_or_the_plan_states() {
    for scenario in plans() {
        let figures = all_figures(&analysed(&scenario));
        assert!(!figures.is_empty());
        for figure in &figures {
            ends_in_statements(figure);
        }
    }
}

#[test]
fn the_users_who_want_a_part_are_the_sum_of_those_that_it_is_derived_from() {
    for scenario in plans() {
        let analysis = analysed(&scenario);
        for figures in analysis.components.values() {
            let Some(demand) = &figures.demand_users else { continue };
            // Where others of its kind carry the same users, a part has as many of them as it has of their servers.
            let (all, share) = match demand.inputs() {
                [all, own, alike] if alike.name.starts_with("Servers") => (all, own.value / alike.value),
                _ => (demand, 1.0),
            };
            let sum: f64 = all.inputs().iter().map(|input| input.value).sum();
            assert!((sum - all.value).abs() <= 1e-9 * all.value, "{}: {sum}", all.name);
            assert!((all.value * share - demand.value).abs() <= 1e-9 * all.value, "{}", demand.name);
        }
    }
}

#[test]
fn what_follows_by_one_division_is_what_it_says() {
    let analysis = analysed(plans().last().unwrap());
    let measures = &analysis.headline.as_ref().unwrap().measures;
    let load = measures.load().unwrap().value;
    assert!((load * measures.capacity_users.value - measures.demand_users.value).abs() < 1e-9);
    let planned = measures.losses.planned_share().value;
    assert!((planned * measures.losses.total.value - measures.losses.planned.value).abs() < 1e-9);
    let edge = analysis.components.get(&"edge".into()).unwrap();
    assert!((edge.down_time().value / 525_600.0 - edge.unavailability.value).abs() < 1e-15);
    assert!((edge.load().unwrap().value - 0.4).abs() < 1e-12, "4,000 of 10,000 users");
}

#[test]
fn the_worst_failure_and_the_single_points_are_those_of_the_answer() {
    for scenario in plans() {
        let analysis = analysed(&scenario);
        let most = analysis.failures.iter().map(|failure| failure.unserved().value).fold(0.0, f64::max);
        assert!((analysis.worst_failure().unwrap().unserved().value - most).abs() < 1e-12);
        let components = scenario.components.iter().filter_map(|part| analysis.components.get(&part.id));
        let single = components.filter(|figures| figures.single_point_of_failure).count();
        assert_eq!(analysis.single_points().value.to_string(), single.to_string());
    }
}
