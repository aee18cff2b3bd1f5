//! What happened, in one sentence.

use super::{Event, Load};
use crate::analysis::answer::{Impact, Location, RowKey};
use crate::analysis::words::{capitalised, counted, grouped, listed, server_name, time};
use crate::catalog::workload::Workload;

/// Fewer users than this are nobody.
const NOBODY: f64 = 0.5;

impl Event<'_> {
    /// “Front End 2 is down: 7,500 users reconnect to the three other Front Ends within 90 s, nobody is cut off; each
    /// now carries 10,000 of 12,500.”
    pub fn sentence(&self, impact: &Impact, loads: &[Load]) -> String {
        let (name, several) = self.down.described(self.compiled.scenario, self.compiled.catalog);
        let is = if several { "are" } else { "is" };
        let mut sentence = format!("{} {is} down: ", capitalised(name));
        let users: f64 = self.users();
        if users < NOBODY {
            sentence.push_str("the plan has no users who notice.");
            return sentence;
        }
        let grown: Vec<&Load> = loads.iter().filter(|load| load.has_grown()).collect();
        let mut clauses = Vec::new();
        if impact.users_reconnecting.value >= NOBODY {
            clauses.push(self.reconnecting(impact, &grown));
        }
        let over = impact.users_over_capacity.value;
        let content_lost = self.content_lost();
        let unnoticed = clauses.is_empty() && over < NOBODY && content_lost.is_empty();
        if unnoticed && impact.users_cut_off.value < NOBODY {
            clauses.push("nobody notices".into());
        } else {
            clauses.push(cut_off(impact, users));
        }
        if !content_lost.is_empty() {
            clauses.push(without_content(&content_lost));
        }
        sentence.push_str(&clauses.join(", "));
        if let Some(loads) = carrying(&grown) {
            sentence.push_str("; ");
            sentence.push_str(&loads);
        }
        if over >= NOBODY {
            sentence.push_str("; ");
            sentence.push_str(&self.without_room(over));
        }
        if let Some(alone) = self.without_stand_by() {
            sentence.push_str("; ");
            sentence.push_str(&alone);
        }
        sentence.push('.');
        sentence
    }

    /// Users who were served before.
    fn users(&self) -> f64 {
        let rows = self.outcomes().filter(|outcome| outcome.row.key.workload == Workload::ImPresence);
        rows.map(|outcome| outcome.served_before()).sum()
    }

    fn reconnecting(&self, impact: &Impact, grown: &[&Load]) -> String {
        let users = impact.users_reconnecting.value;
        let reconnect = if is_one(users) { "reconnects" } else { "reconnect" };
        let within = time(impact.reconnect_time.value);
        let mut takers: Vec<String> = Vec::new();
        for failover in self.failovers() {
            let (scenario, catalog) = (self.compiled.scenario, self.compiled.catalog);
            takers.push(server_name(scenario, catalog, &failover.component, &failover.to));
        }
        let users = people(users);
        if !takers.is_empty() {
            let take = if takers.len() == 1 { "takes" } else { "take" };
            return format!("{} {take} over, {users} {reconnect} within {within}", listed(&takers));
        }
        let to = match by_role(grown).as_slice() {
            [] => String::new(),
            [(role, 1)] => format!(" to the other {role}"),
            [(role, servers)] => format!(" to the {} other {role}s", counted(*servers)),
            _ => " to the other servers".to_owned(),
        };
        format!("{users} {reconnect}{to} within {within}")
    }

    fn without_room(&self, users: f64) -> String {
        let crowded = |outcome: &super::Outcome<'_>| outcome.unserved_before > 0.0 && outcome.unserved < 1.0;
        let more = if self.outcomes().any(|outcome| crowded(&outcome)) { " more" } else { "" };
        let find = if is_one(users) { "user finds" } else { "users find" };
        format!("{}{more} {find} no room", grouped(users))
    }

    /// Servers of which the last stand-by went.
    fn without_stand_by(&self) -> Option<String> {
        let (scenario, catalog) = (self.compiled.scenario, self.compiled.catalog);
        let mut alone = Vec::new();
        for component in &scenario.components {
            let Some(part) =
                self.compiled.parts.get(&component.id).filter(|part| part.role.failover.is_some())
            else {
                continue;
            };
            let mut up = part.counted.iter().filter(|server| !self.down.is_down(&component.id, &server.id));
            if let (true, Some(last), None) = (part.counted.len() > 1, up.next(), up.next()) {
                alone.push(server_name(scenario, catalog, &component.id, &last.id));
            }
        }
        let verb = if alone.len() == 1 { "runs" } else { "run" };
        (!alone.is_empty()).then(|| format!("{} now {verb} without a stand-by", listed(&alone)))
    }
}

