//! What rows have in common: the way that users of one home take through the same stages.

use std::rc::Rc;

use super::answer::Location;
use super::compile::Compiled;
use super::measure::Unserved;
use super::options::AnalysisError;
use super::parts::PlannedCountsAs;
use super::stage::{Stage, stages};
use crate::catalog::workload::Workload;
use crate::collected::{Map, Set};
use crate::plan::{NodeId, Population, SiteId};
use crate::reliability::{Function, GroupId};

/// From where users come and through what. Who they are, how many they are and what they do makes no difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Route {
    /// None for users without a home, whom nobody serves.
    pub home: Option<NodeId>,
    /// Where they sit and where their home stands, if these are two places.
    pub branch: Option<(SiteId, SiteId)>,
    /// The stages that ask for something.
    pub stages: Vec<Stage>,
}

/// A course as functions of the model.
#[derive(Debug)]
pub(super) struct Course {
    /// Its place among all of the plan.
    pub number: usize,
    pub route: Route,
    /// Users whom the smallest tier on it carries with everything up.
    pub capacity_users: f64,
    /// Share of the users that is not served.
    pub unserved: Unserved,
    /// Groups on whose level the share depends.
    pub support: Vec<GroupId>,
    /// Components on it, for the figures' derivation.
    pub path: Vec<NodeId>,
}

/// All courses that anybody follows.
#[derive(Debug, Default)]
pub(super) struct Courses {
    numbers: Map<Route, usize>,
    all: Vec<Rc<Course>>,
}

impl Courses {
    /// In the order of their numbers.
    pub fn all(&self) -> &[Rc<Course>] {
        &self.all
    }
}

impl Route {
    /// That of users of the population at the location who want the workload.
    pub fn of(
        compiled: &Compiled<'_>,
        workload: Workload,
        population: &Population,
        location: Location,
    ) -> Self {
        let Some(home) = &population.home else {
            return Self { home: None, branch: None, stages: Vec::new() };
        };
        let asks = |stage: &Stage| *stage == Stage::Home || compiled.topology.ways(*stage, home).is_some();
        let branch = branch_of(compiled, population).filter(|_| location == Location::Branch);
        let stages = stages(workload, location).into_iter().filter(asks).collect();
        Self { home: Some(home.clone()), branch, stages }
    }

    /// The tiers that users pass: those of their home, one for each stage.
    pub fn tiers(&self) -> impl Iterator<Item = (&NodeId, Stage)> {
        let stages = self.stages.iter().copied();
        stages.filter_map(|stage| Some((self.home.as_ref()?, stage)))
    }
}

/// Where the users sit and where their home stands, if these are two places.
pub(super) fn branch_of(compiled: &Compiled<'_>, population: &Population) -> Option<(SiteId, SiteId)> {
    let home = compiled.site_of(population.home.as_ref()?)?;
    let site = population.site.as_ref().filter(|site| **site != home)?;
    Some((site.clone(), home))
}

impl Compiled<'_> {
    /// The course, made where nobody has asked for it before.
    pub fn course(&mut self, route: Route) -> Result<Rc<Course>, AnalysisError> {
        let known = self.courses.numbers.get(&route).and_then(|number| self.courses.all.get(*number));
        if let Some(known) = known {
            return Ok(Rc::clone(known));
        }
        let share = unserved(self, &route, PlannedCountsAs::Down)?;
        let but_for_planned = unserved(self, &route, PlannedCountsAs::Up)?;
        let unserved = Unserved::new(&mut self.model, share, but_for_planned);
        let mut capacity_users = carried(self, &route, &|stage| stage.is_limited())?;
        if capacity_users.is_infinite() {
            // What is there for all users or for none still carries only so many.
            capacity_users = carried(self, &route, &|_| true)?;
        }
        let support = self.model.support(share);
        let path = path(self, &route);
        let number = self.courses.all.len();
        let course =
            Rc::new(Course { number, route: route.clone(), capacity_users, unserved, support, path });
        self.courses.all.push(Rc::clone(&course));
        self.courses.numbers.insert(route, number);
        Ok(course)
    }
}

