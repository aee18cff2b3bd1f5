//! The figures of this moment, with some servers killed: who is served now, and what the long run looks like if the
//! killed servers stay down.

use std::rc::Rc;

use super::answer::{Headline, Impact, RowKey, WorkloadRow};
use super::compile::Compiled;
use super::failure::{Event, FailureAccount, Load, Whole};
use super::failure_set::FailureSet;
use super::options::{AnalysisError, Options};
use super::topology::Topology;
use super::turns::{Turns, at_once};
use super::{components, headline_of, measure, refused, rows};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::plan::Scenario;

/// A row of the table of workloads, with servers down.
#[derive(Debug, Clone, PartialEq)]
pub struct RowNow {
    /// Users served at this moment: with everything else up, and once everybody who can has connected again.
    pub users_served: Rc<Figure>,
    /// Users of it who have to connect again at this moment.
    pub users_reconnecting: Rc<Figure>,
    /// The row in the long run if the servers stay down: the others go on failing and being repaired.
    pub held: WorkloadRow,
}

/// The plan in one line, with servers down.
#[derive(Debug, Clone, PartialEq)]
pub struct HeadlineNow {
    /// Users of IM and presence served at this moment.
    pub users_served: Rc<Figure>,
    /// The headline in the long run if the servers stay down.
    pub held: Headline,
}

/// What a failure set does to a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// What is down, in a few words.
    pub name: String,
    /// What happened, in one sentence.
    pub sentence: String,
    /// The plan in one line; none while the plan has no users.
    pub headline: Option<HeadlineNow>,
    /// The table of workloads, with the rows of the plan's own.
    pub workloads: Vec<RowNow>,
    /// Users hit, from the state in which everything is up.
    pub impact: Impact,
    /// Rows whose meetings break off.
    pub meetings_interrupted: Vec<RowKey>,
    /// Rows whose meetings go on once their users are connected again.
    pub meetings_resumed: Vec<RowKey>,
    /// The load of every server that is left and has a limit.
    pub loads: Vec<Load>,
    /// What is known of such a failure.
    pub account: FailureAccount,
}

