//! Homes on virtual machines, and what their users want.

use crate::catalog::role::Function;
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::homes::{Home, homes};
use crate::rules::virtualisation::roles::virtual_ids;
use crate::rules::wishes::wanting;
use crate::rules::words::{grouped, listed, users, verb};

/// Users of one virtual pool, a figure of the catalog.
const TESTED: &str = "users-per-virtual-pool";

/// The homes that have a server or a database on virtual machines.
pub(super) fn virtual_homes<'a>(drawing: &Drawing<'a>) -> Vec<Home<'a>> {
    let virtuals = virtual_ids(drawing);
    let mut found = homes(drawing);
    found.retain(|home| {
        let parts = [Function::FrontEnd, Function::BackEnd].map(|function| drawing.parts(home.id, function));
        virtuals.contains(home.id) || parts.into_iter().flatten().any(|part| part.virtualised)
    });
    found
}

/// Virtual homes whose users want what virtual machines are not supported for, with what that is.
pub(super) fn unserved<'a>(drawing: &Drawing<'a>) -> Vec<(Home<'a>, String)> {
    let wishes = [
        ("telephony", wanting(drawing, |population| population.voice_share)),
        ("conferences by telephone", wanting(drawing, |population| population.dial_in_share)),
        ("the browser client", wanting(drawing, |population| population.web_access_share)),
    ];
    let mut found = Vec::new();
    for home in virtual_homes(drawing) {
        let wanted = wishes.iter().filter(|(_, homes)| homes.contains_key(home.id));
        let words: Vec<&str> = wanted.map(|(words, _)| *words).collect();
        if !words.is_empty() {
            found.push((home, words.join(", ")));
        }
    }
    found
}

pub(super) fn beyond_the_test(drawing: &Drawing<'_>) -> Vec<Breach> {
    let Some(tested) = drawing.catalog.figure(&TESTED.into()) else { return Vec::new() };
    let mut breaches = Vec::new();
    for home in virtual_homes(drawing) {
        if home.users.connected > tested.value {
            let text = format!(
                "{} are connected to “{}” at the busy hour; virtual pools were tested with {}.",
                users(home.users.connected),
                home.name,
                grouped(tested.value)
            );
            breaches.push(Breach::new(&[home.id], text));
        }
    }
    breaches
}

pub(super) fn no_physical_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let virtuals = virtual_homes(drawing);
    if virtuals.is_empty() || virtuals.len() < homes(drawing).len() {
        return Vec::new();
    }
    let names: Vec<&str> = virtuals.iter().map(|home| home.name).collect();
    let text = format!(
        "{} {} on virtual machines, and no other pool is there for users who want telephony or conferences.",
        listed(&names),
        verb(names.len(), "runs", "run")
    );
    let ids: Vec<_> = virtuals.iter().map(|home| home.id).collect();
    vec![Breach::new(&ids, text)]
}
