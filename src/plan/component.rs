//! A role placed on the canvas, with its servers.

use std::rc::Rc;

use serde::Serialize;

use super::id::{ComputerId, NodeId, ServerId, SiteId};
use crate::catalog::Catalog;
use crate::catalog::figure::Figure;
use crate::catalog::id::{FigureId, RoleId};
use crate::collected::Map;
use crate::geometry::{Canvas, Point};
use crate::json;

/// One server of a component and the computer that it runs on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Its name, unique in the scenario.
    pub id: ServerId,
    /// The computer it runs on. Servers with the same computer fail together.
    pub computer: ComputerId,
}

json::fields!(Server { id, computer });

/// A role of the catalog placed on the canvas.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Its name in links, unique among components, pools and populations.
    pub id: NodeId,
    /// The role of the catalog that it is.
    pub role: RoleId,
    /// Its name on the screen.
    pub name: String,
    /// Where it stands.
    pub site: SiteId,
    /// The pool that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<NodeId>,
    /// Upper left corner of its card.
    pub position: Point<Canvas>,
    /// Its servers, one by one. The first of an active/passive component is the one that serves.
    pub servers: Vec<Server>,
    /// Repairs that can go on at the same time; as many as there are servers where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repair_crews: Option<u32>,
    /// Whether its servers are virtual machines.
    #[serde(default)]
    pub virtualised: bool,
    /// Values that stand in place of the catalog's figures.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub overrides: Map<FigureId, f64>,
}

json::fields!(Component { id, role, name, site, pool if filled = null, position, servers, repair_crews if filled = null, virtualised = false, overrides if filled = {} });

impl Component {
    /// The figure that holds for this component: the plan's own value or else the catalog's.
    pub fn figure(&self, catalog: &Catalog, id: &FigureId) -> Option<Rc<Figure>> {
        let figure = catalog.figure(id)?;
        Some(match self.overrides.get(id) {
            Some(value) => figure.replaced_by(*value),
            None => figure,
        })
    }

    /// What the server at that place among its own is called: “Front Ends 2”, or just the component's name where it is
    /// the only one.
    pub fn server_name(&self, place: usize) -> String {
        if self.servers.len() == 1 { self.name.clone() } else { format!("{} {}", self.name, place + 1) }
    }
}
