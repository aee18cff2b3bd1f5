//! How many Group Chat servers there are, and for how many users.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{Component, Edit};
use crate::rules::breach::Breach;
use crate::rules::capacity::{self, Limits, Load, carried, grown};
use crate::rules::drawing::{Drawing, servers};
use crate::rules::finding::Severity;
use crate::rules::fix::set_servers;
use crate::rules::sources::GROUP_CHAT_COMPONENT;
use crate::rules::words::{count, grouped, names, none_or, users, verb};

/// Servers of an installation by the page of May 2009.
const OLDER_LIMIT: usize = 3;

/// Servers of an installation by the page on high availability.
const LATER_LIMIT: usize = 5;

/// All users of Group Chat against all of its servers: any of them can use any room.
pub(super) fn over_capacity(drawing: &Drawing<'_>) -> Vec<Breach> {
    let chat = drawing.with_function(Function::ChatServer);
    let (wanted, carried) = (drawing.chat_users, carried(drawing, chat, 0));
    if chat.is_empty() || wanted <= carried {
        return Vec::new();
    }
    let text = format!(
        "{} want Group Chat at the busy hour; {} {} {}.",
        users(wanted),
        count(servers(chat), THING),
        verb(servers(chat), "carries", "carry"),
        grouped(carried)
    );
    vec![fixed(drawing, chat, text, Load { users: wanted, spare: 0, thing: THING })]
}

pub(super) fn no_spare(drawing: &Drawing<'_>) -> Vec<Breach> {
    let chat = drawing.with_function(Function::ChatServer);
    let (wanted, left) = (drawing.chat_users, carried(drawing, chat, 1));
    let asked = drawing.targets().spare_server && !chat.is_empty();
    if !asked || wanted <= left || wanted > carried(drawing, chat, 0) {
        return Vec::new();
    }
    let text = format!(
        "When a Group Chat server is lost, the others carry {} of the {} of Group Chat.",
        none_or(left),
        users(wanted)
    );
    vec![fixed(drawing, chat, text, Load { users: wanted, spare: 1, thing: THING })]
}

const THING: &str = "Group Chat server";

/// Any of the servers can be grown where there is one component, up to the number that is supported.
fn fixed(drawing: &Drawing<'_>, chat: &[&Component], text: String, load: Load) -> Breach {
    let breach = Breach::among(chat, text);
    grown(drawing, breach, chat, load, |only, wanted| {
        let most = Limits::of(drawing, only)?.counted_servers;
        let supported = chat.len() == 1 && capacity::count(wanted) <= most;
        if supported { set_servers(drawing, only, wanted) } else { None }
    })
}

pub(super) fn only_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if !drawing.targets().high_availability_internal {
        return breaches;
    }
    for installation in drawing.chat_installations() {
        let [only] = installation.as_slice() else { continue };
        if only.servers.len() == 1 {
            let text = format!("High availability is wanted, and “{}” has only one server.", only.name);
            let edits = set_servers(drawing, only, 2);
            breaches.push(Breach::new(&[&only.id], text).fixed_by("Use two servers", edits));
        }
    }
    breaches
}

pub(super) fn too_many(drawing: &Drawing<'_>) -> Vec<Breach> {
    let installations = drawing.chat_installations();
    installations.iter().filter_map(|installation| judged(drawing, installation)).collect()
}

fn judged(drawing: &Drawing<'_>, installation: &[&Component]) -> Option<Breach> {
    let limit = Limits::of(drawing, installation.first()?)?.counted_servers;
    let number = servers(installation);
    let older = capacity::count(OLDER_LIMIT);
    if capacity::count(number) > limit {
        let other = if limit > older {
            format!("an older page allows {OLDER_LIMIT}")
        } else {
            format!("a page that is probably later allows {LATER_LIMIT}")
        };
        let text = format!(
            "{} {}; this plan goes by at most {}, and {other}.",
            names(installation),
            have(installation),
            grouped(limit)
        );
        let edits = at_most(drawing, installation, limit);
        let label = format!("Keep {}", grouped(limit));
        let breach = Breach::among(installation, text).fixed_by(label, edits);
        return Some(if limit > older { breach } else { breach.read_in(GROUP_CHAT_COMPONENT) });
    }
    (number > OLDER_LIMIT).then(|| {
        let text = format!(
            "{} {}, which one page supports; an older one allows {OLDER_LIMIT}.",
            names(installation),
            have(installation)
        );
        Breach::among(installation, text)
            .weighing(Severity::Info, Mark::Documented)
            .read_in(GROUP_CHAT_COMPONENT)
    })
}

fn have(installation: &[&Component]) -> String {
    let number = count(servers(installation), "server");
    if installation.len() == 1 { format!("has {number}") } else { format!("together have {number}") }
}

fn at_most(drawing: &Drawing<'_>, installation: &[&Component], limit: f64) -> Option<Vec<Edit>> {
    let [only] = installation else { return None };
    let count = (1..only.servers.len()).rev().find(|servers| capacity::count(*servers) <= limit)?;
    set_servers(drawing, only, count)
}
