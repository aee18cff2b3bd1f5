//! What is killed at this moment.

use crate::json;
use crate::plan::ComputerId;
use crate::plan::{Component, NodeId, Scenario, Server, ServerId, SiteId};

/// Something that is killed or repaired as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Casualty {
    /// One server of a component.
    Server {
        /// The component that it belongs to.
        component: NodeId,
        /// The server.
        server: ServerId,
    },
    /// All servers of a component, or of all parts of a pool.
    Node(NodeId),
    /// All servers on a computer.
    Computer(ComputerId),
    /// All servers that stand at a site, with the site's power, cooling and network.
    Site(SiteId),
    /// The line between two sites.
    Line(SiteId, SiteId),
}

/// The servers, sites and lines that are down because somebody killed them. It belongs to a session and never to a plan.
///
/// Servers on one computer fail together, and all servers of a site that is down are down: the set holds them all, in
/// the plan's order, so that equal sets are equal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FailureSet {
    servers: Vec<(NodeId, ServerId)>,
    sites: Vec<SiteId>,
    /// Each by its ends, the lesser first.
    lines: Vec<(SiteId, SiteId)>,
}

json::fields!(FailureSet { servers, sites, lines if filled = [] });

/// The two ends of a line, whichever way it is named.
pub(super) fn ends(a: &SiteId, b: &SiteId) -> (SiteId, SiteId) {
    if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) }
}

impl FailureSet {
    /// One server, which shares its computer with no other.
    pub(super) fn of_one(component: &NodeId, server: &ServerId) -> Self {
        Self { servers: vec![(component.clone(), server.clone())], ..Self::default() }
    }

    /// Whether nothing is killed.
    pub fn is_empty(&self) -> bool {
        self.servers.is_empty() && self.sites.is_empty() && self.lines.is_empty()
    }

    /// The servers that are down, with their components, in the plan's order.
    pub fn servers(&self) -> &[(NodeId, ServerId)] {
        &self.servers
    }

    /// The sites that are down.
    pub fn sites(&self) -> &[SiteId] {
        &self.sites
    }

    /// The lines that are down, each by its ends.
    pub fn lines(&self) -> &[(SiteId, SiteId)] {
        &self.lines
    }

    /// Whether the server is down.
    pub fn is_down(&self, component: &NodeId, server: &ServerId) -> bool {
        self.servers.iter().any(|(of, down)| down == server && of == component)
    }

    /// Whether all servers of the component are down.
    pub fn takes_all_of(&self, component: &Component) -> bool {
        component.servers.iter().all(|server| self.is_down(&component.id, &server.id))
    }

    /// Whether all that the casualty stands for is down; not where the scenario does not hold it.
    pub fn holds(&self, scenario: &Scenario, casualty: &Casualty) -> bool {
        let itself = match casualty {
            Casualty::Site(site) => self.sites.contains(site),
            Casualty::Line(a, b) => self.lines.contains(&ends(a, b)),
            _ => casualty.exists(scenario),
        };
        itself
            && casualty
                .servers(scenario)
                .into_iter()
                .all(|(component, server)| self.is_down(&component.id, &server.id))
    }

    /// Kills it, with what fails along with it.
    pub fn kill(&mut self, scenario: &Scenario, casualty: &Casualty) {
        match casualty {
            Casualty::Site(site) => self.sites.push(site.clone()),
            Casualty::Line(a, b) => self.lines.push(ends(a, b)),
            _ => {}
        }
        for (component, server) in casualty.servers(scenario) {
            self.servers.push((component.id.clone(), server.id.clone()));
        }
        self.settle(scenario);
    }

    /// Repairs it, with what is repaired along with it: the other servers of its computers, and the site that it
    /// stands at, of which the other servers stay down.
    pub fn repair(&mut self, scenario: &Scenario, casualty: &Casualty) {
        match casualty {
            Casualty::Site(site) => self.sites.retain(|down| down != site),
            Casualty::Line(a, b) => self.lines.retain(|down| *down != ends(a, b)),
            _ => {}
        }
        for (_, struck) in casualty.servers(scenario) {
            for (component, server) in Casualty::Computer(struck.computer.clone()).servers(scenario) {
                self.servers.retain(|(_, down)| *down != server.id);
                self.sites.retain(|down| *down != component.site);
            }
        }
    }

