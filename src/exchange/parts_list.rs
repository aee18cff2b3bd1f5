//! The parts of a plan: roles, computers, appliances, addresses and lines, counted apart and never confused.
//!
//! A role is what a server does, a computer what it runs on; an appliance is neither. Readers of official plans took gateways and
//! the addresses of load balancers for servers.

mod count;
mod csv;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::catalog::figure::Mark;
use crate::plan::{NodeId, Scenario};

/// What is counted together. The order is that in which groups are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Servers by what they do.
    Roles,
    /// Computers that servers run on.
    Computers,
    /// Servers that are virtual machines, which run on computers counted above.
    VirtualMachines,
    /// What nodes of clusters share.
    Storage,
    /// Units of load balancers and switches.
    Appliances,
    /// Media gateways.
    Gateways,
    /// Virtual addresses of load balancers; none of them is a machine.
    Addresses,
    /// Lines and trunks.
    Lines,
    /// What the catalog does not know.
    Others,
}

impl Group {
    /// All groups in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Roles,
        Self::Computers,
        Self::VirtualMachines,
        Self::Storage,
        Self::Appliances,
        Self::Gateways,
        Self::Addresses,
        Self::Lines,
        Self::Others,
    ];

    /// Its name, and what is counted in it.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Roles => ("Roles", "servers by what they do; several can run on one computer"),
            Self::Computers => ("Computers", "what servers run on, each counted once"),
            Self::VirtualMachines => (
                "Virtual machines",
                "servers that are virtual; the computers that carry them are counted above",
            ),
            Self::Storage => ("Shared storage", "one for each cluster"),
            Self::Appliances => ("Appliances", "units of load balancers and switches; no servers"),
            Self::Gateways => ("Media gateways", "no servers either"),
            Self::Addresses => ("Virtual addresses", "what load balancers answer to; no machines"),
            Self::Lines => ("Lines and trunks", "what a provider delivers"),
            Self::Others => ("Custom components", "units of your own"),
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// What is counted together.
    pub group: Group,
    /// What is counted.
    pub what: String,
    /// How many there are.
    pub count: usize,
    /// The components and pools that it counts, each once.
    pub nodes: Vec<NodeId>,
    /// How sure the count is: drawn by the architect, or derived from what is drawn.
    pub mark: Mark,
    /// What the count rests on, where it is derived.
    pub note: String,
}

/// All parts of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartsList {
    /// The lines, by group and then in the plan's order.
    pub entries: Vec<Entry>,
}

impl PartsList {
    /// Counts the parts of a scenario.
    pub fn of(scenario: &Scenario, catalog: &Catalog) -> Self {
        let mut entries = count::entries(scenario, catalog);
        entries.sort_by_key(|entry| entry.group);
        Self { entries }
    }

    /// The lines of a group.
    pub fn of_group(&self, group: Group) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.group == group)
    }

    /// How many parts a group has.
    pub fn total(&self, group: Group) -> usize {
        self.of_group(group).map(|entry| entry.count).sum()
    }

    /// The list as a table for spreadsheets (RFC 4180): group, what, count, parts, mark, note.
    pub fn csv(&self, scenario: &Scenario) -> String {
        csv::table(self, scenario)
    }
}
