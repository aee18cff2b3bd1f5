//! A full analysis: all workloads, losses, single failures and component figures.

use availability_planner::analysis::{Casualty, FailureSet, Options, analyse, under_failure};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::Scenario;
use availability_planner::plan::build::PlanBuilder;

use crate::run::run;
use crate::{Bench, Case};

fn template(place: usize) -> Scenario {
    let document = TEMPLATES[place].open(&Catalog::bundled()).unwrap();
    document.scenarios.first().unwrap().as_ref().clone()
}

/// A plan of fifteen components: two pools, an Edge array and Group Chat.
fn fifteen_components() -> Scenario {
    PlanBuilder::new()
        .pool("first", |pool| pool.front_ends(8).balancers(2).back_ends(2).file_share())
        .pool("second", |pool| pool.front_ends(4).balancers(2).back_ends(2).file_share())
        .edge("edge", 4, "first")
        .balancers("edge-balancers", 2, "edge")
        .reverse_proxy("proxy", "first")
        .chat("chat", 5, "first", 2)
        .standard_edition("branch")
        .standard_edition("other-branch")
        .users_with("many", 80_000, "first", |users| {
            users.remote_share = 0.1;
            users.group_chat_share = 0.1;
        })
        .users_with("some", 30_000, "second", |users| users.remote_share = 0.1)
        .users("few", 3_000, "branch")
        .users("fewer", 1_000, "other-branch")
        .scenario()
}

/// A plan of a thousand components: 142 pools, each with an Edge array and users of its own, and six branches.
fn thousand_components() -> Scenario {
    let mut plan = PlanBuilder::new();
    for number in 0..142 {
        let named = |what: &str| format!("{what}-{number}");
        let pool = named("pool");
        plan = plan
            .pool(&pool, |pool| pool.front_ends(4).balancers(2).back_ends(2).file_share())
            .edge(&named("edge"), 2, &pool)
            .balancers(&named("edge-balancers"), 2, &named("edge"))
            .reverse_proxy(&named("proxy"), &pool)
            .users_with(&named("users"), 20_000, &pool, |users| users.remote_share = 0.1);
    }
    for number in 0..6 {
        let branch = format!("branch-{number}");
        plan = plan.standard_edition(&branch).users(&format!("users-of-{branch}"), 3_000, &branch);
    }
    plan.scenario()
}

fn analysis_of(name: &str, scenario: impl Fn() -> Scenario + 'static) -> Case {
    Case::new(Bench::Analysis, format!("analyse {name}"), move || {
        let (scenario, catalog) = (scenario(), Catalog::bundled());
        run(move || analyse(&scenario, &catalog, Options::default()))
    })
}

fn killing_in(name: &str, scenario: impl Fn() -> Scenario + 'static) -> Case {
    Case::new(Bench::Analysis, format!("kill a server of {name}"), move || {
        let (scenario, catalog) = (scenario(), Catalog::bundled());
        let mut down = FailureSet::default();
        let (component, server) = scenario.servers().take(3).last().unwrap();
        let (component, server) = (component.id.clone(), server.id.clone());
        down.kill(&scenario, &Casualty::Server { component, server });
        run(move || under_failure(&scenario, &catalog, Options::default(), &down))
    })
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (place, known) in TEMPLATES.iter().enumerate() {
        cases.push(analysis_of(known.id, move || template(place)).within_ms(2.0));
        cases.push(killing_in(known.id, move || template(place)));
    }
    cases.extend([
        analysis_of("fifteen components", fifteen_components).within_ms(2.0),
        killing_in("fifteen components", fifteen_components),
        analysis_of("1,000 components", thousand_components).within_ms(100.0).large(),
        killing_in("1,000 components", thousand_components).large(),
    ]);
    cases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_have_as_many_components_as_they_are_called_by() {
        assert_eq!(fifteen_components().components.len(), 15);
        assert_eq!(thousand_components().components.len(), 1_000);
    }
}
