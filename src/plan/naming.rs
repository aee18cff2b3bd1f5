//! Names of components that others bear too: two pools have two load balancers and two file shares.

use super::{Component, LinkKind, NodeId, Scenario};

impl Scenario {
    /// The name of a component with that of its pool, or of what it balances: `File share of South pool`.
    pub fn belonging_name(&self, component: &Component) -> String {
        let balanced = || {
            let spreads = |id: &NodeId| *id == component.id;
            self.links.iter().find(|link| link.kind == LinkKind::Balances && spreads(&link.from))
        };
        let owner = component.pool.as_ref().or_else(|| Some(&balanced()?.to)).and_then(|id| self.node(id));
        match owner {
            Some(owner) => format!("{} of {}", component.name, owner.name()),
            None => component.name.clone(),
        }
    }

    /// The name by which a node is told from all others, as far as there is one.
    pub fn distinct_name(&self, id: &NodeId) -> Option<String> {
        let name = self.node(id)?.name();
        let alike = self.components.iter().filter(|component| component.name == name).count();
        match self.component(id) {
            Some(component) if alike > 1 => Some(self.belonging_name(component)),
            _ => Some(name.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::build::PlanBuilder;

    #[test]
    fn components_of_one_name_are_told_apart_by_their_pools() {
        let pool = |plan: PlanBuilder, id: &str| {
            let front_ends = format!("{id}-front-ends");
            let plan = plan.pool(id, |pool| pool.front_ends(2).balancers(2).back_ends(2));
            plan.with(&front_ends, |part| part.name = "Front Ends".into())
        };
        let one = pool(PlanBuilder::new().standard_edition("Paris"), "north");
        let name = |plan: &PlanBuilder, id: &str| plan.clone().scenario().distinct_name(&id.into());
        assert_eq!(name(&one, "north-front-ends").as_deref(), Some("Front Ends"));
        let two = pool(one, "south");
        for (id, said) in [
            ("north-front-ends", Some("Front Ends of north")),
            ("south-front-ends", Some("Front Ends of south")),
            ("south", Some("south")),
            ("Paris", Some("Paris")),
            ("nobody", None),
        ] {
            assert_eq!(name(&two, id).as_deref(), said);
        }
    }

    #[test]
    fn load_balancers_are_told_apart_by_what_they_balance() {
        let plan = PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(2).balancers(2).back_ends(2))
            .edge("edge", 2, "pool")
            .balancers("edge-balancer", 2, "edge")
            .with("edge-balancer", |part| part.name = "Load balancer".into())
            .with("pool-balancers", |part| part.name = "Load balancer".into())
            .scenario();
        let name = |id: &str| plan.distinct_name(&id.into());
        assert_eq!(name("edge-balancer").as_deref(), Some("Load balancer of edge"));
        assert_eq!(name("pool-balancers").as_deref(), Some("Load balancer of pool"));
    }
}
