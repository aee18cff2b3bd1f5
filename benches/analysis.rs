//! How long a full analysis takes: all workloads, losses, single failures and component figures.

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may stop at the first surprise")]

use std::hint::black_box;

use availability_planner::analysis::{Casualty, FailureSet, Options, analyse, under_failure};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::Scenario;
use availability_planner::plan::build::PlanBuilder;
use criterion::{Criterion, criterion_group, criterion_main};

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

fn analysis(criterion: &mut Criterion) {
    let catalog = Catalog::bundled();
    let mut plans: Vec<(&str, Scenario)> = TEMPLATES
        .iter()
        .map(|template| {
            let document = template.open(&catalog).unwrap();
            (template.id, document.scenarios.first().unwrap().as_ref().clone())
        })
        .collect();
    plans.push(("fifteen components", fifteen_components()));
    for (name, scenario) in plans {
        criterion.bench_function(&format!("analyse {name}"), |bencher| {
            bencher.iter(|| analyse(black_box(&scenario), &catalog, Options::default()));
        });
        let mut down = FailureSet::default();
        if let Some((component, server)) = scenario.servers().nth(2) {
            let (component, server) = (component.id.clone(), server.id.clone());
            down.kill(&scenario, &Casualty::Server { component, server });
        }
        criterion.bench_function(&format!("kill a server of {name}"), |bencher| {
            bencher.iter(|| under_failure(black_box(&scenario), &catalog, Options::default(), &down));
        });
    }
}

criterion_group!(benches, analysis);
criterion_main!(benches);
