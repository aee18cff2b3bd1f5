//! Servers and the computers that they run on.

use std::rc::Rc;

use super::{EditError, find};
use crate::plan::{Component, ComputerId, NodeId, Scenario, Server, ServerId};

impl Scenario {
    pub(super) fn set_server_count(&mut self, id: &NodeId, count: usize) -> Result<(), EditError> {
        let have = self.component(id).ok_or_else(|| EditError::Missing(id.to_string()))?.servers.len();
        let added = self.new_servers(id.as_str(), count.saturating_sub(have));
        let component = find(&mut self.components, id, |item| &item.id)?;
        component.servers.truncate(count);
        component.servers.extend(added);
        Ok(())
    }

    /// New servers, each on a computer of its own, with names that none bears.
    pub(in crate::plan) fn new_servers(&self, stem: &str, count: usize) -> Vec<Server> {
        self.fresh_server_ids(stem, count)
            .into_iter()
            .map(|id| Server { computer: self.fresh_computer_id(&id), id })
            .collect()
    }

    pub(super) fn set_computer(
        &mut self,
        id: &ServerId,
        computer: Option<&ComputerId>,
    ) -> Result<(), EditError> {
        let computer = match computer {
            None => self.fresh_computer_id(id),
            Some(known) if self.servers().any(|(_, server)| server.computer == *known) => known.clone(),
            Some(unknown) => return Err(EditError::Missing(unknown.to_string())),
        };
        let servers = &mut self.component_of(id)?.servers;
        if let Some(server) = servers.iter_mut().find(|server| server.id == *id) {
            server.computer = computer;
        }
        Ok(())
    }

    /// The component that the server belongs to.
    pub(super) fn component_of(&mut self, server: &ServerId) -> Result<&mut Component, EditError> {
        let holds = |component: &&mut Rc<Component>| component.servers.iter().any(|own| own.id == *server);
        let component = self.components.iter_mut().find(holds);
        component.map(Rc::make_mut).ok_or_else(|| EditError::Missing(server.to_string()))
    }

    /// A name for a computer of the server's own. One that the server left may still carry others under its name.
    fn fresh_computer_id(&self, server: &ServerId) -> ComputerId {
        let name = format!("{server}-computer");
        let taken = |id: &str| self.servers().any(|(_, known)| known.computer.as_str() == id);
        if taken(&name) { super::super::scenario::fresh(&name, taken).into() } else { name.into() }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;
    use crate::plan::build::PlanBuilder;
    use crate::plan::{Edit, EditError, Scenario};

    fn edited(scenario: &Scenario, edits: &[Edit]) -> Result<Scenario, EditError> {
        scenario.edited(&Catalog::bundled(), edits)
    }

    fn sample() -> Scenario {
        PlanBuilder::new().standard_edition("home").edge("edge", 3, "home").scenario()
    }

    fn computers(scenario: &Scenario) -> Vec<&str> {
        scenario.servers().map(|(_, server)| server.computer.as_str()).collect()
    }

    fn onto(server: &str, computer: Option<&str>) -> Edit {
        Edit::SetComputer { server: server.into(), computer: computer.map(Into::into) }
    }

    #[test]
    fn a_server_shares_a_computer_and_gets_one_of_its_own_again() {
        let shared = edited(&sample(), &[onto("edge-2", Some("edge-1-computer"))]).unwrap();
        let expected = ["home-1-computer", "edge-1-computer", "edge-1-computer", "edge-3-computer"];
        assert_eq!(computers(&shared), expected);
        let apart = edited(&shared, &[onto("edge-2", None)]).unwrap();
        assert_eq!(computers(&apart), computers(&sample()));
    }

    #[test]
    fn a_computer_of_its_own_is_never_one_that_carries_others() {
        let guest = edited(&sample(), &[onto("edge-2", Some("edge-1-computer"))]).unwrap();
        let host_left = edited(&guest, &[onto("edge-1", None)]).unwrap();
        assert_eq!(computers(&host_left)[1..3], ["edge-1-computer-1", "edge-1-computer"]);
        let (edge, count) = ("edge".into(), 3);
        let again = [Edit::RemoveServer("edge-1".into()), Edit::SetServerCount { component: edge, count }];
        let replaced = edited(&guest, &again).unwrap();
        let mut all = computers(&replaced);
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 4, "{all:?}");
    }

    #[test]
    fn the_server_that_is_removed_is_the_one_that_was_named() {
        let after = edited(&sample(), &[Edit::RemoveServer("edge-2".into())]).unwrap();
        let left: Vec<_> = after.component(&"edge".into()).unwrap().servers.iter().collect();
        assert_eq!(left.iter().map(|server| server.id.as_str()).collect::<Vec<_>>(), ["edge-1", "edge-3"]);
    }

    #[test]
    fn the_last_server_stays_and_unknown_ones_are_refused() {
        let last = edited(&sample(), &[Edit::RemoveServer("home-1".into())]).unwrap_err();
        assert!(last.to_string().contains("at least one server"), "{last}");
        for edit in [
            Edit::RemoveServer("nowhere".into()),
            onto("nowhere", None),
            onto("edge-1", Some("nowhere")),
            Edit::SetRepairCrews { component: "nowhere".into(), crews: None },
        ] {
            assert_eq!(edited(&sample(), &[edit]), Err(EditError::Missing("nowhere".into())));
        }
    }

    #[test]
    fn repair_crews_are_kept_in_range() {
        let crews = |crews| Edit::SetRepairCrews { component: "edge".into(), crews };
        let after = edited(&sample(), &[crews(Some(1))]).unwrap();
        assert_eq!(after.component(&"edge".into()).unwrap().repair_crews, Some(1));
        assert_eq!(edited(&after, &[crews(None)]).unwrap(), sample());
        assert!(edited(&after, &[crews(Some(0))]).is_err());
    }
}
