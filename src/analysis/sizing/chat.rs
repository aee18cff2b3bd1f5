//! Group Chat: servers needed, the most users that survive a loss, and the pages that disagree; Compliance Servers.

use std::rc::Rc;

use super::answer::{Need, Section, Topic, Verdict};
use super::array::{Array, number};
use super::drawn::{Drawn, Tier, sum};
use super::need::{Wanted, need};
use super::published::{CHAT_COMPONENT, HIGH_AVAILABILITY, Other, follows};
use super::smaller::without;
use crate::analysis::options::AnalysisError;
use crate::analysis::stage::Stage;
use crate::analysis::words::grouped;
use crate::catalog::figure::{Figure, Mark, Unit};
use crate::catalog::role::Function;
use crate::catalog::workload::Workload;

const ABOUT: &str = "Servers needed are Group Chat users by what one carries, rounded up; one more is the spare. Two pages disagree on how many servers there may be; the plan goes by the one that is probably later.";

/// The two pages that disagree.
const PAGES: [Other; 2] = [
    Other {
        id: "chat-servers-counted",
        value: 5.0,
        mark: Mark::Documented,
        read: HIGH_AVAILABILITY,
        note: "Up to five servers of 2,000 users, 10,000 users in all. A translation is dated September 2009, and a virtual topology was tested with 10,000 Group Chat users.",
    },
    Other {
        id: "chat-servers-counted",
        value: 3.0,
        mark: Mark::Documented,
        read: CHAT_COMPONENT,
        note: "One server and up to two more; 6,000 users at 2,000 a server.",
    },
];

/// Group Chat users beside their servers.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let mut needs = Vec::new();
    for tier in drawn.tiers(Stage::Chat, |way| vec![way.carrier.clone()]) {
        needs.extend(servers(drawn, &tier)?);
    }
    needs.extend(without(drawn, Stage::Chat, (None, Workload::GroupChat), Function::ChatServer)?);
    for tier in drawn.tiers(Stage::Compliance, |way| vec![way.carrier.clone()]) {
        needs.extend(compliance(drawn, &tier));
    }
    Ok(Section { topic: Topic::GroupChat, about: ABOUT, needs, loads: Vec::new() })
}

fn servers(drawn: &Drawn<'_>, tier: &Tier) -> Result<Option<Need>, AnalysisError> {
    let Some(array) = Array::of(drawn, &tier.members, Function::ChatServer)? else { return Ok(None) };
    let Some(first) = tier.members.first() else { return Ok(None) };
    let demand = drawn.users(&tier.homes, "Group Chat users", None, Workload::GroupChat);
    let users = demand.value;
    let (id, name) = (format!("chat/{first}"), drawn.names(&tier.members));
    let mut need = need(Wanted::servers(id, name, Some(first), demand), &array);
    if let Some(counted) = &array.counted {
        let survivors = surviving(&array, counted);
        let with_spare = need.with_spare.as_ref().map_or(0.0, |spare| spare.value);
        if with_spare > counted.value {
            need.hints.push(follows(format!(
                "With a spare they would take {} servers of {} that count: {} users are the most that survive the loss of one.",
                grouped(with_spare),
                grouped(counted.value),
                grouped(survivors.value),
            )));
        }
        if array.most().is_some_and(|most| users > most) {
            need.hints.push(follows("Not even all servers that count carry these users."));
        }
    }
    let beside = PAGES.iter().filter_map(|page| page.beside(drawn, |counted| surviving(&array, counted)));
    need.alternatives = beside.collect();
    Ok(Some(need))
}

/// The most users that all servers that count still carry with one of them lost.
fn surviving(array: &Array, counted: &Rc<Figure>) -> Rc<Figure> {
    let users = (counted.value - 1.0).max(0.0) * array.each.value;
    let name = "Most users that survive the loss of one server";
    let formula = "(servers that count − 1) · users of one server";
    Figure::computed(name, users, Unit::Users, formula, vec![Rc::clone(counted), Rc::clone(&array.each)])
}

/// One Compliance Server is active, another stands by.
fn compliance(drawn: &Drawn<'_>, tier: &Tier) -> Option<Need> {
    let first = tier.members.first()?;
    let demand = drawn.users(&tier.homes, "Group Chat users", None, Workload::ChatCompliance);
    let count: usize = tier
        .members
        .iter()
        .filter_map(|id| drawn.scenario.component(id))
        .map(|component| drawn.servers(component))
        .sum();
    let one = f64::from(u8::from(demand.value > 0.0));
    let inputs = vec![Rc::clone(&demand)];
    let formula = "one active server where there are users";
    let needed = Figure::computed("Servers needed", one, Unit::Servers, formula, inputs);
    let one_more = vec![Rc::clone(&needed)];
    let with_spare =
        Figure::computed("Servers needed with a standby", 2.0 * one, Unit::Servers, "needed + 1", one_more);
    let drawn_servers = Figure::entered("Servers that count", number(count), Unit::Servers);
    let verdict = match count {
        _ if one <= 0.0 => Verdict::Idle,
        1 => Verdict::NoSpare,
        _ => Verdict::Spare,
    };
    let drawn_servers = sum("Servers drawn", Unit::Servers, "active and standby", vec![drawn_servers]);
    Some(Need {
        id: format!("compliance/{first}"),
        name: drawn.names(&tier.members),
        what: "servers",
        node: Some(first.clone()),
        demand,
        each: None,
        needed,
        with_spare: Some(with_spare),
        drawn: Some(drawn_servers),
        carried: None,
        headroom: Vec::new(),
        verdict,
        hints: vec![follows(
            "One is active at a time, and the switch to a standby is made by hand. How many users one carries is not known.",
        )],
        alternatives: Vec::new(),
    })
}