/// Who is cut off, of all users who were served.
fn cut_off(impact: &Impact, users: f64) -> String {
    let cut_off = impact.users_cut_off.value;
    if cut_off < NOBODY {
        return "nobody is cut off".into();
    }
    let verb = if is_one(cut_off) { "is" } else { "are" };
    let down = &impact.workloads_down;
    if down.iter().all(|key| key.workload == Workload::GroupChat) {
        return format!("{} {verb} without Group Chat", people(cut_off));
    }
    if cut_off > users - NOBODY && !is_one(cut_off) {
        return format!("all {} are cut off", people(cut_off));
    }
    if down.iter().all(|key| key.location == Location::Remote) {
        let remote = if is_one(cut_off) { "remote user" } else { "remote users" };
        return format!("{} {remote} {verb} cut off", grouped(cut_off));
    }
    format!("{} {verb} cut off", people(cut_off))
}

/// “each now carries 10,000 of 12,500”, by what the servers are called where there are several kinds.
fn carrying(grown: &[&Load]) -> Option<String> {
    let kinds = by_role(grown);
    let several = kinds.len() > 1 || different(grown);
    let carries = grown.iter().map(|load| {
        let who = match (several, load.servers.len(), kinds.as_slice()) {
            (false, 1, [(_, 1)]) => "it".to_owned(),
            (false, ..) => "each".to_owned(),
            (true, 1, kinds) if kinds.len() == grown.len() => format!("the other {}", load.role_name),
            (true, _, kinds) if kinds.len() == grown.len() => format!("each {}", load.role_name),
            (true, 1, _) => format!("“{}”", load.component_name),
            (true, ..) => format!("each {} of “{}”", load.role_name, load.component_name),
        };
        format!(
            "{who} now carries {} of {}",
            grouped(load.users_each.value),
            grouped(load.capacity_each.value)
        )
    });
    let mut carries: Vec<String> = carries.collect();
    carries.dedup();
    (!carries.is_empty()).then(|| carries.join(", "))
}

/// Whether the servers do not all carry the same.
fn different(loads: &[&Load]) -> bool {
    let same = |a: &Load, b: &Load| {
        (a.users_each.value - b.users_each.value).abs() < NOBODY
            && (a.capacity_each.value - b.capacity_each.value).abs() < NOBODY
    };
    loads.windows(2).any(|pair| matches!(pair, [a, b] if !same(a, b)))
}

/// What the servers are called, each with how many there are.
fn by_role<'a>(loads: &[&'a Load]) -> Vec<(&'a str, usize)> {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for load in loads {
        match kinds.iter_mut().find(|(role, _)| *role == load.role_name) {
            Some((_, servers)) => *servers += load.servers.len(),
            None => kinds.push((&load.role_name, load.servers.len())),
        }
    }
    kinds
}

fn without_content(lost: &[&RowKey]) -> String {
    let all_remote = lost.iter().all(|key| key.location == Location::Remote);
    let whose = if all_remote { "conferences of remote users" } else { "conferences" };
    format!("{whose} go on without slides, handouts and address book")
}

fn is_one(users: f64) -> bool {
    users < 1.5
}

/// `1 user`, `30,000 users`.
fn people(users: f64) -> String {
    format!("{} {}", grouped(users), if is_one(users) { "user" } else { "users" })
}
