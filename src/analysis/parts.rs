//! From a component to groups of units: which servers count, which share a computer, which stand by.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::failure::{Failover, Held};
use super::failure_set::FailureSet;
use super::options::AnalysisError;
use super::units::{Figures, TracedUnit};
use crate::catalog::Catalog;
use crate::catalog::role::{Redundancy, Role};
use crate::collected::{Map, Set};
use crate::plan::{Component, ComputerId, NodeId, Server};
use crate::reliability::{
    ActivePassive, FailureMode, Function, Group, GroupId, LoadShared, Model, ModelError, PlannedStarts,
    PlannedWork,
};

const HOURS_PER_YEAR: f64 = 8_760.0;

/// Whether units in planned work count as serving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PlannedCountsAs {
    Down,
    Up,
}

/// A group of the model and what one serving unit of it adds to a component.
#[derive(Debug)]
struct Member {
    group: GroupId,
    servers: u32,
}

/// A component as part of the model.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub component: Rc<Component>,
    pub role: &'a Role,
    pub unit: TracedUnit,
    /// Servers that count; an unsupported drawing can leave just one.
    pub counted: Vec<Server>,
    /// Those of them that the model holds up and down by chance; the others are held down.
    pub left: usize,
    members: Vec<Member>,
    /// What the nodes of a cluster share, in series with them.
    storage: Option<GroupId>,
    active_passive: bool,
    dedicated: Option<GroupId>,
}

/// A group before it is solved.
enum Described {
    LoadShared(LoadShared),
    ActivePassive(ActivePassive),
}

impl Described {
    fn solve(&self) -> Result<Group, ModelError> {
        match self {
            Self::LoadShared(shared) => Group::load_shared(shared),
            Self::ActivePassive(standby) => Group::active_passive(standby),
        }
    }
}

/// Units that share a load, and the ways in which each fails.
#[derive(Debug)]
pub(super) struct Sharing {
    pub shared: LoadShared,
    pub modes: Rc<[FailureMode]>,
}

/// Computers that carry more than one server, each one failure.
#[derive(Debug, Default)]
pub(super) struct SharedComputers {
    units: Map<ComputerId, (TracedUnit, Option<PlannedWork>)>,
    /// Each with the share of a load that it carries.
    groups: Map<ComputerId, (GroupId, f64)>,
}

impl SharedComputers {
    /// Finds them; each takes the figures of the least available role that it carries.
    pub fn find(
        components: &[Rc<Component>],
        catalog: &Catalog,
        planned: bool,
    ) -> Result<Self, AnalysisError> {
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let computers =
            components.iter().flat_map(|component| &component.servers).map(|server| &server.computer);
        let repeated: Set<&ComputerId> =
            computers.filter(|computer| !seen.insert(computer.as_str())).collect();
        let mut shared = Self::default();
        for component in components {
            let Some(role) = catalog.role(&component.role) else { continue };
            let figures = Figures { catalog, component };
            for server in &component.servers {
                if repeated.contains(&server.computer) {
                    let unit = figures.unit(&role.unit)?;
                    let work = if planned { planned_work(&figures, role)? } else { None };
                    let known = shared.units.get(&server.computer);
                    if known.is_none_or(|(known, _)| known.unit.unavailability() < unit.unit.unavailability())
                    {
                        shared.units.insert(server.computer.clone(), (unit, work));
                    }
                }
            }
        }
        Ok(shared)
    }

    /// Whether the computer carries more than one server.
    pub fn contains(&self, computer: &ComputerId) -> bool {
        self.units.contains_key(computer)
    }

    /// The group of a shared computer, once a component counts a server on it.
    pub fn group_of(&self, computer: &ComputerId) -> Option<GroupId> {
        self.groups.get(computer).map(|(group, _)| *group)
    }

    /// The groups of all computers that carry more than one server.
    pub fn all_groups(&self) -> impl Iterator<Item = (&ComputerId, GroupId)> {
        self.groups.iter().map(|(computer, (group, _))| (computer, *group))
    }

    /// The same, with the ways in which each fails.
    pub fn sharing(&self) -> impl Iterator<Item = (GroupId, Sharing)> {
        self.groups.iter().filter_map(|(computer, (group, _))| {
            let known = self.units.get(computer)?;
            Some((*group, Sharing { shared: alone(known), modes: Rc::clone(&known.0.modes) }))
        })
    }

    fn group(
        &mut self,
        computer: &ComputerId,
        share: f64,
        model: &mut Model,
    ) -> Result<Option<GroupId>, ModelError> {
        let Some(alone) = self.units.get(computer).map(alone) else { return Ok(None) };
        let known = self.groups.get(computer).copied();
        let share = known.map_or(share, |(_, known)| largest_part(known, share));
        let group = Group::load_shared(&alone)?.carrying(share);
        let id = match known {
            Some((id, _)) => {
                model.replace_group(id, group)?;
                id
            }
            None => model.add_group(group),
        };
        self.groups.insert(computer.clone(), (id, share));
        Ok(Some(id))
    }
}