/// Analyses a scenario with servers and sites down. The set must be in line with the scenario; see
/// [`FailureSet::settle`].
///
/// The long-run figures are those of the plan under the condition that the killed servers never come back: of a group
/// with n servers of which j are killed, the n − j others make a group of their own, with their own failures, repairs
/// and planned work; of the nodes of a cluster likewise, so that the last one has none to fail over to. What the nodes
/// share stays in series with them.
///
/// # Errors
/// [`AnalysisError`] names the component whose figures make no model.
pub fn under_failure(
    scenario: &Scenario,
    catalog: &Catalog,
    options: Options,
    down: &FailureSet,
) -> Result<Now, AnalysisError> {
    let catalog = &*scenario.catalog(catalog);
    let topology = Topology::read(scenario, catalog);
    let mut plan = Compiled::new(scenario, catalog, &topology, options, &FailureSet::default())?;
    let plan_rows = at_once(rows::rows(&mut plan, Turns::ENDLESS))?;
    let whole = Whole::new(&plan, &plan_rows);
    let event = Event::new(&whole, down)?;
    let name = down.name(scenario, catalog);
    let impact = event.impact(&format!("with {name} down"));
    let loads = event.loads()?;

    let mut held = Compiled::new(scenario, catalog, &topology, options, down)?;
    let held_rows = at_once(rows::rows(&mut held, Turns::ENDLESS))?;
    let mut parts = at_once(components::component_figures(&mut held, &[], Turns::ENDLESS))?;
    let mut answered = measure::Answered::default();
    let mut workloads = Vec::new();
    for (index, row) in held_rows.iter().enumerate() {
        let held = rows::answer(&held, row, &mut answered, &parts);
        let demand = Rc::clone(&held.measures.demand_users);
        let users_served = Figure::computed(
            "Users served now",
            demand.value * event.served(index),
            Unit::Users,
            format!("connected users · share served with {name} down and everything else up"),
            vec![Rc::clone(&demand)],
        );
        let users_reconnecting = Figure::computed(
            "Users reconnecting now",
            demand.value * event.share_reconnecting(index),
            Unit::Users,
            format!("connected users · share whose servers go down or over to others with {name} down"),
            vec![demand],
        );
        workloads.push(RowNow { users_served, users_reconnecting, held });
    }
    let answered: Vec<WorkloadRow> = workloads.iter().map(|row| row.held.clone()).collect();
    let pools = components::pool_figures(&mut held, &parts)?;
    parts.extend(pools);
    let headline = headline_of(&mut held, &answered, &parts)?.map(|held| {
        let rows = workloads.iter().filter(|row| row.held.key.workload == Workload::ImPresence);
        let inputs: Vec<Rc<Figure>> = rows.map(|row| Rc::clone(&row.users_served)).collect();
        let users = inputs.iter().map(|figure| figure.value).sum();
        let formula = "sum over the rows of IM and presence";
        let users_served = Figure::computed("Users served now", users, Unit::Users, formula, inputs);
        HeadlineNow { users_served, held }
    });
    refused(&plan)?;
    refused(&held)?;
    let (meetings_interrupted, meetings_resumed) = event.meetings();
    Ok(Now {
        sentence: event.sentence(&impact, &loads),
        account: event.account(),
        name,
        headline,
        workloads,
        impact,
        meetings_interrupted,
        meetings_resumed,
        loads,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::failure_set::Casualty;
    use crate::plan::build::PlanBuilder;

    /// Two ways lead to who is served now: the plan's model with groups held at levels, and a model without the killed
    /// servers.
    #[test]
    fn holding_servers_down_and_leaving_them_out_serve_the_same_users() {
        let catalog = Catalog::bundled();
        let plan = PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(3).balancers(2).back_ends(2).file_share())
            .standard_edition("home")
            .edge("edge", 2, "pool")
            .balancers("edge-balancers", 1, "edge")
            .edge("single", 1, "home")
            .chat("chat", 3, "home", 2)
            .users_with("many", 30_000, "pool", |users| {
                users.remote_share = 0.4;
                users.group_chat_share = 0.3;
            })
            .users_with("few", 4_000, "home", |users| users.remote_share = 0.5)
            .with("single", |edge| edge.servers.iter_mut().for_each(|server| server.computer = "one".into()))
            .with("pool-front-ends", |front| {
                front.servers.iter_mut().take(1).for_each(|server| server.computer = "one".into());
            });
        let scenario = plan.scenario();
        let options = Options::default();
        let topology = Topology::read(&scenario, &catalog);
        let mut whole =
            Compiled::new(&scenario, &catalog, &topology, options, &FailureSet::default()).unwrap();
        let whole_rows = at_once(rows::rows(&mut whole, Turns::ENDLESS)).unwrap();
        let calm = Whole::new(&whole, &whole_rows);
        let servers: Vec<_> = scenario.servers().collect();
        let mut hurt = 0;
        for (place, (first, a)) in servers.iter().enumerate() {
            for (second, b) in servers.iter().skip(place) {
                let mut down = FailureSet::default();
                for (component, server) in [(first, a), (second, b)] {
                    let (component, server) = (component.id.clone(), server.id.clone());
                    down.kill(&scenario, &Casualty::Server { component, server });
                }
                let event = Event::new(&calm, &down).unwrap();
                let mut without = Compiled::new(&scenario, &catalog, &topology, options, &down).unwrap();
                let rows = at_once(rows::rows(&mut without, Turns::ENDLESS)).unwrap();
                assert_eq!(rows.len(), whole_rows.len());
                for (index, row) in rows.iter().enumerate() {
                    let unserved = without.model.value_at(row.course.unserved.share, &|_| 0);
                    let served = event.served(index);
                    assert!((served - (1.0 - unserved)).abs() < 1e-12, "{down:?} {:?}: {served}", row.key);
                    hurt += u32::from(served < 1.0);
                }
            }
        }
        assert!(hurt > 100, "only {hurt} rows were hurt");
    }
}
