//! How many users sit on each server that is left.

use std::rc::Rc;

use super::Event;
use super::held::Held;
use super::moment::{Carrier, Moment};
use crate::analysis::capacity::per_server;
use crate::analysis::options::AnalysisError;
use crate::analysis::rows::Row;
use crate::analysis::units::Figures;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::{Component, NodeId, ServerId};

/// The load of the servers of one component that are left; each carries the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// The component.
    pub component: NodeId,
    /// Its name on the screen.
    pub component_name: String,
    /// What one of its servers is called.
    pub role_name: String,
    /// The servers that are left and count.
    pub servers: Vec<ServerId>,
    /// Users on each of them, whether or not it has room for all of them.
    pub users_each: Rc<Figure>,
    /// Users on each server with everything up.
    pub users_each_before: Rc<Figure>,
    /// Users that each of them carries.
    pub capacity_each: Rc<Figure>,
}

impl Load {
    /// Whether more users sit on each server than it carries.
    pub fn is_over(&self) -> bool {
        self.users_each.value > self.capacity_each.value * (1.0 + 1e-9)
    }

    /// Whether each server has got more users than it had.
    pub fn has_grown(&self) -> bool {
        self.users_each.value > self.users_each_before.value * (1.0 + 1e-9)
    }
}

impl Event<'_> {
    /// The load of all servers that are left and have a limit, in the plan's order.
    pub fn loads(&self) -> Result<Vec<Load>, AnalysisError> {
        let none = Held::default();
        let moments = [&none, &self.held].map(|held| Moment { compiled: self.compiled, held });
        let mut each: Vec<(NodeId, [f64; 2])> = Vec::new();
        for outcome in self.outcomes() {
            for (time, (moment, unserved)) in
                moments.iter().zip([outcome.unserved_before, outcome.unserved]).enumerate()
            {
                if unserved < 1.0 {
                    let users = outcome.row.demand_users;
                    for carriers in carrying(moment, outcome.row) {
                        spread(users, moment, &carriers, &mut each, time);
                    }
                }
            }
        }
        let mut loads = Vec::new();
        for component in &self.compiled.scenario.components {
            let users = each.iter().find(|(of, _)| *of == component.id).map_or([0.0; 2], |(_, users)| *users);
            loads.extend(self.load(component, users)?);
        }
        Ok(loads)
    }

    fn load(&self, component: &Component, users: [f64; 2]) -> Result<Option<Load>, AnalysisError> {
        let Some(part) = self.compiled.parts.get(&component.id) else { return Ok(None) };
        let Some(capacity) = &part.role.capacity else { return Ok(None) };
        let left = part.counted.iter().filter(|server| !self.down.is_down(&component.id, &server.id));
        let servers: Vec<ServerId> = left.map(|server| server.id.clone()).collect();
        if servers.is_empty() {
            return Ok(None);
        }
        let figures = Figures { catalog: self.compiled.catalog, component };
        let role_name = part.role.name.clone();
        let [before, now] = users;
        let formula = "connected users who are served through it / servers that are left, shared round-robin";
        let users_each =
            Figure::computed(format!("Users on each {role_name} now"), now, Unit::Users, formula, Vec::new());
        let users_each_before = Figure::computed(
            format!("Users on each {role_name} with everything up"),
            before,
            Unit::Users,
            "connected users who are served through it / servers, shared round-robin",
            Vec::new(),
        );
        Ok(Some(Load {
            component: component.id.clone(),
            component_name: component.name.clone(),
            role_name,
            servers,
            users_each,
            users_each_before,
            capacity_each: per_server(&figures, capacity)?,
        }))
    }
}

/// The stages in which a row's users are counted: each user once in each. Conferences are held on the servers that carry
/// instant messages and presence, and so are the users of Group Chat beside their chat servers.
fn carrying<'a>(moment: &Moment<'a, '_>, row: &Row) -> Vec<Vec<Carrier<'a>>> {
    let counted = row.course.route.tiers().filter(|(_, stage)| stage.counted_by() == Some(row.key.workload));
    counted.map(|(home, stage)| moment.carriers(stage, home)).collect()
}

/// Adds users to all servers of a stage alike, and to what stands behind them.
fn spread(
    users: f64,
    moment: &Moment<'_, '_>,
    carriers: &[Carrier<'_>],
    each: &mut Vec<(NodeId, [f64; 2])>,
    time: usize,
) {
    let servers: f64 = carriers.iter().map(|carrier| carrier.servers).sum();
    for carrier in carriers {
        add(each, carrier.component, time, users / servers);
        for behind in carrier.behind {
            add(each, behind, time, users * carrier.servers / servers / moment.serving(behind));
        }
    }
}

fn add(each: &mut Vec<(NodeId, [f64; 2])>, component: &NodeId, time: usize, users: f64) {
    let known = each.iter().position(|(of, _)| of == component);
    let place = known.unwrap_or(each.len());
    if known.is_none() {
        each.push((component.clone(), [0.0; 2]));
    }
    if let Some(sum) = each.get_mut(place).and_then(|(_, sums)| sums.get_mut(time)) {
        *sum += users;
    }
}
