//! What can be chosen from a list for what is selected, and what becomes of the choice.

use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::plan::{ComputerId, Edit, NodeId, Population, Scenario, Server, ServerId, SiteId};

/// Something that is chosen from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Where the selected users are homed.
    Home,
    /// Where an operator moves the selected users when their home is lost for long.
    RecoveryHome,
    /// The site at which the selected users sit.
    Seat,
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
            Choice::Home => self.homes(catalog, "none", |users| users.home.as_ref()),
            Choice::RecoveryHome => {
                self.homes(catalog, "nobody moves them", |users| users.recovery_home.as_ref())
            }
            Choice::Seat => {
                let mut options = vec![none("with their home")];
                options.extend(scenario.sites.iter().map(|site| (site.id.to_string(), site.name.clone())));
                let users = self.selected_populations();
                let now: Vec<&str> =
                    users.iter().map(|users| users.site.as_ref().map_or("", SiteId::as_str)).collect();
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

    /// The homes of the plan, or none of them.
    fn homes(
        &self,
        catalog: &Catalog,
        nothing: &str,
        now: impl Fn(&Population) -> Option<&NodeId>,
    ) -> Choices {
        let scenario = self.scenario();
        let mut options = vec![none(nothing)];
        for pool in &scenario.pools {
            options.push((pool.id.to_string(), pool.name.clone()));
        }
        for component in &scenario.components {
            if catalog.role(&component.role).is_some_and(|role| role.function.is_home()) {
                options.push((component.id.to_string(), component.name.clone()));
            }
        }
        let users = self.selected_populations();
        let now: Vec<&str> = users.iter().map(|users| now(users).map_or("", NodeId::as_str)).collect();
        Choices { options, chosen: same(&now) }
    }

    /// Makes the choice for all that it is about, as one step.
    pub(super) fn choose(&mut self, catalog: &Catalog, choice: &Choice, value: &str) {
        let some = Some(value).filter(|value| !value.is_empty());
        let (label, edits) = match choice {
            Choice::Home | Choice::RecoveryHome | Choice::Seat => {
                let mut edits = Vec::new();
                for users in self.selected_populations() {
                    let mut users = Population::clone(users);
                    match choice {
                        Choice::Home => users.home = some.map(NodeId::from),
                        Choice::RecoveryHome => users.recovery_home = some.map(NodeId::from),
                        _ => users.site = some.map(SiteId::from),
                    }
                    edits.push(Edit::SetPopulation(users));
                }
                let label = match choice {
                    Choice::Home => "Change the home",
                    Choice::RecoveryHome => "Plan where users are moved",
                    _ => "Change where users sit",
                };
                (label, edits)
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
    let (mut own, mut others) = (None, Set::new());
    for component in &scenario.components {
        for (place, known) in component.servers.iter().enumerate() {
            if known.id == *server {
                own = Some(&known.computer);
            } else if others.insert(&known.computer) {
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
