//! Making a pool of parts that stand by themselves, and setting the parts of a pool free.

use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::catalog::role::Function;
use crate::plan::{Component, Edit, LinkKind, NodeId, Pool, is_pool_part};

impl State {
    /// What is selected, where it can make a pool: Front Ends, a Back-End and whatever else stands in a pool, of each at most one, all of
    /// it in one site and in no pool yet.
    pub(super) fn pool_in_parts(&self, catalog: &Catalog) -> Option<Vec<&Component>> {
        let scenario = self.scenario();
        let (mut parts, mut functions) = (Vec::<&Component>::new(), Vec::new());
        for target in &self.selection {
            let part = scenario.component(target.node()?)?;
            let function =
                catalog.role(&part.role).map(|role| role.function).filter(|role| is_pool_part(*role))?;
            let balances = |kind: LinkKind, from: &NodeId| kind == LinkKind::Balances && *from == part.id;
            let is_taken =
                part.pool.is_some() || scenario.links.iter().any(|link| balances(link.kind, &link.from));
            let is_too_many = function != Function::FrontEnd && functions.contains(&function);
            let is_elsewhere = parts.first().is_some_and(|first| first.site != part.site);
            if is_taken || is_too_many || is_elsewhere {
                return None;
            }
            functions.push(function);
            parts.push(part);
        }
        let needed = [Function::FrontEnd, Function::BackEnd];
        needed.iter().all(|function| functions.contains(function)).then_some(parts)
    }

    /// Puts what is selected into a new pool.
    pub(super) fn group(&mut self, catalog: &Catalog) {
        let Some(parts) = self.pool_in_parts(catalog) else { return };
        let Some(first) = parts.first() else { return };
        let id = self.scenario().fresh_node_id("pool");
        let name = self.scenario().fresh_name("Enterprise pool");
        let (site, position) = (first.site.clone(), first.position);
        let mut edits =
            vec![Edit::AddPool(Pool { id: id.clone(), name, site, position, size: None, director: false })];
        for part in parts {
            edits.push(Edit::SetPool { component: part.id.clone(), pool: Some(id.clone()) });
        }
        self.edit(catalog, "Make a pool", &edits);
        if self.notice.is_none() {
            self.select(vec![Target::Node(id)]);
        }
    }

    /// The parts that are selected or whose pools are.
    pub(super) fn pooled(&self) -> Vec<NodeId> {
        let is_selected = |node: &NodeId| self.selection.contains(&Target::Node(node.clone()));
        let mut parts = Vec::new();
        for part in &self.scenario().components {
            if part.pool.as_ref().is_some_and(|pool| is_selected(pool) || is_selected(&part.id)) {
                parts.push(part.id.clone());
            }
        }
        parts
    }

    /// Takes parts out of their pools. A pool that is selected is no more then.
    pub(super) fn ungroup(&mut self, catalog: &Catalog) {
        let parts = self.pooled();
        let mut edits = Vec::new();
        for part in &parts {
            edits.push(Edit::SetPool { component: part.clone(), pool: None });
        }
        let mut pools = self.selected_nodes();
        pools.retain(|node| self.scenario().pool(node).is_some());
        edits.push(Edit::RemoveNodes(pools));
        self.edit(catalog, "Take out of the pool", &edits);
        if self.notice.is_none() {
            self.select(parts.into_iter().map(Target::Node).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::editor::Action;
    use crate::editor::commands::by_id;
    use crate::plan::build::PlanBuilder;

    const PARTS: [&str; 4] = ["pool-front-ends", "pool-back-end", "pool-balancers", "pool-file-share"];

    fn opened() -> Rc<State> {
        let plan = PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(2).back_ends(2).balancers(2).file_share())
            .placed("edge", "edge", 2)
            .placed("spare", "back-end", 1)
            .balancers("edge-balancers", 2, "edge")
            .site_called("far")
            .placed("abroad", "front-end", 1)
            .at_site("far", &["abroad"]);
        State::new("key", Rc::new(plan.document()))
    }

    fn selecting(state: &Rc<State>, nodes: &[&str]) -> Rc<State> {
        let targets = nodes.iter().map(|node| Target::Node((*node).into())).collect();
        state.reduce(&Catalog::bundled(), Action::Select(targets))
    }

    fn can(state: &State, id: &str) -> bool {
        by_id(id).unwrap().can(state)
    }

    #[test]
    fn a_pool_is_taken_apart_and_made_again_in_one_step_each() {
        let catalog = Catalog::bundled();
        let whole = selecting(&opened(), &["pool"]);
        assert!(can(&whole, "ungroup"));
        let apart = whole.reduce(&catalog, Action::Ungroup);
        assert!(apart.scenario().pools.is_empty());
        assert_eq!(apart.selection, selecting(&apart, &PARTS).selection);
        assert!(can(&apart, "group"));
        let again = apart.reduce(&catalog, Action::Group);
        assert_eq!(again.scenario().parts_of(again.only_selected_node().unwrap()).count(), PARTS.len());
        let steps: Vec<&str> = again.history.past().iter().map(|step| &*step.label).collect();
        assert_eq!(steps, ["Take out of the pool", "Make a pool"]);
    }

    #[test]
    fn a_part_alone_is_taken_out_and_its_pool_stays() {
        let catalog = Catalog::bundled();
        let out = selecting(&opened(), &["pool-file-share"]).reduce(&catalog, Action::Ungroup);
        assert_eq!(out.scenario().component(&"pool-file-share".into()).unwrap().pool, None);
        assert_eq!(out.scenario().parts_of(&"pool".into()).count(), PARTS.len() - 1);
    }

    #[test]
    fn only_what_makes_a_pool_is_made_one() {
        let catalog = Catalog::bundled();
        let apart = selecting(&opened(), &["pool"]).reduce(&catalog, Action::Ungroup);
        let [front_ends, back_ends, balancers, share] = PARTS;
        for (nodes, makes_one) in [
            (&[front_ends, back_ends][..], true),
            (&PARTS, true),
            (&[front_ends, "spare", share], true),
            (&[front_ends, balancers, share], false),
            (&[back_ends, balancers], false),
            (&[front_ends, back_ends, "spare"], false),
            (&[front_ends, back_ends, "edge"], false),
            (&[front_ends, back_ends, "edge-balancers"], false),
            (&["abroad", back_ends], false),
            (&[], false),
        ] {
            let state = selecting(&apart, nodes);
            assert_eq!(can(&state, "group"), makes_one, "{nodes:?}");
            let after = state.reduce(&catalog, Action::Group);
            assert_eq!(after.scenario().pools.len(), usize::from(makes_one), "{nodes:?}");
        }
        assert!(!can(&selecting(&apart, &PARTS), "ungroup"));
    }
}