/// A computer with these figures.
fn alone((unit, planned): &(TracedUnit, Option<PlannedWork>)) -> LoadShared {
    LoadShared { units: 1, unit: unit.unit, crews: 1, common_cause_share: 0.0, planned: *planned }
}

/// The share of a load that a computer of several roles is taken to carry: the largest of its shares of tiers that go
/// on without it. A tier that it carries alone moves nobody when it stops, whatever the share.
fn largest_part(a: f64, b: f64) -> f64 {
    match (a < 1.0, b < 1.0) {
        (true, true) => a.max(b),
        (true, false) => a,
        (false, _) => b,
    }
}

fn planned_work(figures: &Figures<'_>, role: &Role) -> Result<Option<PlannedWork>, AnalysisError> {
    let Some(planned) = &role.planned else { return Ok(None) };
    let starts_per_hour = figures.value(&planned.per_year)? / HOURS_PER_YEAR;
    let mean_hours = figures.hours(&planned.duration)?;
    Ok((starts_per_hour > 0.0).then_some(PlannedWork { starts_per_hour, mean_hours }))
}

/// How a component enters the model.
#[derive(Debug)]
pub(super) struct PartRequest<'a> {
    pub component: &'a Rc<Component>,
    /// Servers that count, at the most.
    pub counted: usize,
    /// Share of its tier's servers that it has; below one where several components make up a tier.
    pub share_of_tier: f64,
    pub planned: bool,
    /// Servers that are held down.
    pub down: &'a FailureSet,
}

impl<'a> Part<'a> {
    /// Adds the groups of a component to the model.
    pub fn add(
        request: &PartRequest<'_>,
        catalog: &'a Catalog,
        computers: &mut SharedComputers,
        model: &mut Model,
    ) -> Result<Self, AnalysisError> {
        let component = request.component;
        let figures = Figures { catalog, component };
        let role = catalog.role(&component.role).ok_or_else(|| AnalysisError::Model {
            component: component.name.clone(),
            problem: format!("there is no role “{}”", component.role),
        })?;
        let unit = figures.unit(&role.unit)?;
        let counted: Vec<Server> = component.servers.iter().take(request.counted).cloned().collect();
        let has_dedicated = counted.iter().any(|server| !computers.contains(&server.computer));
        let left = counted.iter().filter(|server| !request.down.is_down(&component.id, &server.id));
        let left: Vec<&Server> = left.collect();
        let own: Vec<&Server> =
            left.iter().copied().filter(|server| !computers.contains(&server.computer)).collect();
        let on = left.iter().map(|server| &server.computer);
        let shared: Set<&ComputerId> = on.filter(|computer| computers.contains(computer)).collect();
        let active_passive = role.redundancy == Redundancy::ActivePassive;
        let mut part = Self {
            component: Rc::clone(component),
            role,
            unit,
            counted: counted.clone(),
            left: left.len(),
            members: Vec::new(),
            storage: None,
            active_passive,
            dedicated: None,
        };
        let total = f64::from(small(left.len().max(1)));
        if !own.is_empty() {
            let share = if active_passive {
                1.0
            } else {
                request.share_of_tier * f64::from(small(own.len())) / total
            };
            let described = part.described(&figures, small(own.len()), request.planned)?;
            let group = described.solve().map_err(|error| figures.model_error(&error))?.carrying(share);
            let id = model.add_group(group);
            part.dedicated = Some(id);
            part.members.push(Member { group: id, servers: 1 });
        }
        // A node that shares its computer with other servers does not count beside nodes that have their own: the
        // chain of a cluster knows only nodes that fail independently, and an error is not to be rewarded.
        if !(active_passive && has_dedicated) {
            for computer in shared {
                let servers = left.iter().filter(|server| server.computer == *computer).count();
                let share = request.share_of_tier * f64::from(small(servers)) / total;
                let group =
                    computers.group(computer, share, model).map_err(|error| figures.model_error(&error))?;
                let servers = small(servers);
                part.members.extend(group.map(|group| Member { group, servers }));
            }
        }
        if let (true, Some(storage)) = (active_passive && counted.len() > 1, &role.shared_storage) {
            let unit = figures.unit(storage)?.unit;
            let group = Group::load_shared(&LoadShared {
                units: 1,
                unit,
                crews: 1,
                common_cause_share: 0.0,
                planned: None,
            });
            part.storage = Some(model.add_group(group.map_err(|error| figures.model_error(&error))?));
        }
        Ok(part)
    }

    /// So many of its servers with computers of their own, as a group.
    fn described(
        &self,
        figures: &Figures<'_>,
        units: u32,
        planned: bool,
    ) -> Result<Described, AnalysisError> {
        let unit = self.unit.unit;
        let crews = self.component.repair_crews.unwrap_or(units);
        let planned = if planned { planned_work(figures, self.role)? } else { None };
        Ok(match &self.role.failover {
            Some(failover) if self.active_passive && units > 1 => Described::ActivePassive(ActivePassive {
                nodes: units,
                unit,
                crews,
                failover_hours: figures.hours(&failover.time)?,
                coverage: figures.value(&failover.coverage)?,
                manual_switch_hours: figures.hours(&failover.manual_time)?,
                dormancy: figures.value(&failover.dormancy)?,
                planned: planned.map(|work| PlannedStarts { starts_per_hour: work.starts_per_hour }),
            }),
            _ => {
                let common_cause = self.role.common_cause.as_ref().map(|id| figures.value(id)).transpose()?;
                let common_cause_share = common_cause.unwrap_or(0.0);
                Described::LoadShared(LoadShared { units, unit, crews, common_cause_share, planned })
            }
        })
    }

