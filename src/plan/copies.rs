//! Copies of nodes, put beside them or into another plan.

use std::rc::Rc;

use super::component::{Component, Server};
use super::edit::{Edit, EditError};
use super::id::{ComputerId, NodeId, SiteId};
use super::limits::Limits;
use super::link::Link;
use super::population::Population;
use super::scenario::{Pool, Scenario};
use crate::catalog::Catalog;
use crate::collected::{Map, Set};
use crate::geometry::{Canvas, Vector};

impl Scenario {
    /// The edits that put copies of `nodes`, as they are in `from`, into this plan, each `by` beside its original; and the copies, without
    /// the parts of copied pools. A pool brings its parts. Links, homes and computers among what is copied are copied with it;
    /// what a copy shares with the original otherwise, it keeps as far as that is in this plan.
    ///
    /// # Errors
    /// [`EditError`] where the plan has no room for them.
    pub fn copies(
        &self,
        catalog: &Catalog,
        from: &Self,
        nodes: &[NodeId],
        by: Vector<Canvas>,
    ) -> Result<(Vec<Edit>, Vec<NodeId>), EditError> {
        let mut copying = Copying {
            plan: self.clone(),
            catalog,
            by,
            twins: Map::new(),
            computers: Map::new(),
            edits: Vec::new(),
        };
        for pool in from.pools.iter().filter(|pool| nodes.contains(&pool.id)) {
            copying.pool(pool)?;
        }
        for component in &from.components {
            if nodes.contains(&component.id)
                || component.pool.as_ref().is_some_and(|pool| nodes.contains(pool))
            {
                copying.component(component)?;
            }
        }
        for users in from.populations.iter().filter(|users| nodes.contains(&users.id)) {
            copying.users(users)?;
        }
        for link in &from.links {
            copying.link(link)?;
        }
        let twins = nodes.iter().filter_map(|node| copying.twins.get(node).cloned()).collect();
        Ok((copying.edits, twins))
    }

    /// A plan of these nodes alone, with the parts of pools and the links among them.
    ///
    /// # Errors
    /// [`EditError`] where one of them is not there.
    pub fn cut_out(&self, catalog: &Catalog, nodes: &[NodeId]) -> Result<Self, EditError> {
        let within = |pool: &Option<NodeId>| pool.as_ref().is_some_and(|pool| nodes.contains(pool));
        let (mut edits, mut others) = (Vec::new(), Vec::new());
        for component in &self.components {
            if !nodes.contains(&component.id) {
                if !within(&component.pool) {
                    others.push(component.id.clone());
                }
            } else if !within(&component.pool) {
                // It would go with the pool that it leaves.
                edits.push(Edit::SetPool { component: component.id.clone(), pool: None });
            }
        }
        let pools = self.pools.iter().map(|pool| &pool.id);
        let rest = pools.chain(self.populations.iter().map(|users| &users.id));
        others.extend(rest.filter(|node| !nodes.contains(node)).cloned());
        edits.push(Edit::RemoveNodes(others));
        self.edited(catalog, &edits)
    }

    /// “Users 2” where there are “Users”: a name that no node bears.
    pub(super) fn fresh_name(&self, name: &str) -> String {
        let mut taken: Set<&str> = self.components.iter().map(|known| known.name.as_str()).collect();
        taken.extend(self.pools.iter().map(|known| known.name.as_str()));
        taken.extend(self.populations.iter().map(|known| known.name.as_str()));
        let (mut fresh, mut number) = (name.to_owned(), 1);
        while taken.contains(fresh.as_str()) {
            number += 1;
            let tail = format!(" {number}");
            let room = Limits::NAME_CHARACTERS.saturating_sub(tail.len());
            let end = name.char_indices().nth(room).map_or(name.len(), |(end, _)| end);
            fresh = name.get(..end).unwrap_or_default().to_owned() + &tail;
        }
        fresh
    }
}

/// Copies made so far.
struct Copying<'a> {
    /// The plan with them.
    plan: Scenario,
    catalog: &'a Catalog,
    by: Vector<Canvas>,
    /// The copy of each original.
    twins: Map<NodeId, NodeId>,
    computers: Map<ComputerId, ComputerId>,
    edits: Vec<Edit>,
}

