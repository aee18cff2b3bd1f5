//! What can be chosen from a list for what is selected, and what becomes of the choice.

use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
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
                let mut options = vec![none("none")];
                for pool in &scenario.pools {
                    options.push((pool.id.to_string(), pool.name.clone()));
                }
                for component in &scenario.components {
                    if scenario.is_home(catalog, &component.id) {
                        options.push((component.id.to_string(), component.name.clone()));
                    }
                }
                let mut now = Vec::new();
                for users in self.selected_populations() {
                    now.push(users.home.as_ref().map_or("", NodeId::as_str));
                }
                Choices { options, chosen: same(&now) }
            }
            Choice::Site => {
                let mut options = Vec::new();
                for site in &scenario.sites {
                    options.push((site.id.to_string(), site.name.clone()));
                }
                let mut now = Vec::new();
                for node in self.selection.iter().filter_map(Target::node) {
                    now.extend(scenario.component(node).map(|component| component.site.as_str()));
                    now.extend(scenario.pool(node).map(|pool| pool.site.as_str()));
                }
                Choices { options, chosen: same(&now) }
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
                let mut edits = Vec::new();
                for users in self.selected_populations() {
                    edits.push(Edit::SetPopulation(Population {
                        home: home.clone(),
                        ..Population::clone(users)
                    }));
                }
                ("Change the home", edits)
            }
            Choice::Site => {
                let mut nodes = Vec::new();
                for node in self.selection.iter().filter_map(Target::node) {
                    if self.scenario().population(node).is_none() {
                        nodes.push(node.clone());
                    }
                }
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
}

/// A computer of the server's own, or one of those that carry other servers, named after the first of these.
fn computers(scenario: &Scenario, server: &ServerId) -> Choices {
    let mut options = vec![none("a computer of its own")];
    let (mut own, mut others) = (None, Vec::new());
    for component in &scenario.components {
        for (place, known) in component.servers.iter().enumerate() {
            if known.id == *server {
                own = Some(&known.computer);
            } else if !others.contains(&&known.computer) {
                others.push(&known.computer);
                options.push((known.computer.to_string(), format!("with {}", component.server_name(place))));
            }
        }
    }
    let shared = own.filter(|own| others.contains(own));
    Choices { options, chosen: Some(shared.map(ComputerId::to_string).unwrap_or_default()) }
}

/// The choice of nothing.
fn none(name: &str) -> (String, String) {
    (String::new(), name.into())
}

/// What all of them are.
fn same(all: &[&str]) -> Option<String> {
    let (first, others) = all.split_first()?;
    others.iter().all(|other| other == first).then(|| (*first).to_string())
}

/// How many other servers run on the server's computer.
pub fn neighbours(scenario: &Scenario, server: &Server) -> usize {
    let sharing = scenario.servers().filter(|(_, known)| known.computer == server.computer);
    sharing.count().saturating_sub(1)
}
