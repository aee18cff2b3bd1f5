//! What each server of a component is doing at this moment.

use crate::analysis::{FailureSet, ServerNaming};
use crate::catalog::Catalog;
use crate::catalog::role::Redundancy;
use crate::plan::{Component, Scenario};

/// What a server is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// It serves.
    Up,
    /// It stands by.
    Waits,
    /// It serves, and more users sit on it than it carries.
    Over,
    /// It is down.
    Down,
}

/// A server at this moment.
#[derive(Debug, Clone, PartialEq)]
pub struct ServerNow {
    /// What it is called.
    pub name: String,
    /// What it is doing.
    pub doing: Doing,
}

impl ServerNow {
    /// The server, what it is doing, and what a click would do: `Front End 2: up. Kill it`.
    pub fn said(&self) -> String {
        let does = match self.doing {
            Doing::Down => "Repair it",
            _ => "Kill it",
        };
        format!("{}: {}. {does}", self.name, self.doing.word())
    }
}

impl Doing {
    /// It in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Waits => "standing by",
            Self::Over => "overloaded",
            Self::Down => "down",
        }
    }

    /// Its class on the page.
    pub fn class(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Waits => "waits",
            Self::Over => "over",
            Self::Down => "down",
        }
    }
}

/// The servers of a component, in the plan's order; those that are left are overloaded or not.
pub fn servers_now(
    component: &Component,
    scenario: &Scenario,
    catalog: &Catalog,
    killed: &FailureSet,
    is_over: bool,
) -> Vec<ServerNow> {
    let redundancy = catalog.role(&component.role).map(|role| role.redundancy);
    let stands_by = redundancy == Some(Redundancy::ActivePassive);
    let naming = ServerNaming::of(scenario, catalog, component);
    let mut one_serves = false;
    let servers = component.servers.iter().enumerate().map(|(place, server)| {
        let doing = match (killed.is_down(&component.id, &server.id), is_over) {
            (true, _) => Doing::Down,
            (false, _) if stands_by && one_serves => Doing::Waits,
            (false, true) => Doing::Over,
            (false, false) => Doing::Up,
        };
        one_serves |= doing != Doing::Down;
        ServerNow { name: naming.name(place), doing }
    });
    servers.collect()
}

/// How many of them are up, where not all are: `3 of 4 up`; of the only one that it is `down`.
pub fn left(servers: &[ServerNow]) -> Option<String> {
    let up = servers.iter().filter(|server| server.doing != Doing::Down).count();
    (up < servers.len()).then(|| match servers.len() {
        1 => "down".into(),
        all => format!("{up} of {all} up"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Casualty;
    use crate::plan::build::PlanBuilder;

    #[test]
    fn a_stand_by_takes_over_and_the_dead_are_counted_out() {
        let catalog = Catalog::bundled();
        let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(3).back_ends(2)).scenario();
        for (node, place, doing, up) in [
            ("pool-back-end", None, vec![Doing::Up, Doing::Waits], None),
            ("pool-back-end", Some(0), vec![Doing::Down, Doing::Up], Some("1 of 2 up")),
            ("pool-back-end", Some(1), vec![Doing::Up, Doing::Down], Some("1 of 2 up")),
            ("pool-front-ends", Some(1), vec![Doing::Up, Doing::Down, Doing::Up], Some("2 of 3 up")),
        ] {
            let mut killed = FailureSet::default();
            if let Some(struck) = place.and_then(|place| Casualty::server(&plan, &node.into(), place)) {
                killed.kill(&plan, &struck);
            }
            let servers = servers_now(plan.component(&node.into()).unwrap(), &plan, &catalog, &killed, false);
            assert_eq!(servers.iter().map(|server| server.doing).collect::<Vec<_>>(), doing);
            assert_eq!(left(&servers).as_deref(), up);
        }
    }

    #[test]
    fn a_server_says_what_a_click_would_do() {
        let server = |doing| ServerNow { name: "Front End 2".into(), doing }.said();
        assert_eq!(server(Doing::Up), "Front End 2: up. Kill it");
        assert_eq!(server(Doing::Down), "Front End 2: down. Repair it");
    }
}
