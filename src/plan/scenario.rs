//! A scenario: one whole plan.

use std::borrow::Cow;
use std::rc::Rc;

use serde::Serialize;

use super::component::Component;
use super::id::{LinkId, NodeId, ScenarioId, ServerId, SiteId};
use super::link::{EndKind, Link, LinkKind, Refusal};
use super::population::Population;
use super::site::{Site, WanLink};
use super::targets::Targets;
use crate::catalog::Catalog;
use crate::catalog::figure::Figure;
use crate::catalog::id::FigureId;
use crate::catalog::role::Role;
use crate::collected::{Map, Set};
use crate::geometry::{Canvas, Point, Size};
use crate::json;

/// The container that makes an Enterprise pool out of its parts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// Its name in links, unique among components, pools and populations.
    pub id: NodeId,
    /// Its name on the screen.
    pub name: String,
    /// Where it stands.
    pub site: SiteId,
    /// Upper left corner of its frame while it holds nothing or the frame's size is stated.
    pub position: Point<Canvas>,
    /// Size of its frame, which is as large as its parts need where absent, and never smaller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<Size<Canvas>>,
    /// Whether it takes remote users in for other homes and holds no users itself.
    #[serde(default)]
    pub director: bool,
}

json::fields!(Pool { id, name, site, position, size if filled = null, director = false });

/// One whole plan. Parts are shared between the versions of a scenario that an edit leaves them alike in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name in the document.
    pub id: ScenarioId,
    /// Its name on the screen.
    pub name: String,
    /// Places, at least one.
    pub sites: Vec<Rc<Site>>,
    /// Enterprise pools.
    #[serde(default)]
    pub pools: Vec<Rc<Pool>>,
    /// Roles placed on the canvas.
    #[serde(default)]
    pub components: Vec<Rc<Component>>,
    /// Dependencies between them.
    #[serde(default)]
    pub links: Vec<Rc<Link>>,
    /// Users.
    #[serde(default)]
    pub populations: Vec<Rc<Population>>,
    /// What the organisation wants.
    #[serde(default)]
    pub targets: Rc<Targets>,
    /// The family of figures that stands in place of the catalog's defaults; the defaults where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Values that stand in place of figures of the catalog in the whole plan, in the figures' units.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub figures: Map<FigureId, f64>,
    /// What was checked by hand, because a plan cannot tell.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub checklist: Map<String, Tick>,
}

json::fields!(Scenario { id, name, sites, pools = [], components = [], links = [], populations = [], targets = {}, family if filled = null, figures if filled = {}, checklist if filled = {} });

/// What somebody said of an item of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Tick {
    /// It is as it has to be.
    Done,
    /// It has nothing to do with this plan.
    NotApplicable,
}

json::names!(Tick { Done, NotApplicable });

/// A component, a pool or a population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Node<'a> {
    /// A component.
    Component(&'a Rc<Component>),
    /// A pool.
    Pool(&'a Rc<Pool>),
    /// Users.
    Population(&'a Rc<Population>),
}

impl<'a> Node<'a> {
    /// Its name in the plan.
    pub fn id(&self) -> &'a NodeId {
        match self {
            Self::Component(component) => &component.id,
            Self::Pool(pool) => &pool.id,
            Self::Population(population) => &population.id,
        }
    }

    /// Its name on the screen.
    pub fn name(&self) -> &'a str {
        match self {
            Self::Component(component) => &component.name,
            Self::Pool(pool) => &pool.name,
            Self::Population(population) => &population.name,
        }
    }
}

