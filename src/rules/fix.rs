//! Edits that several rules offer as a fix.

use super::drawing::Drawing;
use crate::catalog::role::Function;
use crate::collected::Map;
use crate::geometry::{Canvas, Point};
use crate::plan::{Component, Edit, Link, LinkId, LinkKind, NodeId, SiteId};

/// A part that a fix adds.
pub(super) struct NewPart<'a> {
    pub function: Function,
    pub servers: usize,
    pub site: &'a SiteId,
    pub pool: Option<&'a NodeId>,
    pub position: Point<Canvas>,
}

/// The edits that add the part; none where the catalog has no such role.
pub(super) fn add(drawing: &Drawing<'_>, part: &NewPart<'_>) -> Option<Vec<Edit>> {
    Some(vec![Edit::AddComponent(component(drawing, part)?)])
}

/// The part as a component; none where the catalog has no such role.
pub(super) fn component(drawing: &Drawing<'_>, part: &NewPart<'_>) -> Option<Component> {
    let role = drawing.role_for(part.function)?;
    named(drawing, part, drawing.names.node(role.id.as_str()))
}

/// The part as several components, so that no two get the same name; none where the catalog has no such role.
pub(super) fn components(drawing: &Drawing<'_>, part: &NewPart<'_>, count: usize) -> Option<Vec<Component>> {
    let role = drawing.role_for(part.function)?;
    let ids = drawing.names.nodes(role.id.as_str(), count);
    ids.into_iter().map(|id| named(drawing, part, id)).collect()
}

fn named(drawing: &Drawing<'_>, part: &NewPart<'_>, id: NodeId) -> Option<Component> {
    let role = drawing.role_for(part.function)?;
    let servers = drawing.names.servers(id.as_str(), part.servers);
    Some(Component {
        id,
        role: role.id.clone(),
        name: role.name.clone(),
        site: part.site.clone(),
        pool: part.pool.cloned(),
        position: part.position,
        servers,
        repair_crews: None,
        virtualised: false,
        overrides: Map::new(),
    })
}

/// The edits that link one node to another.
pub(super) fn link(drawing: &Drawing<'_>, kind: LinkKind, from: &NodeId, to: &NodeId) -> Vec<Edit> {
    links(drawing, vec![(kind, from.clone(), to.clone())])
}

/// The edits that make all the links of a fix, so that no two get the same name.
pub(super) fn links(drawing: &Drawing<'_>, wanted: Vec<(LinkKind, NodeId, NodeId)>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut number = drawing.scenario.links.len();
    for (kind, from, to) in wanted {
        let id = loop {
            number += 1;
            let id = LinkId::from(format!("link-{number}"));
            if drawing.scenario.link(&id).is_none() {
                break id;
            }
        };
        edits.push(Edit::AddLink(Link { id, kind, from, to }));
    }
    edits
}

/// The edits that give a component so many servers; none where its role has no room for them.
pub(super) fn set_servers(drawing: &Drawing<'_>, component: &Component, count: usize) -> Option<Vec<Edit>> {
    if count > drawing.role(component)?.servers.max {
        return None;
    }
    Some(vec![Edit::SetServerCount { component: component.id.clone(), count }])
}
