//! Laying a plan out afresh: users outside and the way in at the left, homes in the middle, what they use at their right, each site
//! below the one before.

use std::rc::Rc;

use super::Change;
use crate::catalog::Catalog;
use crate::catalog::role::{Function, Zone};
use crate::collected::Map;
use crate::geometry::{Block, Canvas, Point, Size, Vector, layered};
use crate::plan::{Component, Edit, LinkKind, NodeId, Pool, Population, Scenario, SiteId, footprint};

/// Left edges of the first columns: users outside, the perimeter, and what stands before the homes.
const OUTSIDE: f64 = -208.0;
const PERIMETER: f64 = 104.0;
const BEFORE_HOMES: f64 = 440.0;
/// From the left edge of a column to the next.
const COLUMN: f64 = 320.0;
/// How much wider the column of homes is.
const HOME: f64 = 136.0;
/// Step of the grid on which cards stand.
const GRID: f64 = 8.0;
/// Room between blocks, and between sites.
const GAP: f64 = 44.0;
const BETWEEN_SITES: f64 = 96.0;
/// Where the highest block stands.
const TOP: f64 = 96.0;
/// Where the parts of a pool stand from the corner of its frame, and how far apart.
const BALANCERS: Vector<Canvas> = Vector::new(24.0, 72.0);
const PARTS: Vector<Canvas> = Vector::new(112.0, 56.0);
const STEP: f64 = 128.0;
/// From a load balancer of an array to the array.
const BESIDE: f64 = 80.0;

/// The edits that lay the plan out.
pub(super) fn carry_out(scenario: &Scenario, catalog: &Catalog) -> Result<Change, String> {
    let mut plan = Tidying { scenario, catalog, depths: depths(scenario, catalog), pieces: Vec::new() };
    let mut top = TOP;
    let mut edits = Vec::new();
    for site in &scenario.sites {
        plan.gather(&site.id);
        top = plan.lay_out(top, &mut edits) + BETWEEN_SITES;
        plan.pieces.clear();
    }
    if edits.is_empty() {
        Err("Everything is in its place already".into())
    } else {
        Ok(("Tidy up".into(), edits))
    }
}

