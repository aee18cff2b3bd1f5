//! Links: those that the architect drew and those that the plan implies.

use std::rc::Rc;

use crate::catalog::Catalog;
use crate::catalog::role::Function;
use crate::collected::Map;
use crate::editor::scene::layout::Layout;
use crate::editor::target::Target;
use crate::geometry::{Canvas, Rect, Turn, route};
use crate::plan::{Component, Link, LinkId, LinkKind, Node, NodeId, Population, Scenario};

/// What a path says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathKind {
    /// What a link of the plan says.
    Link(LinkKind),
    /// A pool's load balancer spreads connections over its Front Ends.
    Spreads,
    /// Front Ends keep their data on the Back-End.
    Database,
    /// Front Ends keep their files on the file share.
    Files,
    /// Users in the office are homed there.
    Home,
    /// Users outside come in there.
    WayIn,
}

/// A path from one card or frame to another.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkPath {
    /// Its name among the paths of a scene: the link's, or one that is derived from its ends.
    pub id: String,
    /// What it says.
    pub kind: PathKind,
    /// Whether its line is dashed.
    pub dashed: bool,
    /// Data of an SVG path.
    pub path: String,
    /// What it says, with the names of its ends.
    pub label: String,
    /// Whether it is a link of the plan, which can be selected and removed.
    pub selectable: bool,
    /// Its ends and what is between them.
    pub bounds: Rect<Canvas>,
    /// The card or frame where it starts.
    pub from: Target,
    /// The card or frame where it ends.
    pub to: Target,
    /// Where it turns: those that say the same and go to or come from the same place run together there.
    pub turn: Turn,
}

impl LinkPath {
    /// What it selects; nothing where the plan implies it.
    pub fn target(&self) -> Option<Target> {
        self.selectable.then(|| Target::Link(LinkId::from(self.id.as_str())))
    }
}

/// All paths of a scenario.
pub(super) fn links(scenario: &Scenario, catalog: &Catalog, layout: &Layout) -> Vec<LinkPath> {
    let in_the_way = layout.cards.iter().flat_map(|card| card.in_the_way(card.rect)).collect();
    let nodes = scenario.components.iter().map(Node::Component);
    let nodes = nodes.chain(scenario.pools.iter().map(Node::Pool));
    let nodes = nodes.chain(scenario.populations.iter().map(Node::Population));
    let names = nodes.map(|node| (node.id(), node.name())).collect();
    let parts = scenario.parts_by_pool();
    let mut wiring = Wiring { scenario, catalog, layout, names, parts, in_the_way, paths: Vec::new() };
    for link in &scenario.links {
        wiring.link(link);
    }
    for pool in &scenario.pools {
        wiring.pool(&pool.id);
    }
    for users in &scenario.populations {
        wiring.users(users);
    }
    wiring.drawn()
}

/// The path's data between two places, around what is in the way apart from these themselves
/// and what belongs to the first.
pub(super) fn drawn(from: Rect<Canvas>, to: Rect<Canvas>, turn: Turn, in_the_way: &[Rect<Canvas>]) -> String {
    let others = in_the_way.iter().filter(|rect| !rect.meets(&from) && **rect != to);
    route(from, to, turn, others).svg()
}

/// Paths found so far.
struct Wiring<'a> {
    scenario: &'a Scenario,
    catalog: &'a Catalog,
    layout: &'a Layout,
    names: Map<&'a NodeId, &'a str>,
    parts: Map<&'a NodeId, Vec<&'a Rc<Component>>>,
    in_the_way: Vec<Rect<Canvas>>,
    paths: Vec<LinkPath>,
}