impl Scenario {
    /// A scenario with one site and nothing in it.
    pub fn empty(id: impl Into<ScenarioId>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            sites: vec![Rc::new(Site {
                id: "headquarters".into(),
                name: "Headquarters".into(),
                common_mode: None,
                wan_links: Vec::new(),
            })],
            pools: Vec::new(),
            components: Vec::new(),
            links: Vec::new(),
            populations: Vec::new(),
            targets: Rc::new(Targets::default()),
            family: None,
            figures: Map::new(),
            checklist: Map::new(),
        }
    }

    /// The component of that name.
    pub fn component(&self, id: &NodeId) -> Option<&Rc<Component>> {
        self.components.iter().find(|component| component.id == *id)
    }

    /// The pool of that name.
    pub fn pool(&self, id: &NodeId) -> Option<&Rc<Pool>> {
        self.pools.iter().find(|pool| pool.id == *id)
    }

    /// The population of that name.
    pub fn population(&self, id: &NodeId) -> Option<&Rc<Population>> {
        self.populations.iter().find(|population| population.id == *id)
    }

    /// The site of that name.
    pub fn site(&self, id: &SiteId) -> Option<&Rc<Site>> {
        self.sites.iter().find(|site| site.id == *id)
    }

    /// The line between two sites with the site that states it; where both do, the one that comes first has the say.
    pub fn line<'a>(&'a self, one: &SiteId, other: &SiteId) -> Option<(&'a SiteId, &'a WanLink)> {
        self.sites.iter().find_map(|site| {
            let to = if site.id == *one { other } else { one };
            let states = site.id == *one || site.id == *other;
            let line = site.wan_links.iter().find(|line| states && line.to == *to)?;
            Some((&site.id, line))
        })
    }

    /// The link of that name.
    pub fn link(&self, id: &LinkId) -> Option<&Rc<Link>> {
        self.links.iter().find(|link| link.id == *id)
    }

    /// The component, pool or population of that name.
    pub fn node(&self, id: &NodeId) -> Option<Node<'_>> {
        self.component(id)
            .map(Node::Component)
            .or_else(|| self.pool(id).map(Node::Pool))
            .or_else(|| self.population(id).map(Node::Population))
    }

    /// The components that stand in a pool, in the order in which they were placed.
    pub fn parts_of<'a>(&'a self, pool: &'a NodeId) -> impl Iterator<Item = &'a Rc<Component>> {
        self.components.iter().filter(move |component| component.pool.as_ref() == Some(pool))
    }

    /// The same of every pool that has any.
    pub fn parts_by_pool(&self) -> Map<&NodeId, Vec<&Rc<Component>>> {
        let mut parts: Map<&NodeId, Vec<&Rc<Component>>> = Map::new();
        for component in &self.components {
            if let Some(pool) = &component.pool {
                parts.or_default(pool).push(component);
            }
        }
        parts
    }

    /// The role that a component has.
    pub fn role<'a>(&self, catalog: &'a Catalog, id: &NodeId) -> Option<&'a Role> {
        catalog.role(&self.component(id)?.role)
    }

    /// What a node is as the end of a link.
    pub fn end_kind(&self, catalog: &Catalog, id: &NodeId) -> Option<EndKind> {
        match self.node(id)? {
            Node::Component(component) => Some(EndKind::Component(catalog.role(&component.role)?.function)),
            Node::Pool(_) => Some(EndKind::Pool),
            Node::Population(_) => Some(EndKind::Population),
        }
    }

    /// Whether users can be homed on the node: a pool or a Standard Edition server.
    pub fn is_home(&self, catalog: &Catalog, id: &NodeId) -> bool {
        match self.end_kind(catalog, id) {
            Some(EndKind::Component(function)) => function.is_home(),
            Some(EndKind::Pool) => true,
            _ => false,
        }
    }

    /// The kind of link that a user can draw from one node to another.
    ///
    /// # Errors
    /// [`Refusal`] says why there can be none.
    pub fn linkable(&self, catalog: &Catalog, from: &NodeId, to: &NodeId) -> Result<LinkKind, Refusal> {
        if from == to {
            return Err(Refusal::Itself);
        }
        let ends = self.end_kind(catalog, from).zip(self.end_kind(catalog, to));
        let (from_kind, to_kind) = ends.ok_or(Refusal::NoSuchDependency)?;
        let kind = LinkKind::between(from_kind, to_kind)?;
        if self.links.iter().any(|link| link.from == *from && link.to == *to && link.kind == kind) {
            return Err(Refusal::Twice);
        }
        Ok(kind)
    }

    /// The catalog with the figures that this plan puts in place of its defaults.
    pub fn catalog<'a>(&self, catalog: &'a Catalog) -> Cow<'a, Catalog> {
        if self.family.is_none() && self.figures.is_empty() {
            return Cow::Borrowed(catalog);
        }
        Cow::Owned(catalog.with(self.family.as_deref(), &self.figures))
    }

    /// The figure that a component of this plan goes by: its own value, or else the plan's, or else the default.
    pub fn figure(&self, catalog: &Catalog, component: &Component, id: &FigureId) -> Option<Rc<Figure>> {
        component.figure(&self.catalog(catalog), id)
    }

    /// A name for a new node that no node bears.
    pub fn fresh_node_id(&self, stem: &str) -> NodeId {
        let mut taken: Set<&str> = self.components.iter().map(|known| known.id.as_str()).collect();
        taken.extend(self.pools.iter().map(|known| known.id.as_str()));
        taken.extend(self.populations.iter().map(|known| known.id.as_str()));
        fresh(stem, |id| taken.contains(id)).into()
    }

    /// Names for `count` new servers that no server bears.
    pub fn fresh_server_ids(&self, stem: &str, count: usize) -> Vec<ServerId> {
        (1_u32..)
            .map(|number| format!("{stem}-{number}"))
            .filter(|id| !self.servers().any(|(_, server)| server.id.as_str() == id))
            .take(count)
            .map(ServerId::from)
            .collect()
    }

    /// A name for a new link that no link bears.
    pub fn fresh_link_id(&self) -> LinkId {
        let taken: Set<&str> = self.links.iter().map(|known| known.id.as_str()).collect();
        fresh("link", |id| taken.contains(id)).into()
    }

    /// A name for a new site that no site bears.
    pub fn fresh_site_id(&self) -> SiteId {
        fresh("site", |id| self.site(&id.into()).is_some()).into()
    }

    /// All servers with the components they belong to.
    pub fn servers(&self) -> impl Iterator<Item = (&Rc<Component>, &super::Server)> {
        self.components
            .iter()
            .flat_map(|component| component.servers.iter().map(move |server| (component, server)))
    }
}

/// A name from the stem that is not taken yet.
pub(super) fn fresh(stem: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1_u32;
    loop {
        let id = format!("{stem}-{number}");
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}