/// What moves as one.
enum Piece<'a> {
    Pool(&'a Pool),
    Part(&'a Component),
    Office(&'a Population),
    Remote(&'a Population),
}

struct Tidying<'a> {
    scenario: &'a Scenario,
    catalog: &'a Catalog,
    depths: Map<NodeId, usize>,
    pieces: Vec<(Piece<'a>, Block<Canvas>)>,
}

impl<'a> Tidying<'a> {
    /// What stands at the site; users stand where their home does, and those without one at the first site.
    fn gather(&mut self, site: &SiteId) {
        let (scenario, catalog) = (self.scenario, self.catalog);
        for pool in scenario.pools.iter().filter(|pool| pool.site == *site) {
            let column = if pool.director { 2 } else { 3 };
            let frame = self.frame(pool);
            self.add(Piece::Pool(pool), frame, column, self.corner_of(pool).y);
        }
        for part in scenario.components.iter().filter(|part| part.site == *site && part.pool.is_none()) {
            let Some(role) = catalog.role(&part.role) else { continue };
            if self.array_of(part).is_some() {
                continue;
            }
            let column = match (role.zone, role.function) {
                (Zone::External, _) => 0,
                (Zone::Perimeter, _) => 1,
                (_, Function::Director) => 2,
                (_, Function::Standalone) => 3,
                _ => 3 + self.depths.get(&part.id).copied().unwrap_or(1).max(1),
            };
            self.add(Piece::Part(part), footprint::of_role(role), column, part.position.y);
        }
        let first = scenario.sites.first().map(|site| &site.id);
        for users in &scenario.populations {
            let home = users.home.as_ref();
            let pool = home.and_then(|home| scenario.pool(home)).map(|pool| &pool.site);
            let stands = pool.or_else(|| Some(&scenario.component(home?)?.site)).or(first);
            if stands != Some(site) {
                continue;
            }
            if users.remote_share < 1.0 {
                self.add(Piece::Office(users), footprint::USERS, 2, users.position.y);
            }
            if users.remote_share > 0.0 {
                self.add(Piece::Remote(users), footprint::USERS, 0, users.remote_position.y);
            }
        }
    }

    fn add(&mut self, piece: Piece<'a>, size: Size<Canvas>, column: usize, before: f64) {
        self.pieces.push((piece, Block { size, column, before }));
    }

    /// The array before which a load balancer stands.
    fn array_of(&self, part: &Component) -> Option<&'a Component> {
        let mut links = self.scenario.links.iter();
        let link = links.find(|link| link.from == part.id && link.kind == LinkKind::Balances)?;
        self.scenario.component(&link.to).filter(|array| array.pool.is_none()).map(|array| &**array)
    }

    /// The parts of a pool in their order, each with its place from the corner of the frame.
    fn parts(&self, pool: &Pool) -> Vec<(&'a Rc<Component>, Vector<Canvas>)> {
        let mut parts: Vec<_> =
            self.scenario.components.iter().filter(|part| part.pool.as_ref() == Some(&pool.id)).collect();
        parts.sort_by(|a, b| a.position.y.total_cmp(&b.position.y));
        let (mut balancers, mut others) = (BALANCERS, PARTS);
        let place = |part: &'a Rc<Component>| {
            let spreads =
                self.catalog.role(&part.role).is_some_and(|role| role.function == Function::LoadBalancer);
            let next = if spreads { &mut balancers } else { &mut others };
            let at = *next;
            next.y += STEP;
            (part, at)
        };
        parts.into_iter().map(place).collect()
    }

    fn frame(&self, pool: &Pool) -> Size<Canvas> {
        let lowest = self
            .parts(pool)
            .into_iter()
            .map(|(part, at)| at.y + self.size(part).height)
            .fold(120.0, f64::max);
        Size::new(332.0, lowest + 24.0)
    }

    fn size(&self, part: &Component) -> Size<Canvas> {
        self.catalog.role(&part.role).map_or(footprint::COMPONENT, footprint::of_role)
    }

    fn corner_of(&self, pool: &Pool) -> Point<Canvas> {
        let parts = self.parts(pool);
        let highest = parts.iter().map(|(part, _)| part.position.y).fold(f64::INFINITY, f64::min);
        if parts.is_empty() { pool.position } else { Point::new(pool.position.x, highest - PARTS.y) }
    }

    /// Places what was gathered; says where it ends.
    fn lay_out(&self, top: f64, edits: &mut Vec<Edit>) -> f64 {
        let columns = [
            OUTSIDE,
            PERIMETER,
            BEFORE_HOMES,
            BEFORE_HOMES + COLUMN,
            BEFORE_HOMES + 2.0 * COLUMN + HOME,
            BEFORE_HOMES + 3.0 * COLUMN + HOME,
            BEFORE_HOMES + 4.0 * COLUMN + HOME,
            BEFORE_HOMES + 5.0 * COLUMN + HOME,
        ];
        let blocks: Vec<Block<Canvas>> = self.pieces.iter().map(|(_, block)| block.clone()).collect();
        let corners = layered(&blocks, &self.links(), &columns, top, GAP);
        let mut lowest = top;
        for ((piece, block), corner) in self.pieces.iter().zip(corners) {
            let corner = settled(corner, self.corner(piece));
            lowest = lowest.max(corner.y + block.size.height);
            self.place(piece, corner, edits);
        }
        lowest
    }

    /// The links among the pieces, and those between users and what they come to first.
    fn links(&self) -> Vec<(usize, usize)> {
        let scenario = self.scenario;
        let place = |node: &NodeId| {
            let pool = scenario.component(node).and_then(|part| part.pool.as_ref());
            let node = pool.unwrap_or(node);
            self.pieces.iter().position(|(piece, _)| match piece {
                Piece::Pool(pool) => pool.id == *node,
                Piece::Part(part) => part.id == *node,
                Piece::Office(_) | Piece::Remote(_) => false,
            })
        };
        let mut links: Vec<(usize, usize)> =
            scenario.links.iter().filter_map(|link| place(&link.from).zip(place(&link.to))).collect();
        for (at, (piece, _)) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Office(users) => {
                    links.extend(users.home.as_ref().and_then(place).map(|home| (at, home)));
                }
                Piece::Remote(users) => {
                    let to_home = |link: &&Rc<crate::plan::Link>| {
                        link.kind == LinkKind::NextHop && Some(&link.to) == users.home.as_ref()
                    };
                    let ways = scenario.links.iter().filter(to_home).filter_map(|link| place(&link.from));
                    let ways: Vec<usize> = ways.collect();
                    // Who has no way in of his own comes in through another home.
                    let home = users.home.as_ref().and_then(place).filter(|_| ways.is_empty());
                    links.extend(ways.into_iter().chain(home).map(|way| (at, way)));
                }
                _ => {}
            }
        }
        links
    }

    /// Where a piece stands now.
    fn corner(&self, piece: &Piece<'_>) -> Point<Canvas> {
        match piece {
            Piece::Part(part) => part.position,
            Piece::Office(users) => users.position,
            Piece::Remote(users) => users.remote_position,
            Piece::Pool(pool) => match self.parts(pool).first() {
                Some((part, at)) => part.position + -*at,
                None => pool.position,
            },
        }
    }

    fn place(&self, piece: &Piece<'_>, corner: Point<Canvas>, edits: &mut Vec<Edit>) {
        let mut shift = |node: &NodeId, by: Vector<Canvas>| {
            if by.length() > 0.0 {
                edits.push(Edit::MoveNodes { nodes: vec![node.clone()], by });
            }
        };
        match piece {
            Piece::Office(users) => shift(&users.id, corner - users.position),
            Piece::Remote(users) => {
                let by = corner - users.remote_position;
                if by.length() > 0.0 {
                    edits.push(Edit::MoveRemoteUsers { population: users.id.clone(), by });
                }
            }
            Piece::Pool(pool) => {
                let parts = self.parts(pool);
                if parts.is_empty() {
                    shift(&pool.id, corner - pool.position);
                }
                for (part, at) in parts {
                    shift(&part.id, corner + at - part.position);
                }
            }
            Piece::Part(part) => {
                shift(&part.id, corner - part.position);
                let height = self.size(part).height;
                let balancers = self
                    .scenario
                    .components
                    .iter()
                    .filter(|other| self.array_of(other).is_some_and(|array| array.id == part.id));
                for (place, balancer) in balancers.enumerate() {
                    let level = f64::from(u32::try_from(place).unwrap_or_default()) * STEP;
                    let beside = Vector::new(-BESIDE, (height - footprint::BALANCER.height) / 2.0 + level);
                    shift(&balancer.id, (corner + beside).snapped(4.0) - balancer.position);
                }
            }
        }
    }
}