impl Wiring<'_> {
    fn link(&mut self, link: &Link) {
        let to = match link.kind {
            LinkKind::NextHop | LinkKind::Publishes => self.entrance(&link.to),
            _ => Target::Node(link.to.clone()),
        };
        let label = self.label(&link.from, link.kind.words(), &link.to);
        let id = link.id.to_string();
        self.push(Some(id), PathKind::Link(link.kind), Target::Node(link.from.clone()), to, label);
    }

    fn pool(&mut self, pool: &NodeId) {
        let parts = self.parts.get(pool).cloned().unwrap_or_default();
        let parts: Vec<_> = parts.into_iter().map(|part| (self.function(part), part)).collect();
        let with =
            |function| parts.iter().filter(move |(known, _)| *known == Some(function)).map(|(_, part)| *part);
        let mut implied = Vec::new();
        for front_end in with(Function::FrontEnd) {
            implied.extend(with(Function::LoadBalancer).map(|part| (PathKind::Spreads, part, front_end)));
            implied.extend(with(Function::BackEnd).map(|part| (PathKind::Database, front_end, part)));
            implied.extend(with(Function::FileShare).map(|part| (PathKind::Files, front_end, part)));
        }
        for (kind, from, to) in implied {
            let words = match kind {
                PathKind::Spreads => LinkKind::Balances.words(),
                PathKind::Database => "keeps its data in",
                _ => "keeps its files on",
            };
            let label = self.label(&from.id, words, &to.id);
            self.push(None, kind, Target::Node(from.id.clone()), Target::Node(to.id.clone()), label);
        }
    }

    fn users(&mut self, users: &Population) {
        let Some(home) = &users.home else { return };
        let label = self.label(&users.id, "are homed on", home);
        self.push(None, PathKind::Home, Target::Node(users.id.clone()), self.entrance(home), label);
        for way_in in self.scenario.links.iter().filter(|link| link.kind == LinkKind::NextHop) {
            if way_in.to == *home {
                let balancer = self
                    .scenario
                    .links
                    .iter()
                    .find(|link| link.kind == LinkKind::Balances && link.to == way_in.from);
                let entrance = balancer.map_or(&way_in.from, |link| &link.from);
                let label = self.label(&users.id, "come in through", entrance);
                let from = Target::RemoteUsers(users.id.clone());
                self.push(None, PathKind::WayIn, from, Target::Node(entrance.clone()), label);
            }
        }
    }

    /// Where connections to a pool or server arrive: its load balancer, or else itself.
    fn entrance(&self, node: &NodeId) -> Target {
        let mut parts = self.parts.get(node).into_iter().flatten();
        let balancer = parts.find(|part| self.function(part) == Some(Function::LoadBalancer));
        Target::Node(balancer.map_or(node, |part| &part.id).clone())
    }

    fn function(&self, component: &Component) -> Option<Function> {
        self.catalog.role(&component.role).map(|role| role.function)
    }

    fn label(&self, from: &NodeId, words: &str, to: &NodeId) -> String {
        let name = |node: &NodeId| self.names.get(node).copied().unwrap_or_default();
        format!("{} {words} {}", name(from), name(to))
    }

    /// Adds a path, without its line, unless one of its ends is not shown.
    fn push(&mut self, link: Option<String>, kind: PathKind, from: Target, to: Target, label: String) {
        let places = &self.layout.places;
        let (Some(start), Some(end)) = (places.get(&from), places.get(&to)) else { return };
        let bounds = start.united(end);
        let selectable = link.is_some();
        // The users of one population can come from inside and from outside to the same place.
        let outside = matches!(from, Target::RemoteUsers(_));
        let node = |end: &Target| end.node().map_or("", NodeId::as_str).to_owned();
        let id = link.unwrap_or_else(|| format!("implied {outside} {} {}", node(&from), node(&to)));
        let dashed = matches!(kind, PathKind::Link(LinkKind::ChatHost | LinkKind::Publishes));
        let (path, turn) = (String::new(), Turn::default());
        self.paths.push(LinkPath { id, kind, dashed, path, label, selectable, bounds, from, to, turn });
    }

    /// All paths with their lines.
    fn drawn(mut self) -> Vec<LinkPath> {
        let (mut into, mut out_of) = (Map::<_, usize>::new(), Map::<_, usize>::new());
        for path in &self.paths {
            *into.or_default((path.kind, &path.to)) += 1;
            *out_of.or_default((path.kind, &path.from)) += 1;
        }
        let several = |ends: &Map<_, usize>, end: (PathKind, &Target)| ends.get(&end) > Some(&1);
        let turn = |path: &LinkPath| {
            if several(&into, (path.kind, &path.to)) {
                Turn::AtEnd
            } else if several(&out_of, (path.kind, &path.from)) {
                Turn::AtStart
            } else {
                Turn::Halfway
            }
        };
        let turns: Vec<Turn> = self.paths.iter().map(turn).collect();
        for (path, turn) in self.paths.iter_mut().zip(turns) {
            path.turn = turn;
            let place = |end: &Target| self.layout.places.get(end).copied();
            if let Some((from, to)) = place(&path.from).zip(place(&path.to)) {
                path.path = drawn(from, to, path.turn, &self.in_the_way);
            }
        }
        self.paths
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::Scene;
    use crate::plan::build::PlanBuilder;

    fn ends(plan: PlanBuilder) -> Vec<(PathKind, String, String)> {
        let name = |target: &Target| match target {
            Target::RemoteUsers(users) => format!("{users} outside"),
            other => other.node().unwrap().to_string(),
        };
        let links = Scene::of(&plan.scenario(), &Catalog::bundled()).links;
        links.iter().map(|link| (link.kind, name(&link.from), name(&link.to))).collect()
    }

    #[test]
    fn paths_that_the_plan_implies_are_drawn_from_users_to_databases() {
        let plan = PlanBuilder::new()
            .pool("pool", |pool| pool.balancers(2).front_ends(2).back_ends(2).file_share())
            .edge("edge", 2, "pool")
            .balancers("edge-balancers", 1, "edge")
            .users_with("users", 1_000, "pool", |users| users.remote_share = 0.1);
        let expected = [
            (PathKind::Link(LinkKind::NextHop), "edge", "pool-balancers"),
            (PathKind::Link(LinkKind::Balances), "edge-balancers", "edge"),
            (PathKind::Spreads, "pool-balancers", "pool-front-ends"),
            (PathKind::Database, "pool-front-ends", "pool-back-end"),
            (PathKind::Files, "pool-front-ends", "pool-file-share"),
            (PathKind::Home, "users", "pool-balancers"),
            (PathKind::WayIn, "users outside", "edge-balancers"),
        ];
        assert_eq!(ends(plan), expected.map(|(kind, from, to)| (kind, from.to_string(), to.to_string())));
    }

    #[test]
    fn without_a_load_balancer_paths_end_at_the_frame() {
        let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(1)).users("users", 10, "pool");
        assert_eq!(ends(plan), [(PathKind::Home, "users".into(), "pool".into())]);
    }

    #[test]
    fn users_outside_have_no_way_in_through_edge_servers_of_another_home() {
        let plan = PlanBuilder::new()
            .standard_edition("a")
            .standard_edition("b")
            .edge("edge", 1, "b")
            .users_with("users", 10, "a", |users| users.remote_share = 0.5);
        assert!(!ends(plan).iter().any(|(kind, _, _)| *kind == PathKind::WayIn));
    }

    #[test]
    fn links_of_one_kind_to_one_place_run_together_there() {
        let plan = PlanBuilder::new()
            .pool("pool", |pool| pool.balancers(1).front_ends(1))
            .edge("edge-1", 1, "pool")
            .edge("edge-2", 1, "pool")
            .reverse_proxy("proxy", "pool");
        let links = Scene::of(&plan.scenario(), &Catalog::bundled()).links;
        let turns = |kind| links.iter().filter(move |link| link.kind == kind).map(|link| link.turn);
        let turns = |kind| turns(PathKind::Link(kind)).collect::<Vec<_>>();
        assert_eq!(turns(LinkKind::NextHop), [Turn::AtEnd; 2]);
        assert_eq!(turns(LinkKind::Publishes), [Turn::Halfway]);
    }

    #[test]
    fn only_links_of_the_plan_can_be_selected() {
        let plan = PlanBuilder::new().standard_edition("se").edge("edge", 1, "se").users("users", 1, "se");
        let scenario = plan.scenario();
        let links = Scene::of(&scenario, &Catalog::bundled()).links;
        let targets: Vec<_> = links.iter().filter_map(LinkPath::target).collect();
        assert_eq!(targets, [Target::Link(scenario.links[0].id.clone())]);
    }
}
