//! Edits: the pure changes from which everything that changes a plan is made.

mod servers;
mod sites;

use std::rc::Rc;

use thiserror::Error;

use super::component::Component;
use super::id::{ComputerId, LinkId, NodeId, ServerId, SiteId};
use super::link::{Link, Refusal};
use super::population::Population;
use super::scenario::{Node, Pool, Scenario, Tick};
use super::site::Site;
use super::targets::Targets;
use super::validate::{PlanError, validate_scenario};
use crate::catalog::Catalog;
use crate::catalog::id::FigureId;
use crate::collected::Map;
use crate::geometry::{Canvas, Vector};

/// One change of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Places a component.
    AddComponent(Component),
    /// Places an empty pool.
    AddPool(Pool),
    /// Places users.
    AddPopulation(Population),
    /// Adds a site.
    AddSite(Site),
    /// Adds a link.
    AddLink(Link),
    /// Removes nodes, the parts of removed pools, and every link to them; users homed there lose their home.
    RemoveNodes(Vec<NodeId>),
    /// Removes links.
    RemoveLinks(Vec<LinkId>),
    /// Moves nodes on the canvas; a pool takes its parts along.
    MoveNodes {
        /// What moves, each once.
        nodes: Vec<NodeId>,
        /// How far.
        by: Vector<Canvas>,
    },
    /// Moves the card of a population's remote users.
    MoveRemoteUsers {
        /// The population.
        population: NodeId,
        /// How far.
        by: Vector<Canvas>,
    },
    /// Puts a component into a pool or takes it out.
    SetPool {
        /// The component.
        component: NodeId,
        /// The pool, or none.
        pool: Option<NodeId>,
    },
    /// Gives a node another name.
    Rename {
        /// The node.
        node: NodeId,
        /// Its new name.
        name: String,
    },
    /// Gives a component more or fewer servers; the last ones go first, new ones get computers of their own.
    SetServerCount {
        /// The component.
        component: NodeId,
        /// How many it shall have.
        count: usize,
    },
    /// Removes a server.
    RemoveServer(ServerId),
    /// Puts a server on another computer.
    SetComputer {
        /// The server.
        server: ServerId,
        /// The computer, or none for a new one that carries nothing else.
        computer: Option<ComputerId>,
    },
    /// Says how many repairs of a component's servers can go on at the same time.
    SetRepairCrews {
        /// The component.
        component: NodeId,
        /// How many, or none for as many as there are servers.
        crews: Option<u32>,
    },
    /// Puts components and pools into a site; a pool takes its parts along.
    MoveToSite {
        /// What moves.
        nodes: Vec<NodeId>,
        /// The site.
        site: SiteId,
    },
    /// Removes a site in which nothing stands, and the lines to it.
    RemoveSite(SiteId),
    /// Puts a value in place of a figure of the catalog, or the catalog's figure back.
    SetFigure {
        /// The component.
        component: NodeId,
        /// The figure.
        figure: FigureId,
        /// The value in the figure's unit, or none for the catalog's.
        value: Option<f64>,
    },
    /// Puts a component in place of the one of the same name: its site, its servers and their computers.
    SetComponent(Component),
    /// Puts a population in place of the one of the same name.
    SetPopulation(Population),
    /// Puts a site in place of the one of the same name.
    SetSite(Site),
    /// Puts a pool in place of the one of the same name: its site, and whether it is a Director.
    ReplacePool(Pool),
    /// Puts other targets in place.
    SetTargets(Targets),
    /// Chooses a family of figures, or the catalog's defaults.
    SetFamily(Option<String>),
    /// Puts a value in place of a figure of the catalog in the whole plan, or the default back.
    SetPlanFigure {
        /// The figure.
        figure: FigureId,
        /// The value in the figure's unit, or none for the default.
        value: Option<f64>,
    },
    /// Says what was found of an item of the checklist, or opens it again.
    Tick {
        /// The item.
        item: String,
        /// What was found, or none.
        tick: Option<Tick>,
    },
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum EditError {
    /// It names something that is not there.
    #[error("there is no “{0}” in this plan")]
    Missing(String),
    /// Something stands in the site.
    #[error("“{0}” is not empty; move what stands in it to another site first")]
    Occupied(String),
    /// The link has no meaning.
    #[error("{0}")]
    Link(#[from] Refusal),
    /// The plan would break one of its invariants.
    #[error("{0}")]
    Plan(#[from] PlanError),
}

impl Scenario {
    /// The scenario after the edits, made in order; unchanged parts are shared with this one.
    ///
    /// # Errors
    /// [`EditError`] says what is in the way; then nothing is changed.
    pub fn edited<'a>(
        &self,
        catalog: &Catalog,
        edits: impl IntoIterator<Item = &'a Edit>,
    ) -> Result<Self, EditError> {
        let mut scenario = self.clone();
        for edit in edits {
            scenario.apply(catalog, edit)?;
        }
        validate_scenario(&scenario, catalog)?;
        Ok(scenario)
    }

    pub(super) fn apply(&mut self, catalog: &Catalog, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::AddComponent(component) => self.components.push(Rc::new(component.clone())),
            Edit::AddPool(pool) => self.pools.push(Rc::new(pool.clone())),
            Edit::AddPopulation(population) => self.populations.push(Rc::new(population.clone())),
            Edit::AddSite(site) => self.sites.push(Rc::new(site.clone())),
            Edit::AddLink(link) => {
                self.linkable(catalog, &link.from, &link.to)?;
                self.links.push(Rc::new(link.clone()));
            }
            Edit::RemoveNodes(nodes) => self.remove_nodes(nodes)?,
            Edit::RemoveLinks(links) => {
                for id in links {
                    self.link(id).ok_or_else(|| EditError::Missing(id.to_string()))?;
                }
                self.links.retain(|link| !links.contains(&link.id));
            }
            Edit::MoveNodes { nodes, by } => self.move_nodes(nodes, *by)?,
            Edit::MoveRemoteUsers { population, by } => {
                let population = find(&mut self.populations, population, |item| &item.id)?;
                population.remote_position = population.remote_position + *by;
            }
            Edit::SetPool { component, pool } => {
                find(&mut self.components, component, |item| &item.id)?.pool.clone_from(pool);
            }
            Edit::Rename { node, name } => self.rename(node, name)?,
            Edit::SetServerCount { component, count } => self.set_server_count(component, *count)?,
            Edit::RemoveServer(server) => {
                self.component_of(server)?.servers.retain(|known| known.id != *server);
            }
            Edit::SetComputer { server, computer } => self.set_computer(server, computer.as_ref())?,
            Edit::SetRepairCrews { component, crews } => {
                find(&mut self.components, component, |item| &item.id)?.repair_crews = *crews;
            }
            Edit::MoveToSite { nodes, site } => self.move_to_site(nodes, site)?,
            Edit::RemoveSite(site) => self.remove_site(site)?,
            Edit::SetFigure { component, figure, value } => {
                let component = find(&mut self.components, component, |item| &item.id)?;
                match value {
                    Some(value) => component.overrides.insert(figure.clone(), *value),
                    None => component.overrides.remove(figure),
                };
            }
            Edit::SetComponent(component) => {
                *find(&mut self.components, &component.id, |item| &item.id)? = component.clone();
            }
            Edit::SetPopulation(population) => {
                *find(&mut self.populations, &population.id, |item| &item.id)? = population.clone();
            }
            Edit::SetSite(site) => {
                let place = self.sites.iter_mut().find(|known| known.id == site.id);
                *place.ok_or_else(|| EditError::Missing(site.id.to_string()))? = Rc::new(site.clone());
            }
            Edit::ReplacePool(pool) => *find(&mut self.pools, &pool.id, |item| &item.id)? = pool.clone(),
            Edit::SetTargets(targets) => self.targets = Rc::new(targets.clone()),
            Edit::SetFamily(family) => self.family.clone_from(family),
            Edit::SetPlanFigure { figure, value } => put(&mut self.figures, figure, *value),
            Edit::Tick { item, tick } => put(&mut self.checklist, item, *tick),
        }
        Ok(())
    }

    fn remove_nodes(&mut self, nodes: &[NodeId]) -> Result<(), EditError> {
        for id in nodes {
            self.node(id).ok_or_else(|| EditError::Missing(id.to_string()))?;
        }
        let gone = |id: &NodeId| nodes.contains(id);
        let parts: Vec<NodeId> = self
            .components
            .iter()
            .filter(|component| component.pool.as_ref().is_some_and(gone))
            .map(|component| component.id.clone())
            .collect();
        let gone = |id: &NodeId| nodes.contains(id) || parts.contains(id);
        self.components.retain(|component| !gone(&component.id));
        self.pools.retain(|pool| !gone(&pool.id));
        self.populations.retain(|population| !gone(&population.id));
        self.links.retain(|link| !gone(&link.from) && !gone(&link.to));
        for population in &mut self.populations {
            if population.home.as_ref().is_some_and(gone) {
                Rc::make_mut(population).home = None;
            }
            if population.recovery_home.as_ref().is_some_and(gone) {
                Rc::make_mut(population).recovery_home = None;
            }
        }
        Ok(())
    }

    fn move_nodes(&mut self, nodes: &[NodeId], by: Vector<Canvas>) -> Result<(), EditError> {
        for id in nodes {
            self.node(id).ok_or_else(|| EditError::Missing(id.to_string()))?;
        }
        for component in &mut self.components {
            if nodes.contains(&component.id)
                || component.pool.as_ref().is_some_and(|pool| nodes.contains(pool))
            {
                let component = Rc::make_mut(component);
                component.position = component.position + by;
            }
        }
        for pool in self.pools.iter_mut().filter(|pool| nodes.contains(&pool.id)) {
            let pool = Rc::make_mut(pool);
            pool.position = pool.position + by;
        }
        for population in self.populations.iter_mut().filter(|population| nodes.contains(&population.id)) {
            let population = Rc::make_mut(population);
            population.position = population.position + by;
        }
        Ok(())
    }

    fn rename(&mut self, node: &NodeId, name: &str) -> Result<(), EditError> {
        let place = match self.node(node) {
            Some(Node::Component(_)) => &mut find(&mut self.components, node, |item| &item.id)?.name,
            Some(Node::Pool(_)) => &mut find(&mut self.pools, node, |item| &item.id)?.name,
            Some(Node::Population(_)) => &mut find(&mut self.populations, node, |item| &item.id)?.name,
            None => return Err(EditError::Missing(node.to_string())),
        };
        name.clone_into(place);
        Ok(())
    }
}

