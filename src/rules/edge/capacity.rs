//! Whether the Edge Servers carry the remote users, with all of them up and with one lost.

use crate::catalog::role::Function;
use crate::plan::{Component, Edit};
use crate::rules::balancer::{bare, pair_in_front_of};
use crate::rules::breach::Breach;
use crate::rules::capacity::{Load, carried, grown};
use crate::rules::drawing::{Drawing, servers};
use crate::rules::fix::set_servers;
use crate::rules::words::{count, grouped, none_or, users, verb};

pub(super) fn over_capacity(drawing: &Drawing<'_>) -> Vec<Breach> {
    let edges = drawing.with_function(Function::Edge);
    let (remote, carried) = (remote(drawing), carried(drawing, edges, 0));
    if edges.is_empty() || remote <= carried {
        return Vec::new();
    }
    let text = format!(
        "{} come in from outside at the busy hour; {} {} {}.",
        users(remote),
        count(servers(edges), THING),
        verb(servers(edges), "carries", "carry"),
        grouped(carried)
    );
    vec![fixed(drawing, edges, text, Load { users: remote, spare: 0, thing: THING })]
}

pub(super) fn no_spare(drawing: &Drawing<'_>) -> Vec<Breach> {
    let edges = drawing.with_function(Function::Edge);
    let (remote, left) = (remote(drawing), carried(drawing, edges, 1));
    let wanted = drawing.targets().spare_server && !edges.is_empty();
    if !wanted || remote <= left || remote > carried(drawing, edges, 0) {
        return Vec::new();
    }
    let text = format!(
        "When an Edge Server is lost, the others carry {} of the {} from outside.",
        none_or(left),
        users(remote)
    );
    vec![fixed(drawing, edges, text, Load { users: remote, spare: 1, thing: THING })]
}

const THING: &str = "Edge Server";

fn remote(drawing: &Drawing<'_>) -> f64 {
    drawing.homes().map(|(_, homed)| homed.remote).sum()
}

fn fixed(drawing: &Drawing<'_>, edges: &[&Component], text: String, load: Load) -> Breach {
    let breach = Breach::among(edges, text);
    grown(drawing, breach, edges, load, |first, wanted| behind_a_pair(drawing, first, wanted))
}

/// The edits that give a component so many Edge Servers, and the pair that several of them need.
pub(super) fn behind_a_pair(drawing: &Drawing<'_>, edge: &Component, count: usize) -> Option<Vec<Edit>> {
    let mut edits = set_servers(drawing, edge, count)?;
    let bare = bare(drawing, &[edge]);
    if count > 1 && !bare.is_empty() {
        edits.extend(pair_in_front_of(drawing, &bare)?);
    }
    Some(edits)
}