    /// Brings the set in line with a scenario: forgets what is not there, and takes in what fails along with the rest.
    pub fn settle(&mut self, scenario: &Scenario) {
        if self.is_empty() {
            return;
        }
        let (mut sites, mut lines) = (Vec::new(), Vec::new());
        for site in &scenario.sites {
            if self.sites.contains(&site.id) {
                sites.push(site.id.clone());
            }
            for line in &site.wan_links {
                let ends = ends(&site.id, &line.to);
                if self.lines.contains(&ends) && !lines.contains(&ends) {
                    lines.push(ends);
                }
            }
        }
        (self.sites, self.lines) = (sites, lines);
        let mut computers: Vec<&ComputerId> = Vec::new();
        for (component, server) in scenario.servers() {
            if self.sites.contains(&component.site) || self.is_down(&component.id, &server.id) {
                computers.push(&server.computer);
            }
        }
        let mut servers = Vec::new();
        for (component, server) in scenario.servers() {
            if computers.contains(&&server.computer) {
                servers.push((component.id.clone(), server.id.clone()));
            }
        }
        self.servers = servers;
    }
}

impl Casualty {
    /// The server at that place of a component, from 0 on.
    pub fn server(scenario: &Scenario, component: &NodeId, place: usize) -> Option<Self> {
        let server = scenario.component(component)?.servers.get(place)?;
        Some(Self::Server { component: component.clone(), server: server.id.clone() })
    }

    /// Whether the scenario holds it.
    pub fn exists(&self, scenario: &Scenario) -> bool {
        match self {
            Self::Site(site) => scenario.site(site).is_some(),
            Self::Line(a, b) => scenario.line(a, b).is_some(),
            _ => !self.servers(scenario).is_empty(),
        }
    }