/// A corner on the grid. What would move by no more than a step of it stays where it is, so that what is tidy stays at rest.
fn settled(corner: Point<Canvas>, now: Point<Canvas>) -> Point<Canvas> {
    let corner = corner.snapped(GRID);
    let by = corner - now;
    if by.x.abs() < 1e-9 && by.y.abs() <= GRID { now } else { corner }
}

/// How many links lie between each part and the nearest home.
fn depths(scenario: &Scenario, catalog: &Catalog) -> Map<NodeId, usize> {
    let is_home = |node: &NodeId| scenario.is_home(catalog, node);
    let ends = || scenario.links.iter().flat_map(|link| [(&link.from, &link.to), (&link.to, &link.from)]);
    let mut reached: Vec<&NodeId> = ends().map(|(from, _)| from).filter(|node| is_home(node)).collect();
    let mut depths = Map::new();
    let mut depth = 0;
    while !reached.is_empty() {
        for node in &reached {
            depths.insert((*node).clone(), depth);
        }
        let next = ends().filter(|(from, _)| reached.contains(from)).map(|(_, to)| to);
        let mut next: Vec<&NodeId> = next.filter(|to| depths.get(*to).is_none() && !is_home(to)).collect();
        next.sort();
        next.dedup();
        reached = next;
        depth += 1;
    }
    depths
}
