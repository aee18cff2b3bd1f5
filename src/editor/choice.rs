//! What can be chosen from a list for what is selected, and what becomes of the choice.

use super::state::State;
use crate::catalog::Catalog;
use crate::collected::Map;
use crate::plan::{ComputerId, Edit, NodeId, Population, Scenario, Server, ServerId};

/// Something that is chosen from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Where the selected users are homed.
    Home,
    /// The site in which the selected components and pools stand.
    Site,
    /// The computer that a server runs on.
    Computer(ServerId),
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// What stands for each choice in the page, and its name on the screen.
    pub options: Vec<(String, String)>,
    /// The one that holds now; none where what is selected differs.
    pub chosen: Option<String>,
}

impl State {
    /// The list to choose from.
    pub fn choices(&self, catalog: &Catalog, choice: &Choice) -> Choices {
        let scenario = self.scenario();
        match choice {
            Choice::Home => {
                let pools = scenario.pools.iter().map(|pool| (&pool.id, &pool.name));
                let servers = (scenario.components.iter())
                    .filter(|component| scenario.is_home(catalog, &component.id))
                    .map(|component| (&component.id, &component.name));
                let homes = pools.chain(servers).map(|(id, name)| (id.to_string(), name.clone()));
                let now = self.selected_populations().map(|users| text(users.home.as_ref()));
                Choices { options: std::iter::once(none("none")).chain(homes).collect(), chosen: same(now) }
            }
            Choice::Site => {
                let options =
                    scenario.sites.iter().map(|site| (site.id.to_string(), site.name.clone())).collect();
                let components = self.selected_components().map(|component| component.site.to_string());
                let pools = self.selected_pools().filter_map(|pool| scenario.pool(pool));
                Choices { options, chosen: same(components.chain(pools.map(|pool| pool.site.to_string()))) }
            }
            Choice::Computer(server) => computers(scenario, server),
        }
    }

    /// Makes the choice for all that it is about, as one step.
    pub(super) fn choose(&mut self, catalog: &Catalog, choice: &Choice, value: &str) {
        let some = Some(value).filter(|value| !value.is_empty());
        let (label, edits) = match choice {
            Choice::Home => {
                let home = some.map(NodeId::from);
                let moved = |users: &Population| Population { home: home.clone(), ..users.clone() };
                let users = self.selected_populations();
                ("Change the home", users.map(|users| Edit::SetPopulation(moved(users))).collect())
            }
            Choice::Site => {
                let components = self.selected_components().map(|component| &component.id);
                let nodes = components.chain(self.selected_pools()).cloned().collect();
                ("Move to another site", vec![Edit::MoveToSite { nodes, site: value.into() }])
            }
            Choice::Computer(server) => {
                let computer = some.map(ComputerId::from);
                let server = server.clone();
                ("Put a server on another computer", vec![Edit::SetComputer { server, computer }])
            }
        };
        self.edit(catalog, label, &edits);
    }

    fn selected_pools(&self) -> impl Iterator<Item = &NodeId> {
        let nodes = self.selection.iter().filter_map(|target| target.node());
        nodes.filter(|node| self.scenario().pool(node).is_some())
    }
}

/// A computer of the server's own, or one of those that carry other servers.
fn computers(scenario: &Scenario, server: &ServerId) -> Choices {
    let mut chosen = String::new();
    let mut others: Map<&ComputerId, Vec<String>> = Map::new();
    let own = scenario.servers().find(|(_, known)| known.id == *server).map(|(_, known)| &known.computer);
    for component in &scenario.components {
        for (place, known) in component.servers.iter().enumerate().filter(|(_, known)| known.id != *server) {
            others.or_default(&known.computer).push(component.server_name(place));
            if Some(&known.computer) == own {
                chosen = known.computer.to_string();
            }
        }
    }
    let shared = others.iter().map(|(computer, servers)| {
        let name = servers.first().map_or("", String::as_str);
        let name = match servers.len() {
            1 => format!("with {name}"),
            count => format!("with {name} and {} more", count - 1),
        };
        (computer.to_string(), name)
    });
    let options = std::iter::once(none("a computer of its own")).chain(shared).collect();
    Choices { options, chosen: Some(chosen) }
}

/// The choice of nothing.
fn none(name: &str) -> (String, String) {
    (String::new(), name.into())
}

fn text(home: Option<&NodeId>) -> String {
    home.map(NodeId::to_string).unwrap_or_default()
}

/// What all of them are.
fn same(mut all: impl Iterator<Item = String>) -> Option<String> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// How many other servers run on the server's computer.
pub fn neighbours(scenario: &Scenario, server: &Server) -> usize {
    let sharing = scenario.servers().filter(|(_, known)| known.computer == server.computer);
    sharing.count().saturating_sub(1)
}
