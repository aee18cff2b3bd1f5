//! Sites and what stands in them.

use std::rc::Rc;

use super::{EditError, find};
use crate::plan::{Node, NodeId, Scenario, Site, SiteId};

impl Scenario {
    pub(super) fn move_to_site(&mut self, nodes: &[NodeId], site: &SiteId) -> Result<(), EditError> {
        for id in nodes {
            match self.node(id) {
                Some(Node::Component(_)) => {}
                Some(Node::Pool(_)) => {
                    find(&mut self.pools, id, |item| &item.id)?.site.clone_from(site);
                }
                Some(Node::Population(_)) | None => return Err(EditError::Missing(id.to_string())),
            }
        }
        for component in &mut self.components {
            let moves = |id: &NodeId| nodes.contains(id);
            if moves(&component.id) || component.pool.as_ref().is_some_and(moves) {
                Rc::make_mut(component).site.clone_from(site);
            }
        }
        Ok(())
    }

    pub(super) fn remove_site(&mut self, id: &SiteId) -> Result<(), EditError> {
        let site = self.site(id).ok_or_else(|| EditError::Missing(id.to_string()))?;
        if self.is_occupied(id) {
            return Err(EditError::Occupied(site.name.clone()));
        }
        self.sites.retain(|site| site.id != *id);
        for site in &mut self.sites {
            if site.wan_links.iter().any(|line| line.to == *id) {
                let mut left = Site::clone(site);
                left.wan_links.retain(|line| line.to != *id);
                *site = Rc::new(left);
            }
        }
        Ok(())
    }

    /// Whether a component or a pool stands in the site.
    pub fn is_occupied(&self, id: &SiteId) -> bool {
        self.components.iter().any(|component| component.site == *id)
            || self.pools.iter().any(|pool| pool.site == *id)
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;
    use crate::plan::build::PlanBuilder;
    use crate::plan::{Edit, EditError, Scenario, Site, WanLink};

    fn edited(scenario: &Scenario, edits: &[Edit]) -> Result<Scenario, EditError> {
        scenario.edited(&Catalog::bundled(), edits)
    }

    fn site(id: &str, lines: Vec<WanLink>) -> Site {
        Site { id: id.into(), name: format!("Site {id}"), common_mode: None, wan_links: lines }
    }

    fn sample() -> Scenario {
        let line = WanLink { to: "north".into(), availability: 0.999, mean_down_time_hours: 2.0 };
        let plan =
            PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).back_ends(1)).edge("edge", 1, "pool");
        let sites = [Edit::AddSite(site("north", Vec::new())), Edit::AddSite(site("south", vec![line]))];
        edited(&plan.scenario(), &sites).unwrap()
    }

    fn to(site: &str, nodes: &[&str]) -> Edit {
        Edit::MoveToSite { nodes: nodes.iter().map(|id| (*id).into()).collect(), site: site.into() }
    }

    #[test]
    fn a_pool_takes_its_parts_to_another_site_and_leaves_the_rest() {
        let after = edited(&sample(), &[to("north", &["pool"])]).unwrap();
        assert_eq!(after.pools[0].site.as_str(), "north");
        for component in &after.components {
            let expected = if component.pool.is_some() { "north" } else { "headquarters" };
            assert_eq!(component.site.as_str(), expected, "{}", component.id);
        }
        let after = edited(&after, &[to("south", &["edge"])]).unwrap();
        assert_eq!(after.component(&"edge".into()).unwrap().site.as_str(), "south");
    }

    #[test]
    fn an_empty_site_goes_with_the_lines_to_it_and_an_occupied_one_stays() {
        let after = edited(&sample(), &[Edit::RemoveSite("north".into())]).unwrap();
        assert_eq!(after.sites.len(), 2);
        assert!(after.sites.iter().all(|site| site.wan_links.is_empty()));
        let refused = edited(&after, &[Edit::RemoveSite("headquarters".into())]);
        assert_eq!(refused, Err(EditError::Occupied("Headquarters".into())));
    }

    #[test]
    fn what_is_not_there_is_refused() {
        for edit in [to("north", &["nowhere"]), Edit::RemoveSite("nowhere".into())] {
            assert_eq!(edited(&sample(), &[edit]), Err(EditError::Missing("nowhere".into())));
        }
        assert!(edited(&sample(), &[to("nowhere", &["edge"])]).is_err());
    }
}