    /// The group of its servers with computers of their own, where nothing is held down and they share a load, with the ways in
    /// which each fails.
    pub fn sharing(
        &self,
        catalog: &Catalog,
        computers: &SharedComputers,
        planned: bool,
    ) -> Result<Option<(GroupId, Sharing)>, AnalysisError> {
        let Some(group) = self.dedicated else { return Ok(None) };
        let own = self.counted.iter().filter(|server| !computers.contains(&server.computer)).count();
        let figures = Figures { catalog, component: &self.component };
        let modes = Rc::clone(&self.unit.modes);
        Ok(match self.described(&figures, small(own), planned)? {
            Described::LoadShared(shared) => Some((group, Sharing { shared, modes })),
            Described::ActivePassive(_) => None,
        })
    }

    /// The group of its servers that have computers of their own, and of what the nodes of a cluster share.
    pub fn own_groups(&self) -> (Option<GroupId>, Option<GroupId>) {
        (self.dedicated, self.storage)
    }

    /// How many of its servers serve; for an active/passive component 0 or 1.
    pub fn serving(&self, model: &mut Model, planned: PlannedCountsAs) -> Function {
        let members = self.members.iter().map(|member| {
            let servers = f64::from(member.servers);
            model.of_group(member.group, |level| {
                servers
                    * f64::from(match planned {
                        PlannedCountsAs::Down => level.serving,
                        PlannedCountsAs::Up => level.serving_without_planned,
                    })
            })
        });
        let members: Vec<Function> = members.collect();
        let none = model.constant(0.0);
        let total = if self.active_passive {
            let any = model.any(members);
            model.map(any, |serving| serving.min(1.0))
        } else {
            members.into_iter().fold(none, |sum, member| model.sum(sum, member))
        };
        match self.storage {
            None => total,
            Some(storage) => {
                let storage = model.of_group(storage, |level| f64::from(level.serving));
                model.min(total, storage)
            }
        }
    }

    /// Whether any of its servers serves, as 1 or 0.
    pub fn up(&self, model: &mut Model, planned: PlannedCountsAs) -> Function {
        let serving = self.serving(model, planned);
        model.map(serving, |serving| if serving > 0.0 { 1.0 } else { 0.0 })
    }

    /// How many of its servers serve with the groups at those levels, as [`Part::serving`].
    pub fn serving_at(&self, model: &Model, level: &dyn Fn(GroupId) -> usize) -> f64 {
        let at = |id: GroupId| model.group(id).levels().get(level(id)).map_or(0, |level| level.serving);
        let serving: u32 = self.members.iter().map(|member| member.servers * at(member.group)).sum();
        let most = if self.active_passive { 1 } else { u32::MAX };
        if self.storage.is_none_or(|storage| at(storage) > 0) { f64::from(serving.min(most)) } else { 0.0 }
    }

    /// Notes what becomes of it when servers of it that have a computer of their own are killed.
    pub fn hold(
        &self,
        down: &FailureSet,
        catalog: &Catalog,
        computers: &SharedComputers,
        model: &Model,
        held: &mut Held,
    ) -> Result<(), AnalysisError> {
        // Nodes on shared computers take no part in a failover, here as in the chain.
        let dedicated = self.counted.iter().filter(|server| !computers.contains(&server.computer));
        let dedicated: Vec<&Server> = dedicated.collect();
        let is_up = |server: &&&Server| !down.is_down(self.id(), &server.id);
        let up = dedicated.iter().filter(is_up).count();
        let Some(group) = self.dedicated.filter(|_| up < dedicated.len()) else { return Ok(()) };
        if let (true, Some(failover)) = (self.active_passive && dedicated.len() > 1, &self.role.failover)
            && let Some(next) = dedicated.iter().find(is_up)
        {
            // The first node is the one that serves; without any other nobody notices.
            if dedicated.first().is_none_or(|first| first.id != next.id) {
                let figures = Figures { catalog, component: &self.component };
                let seconds = figures.hours(&failover.time)? * 3_600.0;
                let (component, to) = (self.id().clone(), next.id.clone());
                held.failovers.push(Failover { component, group, to, seconds });
            }
            return Ok(());
        }
        let levels = model.group(group).levels();
        let wanted = small(up);
        let level = levels
            .iter()
            .position(|level| level.serving == wanted && level.serving_without_planned == wanted)
            .unwrap_or(levels.len().saturating_sub(1));
        held.levels.push((group, level));
        Ok(())
    }

    /// Its id.
    pub fn id(&self) -> &NodeId {
        &self.component.id
    }
}

/// A count of servers, which the plan's limits keep small.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
