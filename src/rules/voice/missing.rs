//! Users who call or are called, and no way to the telephone network.

use crate::catalog::role::Function;
use crate::collected::Map;
use crate::plan::{Component, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::homes::{Home, homes};
use crate::rules::voice::gateways::{by_id, ways_out};
use crate::rules::voice::pairs::{Place, add, new_gateways};
use crate::rules::wishes::wanting;
use crate::rules::words::users;

pub(super) fn voice(drawing: &Drawing<'_>) -> Vec<Breach> {
    let wanted = wanting(drawing, |population| population.voice_share);
    cut_off(drawing, &wanted, "telephony")
}

/// Where users want telephony as well, the one finding is enough.
pub(super) fn dial_in(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut wanted = wanting(drawing, |population| population.dial_in_share);
    for home in wanting(drawing, |population| population.voice_share).keys() {
        wanted.remove(home);
    }
    cut_off(drawing, &wanted, "conferences by telephone")
}

/// A breach for each home that does not reach the telephone network.
fn cut_off(drawing: &Drawing<'_>, wanted: &Map<&NodeId, f64>, what: &str) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mediations = by_id(drawing, &[Function::Mediation]);
    for home in homes(drawing) {
        let Some(number) = wanted.get(home.id) else { continue };
        if ways_out(drawing, home.id).is_empty() {
            let bare = drawing.linked_from(LinkKind::Calls, home.id).first();
            let bare = bare.and_then(|id| mediations.get(id));
            let wish = format!("{} of “{}” want {what}", users(*number), home.name);
            breaches.push(match bare {
                Some(mediation) => without_gateway(drawing, &home, mediation, &wish),
                None => without_mediation(drawing, &home, &wish),
            });
        }
    }
    breaches
}

fn without_gateway(drawing: &Drawing<'_>, home: &Home<'_>, mediation: &Component, wish: &str) -> Breach {
    let text = format!("{wish}, and “{}” has neither a gateway nor a trunk.", mediation.name);
    let breach = Breach::new(&[home.id, &mediation.id], text);
    breach.fixed_by("Add a gateway", new_gateways(drawing, &[mediation]))
}

fn without_mediation(drawing: &Drawing<'_>, home: &Home<'_>, wish: &str) -> Breach {
    let breach = Breach::new(&[home.id], format!("{wish}, and it calls by no Mediation Server."));
    let edits = add(drawing, &Place::below(home), 1);
    breach.fixed_by("Add a Mediation Server with a gateway", edits)
}