/// Users whom the smallest of those stages carries with everything up; none without a home.
fn carried(
    compiled: &mut Compiled<'_>,
    route: &Route,
    counts: &dyn Fn(&Stage) -> bool,
) -> Result<f64, AnalysisError> {
    let Some(home) = &route.home else { return Ok(0.0) };
    let mut users = f64::INFINITY;
    for stage in route.stages.iter().filter(|stage| counts(stage)) {
        if let Some(capacity) = compiled.stage_capacity(*stage, home, PlannedCountsAs::Down)? {
            users = users.min(compiled.model.value_at(capacity, &|_| 0));
        }
    }
    Ok(users)
}

/// The share of the users that is not served: 1 − min over the stages of min(1, capacity / demand), as
/// max(0, (demand − capacity) / demand) so that a small share keeps its digits.
fn unserved(
    compiled: &mut Compiled<'_>,
    route: &Route,
    planned: PlannedCountsAs,
) -> Result<Function, AnalysisError> {
    let Some(home) = &route.home else { return Ok(compiled.model.constant(1.0)) };
    let mut worst = compiled.model.constant(0.0);
    if let Some((site, far)) = &route.branch {
        let up = [compiled.site_up(site), compiled.line_up(site, far)];
        let up = compiled.model.all(up);
        worst = compiled.model.map(up, |up| 1.0 - up);
    }
    for stage in &route.stages {
        let unserved = stage_unserved(compiled, *stage, home, planned)?;
        worst = compiled.model.max(worst, unserved);
    }
    Ok(worst)
}

/// The share of a stage's users that it does not carry.
fn stage_unserved(
    compiled: &mut Compiled<'_>,
    stage: Stage,
    home: &NodeId,
    planned: PlannedCountsAs,
) -> Result<Function, AnalysisError> {
    let known = (stage, home.clone(), planned);
    if let Some(known) = compiled.unserved.get(&known) {
        return Ok(*known);
    }
    let demand = compiled.demand.of_stage(stage, home);
    let limited = stage.is_limited();
    let unserved = match compiled.stage_capacity(stage, home, planned)? {
        None => compiled.model.constant(0.0),
        Some(capacity) => compiled.model.map(capacity, |users| match (users <= 0.0, limited) {
            (true, _) => 1.0,
            (false, true) if demand > 0.0 => ((demand - users) / demand).max(0.0),
            (false, _) => 0.0,
        }),
    };
    compiled.unserved.insert(known, unserved);
    Ok(unserved)
}

/// Components that the course depends on.
fn path(compiled: &Compiled<'_>, route: &Route) -> Vec<NodeId> {
    let Some(home) = &route.home else { return Vec::new() };
    let topology = compiled.topology;
    let mut path: Vec<NodeId> = Vec::new();
    let add_home = |path: &mut Vec<NodeId>, home: &NodeId| {
        let home = topology.homes.get(home);
        path.extend(home.into_iter().flat_map(|home| home.needed.iter().chain(&home.front)).cloned());
    };
    // Those outside meet the ways in first.
    let (ways_in, others): (Vec<Stage>, Vec<Stage>) =
        route.stages.iter().partition(|stage| **stage == Stage::WayIn);
    for stage in ways_in.into_iter().chain(others) {
        if stage == Stage::Home {
            add_home(&mut path, home);
        }
        for way in topology.ways(stage, home).into_iter().flatten() {
            path.extend(way.needed.iter().cloned());
            path.push(way.carrier.clone());
            path.extend(way.behind.iter().cloned());
            if let Some(via) = &way.via {
                add_home(&mut path, via);
            }
        }
    }
    let needs: Vec<NodeId> = path.iter().filter_map(|id| topology.needs.get(id)).flatten().cloned().collect();
    path.extend(needs);
    let mut seen = Set::new();
    path.retain(|id| seen.insert(id.clone()));
    path
}
