//! Whatever is killed in any plan, nobody is served who was not, and no further failure serves anybody more.

use availability_planner::analysis::{Casualty, FailureSet, Measures, Now, Options, under_failure};
use availability_planner::catalog::Catalog;
use availability_planner::plan::Scenario;
use proptest::prelude::*;

use crate::answers::answered;
use crate::bounds::Problems;
use crate::plan::{plan, sensible};

/// Everything that can be killed: all components, pools, computers, sites and lines, and the first and last server of every component.
fn casualties(scenario: &Scenario) -> Vec<Casualty> {
    let mut all: Vec<Casualty> = Vec::new();
    for component in &scenario.components {
        all.push(Casualty::Node(component.id.clone()));
        for server in component.servers.first().into_iter().chain(component.servers.last()) {
            let (component, server) = (component.id.clone(), server.id.clone());
            all.push(Casualty::Server { component, server });
        }
        all.extend(component.servers.first().map(|server| Casualty::Computer(server.computer.clone())));
    }
    all.extend(scenario.pools.iter().map(|pool| Casualty::Node(pool.id.clone())));
    for site in &scenario.sites {
        all.push(Casualty::Site(site.id.clone()));
        all.extend(site.wan_links.iter().map(|line| Casualty::Line(site.id.clone(), line.to.clone())));
    }
    all
}

fn with_down(scenario: &Scenario, casualties: &[&Casualty]) -> Option<Now> {
    let mut down = FailureSet::default();
    for casualty in casualties {
        down.kill(scenario, casualty);
        if casualty.exists(scenario) {
            assert!(down.holds(scenario, casualty), "{casualty:?}");
        }
    }
    answered(under_failure(scenario, &Catalog::bundled(), Options::default(), &down))
}

/// No row serves more than before, and nobody is counted twice.
fn compare(before: &Now, after: &Now, problems: &mut Problems) {
    let name = &after.name;
    problems.unless(before.workloads.len() == after.workloads.len(), || format!("{name}: other rows"));
    for (old, new) in before.workloads.iter().zip(&after.workloads) {
        let key = &new.held.key;
        let (was, is) = (old.users_served.value, new.users_served.value);
        problems.figure(&new.users_served);
        problems.figure(&new.users_reconnecting);
        problems.unless(is <= was * (1.0 + 1e-9), || format!("{name}, {}: {was} → {is} served", key.id()));
        let demand = new.held.measures.demand_users.value;
        let moved = new.users_reconnecting.value;
        problems.unless(moved <= demand * (1.0 + 1e-9), || {
            format!("{name}, {}: {moved} of {demand} reconnect", key.id())
        });
        problems.measures(&format!("{name}, {}", key.id()), &new.held.measures);
    }
    let users = after.headline.as_ref().map_or(0.0, |now| now.held.measures.demand_users.value);
    let impact = &after.impact;
    let hit = impact.users_cut_off.value + impact.users_over_capacity.value;
    problems.unless(hit <= users * (1.0 + 1e-9), || format!("{name}: {hit} of {users} users hit"));
    for load in &after.loads {
        problems.figure(&load.users_each);
        problems.figure(&load.users_each_before);
        problems.figure(&load.capacity_each);
    }
}

fn problems(scenario: &Scenario, pairs: &[(usize, usize)]) -> Vec<String> {
    let mut problems = Problems::default();
    let all = casualties(scenario);
    let Some(whole) = with_down(scenario, &[]) else { return Vec::new() };
    for (first, second) in pairs.iter().filter(|_| !all.is_empty()) {
        let (first, second) = (&all[first % all.len()], &all[second % all.len()]);
        let Some(one) = with_down(scenario, &[first]) else { continue };
        compare(&whole, &one, &mut problems);
        let Some(both) = with_down(scenario, &[first, second]) else { continue };
        compare(&one, &both, &mut problems);
    }
    problems.found
}

/// What is better in the long run with something held down than with all of it repaired. Reconnecting is left out, since who is cut
/// off for ever never connects again, and so is planned work, of which fewer servers have less.
fn better(whole: &Now, held: &Now) -> Vec<String> {
    let mut better = Vec::new();
    for (old, new) in whole.workloads.iter().zip(&held.workloads) {
        let lost = |measures: &Measures| measures.losses.outage.value + measures.losses.over_capacity.value;
        let (old, key, new) = (&old.held.measures, &new.held.key, &new.held.measures);
        for (what, before, after) in [
            ("any", old.unavailability_any.value, new.unavailability_any.value),
            ("full", old.unavailability_full.value, new.unavailability_full.value),
            ("lost", lost(old), lost(new)),
        ] {
            if after < before * (1.0 - 1e-9) {
                better.push(format!("{}, {}: {what} {before:e} → {after:e}", held.name, key.id()));
            }
        }
    }
    better
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_failure_serves_anybody_more(
        plan in plan(),
        pairs in proptest::collection::vec((0..997_usize, 0..997_usize), 6),
    ) {
        let problems = problems(&plan, &pairs);
        prop_assert!(problems.is_empty(), "{problems:#?}");
    }

    #[test]
    fn nothing_is_better_for_being_held_down(
        mut plan in sensible(),
        chosen in proptest::collection::vec(0..997_usize, 8),
    ) {
        std::rc::Rc::make_mut(&mut plan.targets).planned_work_counts = false;
        let all = casualties(&plan);
        if let Some(whole) = with_down(&plan, &[]) {
            for number in chosen {
                let held = with_down(&plan, &[&all[number % all.len()]]);
                let better = held.map_or_else(Vec::new, |held| better(&whole, &held));
                prop_assert!(better.is_empty(), "{better:#?}");
            }
        }
    }
}
