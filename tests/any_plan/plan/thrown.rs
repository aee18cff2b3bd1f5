//! Parts of every role, thrown together and linked wherever a link has a meaning.

use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::collected::Map;
use availability_planner::geometry::Point;
use availability_planner::plan::{
    Component, Link, NodeId, Pool, Population, Scenario, Server, Site, Targets,
};
use proptest::prelude::*;

use super::changed::homes;

/// Numbers that choose among what there is.
#[derive(Debug, Clone)]
struct Part {
    role: usize,
    pool: Option<usize>,
    site: usize,
    servers: usize,
    /// The computer of each third server, counted from its own number; the others have their own.
    computer: usize,
}

#[derive(Debug, Clone)]
struct Users {
    number: u32,
    home: Option<usize>,
    remote: f64,
    chat: f64,
    /// Of those who browse, who talk with other organisations and who talk with users of public providers.
    other: f64,
}

fn part() -> impl Strategy<Value = Part> {
    let servers = prop_oneof![3 => 1..4_usize, 1 => 4..20_usize];
    (0..99_usize, proptest::option::weighted(0.8, 0..3_usize), 0..4_usize, servers, 0..12_usize)
        .prop_map(|(role, pool, site, servers, computer)| Part { role, pool, site, servers, computer })
}

fn users() -> impl Strategy<Value = Users> {
    let share = || prop_oneof![Just(0.0), Just(0.1), Just(1.0)];
    let number = prop_oneof![0..20_u32, 3_000..16_000_u32, 90_000..300_000_u32];
    (number, proptest::option::weighted(0.8, 0..9_usize), share(), share(), share())
        .prop_map(|(number, home, remote, chat, other)| Users { number, home, remote, chat, other })
}

/// Parts of any role with any links between them.
pub fn plan() -> impl Strategy<Value = Scenario> {
    let wishes = proptest::array::uniform7(any::<bool>());
    let director = proptest::option::weighted(0.3, 0..3_usize);
    (
        1..3_usize,
        0..3_usize,
        director,
        proptest::collection::vec(part(), 0..20),
        proptest::collection::vec((0..99_usize, 0..99_usize), 0..160),
        proptest::collection::vec(users(), 0..5),
        wishes,
    )
        .prop_map(|(sites, pools, director, parts, links, users, wishes)| {
            let mut scenario = Scenario::empty("plan", "As planned");
            scenario.sites = (0..sites).map(site).map(Rc::new).collect();
            scenario.pools = (0..pools).map(|number| Rc::new(pool(number, sites, director))).collect();
            for (number, part) in parts.iter().enumerate() {
                scenario.components.push(Rc::new(component(&scenario, number, part)));
            }
            link(&mut scenario, &links);
            for (number, users) in users.iter().enumerate() {
                scenario.populations.push(Rc::new(population(&scenario, number, users)));
            }
            let [spare, internal, perimeter, conferencing, archiving, critical, compliance] = wishes;
            scenario.targets = Rc::new(Targets {
                spare_server: spare,
                high_availability_internal: internal,
                high_availability_perimeter: perimeter,
                external_conferencing: conferencing,
                archiving_required: archiving,
                archiving_critical: critical,
                compliance_required: compliance,
                ..Targets::default()
            });
            scenario
        })
}

fn site(number: usize) -> Site {
    let id = format!("site-{number}");
    Site { name: id.clone(), id: id.into(), common_mode: None, wan_links: Vec::new() }
}

fn pool(number: usize, sites: usize, director: Option<usize>) -> Pool {
    let id = format!("pool-{}", number + 1);
    let site = format!("site-{}", number % sites).into();
    Pool {
        name: id.clone(),
        id: id.into(),
        site,
        position: Point::new(0.0, 0.0),
        size: None,
        director: director == Some(number),
    }
}

fn component(scenario: &Scenario, number: usize, part: &Part) -> Component {
    let catalog = Catalog::bundled();
    let role = &catalog.roles()[part.role % catalog.roles().len()];
    let id = format!("part-{number}");
    let server = |number: usize| {
        let own = format!("{id}-{number}-computer");
        let shared = format!("computer-{}", part.computer);
        let computer = if (number + part.computer).is_multiple_of(3) { shared } else { own };
        Server { id: format!("{id}-{number}").into(), computer: computer.into() }
    };
    let stands_in_pools =
        matches!(role.id.as_str(), "front-end" | "back-end" | "file-share" | "load-balancer")
            || role.function.is_expanded();
    let pool = part.pool.filter(|_| stands_in_pools).and_then(|pool| scenario.pools.get(pool));
    let elsewhere = part.site == 3 && scenario.sites.len() > 1;
    let site = &scenario.sites[usize::from(elsewhere)].id;
    Component {
        name: id.clone(),
        id: id.as_str().into(),
        role: role.id.clone(),
        site: pool.filter(|_| !elsewhere).map_or_else(|| site.clone(), |pool| pool.site.clone()),
        pool: pool.map(|pool| pool.id.clone()),
        position: Point::new(0.0, 0.0),
        servers: (0..part.servers).map(server).collect(),
        repair_crews: None,
        virtualised: false,
        overrides: Map::new(),
    }
}

fn link(scenario: &mut Scenario, ends: &[(usize, usize)]) {
    let pools = scenario.pools.iter().map(|pool| pool.id.clone());
    let nodes: Vec<NodeId> = pools.chain(scenario.components.iter().map(|part| part.id.clone())).collect();
    for (from, to) in ends {
        let Some(from) = nodes.get(from % nodes.len().max(1)) else { continue };
        let to = &nodes[to % nodes.len()];
        if let Ok(kind) = scenario.linkable(&Catalog::bundled(), from, to) {
            let id = scenario.fresh_link_id();
            scenario.links.push(Rc::new(Link { id, kind, from: from.clone(), to: to.clone() }));
        }
    }
}

fn population(scenario: &Scenario, number: usize, users: &Users) -> Population {
    let homes = homes(scenario, &Catalog::bundled());
    Population {
        id: format!("users-{number}").into(),
        name: format!("Users {number}"),
        home: users.home.and_then(|home| homes.get(home % homes.len().max(1)).cloned()),
        users: users.number,
        connected_share: 1.0,
        remote_share: users.remote,
        group_chat_share: users.chat,
        voice_share: 0.0,
        web_access_share: users.other,
        federation_share: users.other,
        public_im_share: users.other,
        dial_in_share: 0.0,
        site: None,
        recovery_home: None,
        position: Point::new(0.0, 0.0),
        remote_position: Point::new(0.0, 0.0),
    }
}