/// Puts the value under the key, or takes away what is there.
fn put<K: Ord + Clone, V>(map: &mut Map<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key.clone(), value)),
        None => drop(map.remove(key)),
    }
}

fn find<'a, T: Clone>(
    items: &'a mut [Rc<T>],
    id: &NodeId,
    id_of: impl Fn(&T) -> &NodeId,
) -> Result<&'a mut T, EditError> {
    items
        .iter_mut()
        .find(|item| id_of(item) == id)
        .map(Rc::make_mut)
        .ok_or_else(|| EditError::Missing(id.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::build::PlanBuilder;

    fn edited(scenario: &Scenario, edits: &[Edit]) -> Result<Scenario, EditError> {
        scenario.edited(&Catalog::bundled(), edits)
    }

    fn sample() -> Scenario {
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(4).balancers(2).back_ends(2))
            .edge("edge", 2, "pool")
            .users("users", 1_000, "pool")
            .scenario()
    }

    #[test]
    fn removing_a_pool_takes_its_parts_and_links_and_leaves_its_users_without_a_home() {
        let after = edited(&sample(), &[Edit::RemoveNodes(vec!["pool".into()])]).unwrap();
        assert_eq!(after.components.iter().map(|part| part.id.as_str()).collect::<Vec<_>>(), ["edge"]);
        assert!(after.links.is_empty());
        assert_eq!(after.population(&"users".into()).unwrap().home, None);
    }

    #[test]
    fn moving_a_pool_moves_its_parts_and_nothing_else() {
        let before = sample();
        let edit = Edit::MoveNodes { nodes: vec!["pool".into()], by: Vector::new(10.0, -5.0) };
        let after = edited(&before, &[edit]).unwrap();
        for (old, new) in before.components.iter().zip(&after.components) {
            let moved = new.position - old.position;
            let expected = if new.pool.is_some() { (10.0, -5.0) } else { (0.0, 0.0) };
            assert!((moved.x - expected.0).abs() < 1e-9 && (moved.y - expected.1).abs() < 1e-9, "{}", new.id);
        }
    }

    #[test]
    fn unchanged_parts_are_shared_between_versions() {
        let before = sample();
        let after = edited(&before, &[Edit::Rename { node: "edge".into(), name: "Way in".into() }]).unwrap();
        let shared =
            before.components.iter().zip(&after.components).filter(|(old, new)| Rc::ptr_eq(old, new)).count();
        assert_eq!(shared, before.components.len() - 1);
    }

    #[test]
    fn new_servers_get_names_and_computers_that_none_bears() {
        let grow = Edit::SetServerCount { component: "edge".into(), count: 5 };
        let after = edited(&sample(), &[grow]).unwrap();
        let servers = &after.component(&"edge".into()).unwrap().servers;
        let computers: std::collections::BTreeSet<_> =
            servers.iter().map(|server| &server.computer).collect();
        assert_eq!((servers.len(), computers.len()), (5, 5));
    }

    #[test]
    fn a_component_put_in_place_keeps_its_links_and_its_place_in_the_order() {
        let before = sample();
        let mut edge = before.component(&"edge".into()).unwrap().as_ref().clone();
        edge.servers[0].computer = "host".into();
        let after = edited(&before, &[Edit::SetComponent(edge)]).unwrap();
        let names =
            |plan: &Scenario| plan.components.iter().map(|part| part.id.to_string()).collect::<Vec<_>>();
        assert_eq!((names(&after), &after.links), (names(&before), &before.links));
        assert_eq!(after.component(&"edge".into()).unwrap().servers[0].computer.as_str(), "host");
    }

    #[test]
    fn an_edit_of_something_missing_is_refused() {
        let mut nowhere = sample().components[0].as_ref().clone();
        nowhere.id = "nowhere".into();
        let table = [
            Edit::SetComponent(nowhere),
            Edit::RemoveNodes(vec!["nowhere".into()]),
            Edit::RemoveLinks(vec!["nowhere".into()]),
            Edit::Rename { node: "nowhere".into(), name: "x".into() },
            Edit::SetServerCount { component: "nowhere".into(), count: 1 },
            Edit::MoveNodes { nodes: vec!["nowhere".into()], by: Vector::new(1.0, 1.0) },
        ];
        for edit in table {
            assert_eq!(edited(&sample(), &[edit]), Err(EditError::Missing("nowhere".into())));
        }
    }

    #[test]
    fn an_edit_that_breaks_an_invariant_is_refused() {
        let mut users =
            PlanBuilder::new().users("users", 10, "pool").scenario().populations[0].as_ref().clone();
        users.remote_share = 1.5;
        let error = edited(&sample(), &[Edit::SetPopulation(users)]).unwrap_err();
        assert!(error.to_string().contains("remote_share"), "{error}");
    }
}
