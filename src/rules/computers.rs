//! Computers that carry servers of several components, or several servers of one.

use crate::collected::Map;

use crate::catalog::Catalog;
use crate::catalog::role::{Function, Redundancy};
use crate::plan::{Component, ComputerId, Edit, Scenario};

/// A component that has servers on a computer.
#[derive(Debug)]
pub(super) struct Tenant<'a> {
    pub component: &'a Component,
    /// Its place in the plan's own order.
    pub number: usize,
    pub function: Function,
    /// Whether its serving node is there, for an active/passive component; else always.
    pub serves: bool,
    /// Its servers there.
    pub servers: usize,
}

/// Who has servers on which computer.
#[derive(Debug, Default)]
pub(super) struct Computers<'a> {
    tenants: Map<&'a str, Vec<Tenant<'a>>>,
}

impl<'a> Computers<'a> {
    pub(super) fn of(scenario: &'a Scenario, catalog: &Catalog) -> Self {
        let mut computers = Self::default();
        for (number, component) in scenario.components.iter().enumerate() {
            let Some(role) = catalog.role(&component.role) else { continue };
            for (index, server) in component.servers.iter().enumerate() {
                let serves = index == 0 || role.redundancy != Redundancy::ActivePassive;
                let tenants = computers.tenants.or_default(server.computer.as_str());
                match tenants.last_mut() {
                    Some(last) if last.number == number => {
                        last.servers += 1;
                        last.serves |= serves;
                    }
                    _ => {
                        let function = role.function;
                        tenants.push(Tenant { component, number, function, serves, servers: 1 });
                    }
                }
            }
        }
        computers
    }

    /// The tenants of each computer, each component once, in the plan's own order.
    pub(super) fn tenants(&self) -> impl Iterator<Item = &[Tenant<'a>]> {
        self.tenants.values().map(Vec::as_slice)
    }

    /// The edit that puts the component on computers of its own.
    pub(super) fn separated(&self, component: &Component) -> Edit {
        Edit::SetComponent(self.alone(component))
    }

    /// The component with a computer of its own for each of its servers that shares one, be it with another component or with
    /// a server of its own.
    pub(super) fn alone(&self, component: &Component) -> Component {
        let mut alone = component.clone();
        let mut number = self.tenants.len();
        let mut seen: Vec<&ComputerId> = Vec::new();
        for (server, moved) in component.servers.iter().zip(&mut alone.servers) {
            let tenants = self.tenants.get(server.computer.as_str()).map_or(0, Vec::len);
            if tenants > 1 || seen.contains(&&server.computer) {
                moved.computer = self.fresh(&mut number);
            }
            seen.push(&server.computer);
        }
        alone
    }

    fn fresh(&self, number: &mut usize) -> ComputerId {
        loop {
            *number += 1;
            let name = format!("computer-{number}");
            if !self.tenants.contains_key(name.as_str()) {
                return name.into();
            }
        }
    }
}
