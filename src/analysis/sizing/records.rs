//! Archiving and Monitoring Servers, and what is recorded.

use std::rc::Rc;

use super::answer::{LoadRow, Need, Section, Topic};
use super::array::Array;
use super::drawn::{Drawn, Tier, product};
use super::external::servers;
use super::messages::{bandwidth, rate};
use super::need::{Wanted, need};
use super::published::{LYNC, Other, Read, follows};
use crate::analysis::options::AnalysisError;
use crate::analysis::stage::Stage;
use crate::catalog::figure::{Figure, Mark, Unit};
use crate::catalog::role::Function;
use crate::catalog::workload::Workload;

const ABOUT: &str = "No figure of 2007 R2 could be read for either; those of the editions before and after stand in. Conversations are those of the user model; how many calls are recorded is not known.";

/// The capacity page of the edition before.
const ARCHIVING_2007: Read = Read::Catalog("S15");

const ARCHIVING: [Other; 3] = [
    Other {
        id: "users-per-archiving",
        value: 65_000.0,
        mark: Mark::Assumed,
        read: ARCHIVING_2007,
        note: "Documented for the 2007 edition: messages and call details.",
    },
    Other {
        id: "users-per-archiving",
        value: 125_000.0,
        mark: Mark::Assumed,
        read: ARCHIVING_2007,
        note: "Documented for the 2007 edition: call details alone.",
    },
    Other {
        id: "users-per-archiving",
        value: 500_000.0,
        mark: Mark::Assumed,
        read: LYNC,
        note: "Documented for the next release, Lync Server 2010, on a computer of its own.",
    },
];

const MONITORING: [Other; 2] = [
    Other {
        id: "users-per-monitoring",
        value: 250_000.0,
        mark: Mark::Assumed,
        read: LYNC,
        note: "Documented for the next release, Lync Server 2010, on a computer of its own.",
    },
    Other {
        id: "users-per-monitoring",
        value: 100_000.0,
        mark: Mark::Assumed,
        read: LYNC,
        note: "Documented for the next release, Lync Server 2010, together with archiving.",
    },
];

/// Users beside the servers that record what they do.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let mut section = Section { topic: Topic::Records, about: ABOUT, needs: Vec::new(), loads: Vec::new() };
    for tier in drawn.tiers(Stage::Archiving, |way| vec![way.carrier.clone()]) {
        section.needs.extend(of(drawn, &tier, Function::Archiving)?);
        section.loads.extend(load(drawn, &tier)?);
    }
    for tier in drawn.tiers(Stage::Monitoring, |way| vec![way.carrier.clone()]) {
        section.needs.extend(of(drawn, &tier, Function::Monitoring)?);
        section.loads.extend(load(drawn, &tier)?);
    }
    Ok(section)
}

fn of(drawn: &Drawn<'_>, tier: &Tier, function: Function) -> Result<Option<Need>, AnalysisError> {
    let Some(array) = Array::of(drawn, &tier.members, function)? else { return Ok(None) };
    let Some(first) = tier.members.first() else { return Ok(None) };
    let archives = function == Function::Archiving;
    let (demand, others) =
        if archives { ("Users archived", &ARCHIVING[..]) } else { ("Users watched", &MONITORING[..]) };
    let demand = drawn.users(&tier.homes, demand, None, Workload::ImPresence);
    let name = drawn.names(&tier.members);
    let mut wanted = Wanted::servers(format!("records/{first}"), name, Some(first), demand);
    wanted.spares = archives;
    let mut need = need(wanted, &array);
    if !archives {
        need.hints.push(follows(
            "A pool has one Monitoring Server, so there is no spare; users never notice its loss.",
        ));
    }
    let beside = others.iter().filter_map(|other| other.beside(drawn, |each| servers(&need.demand, each)));
    need.alternatives = beside.collect();
    Ok(Some(need))
}

/// What is recorded in a second and an hour.
fn load(drawn: &Drawn<'_>, tier: &Tier) -> Result<Option<LoadRow>, AnalysisError> {
    let Some(first) = tier.members.first() else { return Ok(None) };
    let users: Rc<Figure> = drawn.users(&tier.homes, "Users recorded", None, Workload::ImPresence);
    let sessions = drawn.figure("im-sessions")?;
    let formula = "users · conversations an hour";
    let an_hour = product("Conversations", Unit::PerHour, formula, 1.0, &[&users, &sessions]);
    let messages = rate(drawn, &users)?;
    let text = bandwidth(drawn, &messages)?;
    Ok(Some(LoadRow {
        id: format!("recorded/{first}"),
        name: drawn.names(&tier.members),
        figures: vec![("Conversations", an_hour), ("Messages", messages), ("Their text", text)],
    }))
}