impl Copying<'_> {
    fn push(&mut self, edit: Edit) -> Result<(), EditError> {
        self.plan.apply(self.catalog, &edit)?;
        self.edits.push(edit);
        Ok(())
    }

    /// A name for the copy of a node.
    fn twin(&mut self, node: &NodeId) -> NodeId {
        let stem = node.as_str().trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end_matches('-');
        let twin = self.plan.fresh_node_id(if stem.is_empty() { "copy" } else { stem });
        self.twins.insert(node.clone(), twin.clone());
        twin
    }

    /// The name of a copy: the original's with another number.
    fn name(&self, name: &str) -> String {
        let stem = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
        self.plan.fresh_name(stem.strip_suffix(' ').filter(|stem| !stem.is_empty()).unwrap_or(name))
    }

    fn site(&self, site: &SiteId) -> Result<SiteId, EditError> {
        let own = self.plan.site(site).or_else(|| self.plan.sites.first());
        own.map(|site| site.id.clone()).ok_or_else(|| EditError::Missing(site.to_string()))
    }

    /// The copy of what is copied too, or what is in the plan already.
    fn now(&self, node: &NodeId) -> Option<NodeId> {
        let own = || self.plan.node(node).map(|_| node.clone());
        self.twins.get(node).cloned().or_else(own)
    }

    fn pool(&mut self, pool: &Pool) -> Result<(), EditError> {
        let copy = Pool {
            id: self.twin(&pool.id),
            name: self.name(&pool.name),
            site: self.site(&pool.site)?,
            position: pool.position + self.by,
            ..pool.clone()
        };
        self.push(Edit::AddPool(copy))
    }

    fn component(&mut self, component: &Component) -> Result<(), EditError> {
        let pool = component.pool.as_ref().and_then(|pool| self.now(pool));
        let id = self.twin(&component.id);
        let mut servers = self.plan.new_servers(id.as_str(), component.servers.len());
        for (Server { computer, .. }, original) in servers.iter_mut().zip(&component.servers) {
            match self.computers.get(&original.computer) {
                Some(shared) => computer.clone_from(shared),
                None => drop(self.computers.insert(original.computer.clone(), computer.clone())),
            }
        }
        // In a copied pool everything bears its old name.
        let goes_along = component.pool.as_ref().is_some_and(|pool| self.twins.get(pool).is_some());
        let name = if goes_along { component.name.clone() } else { self.name(&component.name) };
        let copy = Component {
            id,
            name,
            site: self.site(&component.site)?,
            pool: pool.filter(|pool| self.plan.pool(pool).is_some()),
            position: component.position + self.by,
            servers,
            ..component.clone()
        };
        self.push(Edit::AddComponent(copy))
    }

    fn users(&mut self, users: &Population) -> Result<(), EditError> {
        let home = |node: &Option<NodeId>| {
            let now = node.as_ref().and_then(|node| self.now(node));
            now.filter(|node| self.plan.is_home(self.catalog, node))
        };
        let (home, recovery_home) = (home(&users.home), home(&users.recovery_home));
        let copy = Population {
            id: self.twin(&users.id),
            name: self.name(&users.name),
            home,
            recovery_home,
            site: users.site.clone().filter(|site| self.plan.site(site).is_some()),
            position: users.position + self.by,
            remote_position: users.remote_position + self.by,
            ..users.clone()
        };
        self.push(Edit::AddPopulation(copy))
    }

    /// The link of the copies, unless the product lets only the originals have it.
    fn link(&mut self, link: &Rc<Link>) -> Result<(), EditError> {
        if [&link.from, &link.to].iter().all(|end| self.twins.get(*end).is_none()) {
            return Ok(());
        }
        let (Some(from), Some(to)) = (self.now(&link.from), self.now(&link.to)) else { return Ok(()) };
        match self.plan.linkable(self.catalog, &from, &to) {
            Ok(kind) => {
                let id = self.plan.fresh_link_id();
                self.push(Edit::AddLink(Link { id, kind, from, to }))
            }
            Err(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::build::PlanBuilder;

    const BY: Vector<Canvas> = Vector::new(24.0, 16.0);

    fn sample() -> Scenario {
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(2).file_share())
            .edge("edge", 2, "pool")
            .users_with("users", 1_000, "pool", |users| users.remote_share = 0.1)
            .scenario()
    }

    fn copied(into: &Scenario, from: &Scenario, nodes: &[&str]) -> (Scenario, Vec<NodeId>) {
        let catalog = Catalog::bundled();
        let nodes: Vec<NodeId> = nodes.iter().map(|node| (*node).into()).collect();
        let (edits, twins) = into.copies(&catalog, from, &nodes, BY).unwrap();
        (into.edited(&catalog, &edits).unwrap(), twins)
    }

    #[test]
    fn a_pool_is_copied_with_its_parts_and_the_users_that_are_copied_with_it_are_homed_on_the_copy() {
        let before = sample();
        let (after, twins) = copied(&before, &before, &["pool", "users"]);
        let [pool, users] = twins.as_slice() else { panic!("{twins:?}") };
        assert_eq!(after.parts_of(pool).count(), before.parts_of(&"pool".into()).count());
        assert_eq!(after.population(users).unwrap().home.as_ref(), Some(pool));
        let names = |plan: &Scenario, pool: &NodeId| {
            plan.parts_of(pool).map(|part| part.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(&after, pool), names(&before, &"pool".into()));
        let moved = after.population(users).unwrap().position - before.populations[0].position;
        assert!((moved.x - BY.x).abs() < 1e-9 && (moved.y - BY.y).abs() < 1e-9);
    }

    #[test]
    fn a_copy_keeps_the_links_and_the_home_of_its_original() {
        let before = sample();
        let (after, twins) = copied(&before, &before, &["edge", "users"]);
        let [edge, users] = twins.as_slice() else { panic!("{twins:?}") };
        assert!(after.links.iter().any(|link| link.from == *edge && link.to.as_str() == "pool"));
        assert_eq!(after.population(users).unwrap().home, Some("pool".into()));
    }

    #[test]
    fn servers_that_share_a_computer_share_another_one_as_copies() {
        let catalog = Catalog::bundled();
        let mut plan = sample();
        let (one, two) = (plan.components[0].servers[0].clone(), plan.components[1].servers[0].clone());
        let share = Edit::SetComputer { server: two.id, computer: Some(one.computer.clone()) };
        plan = plan.edited(&catalog, &[share]).unwrap();
        let (after, twins) = copied(&plan, &plan, &["pool"]);
        let parts: Vec<_> = after.parts_of(&twins[0]).collect();
        assert_eq!(parts[0].servers[0].computer, parts[1].servers[0].computer);
        assert_ne!(parts[0].servers[0].computer, one.computer);
    }

    #[test]
    fn what_is_cut_out_is_a_plan_that_can_be_put_into_another() {
        let catalog = Catalog::bundled();
        let whole = sample();
        let cut = whole.cut_out(&catalog, &["edge".into(), "pool-front-ends".into()]).unwrap();
        assert_eq!((cut.components.len(), cut.pools.len(), cut.links.len()), (2, 0, 0));
        let (after, twins) = copied(&Scenario::empty("other", "Other"), &cut, &["edge", "pool-front-ends"]);
        assert_eq!((after.components.len(), twins.len()), (2, 2));
        assert!(after.components.iter().all(|part| part.pool.is_none()));
    }

    #[test]
    fn copies_have_names_that_nobody_else_has() {
        let mut plan = sample();
        for number in 2..5 {
            let (after, twins) = copied(&plan, &plan, &["edge"]);
            plan = after;
            assert_eq!(plan.node(&twins[0]).unwrap().name(), format!("edge {number}"));
        }
    }

    #[test]
    fn a_copy_of_the_longest_name_has_a_name_that_is_no_longer() {
        let longest = "é".repeat(Limits::NAME_CHARACTERS);
        let plan = PlanBuilder::new().standard_edition("se").with("se", |se| se.name.clone_from(&longest));
        let mut plan = plan.scenario();
        for number in [2, 3] {
            let (after, twins) = copied(&plan, &plan, &["se"]);
            plan = after;
            let name = plan.node(&twins[0]).unwrap().name().to_owned();
            assert!(name.ends_with(&format!("é {number}")), "{name}");
            assert_eq!(name.chars().count(), Limits::NAME_CHARACTERS);
        }
    }
}
