//! A scenario as a model of independent groups, with functions of their levels for what users ask of it.

mod critical;

use std::rc::Rc;

use super::course::Courses;
use super::demand::Demand;
use super::failure_set::{FailureSet, ends};
use super::options::{AnalysisError, Options};
use super::parts::{Part, PartRequest, PlannedCountsAs, SharedComputers};
use super::stage::Stage;
use super::tier;
use super::topology::{Home, Topology, WaysId};
use super::turns::{Turns, at_once};
use crate::catalog::Catalog;
use crate::collected::Map;
use crate::plan::{Component, NodeId, Scenario, SiteId};
use crate::reliability::{Function, Group, GroupId, LoadShared, Model, Unit};
use critical::Critical;

/// Room for the diagrams of a plan: beyond it the plan is refused rather than the page kept waiting.
const DIAGRAM_CELLS: usize = 1_000_000;

/// A scenario, ready to be asked.
pub(super) struct Compiled<'a> {
    pub scenario: &'a Scenario,
    pub catalog: &'a Catalog,
    pub model: Model,
    pub parts: Map<NodeId, Rc<Part<'a>>>,
    pub computers: SharedComputers,
    pub topology: &'a Topology,
    pub demand: Demand,
    /// Servers that are held down; they do not come back.
    pub down: FailureSet,
    /// What is held down, in a few words; empty where nothing is.
    down_name: String,
    sites: Map<SiteId, GroupId>,
    lines: Map<(SiteId, SiteId), GroupId>,
    /// Users that ways carry, for homes of one site, once asked.
    capacities: Map<(WaysId, Option<SiteId>, PlannedCountsAs), Function>,
    /// Users that each home carries, once asked.
    home_capacities: Map<(NodeId, PlannedCountsAs), Function>,
    /// By home, what stops its Front Ends when archiving fails for long, where they are to stop then.
    critical: Map<NodeId, Critical>,
    /// Courses of users, once asked.
    pub courses: Courses,
    /// Shares not served of a stage, once asked.
    pub unserved: Map<(Stage, NodeId, PlannedCountsAs), Function>,
}

impl<'a> Compiled<'a> {
    pub fn new(
        scenario: &'a Scenario,
        catalog: &'a Catalog,
        topology: &'a Topology,
        options: Options,
        down: &FailureSet,
    ) -> Result<Self, AnalysisError> {
        at_once(Self::in_turns(scenario, catalog, topology, options, down, Turns::ENDLESS))
    }

    /// The same in turns, part by part.
    pub async fn in_turns(
        scenario: &'a Scenario,
        catalog: &'a Catalog,
        topology: &'a Topology,
        options: Options,
        down: &FailureSet,
        turns: Turns<'_>,
    ) -> Result<Self, AnalysisError> {
        let demand = Demand::of(scenario, topology);
        let planned = options.planned_work_counts(scenario);
        let computers = SharedComputers::find(&scenario.components, catalog, planned)?;
        let mut compiled = Self {
            scenario,
            catalog,
            model: Model::with_room_for(DIAGRAM_CELLS),
            parts: Map::new(),
            computers,
            topology,
            demand,
            down: down.clone(),
            down_name: if down.is_empty() { String::new() } else { down.name(scenario, catalog) },
            sites: Map::new(),
            lines: Map::new(),
            capacities: Map::new(),
            home_capacities: Map::new(),
            critical: Map::new(),
            courses: Courses::default(),
            unserved: Map::new(),
        };
        compiled.add_outages()?;
        turns.pause().await;
        let shares = tier::shares(scenario, topology, down);
        for component in tier::in_path_order(scenario, topology) {
            let share = shares.get(&component.id).copied().unwrap_or(1.0);
            compiled.add_part(component, share, planned)?;
            turns.pause().await;
        }
        compiled.add_critical_archiving()?;
        Ok(compiled)
    }

    /// Groups for what takes sites and lines between them down.
    fn add_outages(&mut self) -> Result<(), AnalysisError> {
        for site in &self.scenario.sites {
            if let Some(common) = &site.common_mode {
                let group = outage(&site.name, common.availability, common.mean_down_time_hours)?;
                self.sites.insert(site.id.clone(), self.model.add_group(group));
            }
            for line in &site.wan_links {
                let ends = ends(&site.id, &line.to);
                if !self.lines.contains_key(&ends) {
                    let name = format!("{} – {}", site.name, line.to);
                    let group = outage(&name, line.availability, line.mean_down_time_hours)?;
                    self.lines.insert(ends, self.model.add_group(group));
                }
            }
        }
        Ok(())
    }

    fn add_part(
        &mut self,
        component: &'a Rc<Component>,
        share_of_tier: f64,
        planned: bool,
    ) -> Result<(), AnalysisError> {
        let all = component.servers.len();
        let counted = self.topology.counted.get(&component.id).copied().unwrap_or(all);
        let request = PartRequest { component, counted, share_of_tier, planned, down: &self.down };
        let part = Part::add(&request, self.catalog, &mut self.computers, &mut self.model)?;
        self.parts.insert(component.id.clone(), Rc::new(part));
        Ok(())
    }

