//! Voice: ports by how much users call, Mediation Servers, and their bandwidth.

use std::rc::Rc;

use super::answer::{LoadRow, Need, Section, Topic};
use super::array::Array;
use super::drawn::{Drawn, Tier, product, rounded_up, sum};
use super::external::calls;
use super::need::{Wanted, headroom, need, verdict};
use super::published::{MEDIATION, read};
use super::smaller::without;
use crate::analysis::options::AnalysisError;
use crate::analysis::stage::{Stage, Way};
use crate::analysis::units::Figures;
use crate::catalog::figure::{Derivation, Figure, Mark, Unit};
use crate::catalog::role::Function;
use crate::catalog::workload::Workload;
use crate::plan::NodeId;

const ABOUT: &str = "Ports needed are voice users by how many share a port, which depends on how much they call: figures of the 2007 edition. How many calls a Mediation Server carries could not be read for 2007 R2.";

/// How much users call: the class, users for each port, and what is meant by it.
const CLASSES: [(&str, f64, &str); 3] = [
    ("light", 15.0, "One call an hour, as documented for the 2007 edition."),
    ("moderate", 10.0, "Two calls an hour, as documented for the 2007 edition."),
    ("heavy", 5.0, "Three calls an hour or more, as documented for the 2007 edition."),
];

/// Voice users beside the ports and Mediation Servers of their homes.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let mut section = Section { topic: Topic::Voice, about: ABOUT, needs: Vec::new(), loads: Vec::new() };
    for tier in drawn.tiers(Stage::Voice, |way| vec![way.carrier.clone()]) {
        let Some(first) = tier.members.first() else { continue };
        let users = drawn.users(&tier.homes, "Voice users", None, Workload::PstnVoice);
        let trunks = trunks(drawn, &tier)?;
        for class in CLASSES {
            section.needs.extend(ports(drawn, &tier, class, &users, &trunks));
        }
        let calls = calls(drawn, "Calls at the busy hour", &users)?;
        section.needs.push(mediation(drawn, &tier, first, &calls)?);
        section.loads.push(load(drawn, &tier, first, (&users, &calls), &trunks)?);
    }
    let none = without(drawn, Stage::Voice, (None, Workload::PstnVoice), Function::Gateway)?;
    section.needs.extend(none.map(|need| Need { what: "gateways", ..need }));
    Ok(section)
}

/// The Mediation Servers with whom they serve; they are often called alike.
fn name(drawn: &Drawn<'_>, tier: &Tier) -> String {
    format!("{} of {}", drawn.names(&tier.members), drawn.names(&tier.homes))
}

/// Gateways and trunks of a tier with their ports.
fn trunks(drawn: &Drawn<'_>, tier: &Tier) -> Result<Vec<(NodeId, Rc<Figure>)>, AnalysisError> {
    let mut trunks: Vec<(NodeId, Rc<Figure>)> = Vec::new();
    let ways = tier.homes.iter().filter_map(|home| drawn.topology.ways(Stage::Voice, home)).flatten();
    let behind = ways.flat_map(|way: &Way| &way.behind);
    for id in behind {
        let Some(component) = drawn.scenario.component(id) else { continue };
        let capacity = drawn.catalog.role(&component.role).and_then(|role| role.capacity.as_ref());
        let Some(capacity) = capacity.filter(|_| !trunks.iter().any(|(known, _)| known == id)) else {
            continue;
        };
        let ports = Figures { catalog: drawn.catalog, component }.figure(&capacity.per_server)?;
        trunks.push((id.clone(), ports));
    }
    Ok(trunks)
}

fn all_ports(trunks: &[(NodeId, Rc<Figure>)]) -> Rc<Figure> {
    let ports = trunks.iter().map(|(_, ports)| Rc::clone(ports)).collect();
    sum("Ports drawn", Unit::Calls, "sum over gateways and trunks", ports)
}

