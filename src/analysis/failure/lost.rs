//! What a failure set takes, as the knowledge of failures names it.

use std::rc::Rc;

use super::Event;
use super::knowledge::{Condition, EffectRow, Knowledge, Thing};
use crate::analysis::failure_set::Casualty;
use crate::analysis::parts::Part;
use crate::analysis::stage::Way;
use crate::catalog::Catalog;
use crate::catalog::role::{Redundancy, Role};
use crate::collected::Set;
use crate::plan::{Component, NodeId, Scenario, SiteId};

/// Parts of a plan that are lost in the same way.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// What that interrupts.
    pub row: Rc<EffectRow>,
    /// Their names, in the plan's order.
    pub names: Vec<String>,
    /// The components among them.
    pub components: Vec<NodeId>,
    /// The sites among them.
    pub sites: Vec<SiteId>,
    /// What they are.
    pub things: Set<Thing>,
}

impl Event<'_> {
    /// What is lost, sites and lines first, then components in the plan's order; what is lost in the same way stands together.
    pub(super) fn lost(&self, knowledge: &Knowledge) -> Vec<Lost> {
        let mut all: Vec<Lost> = Vec::new();
        let (scenario, catalog) = (self.compiled.scenario, self.compiled.catalog);
        for id in self.down.sites() {
            let name = scenario.site(id).map_or("", |site| &site.name);
            if let Some(lost) = entry(&mut all, knowledge, (Thing::Site, Condition::SiteLost), name) {
                lost.sites.push(id.clone());
            }
        }
        for (a, b) in self.down.lines() {
            let name = Casualty::Line(a.clone(), b.clone()).name(scenario, catalog);
            entry(&mut all, knowledge, (Thing::WanLink, Condition::LineLost), &name);
        }
        for component in &scenario.components {
            let Some(part) = self.compiled.parts.get(&component.id) else { continue };
            if !part.counted.iter().any(|server| self.down.is_down(part.id(), &server.id)) {
                continue;
            }
            for thing in Thing::of(scenario, catalog, component) {
                let condition = self.condition(knowledge, part, thing);
                if let Some(lost) = entry(&mut all, knowledge, (thing, condition), &component.name)
                    && !lost.components.contains(&component.id)
                {
                    lost.components.push(component.id.clone());
                }
            }
        }
        all
    }

    /// What is left of a component that is hit.
    fn condition(&self, knowledge: &Knowledge, part: &Part, thing: Thing) -> Condition {
        let critical = self.compiled.scenario.targets.archiving_critical;
        match (self.left(part), &part.role.redundancy) {
            (false, _) if knowledge.row(thing, Condition::OneLost).is_some() && self.peers_left(part) => {
                Condition::OneLost
            }
            (false, _) => none_left(thing, critical),
            (true, Redundancy::ActivePassive) if self.held.fails_over(part.id()) => taken_over(thing),
            (true, Redundancy::ActivePassive) => Condition::StandByLost,
            (true, Redundancy::LoadShared | Redundancy::Single) => Condition::OneLost,
        }
    }
}

impl Event<'_> {
    /// Whether other components serve everybody whom this one served.
    fn peers_left(&self, part: &Part) -> bool {
        let (topology, id) = (self.compiled.topology, part.id());
        let up = |id: &NodeId| self.compiled.parts.get(id).is_none_or(|peer| self.left(peer));
        let mut fronts = topology.homes.values().map(|home| &home.front).filter(|front| front.contains(id));
        if let Some(first) = fronts.next() {
            return first.iter().any(up);
        }
        let mut has_ways = false;
        for ways in topology.lists_of_ways() {
            let leads_by = |way: &Way| parts_of(way).any(|part| part == id);
            if ways.iter().any(leads_by) {
                has_ways = true;
                if !ways.iter().any(|way| parts_of(way).all(up)) {
                    return false;
                }
            }
        }
        has_ways
    }
}

/// All components of a way.
fn parts_of(way: &Way) -> impl Iterator<Item = &NodeId> {
    way.behind.iter().chain(&way.needed).chain(std::iter::once(&way.carrier))
}