    /// What each group of the model stands for, as an id and in words.
    pub fn group_names(&self) -> Map<GroupId, (String, String)> {
        let mut names = Map::new();
        for (site, group) in &self.sites {
            names.insert(*group, (format!("site-{site}"), format!("Site {site}")));
        }
        for ((a, b), group) in &self.lines {
            names.insert(*group, (format!("line-{a}-{b}"), format!("Line between {a} and {b}")));
        }
        for (computer, group) in self.computers.all_groups() {
            names.insert(group, (format!("computer-{computer}"), format!("Computer {computer}")));
        }
        for (home, critical) in &self.critical {
            if let Some(group) = critical.group {
                let name = format!("Front Ends of {home} stopped because archiving failed");
                names.insert(group, (format!("archiving-{home}"), name));
            }
        }
        for (id, part) in &self.parts {
            let (servers, storage) = part.own_groups();
            let name = &part.component.name;
            if let Some(group) = servers {
                names.insert(group, (id.to_string(), name.clone()));
            }
            if let Some(group) = storage {
                names.insert(group, (format!("{id}-storage"), format!("Shared storage of {name}")));
            }
        }
        names
    }

    /// What figures say of what is held down, as the end of their formulas; empty where nothing is.
    pub fn under(&self) -> String {
        if self.down_name.is_empty() { String::new() } else { format!(", with {} held down", self.down_name) }
    }

