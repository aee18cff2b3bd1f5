//! Numbers and names as sentences say them.

use super::failure_set::{Casualty, FailureSet};
use crate::catalog::Catalog;
pub(super) use crate::decimal::grouped;
use crate::plan::{Component, NodeId, Pool, Scenario, ServerId};
use std::rc::Rc;

/// Things that are named one by one; more are counted.
const NAMED: usize = 3;

/// A small count as a word, a larger one in digits: `three`, `20`.
pub(super) fn counted(count: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A time: `90 s`, `3 min 30 s`.
pub(super) fn time(seconds: f64) -> String {
    let whole = seconds.round();
    let (minutes, rest) = ((whole / 60.0).floor(), whole % 60.0);
    match (whole <= 120.0, rest > 0.0) {
        (true, _) => format!("{whole} s"),
        (false, true) => format!("{minutes} min {rest} s"),
        (false, false) => format!("{minutes} min"),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(items: &[String]) -> String {
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

/// The text with a capital at its beginning.
pub(super) fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// What a server is called: `Front End 2`, or its component's name where it is the only one. Where several components
/// have the role, `Load balancer 1 of “Enterprise pool”`.
pub fn server_name(scenario: &Scenario, catalog: &Catalog, component: &NodeId, server: &ServerId) -> String {
    let Some(component) = scenario.component(component) else { return server.to_string() };
    let place = component.servers.iter().position(|known| known.id == *server);
    let naming = ServerNaming::of(scenario, catalog, component);
    place.map_or_else(|| naming.numbered(server.as_str()), |place| naming.name(place))
}

/// How the servers of a component are called.
#[derive(Debug)]
pub struct ServerNaming<'a> {
    role: &'a str,
    of: Option<&'a str>,
    only: Option<&'a str>,
}

impl<'a> ServerNaming<'a> {
    /// The names of a component's servers.
    pub fn of(scenario: &'a Scenario, catalog: &'a Catalog, component: &'a Component) -> Self {
        let role = catalog.role(&component.role).map_or("Server", |role| role.name.as_str());
        let only = (component.servers.len() == 1).then_some(component.name.as_str());
        let mut same_role = scenario.components.iter().filter(|other| other.role == component.role);
        let of = same_role.nth(1).map(|_| {
            let pool = component.pool.as_ref().and_then(|pool| scenario.pool(pool));
            pool.map_or(component.name.as_str(), |pool| &pool.name)
        });
        Self { role, of, only }
    }

    /// The name of the server at that place, from 0.
    pub fn name(&self, place: usize) -> String {
        self.numbered(&(place + 1).to_string())
    }

    fn numbered(&self, number: &str) -> String {
        match (self.only, self.of) {
            (Some(only), _) => only.to_owned(),
            (None, None) => format!("{} {number}", self.role),
            (None, Some(of)) => format!("{} {number} of “{of}”", self.role),
        }
    }
}

impl Casualty {
    /// What it is called.
    pub fn name(&self, scenario: &Scenario, catalog: &Catalog) -> String {
        match self {
            Self::Server { component, server } => server_name(scenario, catalog, component, server),
            Self::Node(node) => scenario.node(node).map_or("", |node| node.name()).to_owned(),
            Self::Computer(computer) => format!("computer {computer}"),
            Self::Site(site) => scenario.site(site).map_or("", |site| &site.name).to_owned(),
            Self::Line(a, b) => {
                // As the plan states it, whichever way it is named here.
                let (a, b) = scenario.line(a, b).map_or((a, b), |(from, line)| (from, &line.to));
                let [a, b] = [a, b].map(|end| scenario.site(end).map_or(end.as_str(), |site| &site.name));
                format!("the line between {a} and {b}")
            }
        }
    }
}

impl FailureSet {
    /// What is down, in a few words, and whether these stand for several things.
    pub(super) fn described(&self, scenario: &Scenario, catalog: &Catalog) -> (String, bool) {
        let sites = self.sites().iter().map(|site| Casualty::Site(site.clone()).name(scenario, catalog));
        let mut items: Vec<String> = sites.collect();
        for (a, b) in self.lines() {
            items.push(Casualty::Line(a.clone(), b.clone()).name(scenario, catalog));
        }
        let mut several = false;
        let pools = scenario.pools.iter().filter(|pool| {
            let whole = Casualty::Node(pool.id.clone());
            !self.sites().contains(&pool.site) && self.holds(scenario, &whole)
        });
        let pools: Vec<&Rc<Pool>> = pools.collect();
        items.extend(pools.iter().map(|pool| format!("all of “{}”", pool.name)));
        let named = |component: &Component| {
            self.sites().contains(&component.site)
                || pools.iter().any(|pool| component.pool.as_ref() == Some(&pool.id))
        };
        for component in scenario.components.iter().filter(|component| !named(component)) {
            let servers = component.servers.len();
            if servers > 1 && self.takes_all_of(component) {
                let all = if servers == 2 { "both".into() } else { format!("all {}", counted(servers)) };
                items.push(format!("{all} servers of “{}”", component.name));
                several = true;
                continue;
            }
            let down = component.servers.iter().filter(|server| self.is_down(&component.id, &server.id));
            items.extend(down.map(|server| server_name(scenario, catalog, &component.id, &server.id)));
        }
        several |= items.len() > 1;
        match items.len() {
            0 => ("nothing".into(), false),
            1..=NAMED => (listed(&items), several),
            _ => {
                let many = [(self.servers().len(), "server"), (self.lines().len(), "line")];
                let many = many.into_iter().filter(|(count, _)| *count > 0);
                let many =
                    many.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
                (listed(&many.collect::<Vec<_>>()), true)
            }
        }
    }

    /// What is down, in a few words: `Front End 2`, `all four servers of “Edge array”`, `7 servers`.
    pub fn name(&self, scenario: &Scenario, catalog: &Catalog) -> String {
        self.described(scenario, catalog).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times_read_as_people_say_them() {
        let texts = [grouped(999.0), grouped(30_000.0), counted(3), counted(40)];
        assert_eq!(texts, ["999", "30,000", "three", "40"]);
        assert_eq!([90.0, 120.0, 180.0, 210.0].map(time), ["90 s", "120 s", "3 min", "3 min 30 s"]);
        assert_eq!(listed(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(capitalised("élan".into()), "élan");
        assert_eq!(capitalised("all".into()), "All");
    }
}