    // A list and not an iterator: the page then holds the search once and not once for each use.
    /// The servers that it names.
    fn servers<'a>(&self, scenario: &'a Scenario) -> Vec<(&'a Component, &'a Server)> {
        let mut named = Vec::new();
        for component in &scenario.components {
            let whole = match self {
                Self::Node(node) => component.id == *node || component.pool.as_ref() == Some(node),
                Self::Site(site) => component.site == *site,
                Self::Server { .. } | Self::Computer(_) | Self::Line(..) => false,
            };
            for server in &component.servers {
                let alone = match self {
                    Self::Server { component: of, server: id } => server.id == *id && component.id == *of,
                    Self::Computer(computer) => server.computer == *computer,
                    Self::Node(_) | Self::Site(_) | Self::Line(..) => false,
                };
                if whole || alone {
                    named.push((&**component, server));
                }
            }
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::WanLink;
    use crate::plan::build::PlanBuilder;

    /// Two Front Ends on one computer, one beside them, and a branch with an Edge Server.
    fn scenario() -> Scenario {
        PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(3).back_ends(1))
            .edge("edge", 2, "pool")
            .with("pool-front-ends", |front| {
                front.servers.iter_mut().take(2).for_each(|server| server.computer = "one".into());
            })
            .adjusted(|scenario| {
                let mut branch = (*scenario.sites[0]).clone();
                branch.id = "branch".into();
                scenario.sites.push(std::rc::Rc::new(branch));
            })
            .with("edge", |edge| edge.site = "branch".into())
            .scenario()
    }

    fn server(component: &str, server: &str) -> Casualty {
        Casualty::Server { component: component.into(), server: server.into() }
    }

    fn servers(down: &FailureSet) -> Vec<&str> {
        down.servers().iter().map(|(_, server)| server.as_str()).collect()
    }

    #[test]
    fn servers_on_one_computer_fail_and_come_back_together() {
        let (plan, mut down) = (scenario(), FailureSet::default());
        down.kill(&plan, &server("pool-front-ends", "pool-front-ends-2"));
        assert_eq!(servers(&down), ["pool-front-ends-1", "pool-front-ends-2"]);
        assert!(down.holds(&plan, &Casualty::Computer("one".into())));
        down.kill(&plan, &server("pool-front-ends", "pool-front-ends-3"));
        down.repair(&plan, &server("pool-front-ends", "pool-front-ends-1"));
        assert_eq!(servers(&down), ["pool-front-ends-3"]);
    }

    #[test]
    fn a_pool_goes_down_with_all_of_its_parts_and_a_component_alone() {
        let (plan, mut down) = (scenario(), FailureSet::default());
        down.kill(&plan, &Casualty::Node("pool-back-end".into()));
        assert!(!down.holds(&plan, &Casualty::Node("pool".into())));
        down.kill(&plan, &Casualty::Node("pool".into()));
        assert_eq!(down.servers().len(), 4);
        down.repair(&plan, &Casualty::Node("pool".into()));
        assert!(down.is_empty());
    }

    #[test]
    fn a_site_takes_its_servers_down_and_comes_back_with_the_first_of_them() {
        let (plan, mut down) = (scenario(), FailureSet::default());
        let branch = Casualty::Site("branch".into());
        down.kill(&plan, &branch);
        assert_eq!((servers(&down), down.sites().len()), (vec!["edge-1", "edge-2"], 1));
        down.repair(&plan, &server("edge", "edge-2"));
        assert_eq!((servers(&down), down.sites().len()), (vec!["edge-1"], 0));
        down.kill(&plan, &branch);
        down.repair(&plan, &branch);
        assert!(down.is_empty());
    }

    #[test]
    fn a_line_goes_down_by_itself_whichever_way_it_is_named_and_goes_with_the_drawing() {
        let (mut plan, mut down) = (scenario(), FailureSet::default());
        let line = |a: &str, b: &str| Casualty::Line(a.into(), b.into());
        let (there, back) = (line("headquarters", "branch"), line("branch", "headquarters"));
        // Without a figure for it a line never fails, and cannot be killed.
        assert!(!there.exists(&plan));
        down.kill(&plan, &there);
        assert!(down.is_empty());
        let stated = WanLink { to: "branch".into(), availability: 0.999, mean_down_time_hours: 4.0 };
        std::rc::Rc::make_mut(&mut plan.sites[0]).wan_links.push(stated);
        down.kill(&plan, &back);
        assert!(down.holds(&plan, &there) && down.holds(&plan, &back) && down.servers().is_empty());
        down.kill(&plan, &server("edge", "edge-1"));
        let text = json::line(&down);
        assert_eq!(json::Parsed::new(&text).unwrap().read::<FailureSet>().unwrap(), down);
        down.repair(&plan, &Casualty::Site("branch".into()));
        assert!(down.holds(&plan, &there), "a site comes back without its lines");
        down.repair(&plan, &there);
        assert!(down.is_empty());
        down.kill(&plan, &there);
        std::rc::Rc::make_mut(&mut plan.sites[0]).wan_links.clear();
        down.settle(&plan);
        assert!(down.is_empty());
    }

    #[test]
    fn killing_everything_one_by_one_is_killing_it_at_once() {
        let (plan, mut at_once, mut one_by_one) = (scenario(), FailureSet::default(), FailureSet::default());
        at_once.kill(&plan, &Casualty::Node("edge".into()));
        for name in ["edge-2", "edge-1"] {
            one_by_one.kill(&plan, &server("edge", name));
        }
        assert_eq!(at_once, one_by_one);
    }

    #[test]
    fn what_is_not_there_cannot_be_killed() {
        let (plan, mut down) = (scenario(), FailureSet::default());
        for casualty in [
            server("edge", "pool-front-ends-1"),
            Casualty::Node("nowhere".into()),
            Casualty::Computer("none".into()),
            Casualty::Site("nowhere".into()),
            Casualty::Line("headquarters".into(), "nowhere".into()),
        ] {
            assert!(!casualty.exists(&plan) && !down.holds(&plan, &casualty), "{casualty:?}");
            down.kill(&plan, &casualty);
            assert!(down.is_empty(), "{casualty:?}");
        }
    }

    #[test]
    fn a_set_follows_its_scenario() {
        let (mut plan, mut down) = (scenario(), FailureSet::default());
        down.kill(&plan, &Casualty::Site("branch".into()));
        down.kill(&plan, &Casualty::Node("pool-back-end".into()));
        // The Back-End goes, and a server is added at the site that is down.
        plan.components.retain(|part| part.id.as_str() != "pool-back-end");
        for part in plan.components.iter_mut().filter(|part| part.id.as_str() == "edge") {
            let new = Server { id: "edge-3".into(), computer: "edge-3-computer".into() };
            std::rc::Rc::make_mut(part).servers.push(new);
        }
        down.settle(&plan);
        assert_eq!(servers(&down), ["edge-1", "edge-2", "edge-3"]);
        plan.sites.pop();
        plan.components.retain(|part| part.id.as_str() != "edge");
        down.settle(&plan);
        assert!(down.is_empty());
    }
}
