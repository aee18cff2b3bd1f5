//! Who depends on whom: the drawing read as homes, ways in and chat services.

use std::rc::Rc;

use super::answer::Note;
use crate::catalog::Catalog;
use crate::catalog::role::Function;
use crate::collected::Map;
use crate::plan::{Component, LinkKind, NodeId, Population, Scenario};

/// A pool or a Standard Edition server.
#[derive(Debug)]
pub(super) struct Home {
    pub name: String,
    /// Components that carry its users.
    pub front: Vec<NodeId>,
    /// Components that all of its users need besides.
    pub needed: Vec<NodeId>,
    /// Components that hold the content of its conferences.
    pub content: Vec<NodeId>,
    /// Whether the drawing lacks a part without which it serves nobody.
    pub incomplete: bool,
}

/// Edge Servers by which the users of a home come in.
#[derive(Debug)]
pub(super) struct WayIn {
    pub edge: NodeId,
    /// Load balancers in front of them.
    pub balancers: Vec<NodeId>,
    /// Another home that the traffic passes through, where the home itself is not the next hop.
    pub through: Option<NodeId>,
}

/// Group Chat servers with what they need.
#[derive(Debug)]
pub(super) struct ChatService {
    pub servers: NodeId,
    pub host: NodeId,
    pub databases: Vec<NodeId>,
}

/// The drawing, read.
#[derive(Debug, Default)]
pub(super) struct Topology {
    pub homes: Map<NodeId, Home>,
    /// By home.
    pub ways_in: Map<NodeId, Vec<WayIn>>,
    pub chat: Vec<ChatService>,
    /// Reverse proxies by home.
    pub proxies: Map<NodeId, Vec<NodeId>>,
    /// Servers that count, where the drawing lets fewer count than there are.
    pub counted: Map<NodeId, usize>,
    pub notes: Vec<Note>,
}

impl Topology {
    pub fn read(scenario: &Scenario, catalog: &Catalog) -> Self {
        let mut topology = Self::default();
        topology.read_homes(scenario, catalog);
        topology.read_ways_in(scenario, catalog);
        topology.read_chat(scenario, catalog);
        for link in linked(scenario, LinkKind::Publishes) {
            topology.proxies.or_default(link.1.clone()).push(link.0.clone());
        }
        topology.read_populations(scenario);
        topology
    }

    fn note(&mut self, node: &NodeId, text: String, hypothetical: bool) {
        self.notes.push(Note { node: Some(node.clone()), text, hypothetical });
    }

    fn read_homes(&mut self, scenario: &Scenario, catalog: &Catalog) {
        for component in with_function(scenario, catalog, Function::Standalone) {
            if component.servers.len() > 1 {
                let text =
                    format!("“{}” is one server by itself; only its first server counts.", component.name);
                self.note(&component.id, text, true);
                self.counted.insert(component.id.clone(), 1);
            }
            let home = Home {
                name: component.name.clone(),
                front: vec![component.id.clone()],
                needed: Vec::new(),
                content: Vec::new(),
                incomplete: false,
            };
            self.homes.insert(component.id.clone(), home);
        }
        for pool in &scenario.pools {
            let parts = |function: Function| -> Vec<NodeId> {
                let has = |part: &&Rc<Component>| {
                    catalog.role(&part.role).is_some_and(|role| role.function == function)
                };
                scenario.parts_of(&pool.id).filter(has).map(|part| part.id.clone()).collect()
            };
            let front = parts(Function::FrontEnd);
            let (balancers, databases) = (parts(Function::LoadBalancer), parts(Function::BackEnd));
            for (missing, what) in
                [(front.is_empty(), "Front End"), (databases.is_empty(), "Back-End database")]
            {
                if missing {
                    self.note(&pool.id, format!("“{}” has no {what} and serves nobody.", pool.name), false);
                }
            }
            self.count_servers(scenario, &front, &balancers, &pool.name);
            let home = Home {
                name: pool.name.clone(),
                incomplete: front.is_empty() || databases.is_empty(),
                front,
                needed: balancers.into_iter().chain(databases).collect(),
                content: parts(Function::FileShare),
            };
            self.homes.insert(pool.id.clone(), home);
        }
    }

