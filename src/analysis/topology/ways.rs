//! The ways through each stage for the users of each home.

use std::rc::Rc;

use super::{Topology, WaysId, parts_with, with_function};
use crate::analysis::stage::{Stage, Way};
use crate::catalog::Catalog;
use crate::catalog::role::Function;
use crate::collected::Map;
use crate::plan::{Component, Link, LinkKind, NodeId, Scenario};

/// The links of a plan by their kind.
struct Links<'a>(Map<LinkKind, Vec<&'a Link>>);

impl<'a> Links<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        let mut links: Map<LinkKind, Vec<&Link>> = Map::new();
        for link in &scenario.links {
            links.or_default(link.kind).push(link);
        }
        Self(links)
    }

    fn all(&self, kind: LinkKind) -> impl Iterator<Item = &'a Link> {
        self.0.get(&kind).into_iter().flatten().copied()
    }

    fn from(&self, kind: LinkKind, node: &NodeId) -> Vec<NodeId> {
        let links = self.all(kind).filter(|link| link.from == *node);
        links.map(|link| link.to.clone()).collect()
    }

    fn to(&self, kind: LinkKind, node: &NodeId) -> Vec<NodeId> {
        let links = self.all(kind).filter(|link| link.to == *node);
        links.map(|link| link.from.clone()).collect()
    }
}

/// Edge Servers and the home that they pass users on to, by a Director or not.
struct Hop {
    edge: NodeId,
    /// The Edge Servers behind the load balancers in front of them.
    way: Way,
    director: Option<NodeId>,
    to: NodeId,
}

impl Topology {
    pub(super) fn read_ways(&mut self, scenario: &Scenario, catalog: &Catalog) {
        let links = Links::of(scenario);
        let hops = self.hops(scenario, catalog, &links);
        let browser = self.browser(scenario, catalog, &links);
        let chat = self.chat(scenario, catalog, &links);
        let compliance = self.add(compliance(&links, &chat));
        let chat = self.add(chat);
        let hops: Vec<&Hop> = hops.iter().collect();
        let through_others = self.add(ways_by(&hops, true));
        let in_pools = scenario.parts_by_pool();
        let homes: Vec<NodeId> = self.homes.keys().cloned().collect();
        for home in &homes {
            let leads_here = hops.iter().any(|hop| hop.to == *home);
            let ways = if leads_here { self.add(ways_in(&hops, home)) } else { through_others };
            let by = links.from(LinkKind::Federates, home);
            let named = || hops.iter().filter(|hop| by.contains(&hop.edge)).copied().collect::<Vec<_>>();
            let federation = if by.is_empty() { ways } else { self.add(ways_in(&named(), home)) };
            for (stage, ways) in [
                (Stage::WayIn, ways),
                (Stage::Federation, federation),
                (Stage::Chat, chat),
                (Stage::Compliance, compliance),
            ] {
                self.stages.insert((stage, home.clone()), ways);
            }
            self.read_voice(&links, home);
            self.read_records(&links, home);
            self.read_browser(&links, home, &browser);
            let proxies = links.to(LinkKind::Publishes, home);
            self.put(Stage::Proxy, home, proxies.iter().map(|proxy| balanced(&links, proxy)).collect());
            if let Some(parts) = in_pools.get(home) {
                self.read_pool(scenario, catalog, home, parts);
            }
        }
    }

    fn add(&mut self, ways: Vec<Way>) -> WaysId {
        self.ways.push(ways);
        WaysId(self.ways.len() - 1)
    }

    fn put(&mut self, stage: Stage, home: &NodeId, ways: Vec<Way>) {
        let ways = self.add(ways);
        self.stages.insert((stage, home.clone()), ways);
    }

    fn hops(&mut self, scenario: &Scenario, catalog: &Catalog, links: &Links<'_>) -> Vec<Hop> {
        let mut hops = Vec::new();
        for edge in with_function(scenario, catalog, Function::Edge) {
            let own = links.to(LinkKind::Balances, &edge.id);
            self.count_servers(scenario, std::slice::from_ref(&edge.id), &own, &edge.name);
            let before = hops.len();
            let way = Way { needed: own, ..Way::by(&edge.id) };
            let hop = |director, to| Hop { edge: edge.id.clone(), way: way.clone(), director, to };
            for to in links.from(LinkKind::NextHop, &edge.id) {
                if self.homes.contains_key(&to) {
                    hops.push(hop(None, to));
                    continue;
                }
                for behind in links.from(LinkKind::NextHop, &to) {
                    hops.push(hop(Some(to.clone()), behind));
                }
            }
            if hops.len() == before {
                self.note_no_next_hop(edge);
            }
        }
        hops
    }

    /// Servers of the browser client by the home that they sign users in at.
    fn browser(&mut self, scenario: &Scenario, catalog: &Catalog, links: &Links<'_>) -> Vec<(NodeId, Way)> {
        let mut ways = Vec::new();
        for server in with_function(scenario, catalog, Function::WebAccess) {
            let own = links.to(LinkKind::Balances, &server.id);
            self.count_servers(scenario, std::slice::from_ref(&server.id), &own, &server.name);
            for home in links.from(LinkKind::SignsIn, &server.id) {
                ways.push((home, balanced(links, &server.id)));
            }
        }
        ways
    }

