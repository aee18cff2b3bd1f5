//! Which servers carry whom at one moment.

use super::held::Held;
use crate::analysis::compile::Compiled;
use crate::analysis::stage::Stage;
use crate::plan::NodeId;

/// Everything up apart from what is held.
#[derive(Clone, Copy)]
pub(super) struct Moment<'a, 'h> {
    pub compiled: &'a Compiled<'a>,
    pub held: &'h Held,
}

/// Servers of one component that carry users, among others that carry the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Carrier<'a> {
    pub component: &'a NodeId,
    pub servers: f64,
    /// What stands behind it and carries the same users.
    pub behind: &'a [NodeId],
    /// The home that the users pass through behind them, where it is not their own.
    pub via: Option<&'a NodeId>,
    /// Whether something that they need is failing over.
    pub interrupted: bool,
}

impl<'a> Moment<'a, '_> {
    pub fn serving(&self, component: &NodeId) -> f64 {
        let needs = self.compiled.topology.needs.get(component);
        if needs.is_some_and(|needs| !self.up(needs)) {
            return 0.0;
        }
        let part = self.compiled.parts.get(component);
        part.map_or(0.0, |part| part.serving_at(&self.compiled.model, &|group| self.held.level(group)))
    }

    fn up(&self, needed: &[NodeId]) -> bool {
        needed.iter().all(|id| !self.compiled.parts.contains_key(id) || self.serving(id) > 0.0)
    }

    fn interrupted(&self, needed: &[NodeId]) -> bool {
        needed.iter().any(|id| self.held.fails_over(id))
    }

    /// Whether the line between the two, where there is one, is up.
    fn joined(&self, a: &NodeId, b: &NodeId) -> bool {
        self.compiled.line_group(a, b).is_none_or(|group| self.held.level(group) == 0)
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
        let carrier = Carrier { component, servers, behind: &[], via, interrupted };
        (servers > 0.0).then_some(carrier)
    }

    /// Front Ends, or the one server, of a home; none where it serves nobody.
    pub fn home(&self, home: &NodeId) -> Vec<Carrier<'a>> {
        let Some(home) = self.compiled.topology.homes.get(home).filter(|home| !home.incomplete) else {
            return Vec::new();
        };
        let first = home.front.first();
        if first.is_some_and(|front| !home.needed.iter().all(|part| self.joined(front, part))) {
            return Vec::new();
        }
        home.front.iter().filter_map(|front| self.carrier(front, None, &home.needed)).collect()
    }

    /// What carries the users of a home through a stage.
    pub fn carriers(&self, stage: Stage, home: &NodeId) -> Vec<Carrier<'a>> {
        if stage == Stage::Home {
            return self.home(home);
        }
        let ways = self.compiled.topology.ways(stage, home).unwrap_or_default();
        let carriers = ways.iter().filter_map(|way| {
            let up = way.behind.iter().all(|behind| self.serving(behind) > 0.0)
                && way.lines(home).all(|(a, b)| self.joined(a, b));
            let mut carrier = self.carrier(&way.carrier, way.via.as_ref(), &way.needed).filter(|_| up)?;
            carrier.behind = &way.behind;
            // Whoever moves in his own home has moved already.
            carrier.via.take_if(|via| *via == home);
            Some(carrier)
        });
        carriers.collect()
    }

    /// Of the users of a tier, the share that sat on something in `before` that no longer carries them, or whose path breaks.
    pub fn moved_in(&self, before: &Self, old: &[Carrier<'_>], new: &[Carrier<'_>]) -> f64 {
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
pub(super) fn either(a: f64, b: f64) -> f64 {
    a + (1.0 - a) * b
}
