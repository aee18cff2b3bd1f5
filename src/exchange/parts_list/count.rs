//! Counting: each part in one group, and each computer once.

use super::{Entry, Group};
use crate::catalog::Catalog;
use crate::catalog::figure::Mark;
use crate::catalog::role::{Function, Role};
use crate::plan::{Component, ComputerId, LinkKind, NodeId, Scenario};

pub(super) fn entries(scenario: &Scenario, catalog: &Catalog) -> Vec<Entry> {
    let mut entries = Entries(Vec::new());
    let mut computers = Computers(Vec::new());
    for component in &scenario.components {
        let Some(role) = catalog.role(&component.role) else { continue };
        let group = group_of(role);
        entries.add(group, &role.name, component.servers.len(), &component.id);
        if group == Group::Roles {
            computers.add(component, role);
            if component.virtualised {
                entries.add(Group::VirtualMachines, &role.name, component.servers.len(), &component.id);
            }
            if role.shared_storage.is_some() && component.servers.len() > 1 {
                let what = format!("Shared storage of {}", role.name);
                entries.derive(Group::Storage, &what, 1, &component.id, "one for each cluster that is drawn");
            }
        }
        if role.function == Function::LoadBalancer {
            entries.add_addresses(scenario, component);
        }
    }
    computers.entries(&mut entries);
    entries.0
}

fn group_of(role: &Role) -> Group {
    match role.function {
        Function::LoadBalancer | Function::Switch => Group::Appliances,
        Function::Gateway => Group::Gateways,
        Function::SipTrunk | Function::WanLink | Function::InternetLink | Function::PstnLink => Group::Lines,
        Function::Custom => Group::Others,
        _ => Group::Roles,
    }
}

struct Entries(Vec<Entry>);

impl Entries {
    /// Counts what is drawn.
    fn add(&mut self, group: Group, what: &str, count: usize, node: &NodeId) {
        self.put(group, what, count, node, (Mark::Entered, ""));
    }

    /// Counts what follows from the drawing.
    fn derive(&mut self, group: Group, what: &str, count: usize, node: &NodeId, rests_on: &str) {
        self.put(group, what, count, node, (Mark::Derived, rests_on));
    }

    fn put(&mut self, group: Group, what: &str, count: usize, node: &NodeId, (mark, rests_on): (Mark, &str)) {
        if count == 0 {
            return;
        }
        let known = self.0.iter_mut().find(|entry| entry.group == group && entry.what == what);
        let Some(entry) = known else {
            let nodes = vec![node.clone()];
            self.0.push(Entry {
                group,
                what: what.to_owned(),
                count,
                nodes,
                mark,
                note: rests_on.to_owned(),
            });
            return;
        };
        entry.count += count;
        if !entry.nodes.contains(node) {
            entry.nodes.push(node.clone());
        }
    }

    /// A load balancer answers to one address for each pool or array that it balances, however many units it has.
    fn add_addresses(&mut self, scenario: &Scenario, balancer: &Component) {
        let note = "one for each pool or array behind a load balancer, whether it has one unit or two";
        if let Some(pool) = &balancer.pool {
            self.derive(Group::Addresses, "Address of a pool", 1, pool, note);
        }
        let links = scenario.links.iter();
        for link in links.filter(|link| link.kind == LinkKind::Balances && link.from == balancer.id) {
            self.derive(Group::Addresses, "Address of an array", 1, &link.to, note);
        }
    }
}

/// Computers in the order in which they are met, with the roles on them and the components that these belong to.
struct Computers(Vec<(ComputerId, Vec<String>, Vec<NodeId>)>);

impl Computers {
    fn add(&mut self, component: &Component, role: &Role) {
        for server in &component.servers {
            let known = self.0.iter().position(|(computer, ..)| *computer == server.computer);
            let place = known.unwrap_or(self.0.len());
            if known.is_none() {
                self.0.push((server.computer.clone(), Vec::new(), Vec::new()));
            }
            let Some((_, roles, nodes)) = self.0.get_mut(place) else { continue };
            if !roles.contains(&role.name) {
                roles.push(role.name.clone());
            }
            if !nodes.contains(&component.id) {
                nodes.push(component.id.clone());
            }
        }
    }

    /// One line for each set of roles that computers carry.
    fn entries(self, entries: &mut Entries) {
        for (_, roles, nodes) in self.0 {
            let what = format!("Computer of {}", roles.join(" + "));
            for (place, node) in nodes.iter().enumerate() {
                let count = usize::from(place == 0);
                if count == 1 {
                    entries.add(Group::Computers, &what, 1, node);
                } else if let Some(entry) = entries.0.iter_mut().find(|entry| entry.what == what)
                    && !entry.nodes.contains(node)
                {
                    entry.nodes.push(node.clone());
                }
            }
        }
    }
}