    /// What is up in the best state: everything but what is held down.
    pub fn everything(&self) -> &'static str {
        if self.down_name.is_empty() { "everything" } else { "everything else" }
    }

    /// 1 where all of the components and their sites are up, otherwise 0.
    pub fn all_up<'b>(
        &mut self,
        ids: impl IntoIterator<Item = &'b NodeId>,
        planned: PlannedCountsAs,
    ) -> Function {
        let mut needed = Vec::new();
        for id in ids {
            if let Some(part) = self.parts.get(id) {
                needed.push(part.up(&mut self.model, planned));
                needed.push(self.reached(id, planned));
            }
        }
        self.model.all(needed)
    }

    /// 1 where the component's site is up and all shared parts that it needs, otherwise 0.
    fn reached(&mut self, id: &NodeId, planned: PlannedCountsAs) -> Function {
        let site = self.parts.get(id).map(|part| part.component.site.clone());
        let mut needed: Vec<Function> = site.iter().map(|site| self.site_up(site)).collect();
        let topology = self.topology;
        if let Some(needs) = topology.needs.get(id) {
            needed.push(self.all_up(needs, planned));
        }
        self.model.all(needed)
    }

    /// 1 where the site is up, otherwise 0.
    pub fn site_up(&mut self, site: &SiteId) -> Function {
        match self.sites.get(site) {
            _ if self.down.sites().contains(site) => self.model.constant(0.0),
            Some(group) => self.model.of_group(*group, |level| f64::from(level.serving)),
            None => self.model.constant(1.0),
        }
    }

    /// 1 where the line between the two sites is up or none is drawn, otherwise 0.
    pub fn line_up(&mut self, a: &SiteId, b: &SiteId) -> Function {
        let ends = ends(a, b);
        match self.lines.get(&ends) {
            Some(_) if self.down.lines().contains(&ends) => self.model.constant(0.0),
            Some(group) if a != b => self.model.of_group(*group, |level| f64::from(level.serving)),
            _ => self.model.constant(1.0),
        }
    }

    /// Users that a component's serving servers carry; none where its site is down.
    pub fn capacity(&mut self, id: &NodeId, planned: PlannedCountsAs) -> Result<Function, AnalysisError> {
        let Some(part) = self.parts.get(id) else { return Ok(self.model.constant(0.0)) };
        let limits = super::capacity::Limits::of(part, self.catalog)?;
        let serving = part.serving(&mut self.model, planned);
        let mut carried = self.model.map(serving, |servers| limits.users(servers));
        // What it needs may carry only so many itself.
        let topology = self.topology;
        for need in topology.needs.get(id).into_iter().flatten() {
            if self.parts.get(need).is_some_and(|part| part.role.capacity.is_some()) {
                let also = self.capacity(need, planned)?;
                carried = self.model.min(carried, also);
            }
        }
        let reached = self.reached(id, planned);
        Ok(self.gated(carried, reached))
    }

    /// The value where the gate is 1, and 0 where it is 0.
    pub fn gated(&mut self, value: Function, gate: Function) -> Function {
        self.model.combine(value, gate, |value, gate| if gate > 0.0 { value } else { 0.0 })
    }

    /// Users that a home carries: what its Front Ends or its one server carry while all else that it needs is up.
    pub fn home_capacity(
        &mut self,
        id: &NodeId,
        planned: PlannedCountsAs,
    ) -> Result<Function, AnalysisError> {
        let key = (id.clone(), planned);
        if let Some(known) = self.home_capacities.get(&key) {
            return Ok(*known);
        }
        let capacity = self.new_home_capacity(id, planned)?;
        self.home_capacities.insert(key, capacity);
        Ok(capacity)
    }

    fn new_home_capacity(
        &mut self,
        id: &NodeId,
        planned: PlannedCountsAs,
    ) -> Result<Function, AnalysisError> {
        let Some(home) = self.topology.homes.get(id).filter(|home| !home.incomplete) else {
            return Ok(self.model.constant(0.0));
        };
        let mut total = self.model.constant(0.0);
        for front in &home.front {
            let carried = self.capacity(front, planned)?;
            total = self.model.sum(total, carried);
        }
        if let Some(most) = self.most_users(home)? {
            total = self.model.map(total, |users| users.min(most));
        }
        let mut needed = vec![self.all_up(&home.needed, planned)];
        if let Some(front) = home.front.first() {
            for part in &home.needed {
                needed.push(self.line_between(front, part));
            }
        }
        if let Some(critical) = self.critical.get(id) {
            needed.push(match critical.group {
                Some(group) => self.model.of_group(group, |level| f64::from(level.serving)),
                None => self.model.constant(0.0),
            });
        }
        let needed = self.model.all(needed);
        Ok(self.gated(total, needed))
    }

    /// Users that a home carries at the most, however many servers it has.
    fn most_users(&self, home: &Home) -> Result<Option<f64>, AnalysisError> {
        let Some(part) = home.front.first().and_then(|front| self.parts.get(front)) else { return Ok(None) };
        Ok(super::capacity::Limits::of(part, self.catalog)?.at_most)
    }

    /// 1 where the home serves anybody, otherwise 0.
    pub fn home_up(&mut self, id: &NodeId, planned: PlannedCountsAs) -> Result<Function, AnalysisError> {
        let capacity = self.home_capacity(id, planned)?;
        Ok(self.model.map(capacity, |users| if users > 0.0 { 1.0 } else { 0.0 }))
    }

    /// Users that the ways through a stage carry for the users of a home; none where the stage asks for nothing.
    pub fn stage_capacity(
        &mut self,
        stage: Stage,
        home: &NodeId,
        planned: PlannedCountsAs,
    ) -> Result<Option<Function>, AnalysisError> {
        if stage == Stage::Home {
            return self.home_capacity(home, planned).map(Some);
        }
        let topology = self.topology;
        let Some(ways) = topology.ways_id(stage, home) else { return Ok(None) };
        let key = (ways, self.site_of(home), planned);
        if let Some(known) = self.capacities.get(&key) {
            return Ok(Some(*known));
        }
        let mut total = self.model.constant(0.0);
        for way in topology.ways_of(ways) {
            let mut carried = self.capacity(&way.carrier, planned)?;
            for behind in &way.behind {
                let also = self.capacity(behind, planned)?;
                carried = self.model.min(carried, also);
            }
            let mut gates = vec![self.all_up(&way.needed, planned)];
            if let Some(via) = &way.via {
                gates.push(self.home_up(via, planned)?);
            }
            for (a, b) in way.lines(home) {
                gates.push(self.line_between(a, b));
            }
            for gate in gates {
                carried = self.gated(carried, gate);
            }
            total = self.model.sum(total, carried);
        }
        self.capacities.insert(key, total);
        Ok(Some(total))
    }

    /// 1 where the line between the sites of two components or homes is up, otherwise 0.
    pub fn line_between(&mut self, a: &NodeId, b: &NodeId) -> Function {
        match self.site_of(a).zip(self.site_of(b)) {
            Some((a, b)) => self.line_up(&a, &b),
            None => self.model.constant(1.0),
        }
    }

    /// What takes the line between the sites of two components or homes down, where there is one.
    pub fn line_group(&self, a: &NodeId, b: &NodeId) -> Option<GroupId> {
        let (a, b) = self.site_of(a).zip(self.site_of(b))?;
        self.group_of_line(&ends(&a, &b))
    }

    /// What takes the line with these ends down.
    pub fn group_of_line(&self, ends: &(SiteId, SiteId)) -> Option<GroupId> {
        self.lines.get(ends).copied()
    }

    /// Where a component stands; a home stands where its first server does.
    pub fn site_of(&self, node: &NodeId) -> Option<SiteId> {
        let front = self.topology.homes.get(node).and_then(|home| home.front.first());
        Some(self.parts.get(front.unwrap_or(node))?.component.site.clone())
    }
}

fn outage(name: &str, availability: f64, mean_down_time_hours: f64) -> Result<Group, AnalysisError> {
    Unit::from_availability(availability, mean_down_time_hours)
        .and_then(|unit| {
            Group::load_shared(&LoadShared {
                units: 1,
                unit,
                crews: 1,
                common_cause_share: 0.0,
                planned: None,
            })
        })
        .map_err(|error| AnalysisError::Model { component: name.into(), problem: error.to_string() })
}