    fn read_browser(&mut self, links: &Links<'_>, home: &NodeId, all: &[(NodeId, Way)]) {
        let own = all.iter().filter(|(of, _)| of == home);
        let mut ways = Vec::new();
        let mut proxies = Vec::new();
        for (_, way) in own {
            let mut way = way.clone();
            way.along.push((way.carrier.clone(), home.clone()));
            let published = links.to(LinkKind::Publishes, &way.carrier);
            proxies.extend(published.iter().map(|proxy| balanced(links, proxy)));
            ways.push(way);
        }
        // A reverse proxy is recommended and not required.
        if !proxies.is_empty() {
            self.put(Stage::BrowserProxy, home, proxies);
        }
        self.put(Stage::WebAccess, home, ways);
    }

    fn chat(&mut self, scenario: &Scenario, catalog: &Catalog, links: &Links<'_>) -> Vec<Way> {
        let mut ways = Vec::new();
        for chat in with_function(scenario, catalog, Function::ChatServer) {
            let hosts = links.from(LinkKind::ChatHost, &chat.id);
            let databases = links.from(LinkKind::ChatDatabase, &chat.id);
            self.note_chat(chat, hosts.is_empty(), databases.is_empty());
            if let (Some(host), false) = (hosts.into_iter().next(), databases.is_empty()) {
                ways.push(chat_way(chat, host, databases));
            }
        }
        ways
    }

    fn read_voice(&mut self, links: &Links<'_>, home: &NodeId) {
        let mut ways = Vec::new();
        for mediation in links.from(LinkKind::Calls, home) {
            for trunk in links.from(LinkKind::Trunk, &mediation) {
                let mut way = Way::by(&mediation);
                way.along = vec![(mediation.clone(), home.clone()), (mediation.clone(), trunk.clone())];
                way.behind.push(trunk);
                ways.push(way);
            }
        }
        self.put(Stage::Voice, home, ways);
    }

    fn read_records(&mut self, links: &Links<'_>, home: &NodeId) {
        for (stage, kind) in [(Stage::Archiving, LinkKind::Archives), (Stage::Monitoring, LinkKind::Reports)]
        {
            let ways = links.from(kind, home).into_iter().filter_map(|server| {
                let mut way = stored(links, &server)?;
                way.along.push((server, home.clone()));
                Some(way)
            });
            let ways = ways.collect();
            self.put(stage, home, ways);
        }
    }

    /// What a pool has servers of its own for. An expanded pool needs each kind of them.
    fn read_pool(&mut self, scenario: &Scenario, catalog: &Catalog, home: &NodeId, parts: &[&Rc<Component>]) {
        let ways = |function: Function| -> Vec<Way> {
            parts_with(parts, catalog, function).iter().map(Way::by).collect()
        };
        let shares = ways(Function::FileShare);
        if !shares.is_empty() {
            self.put(Stage::Content, home, shares);
        }
        let expanded = [
            (Stage::WebConferencing, ways(Function::WebConferencing)),
            (Stage::AvConferencing, ways(Function::AvConferencing)),
            (Stage::WebComponents, ways(Function::WebComponents)),
        ];
        if expanded.iter().any(|(_, ways)| !ways.is_empty()) {
            for (stage, ways) in expanded {
                self.note_expanded(scenario, home, stage, ways.is_empty());
                self.put(stage, home, ways);
            }
        }
    }
}

/// A component behind the load balancers that are drawn in front of it.
fn balanced(links: &Links<'_>, component: &NodeId) -> Way {
    Way { needed: links.to(LinkKind::Balances, component), ..Way::by(component) }
}

/// A component with the databases that it keeps its data in; none without one, where it has nowhere to put it.
fn stored(links: &Links<'_>, component: &NodeId) -> Option<Way> {
    let databases = links.from(LinkKind::Stores, component);
    let along = databases.iter().map(|database| (component.clone(), database.clone())).collect();
    (!databases.is_empty()).then(|| Way { needed: databases, along, ..Way::by(component) })
}

/// Chat rooms are recorded where the servers of all of them that are recorded have a Compliance Server.
fn compliance(links: &Links<'_>, chat: &[Way]) -> Vec<Way> {
    let mut ways = Vec::new();
    for server in chat {
        for recorder in links.from(LinkKind::Records, &server.carrier) {
            if !ways.iter().any(|way: &Way| way.carrier == recorder)
                && let Some(mut way) = stored(links, &recorder)
            {
                way.along.push((server.carrier.clone(), recorder));
                ways.push(way);
            }
        }
    }
    ways
}

/// The way in by Edge Servers, for users of the home that it leads to or, through that one, of others.
fn way_by(hop: &Hop, through: bool) -> Way {
    let mut way = hop.way.clone();
    let next = hop.director.as_ref().unwrap_or(&hop.to);
    way.along.push((hop.edge.clone(), next.clone()));
    if let Some(director) = &hop.director {
        way.behind.push(director.clone());
        way.along.push((director.clone(), hop.to.clone()));
    }
    way.via = through.then(|| hop.to.clone());
    way
}

/// Ways in that lead to the home, or else all of them, through other homes.
fn ways_in(hops: &[&Hop], home: &NodeId) -> Vec<Way> {
    let direct: Vec<&Hop> = hops.iter().filter(|hop| hop.to == *home).copied().collect();
    if direct.is_empty() { ways_by(hops, true) } else { ways_by(&direct, false) }
}

/// One way in for each array of Edge Servers, however many next hops it has.
fn ways_by(hops: &[&Hop], through: bool) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for hop in hops {
        if !ways.iter().any(|known| known.carrier == hop.edge) {
            ways.push(way_by(hop, through));
        }
    }
    ways
}

fn chat_way(chat: &Component, host: NodeId, databases: Vec<NodeId>) -> Way {
    let mut along = vec![(chat.id.clone(), host.clone())];
    along.extend(databases.iter().map(|database| (chat.id.clone(), database.clone())));
    Way { needed: databases, via: Some(host), along, ..Way::by(&chat.id) }
}
