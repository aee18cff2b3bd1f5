//! Edits that several rules offer as a fix.

use super::drawing::Drawing;
use crate::catalog::role::Function;
use crate::collected::Map;
use crate::geometry::{Canvas, Point};
use crate::plan::{Component, Edit, Link, LinkId, LinkKind, NodeId, Server, SiteId};

/// A part that a fix adds.
pub(super) struct NewPart<'a> {
    pub function: Function,
    pub servers: usize,
    pub site: &'a SiteId,
    pub pool: Option<&'a NodeId>,
    pub position: Point<Canvas>,
}

/// The edit that adds the part, and the part's name; none where the catalog has no such role.
pub(super) fn add(drawing: &Drawing<'_>, part: &NewPart<'_>) -> Option<(Edit, NodeId)> {
    let role = drawing.role_for(part.function)?;
    let id = drawing.scenario.fresh_node_id(role.id.as_str());
    let servers = drawing.scenario.fresh_server_ids(id.as_str(), part.servers);
    let component = Component {
        id: id.clone(),
        role: role.id.clone(),
        name: role.name.clone(),
        site: part.site.clone(),
        pool: part.pool.cloned(),
        position: part.position,
        servers: servers
            .into_iter()
            .map(|id| Server { computer: format!("{id}-computer").into(), id })
            .collect(),
        repair_crews: None,
        overrides: Map::new(),
    };
    Some((Edit::AddComponent(component), id))
}

/// The edits that link one node to others.
pub(super) fn link<'a>(
    drawing: &Drawing<'_>,
    kind: LinkKind,
    from: &NodeId,
    to: impl IntoIterator<Item = &'a NodeId>,
) -> Vec<Edit> {
    let fresh = (1_u32..)
        .map(|number| LinkId::from(format!("link-{number}")))
        .filter(|id| drawing.scenario.link(id).is_none());
    to.into_iter()
        .zip(fresh)
        .map(|(to, id)| Edit::AddLink(Link { id, kind, from: from.clone(), to: to.clone() }))
        .collect()
}

/// The edit that gives a component so many servers; none where its role has no room for them.
pub(super) fn set_servers(drawing: &Drawing<'_>, component: &Component, count: usize) -> Option<Edit> {
    let most = drawing.role(component)?.servers.max;
    (count <= most).then(|| Edit::SetServerCount { component: component.id.clone(), count })
}