    /// Without a load balancer only one server of several can be reached.
    fn count_servers(&mut self, scenario: &Scenario, array: &[NodeId], balancers: &[NodeId], name: &str) {
        let servers = |id: &NodeId| scenario.component(id).map_or(0, |component| component.servers.len());
        let total: usize = array.iter().map(servers).sum();
        let Some(first) = array.first().filter(|_| balancers.is_empty() && total > 1) else { return };
        for id in array {
            self.counted.insert(id.clone(), usize::from(id == first));
        }
        let text = format!(
            "“{name}” has {total} servers and no load balancer, which is not supported; one of them counts."
        );
        self.note(first, text, true);
    }

    fn read_ways_in(&mut self, scenario: &Scenario, catalog: &Catalog) {
        let balancers: Vec<(NodeId, NodeId)> = linked(scenario, LinkKind::Balances);
        let next_hops: Vec<(NodeId, NodeId)> = linked(scenario, LinkKind::NextHop);
        for edge in with_function(scenario, catalog, Function::Edge) {
            let own = in_front_of(&balancers, &edge.id);
            self.count_servers(scenario, std::slice::from_ref(&edge.id), &own, &edge.name);
            if !next_hops.iter().any(|(from, _)| *from == edge.id) {
                let text = format!(
                    "“{}” passes users on to nobody: link it to a pool or Standard Edition server.",
                    edge.name
                );
                self.note(&edge.id, text, false);
            }
        }
        for home in self.homes.keys() {
            let direct: Vec<_> = next_hops.iter().filter(|(_, to)| to == home).collect();
            let ways: Vec<&(NodeId, NodeId)> =
                if direct.is_empty() { next_hops.iter().collect() } else { direct };
            let ways = ways.into_iter().map(|(edge, to)| WayIn {
                edge: edge.clone(),
                balancers: in_front_of(&balancers, edge),
                through: (to != home).then(|| to.clone()),
            });
            self.ways_in.insert(home.clone(), ways.collect());
        }
    }

    fn read_chat(&mut self, scenario: &Scenario, catalog: &Catalog) {
        let hosts = linked(scenario, LinkKind::ChatHost);
        let databases = linked(scenario, LinkKind::ChatDatabase);
        for chat in with_function(scenario, catalog, Function::ChatServer) {
            let own = |links: &[(NodeId, NodeId)]| -> Vec<NodeId> {
                links.iter().filter(|(from, _)| *from == chat.id).map(|(_, to)| to.clone()).collect()
            };
            let (host, databases) = (own(&hosts), own(&databases));
            for (missing, what) in [(host.is_empty(), "a host pool"), (databases.is_empty(), "a database")] {
                if missing {
                    self.note(
                        &chat.id,
                        format!("“{}” has no link to {what} and serves nobody.", chat.name),
                        false,
                    );
                }
            }
            if let (Some(host), false) = (host.into_iter().next(), databases.is_empty()) {
                self.chat.push(ChatService { servers: chat.id.clone(), host, databases });
            }
        }
    }

    fn read_populations(&mut self, scenario: &Scenario) {
        for population in scenario.populations.iter().filter(|population| population.users > 0) {
            let name = &population.name;
            match &population.home {
                None => {
                    let text = format!("“{name}” have no home server and are not served: choose one.");
                    self.note(&population.id, text, false);
                }
                Some(home) => {
                    let no_way_in = self.ways_in.get(home).is_none_or(Vec::is_empty);
                    if population.remote_users() > 0.0 && no_way_in {
                        let text =
                            format!("The remote users of “{name}” have no Edge Server to come in through.");
                        self.note(&population.id, text, false);
                    }
                    if population.group_chat_share > 0.0 && self.chat.is_empty() {
                        let text = format!("“{name}” want Group Chat, and no complete Group Chat is drawn.");
                        self.note(&population.id, text, false);
                    }
                }
            }
        }
    }
}

/// Connected users of a population who use Group Chat.
pub(super) fn chat_share(population: &Population) -> f64 {
    population.group_chat_share
}

fn with_function<'a>(
    scenario: &'a Scenario,
    catalog: &'a Catalog,
    function: Function,
) -> impl Iterator<Item = &'a Rc<Component>> {
    scenario
        .components
        .iter()
        .filter(move |component| catalog.role(&component.role).is_some_and(|role| role.function == function))
}

fn linked(scenario: &Scenario, kind: LinkKind) -> Vec<(NodeId, NodeId)> {
    let links = scenario.links.iter().filter(|link| link.kind == kind);
    links.map(|link| (link.from.clone(), link.to.clone())).collect()
}

fn in_front_of(balancers: &[(NodeId, NodeId)], array: &NodeId) -> Vec<NodeId> {
    balancers.iter().filter(|(_, to)| to == array).map(|(from, _)| from.clone()).collect()
}
