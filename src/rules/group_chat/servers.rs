//! How many Group Chat servers there are, and for how many users.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Component, Edit};
use crate::rules::breach::Breach;
use crate::rules::capacity::{self, Limits, carried};
use crate::rules::drawing::{Drawing, servers};
use crate::rules::finding::Severity;
use crate::rules::fix::set_servers;
use crate::rules::sources::GROUP_CHAT_COMPONENT;
use crate::rules::words::{count, grouped, names, users};

/// Servers of an installation by the page of May 2009.
const OLDER_LIMIT: usize = 3;

/// All users of Group Chat against all of its servers: any of them can use any room.
pub(super) fn over_capacity(drawing: &Drawing<'_>) -> Vec<Breach> {
    let chat = drawing.with_function(Function::ChatServer);
    let (wanted, carried) = (drawing.chat_users, carried(drawing, chat, 0));
    if chat.is_empty() || wanted <= carried {
        return Vec::new();
    }
    let text = format!(
        "{} want Group Chat at the busy hour; {} carry {}.",
        users(wanted),
        count(servers(chat), "Group Chat server"),
        users(carried)
    );
    let breach = Breach::new(chat.iter().map(|component| &component.id), text);
    vec![match enough(drawing, chat, wanted) {
        Some((count, edit)) => breach.fixed_by(format!("Use {count} servers"), Some(vec![edit])),
        None => breach,
    }]
}

fn enough(drawing: &Drawing<'_>, chat: &[&Component], wanted: f64) -> Option<(usize, Edit)> {
    let [only] = chat else { return None };
    let count = Limits::of(drawing, only)?.servers_for(wanted)?;
    Some((count, set_servers(drawing, only, count)?))
}

pub(super) fn too_many(drawing: &Drawing<'_>) -> Vec<Breach> {
    let installations = drawing.chat_installations();
    installations.iter().filter_map(|installation| judged(drawing, installation)).collect()
}

fn judged(drawing: &Drawing<'_>, installation: &[&Component]) -> Option<Breach> {
    let limits = Limits::of(drawing, installation.first()?)?;
    let number = servers(installation);
    let nodes = installation.iter().map(|component| &component.id);
    if capacity::count(number) > limits.counted_servers {
        let text = format!(
            "{} {}; at most {} are supported.",
            names(installation),
            have(installation),
            grouped(limits.counted_servers)
        );
        let edits = at_most(drawing, installation, limits.counted_servers);
        let label = format!("Keep {}", grouped(limits.counted_servers));
        return Some(Breach::new(nodes, text).fixed_by(label, edits));
    }
    (number > OLDER_LIMIT).then(|| {
        let text = format!(
            "{} {}, which one page supports; an older one allows {OLDER_LIMIT}.",
            names(installation),
            have(installation)
        );
        Breach::new(nodes, text).weighing(Severity::Info, Mark::Documented).read_in(GROUP_CHAT_COMPONENT)
    })
}

fn have(installation: &[&Component]) -> String {
    let number = count(servers(installation), "server");
    if installation.len() == 1 { format!("has {number}") } else { format!("together have {number}") }
}

fn at_most(drawing: &Drawing<'_>, installation: &[&Component], limit: f64) -> Option<Vec<Edit>> {
    let [only] = installation else { return None };
    let count = (1..only.servers.len()).rev().find(|servers| capacity::count(*servers) <= limit)?;
    Some(vec![set_servers(drawing, only, count)?])
}