/// Ports that the users of a class need, beside those drawn.
fn ports(
    drawn: &Drawn<'_>,
    tier: &Tier,
    (class, users_each, note): (&'static str, f64, &str),
    users: &Rc<Figure>,
    trunks: &[(NodeId, Rc<Figure>)],
) -> Option<Need> {
    let first = tier.members.first()?;
    let source = drawn.catalog.source(&"S13".into())?.clone();
    let each = Rc::new(Figure {
        name: format!("Voice users for each port, {class} use"),
        value: users_each,
        unit: Unit::Factor,
        mark: Mark::Assumed,
        derivation: Derivation::Catalog { source, note: note.into() },
    });
    let carry: Vec<f64> = trunks.iter().map(|(_, ports)| ports.value * users_each).collect();
    let array = Array::of_single(&carry, Rc::clone(&each));
    let formula = "voice users / voice users for each port, rounded up";
    let needed = rounded_up("Ports needed", Unit::Calls, formula, users, &each);
    let drawn_ports = all_ports(trunks);
    let formula = "ports · voice users for each port";
    let inputs = vec![Rc::clone(&drawn_ports), Rc::clone(&each)];
    let carried =
        Figure::computed("Voice users carried", array.carried(0), Unit::Users, formula, inputs.clone());
    Some(Need {
        id: format!("ports/{class}/{first}"),
        name: format!("Ports of {} for {class} use", drawn.names(&tier.homes)),
        what: "ports",
        node: trunks.first().map(|(trunk, _)| trunk.clone()),
        demand: Rc::clone(users),
        each: Some(each),
        needed,
        with_spare: None,
        drawn: Some(drawn_ports),
        carried: Some(carried),
        headroom: headroom(&array, users, formula, inputs, "gateway"),
        verdict: verdict(&array, users.value),
        hints: Vec::new(),
        alternatives: Vec::new(),
    })
}

fn mediation(
    drawn: &Drawn<'_>,
    tier: &Tier,
    first: &NodeId,
    calls: &Rc<Figure>,
) -> Result<Need, AnalysisError> {
    let array = Array::by_figure(drawn, &tier.members, "calls-per-mediation")?;
    let wanted =
        Wanted::servers(format!("mediation/{first}"), name(drawn, tier), Some(first), Rc::clone(calls));
    let mut need = need(wanted, &array);
    let text = "A Mediation Server has one gateway, so a spare of it is a gateway more as well.";
    need.hints.push(read(drawn, Mark::Documented, MEDIATION, text));
    Ok(need)
}

/// Users for each port, calls, and the bandwidth to gateways.
fn load(
    drawn: &Drawn<'_>,
    tier: &Tier,
    first: &NodeId,
    (users, calls): (&Rc<Figure>, &Rc<Figure>),
    trunks: &[(NodeId, Rc<Figure>)],
) -> Result<LoadRow, AnalysisError> {
    let ports = all_ports(trunks);
    let each = drawn.figure("call-kbps")?;
    let per_port = if ports.value > 0.0 { users.value / ports.value } else { 0.0 };
    let inputs = vec![Rc::clone(users), Rc::clone(&ports)];
    let users_each = Figure::computed(
        "Voice users for each port drawn",
        per_port,
        Unit::Factor,
        "voice users / ports",
        inputs,
    );
    let formula = "calls · bandwidth of a call";
    let wanted = product("Bandwidth of the calls", Unit::Kbps, formula, 1.0, &[calls, &each]);
    let formula = "ports · bandwidth of a call";
    let most = product("Bandwidth with all ports in use", Unit::Kbps, formula, 1.0, &[&ports, &each]);
    Ok(LoadRow {
        id: format!("voice/{first}"),
        name: name(drawn, tier),
        figures: vec![
            ("Users for each port", users_each),
            ("Calls", Rc::clone(calls)),
            ("Their bandwidth", wanted),
            ("With all ports in use", most),
        ],
    })
}