/// The entry of a row, made if it is not there, with one more name in it.
fn entry<'l>(
    all: &'l mut Vec<Lost>,
    knowledge: &Knowledge,
    (thing, condition): (Thing, Condition),
    name: &str,
) -> Option<&'l mut Lost> {
    let row = knowledge.row(thing, condition)?;
    let place = all.iter().position(|lost| lost.row.id == row.id).unwrap_or(all.len());
    if place == all.len() {
        all.push(Lost {
            row: Rc::clone(row),
            names: Vec::new(),
            components: Vec::new(),
            sites: Vec::new(),
            things: Set::new(),
        });
    }
    let lost = all.get_mut(place)?;
    lost.things.insert(thing);
    if !lost.names.iter().any(|known| known == name) {
        lost.names.push(name.into());
    }
    Some(lost)
}

/// The condition in which nothing of a kind serves.
fn none_left(thing: Thing, critical: bool) -> Condition {
    match thing {
        Thing::Archiving | Thing::ArchivingDatabase if critical => Condition::LastLostCritical,
        Thing::WanLink | Thing::InternetLink | Thing::PstnLink => Condition::LineLost,
        _ => Condition::LastLost,
    }
}

/// The condition in which another one of a kind takes over.
fn taken_over(thing: Thing) -> Condition {
    match thing {
        Thing::PoolBalancer
        | Thing::EdgeBalancer
        | Thing::DirectorBalancer
        | Thing::WebAccessBalancer
        | Thing::ProxyBalancer
        | Thing::ChatBalancer => Condition::UnitLost,
        _ => Condition::FailingOver,
    }
}

/// A component and all that can become of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Endangered {
    /// The components of the plan that this can happen to.
    pub components: Vec<NodeId>,
    /// Their names.
    pub names: Vec<String>,
    /// What it interrupts.
    pub row: Rc<EffectRow>,
}

/// What can fail in a plan, by what is drawn: sites first, then components in the plan's order, each by what may be left of it.
pub fn failures_of(scenario: &Scenario, catalog: &Catalog) -> Vec<Endangered> {
    let knowledge = Knowledge::bundled();
    let mut all: Vec<Endangered> = Vec::new();
    for component in &scenario.components {
        let Some(role) = catalog.role(&component.role) else { continue };
        for thing in Thing::of(scenario, catalog, component) {
            for condition in conditions(thing, role, component, scenario) {
                let Some(row) = knowledge.row(thing, condition) else { continue };
                let known = all.iter().position(|known| known.row.id == row.id);
                let place = known.unwrap_or(all.len());
                if known.is_none() {
                    let row = Rc::clone(row);
                    all.push(Endangered { components: Vec::new(), names: Vec::new(), row });
                }
                if let Some(entry) =
                    all.get_mut(place).filter(|entry| !entry.components.contains(&component.id))
                {
                    entry.components.push(component.id.clone());
                    entry.names.push(component.name.clone());
                }
            }
        }
    }
    if let (Some(row), false) =
        (knowledge.row(Thing::Site, Condition::SiteLost), scenario.components.is_empty())
    {
        let names = scenario.sites.iter().map(|site| site.name.clone()).collect();
        all.push(Endangered { components: Vec::new(), names, row: Rc::clone(row) });
    }
    all
}

/// What may be left of a component.
fn conditions(thing: Thing, role: &Role, component: &Component, scenario: &Scenario) -> Vec<Condition> {
    let several = component.servers.len() > 1;
    let mut conditions = Vec::new();
    match role.redundancy {
        Redundancy::ActivePassive if several => {
            conditions.extend([taken_over(thing), Condition::StandByLost]);
            if role.shared_storage.is_some() {
                conditions.push(Condition::StorageLost);
            }
        }
        Redundancy::LoadShared if several => conditions.push(Condition::OneLost),
        Redundancy::Single | Redundancy::LoadShared | Redundancy::ActivePassive => {}
    }
    conditions.push(none_left(thing, scenario.targets.archiving_critical));
    conditions
}
