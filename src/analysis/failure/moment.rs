//! Which servers carry whom at one moment.

use super::held::Held;
use crate::analysis::answer::Location;
use crate::analysis::compile::Compiled;
use crate::analysis::rows::Row;
use crate::catalog::workload::Workload;
use crate::plan::NodeId;

/// Everything up apart from what is held.
#[derive(Clone, Copy)]
pub(super) struct Moment<'a> {
    pub compiled: &'a Compiled<'a>,
    pub held: &'a Held,
}

/// Servers of one component that carry users, among others that carry the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Carrier<'a> {
    pub component: &'a NodeId,
    pub servers: f64,
    /// The home that the users pass through behind them, where it is not their own.
    pub via: Option<&'a NodeId>,
    /// Whether something that they need is failing over.
    pub interrupted: bool,
}

impl<'a> Moment<'a> {
    fn serving(&self, component: &NodeId) -> f64 {
        let part = self.compiled.parts.get(component);
        part.map_or(0.0, |part| part.serving_at(&self.compiled.model, &|group| self.held.level(group)))
    }

    fn up(&self, needed: &[NodeId]) -> bool {
        needed.iter().all(|id| !self.compiled.parts.contains_key(id) || self.serving(id) > 0.0)
    }

    fn interrupted(&self, needed: &[NodeId]) -> bool {
        needed.iter().any(|id| self.held.fails_over(id))
    }

    fn carrier(
        &self,
        component: &'a NodeId,
        via: Option<&'a NodeId>,
        needed: &[NodeId],
    ) -> Option<Carrier<'a>> {
        let through = via.is_none_or(|home| !self.home(home).is_empty());
        let servers = if through && self.up(needed) { self.serving(component) } else { 0.0 };
        let interrupted = self.interrupted(needed);
        let carrier = Carrier { component, servers, via, interrupted };
        (servers > 0.0).then_some(carrier)
    }

    /// Front Ends, or the one server, of a home; none where it serves nobody.
    pub fn home(&self, home: &NodeId) -> Vec<Carrier<'a>> {
        let Some(home) = self.compiled.topology.homes.get(home).filter(|home| !home.incomplete) else {
            return Vec::new();
        };
        home.front.iter().filter_map(|front| self.carrier(front, None, &home.needed)).collect()
    }

    /// Edge Servers by which the users of a home come in.
    pub fn ways_in(&self, home: &NodeId) -> Vec<Carrier<'a>> {
        let mut carriers: Vec<Carrier<'a>> = Vec::new();
        for way in self.compiled.topology.ways_in.get(home).into_iter().flatten() {
            // An array with several next hops is still one array.
            if !carriers.iter().any(|known| *known.component == way.edge) {
                carriers.extend(self.carrier(&way.edge, way.through.as_ref(), &way.balancers));
            }
        }
        carriers
    }

    /// Group Chat servers, for the users of a home.
    pub fn chat(&self, home: &NodeId) -> Vec<Carrier<'a>> {
        let services = self.compiled.topology.chat.iter().filter_map(|service| {
            let mut carrier = self.carrier(&service.servers, Some(&service.host), &service.databases)?;
            // Whoever moves in his own home has moved already.
            carrier.via.take_if(|host| *host == home);
            Some(carrier)
        });
        services.collect()
    }

    /// The tiers that a row's users pass through, each with what carries them.
    pub fn tiers(&self, row: &Row) -> Vec<Vec<Carrier<'a>>> {
        let Some(home) = &row.population.home else { return Vec::new() };
        let mut tiers = vec![self.home(home)];
        if row.key.location == Location::Remote {
            tiers.push(self.ways_in(home));
        }
        if row.key.workload == Workload::GroupChat {
            tiers.push(self.chat(home));
        }
        tiers
    }

    /// Of a row's users, the share that sat on something in `before` that no longer carries them, or whose path breaks
    /// while another node takes over: they connect again. Who sits where in one tier says nothing of where he sits in
    /// another one.
    pub fn moved_since(&self, before: &Self, row: &Row) -> f64 {
        let tiers = before.tiers(row).into_iter().zip(self.tiers(row));
        tiers.fold(0.0, |moved, (old, new)| either(moved, self.moved_in(before, &old, &new)))
    }

    fn moved_in(&self, before: &Self, old: &[Carrier<'_>], new: &[Carrier<'_>]) -> f64 {
        let all: f64 = old.iter().map(|carrier| carrier.servers).sum();
        let moved = old.iter().map(|carrier| {
            let now = new.iter().find(|now| now.component == carrier.component);
            let lost = carrier.servers - now.map_or(0.0, |now| now.servers);
            let share = match now {
                Some(now) if now.interrupted => 1.0,
                _ => lost / carrier.servers,
            };
            let behind = carrier
                .via
                .as_ref()
                .map_or(0.0, |home| self.moved_in(before, &before.home(home), &self.home(home)));
            carrier.servers * either(share, behind)
        });
        if all > 0.0 { moved.sum::<f64>() / all } else { 0.0 }
    }
}

/// The probability that one or the other of two independent things happens, without rounding where only one can.
fn either(a: f64, b: f64) -> f64 {
    a + (1.0 - a) * b
}
