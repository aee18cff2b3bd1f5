//! How many users servers carry, by the catalog's figures or the plan's own.

use super::breach::Breach;
use super::drawing::Drawing;
use super::words;
use crate::catalog::id::FigureId;
use crate::plan::{Component, Edit};

/// The limits that hold for one component.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Limits {
    /// Users carried by one server.
    pub per_server: f64,
    /// Servers beyond which more do not carry more users.
    pub counted_servers: f64,
    /// Users carried by all of them at the most.
    pub at_most: f64,
}

impl Limits {
    /// None where the role carries any number of users.
    pub fn of(drawing: &Drawing<'_>, component: &Component) -> Option<Self> {
        let capacity = drawing.role(component)?.capacity.as_ref()?;
        let value = |id: &FigureId| Some(component.figure(drawing.catalog, id)?.value);
        let or_any = |id: &Option<FigureId>| id.as_ref().and_then(value).unwrap_or(f64::INFINITY);
        Some(Self {
            per_server: value(&capacity.per_server)?,
            counted_servers: or_any(&capacity.counted_servers),
            at_most: or_any(&capacity.at_most),
        })
    }

    /// Users that so many servers carry.
    pub fn users(&self, servers: usize) -> f64 {
        (count(servers).min(self.counted_servers) * self.per_server).min(self.at_most)
    }

    /// The fewest servers that carry so many users, or none where no number of them does.
    pub fn servers_for(&self, users: f64) -> Option<usize> {
        let most = crate::plan::Limits::SERVERS;
        (1..=most).find(|servers| self.users(*servers) >= users)
    }
}

/// Users that all of them carry when `lost` servers are down: those of the component whose loss costs most.
pub(super) fn carried(drawing: &Drawing<'_>, components: &[&Component], lost: usize) -> f64 {
    let limits: Vec<(Limits, usize)> = components
        .iter()
        .filter_map(|component| Some((Limits::of(drawing, component)?, component.servers.len())))
        .collect();
    let at_most = limits.first().map_or(f64::INFINITY, |(limits, _)| limits.at_most);
    let all: f64 = limits.iter().map(|(limits, servers)| limits.users(*servers)).sum();
    let cost = |(limits, servers): &(Limits, usize)| {
        limits.users(*servers) - limits.users(servers.saturating_sub(lost))
    };
    let worst = limits.iter().map(cost).fold(0.0, f64::max);
    (all - worst).min(at_most)
}

/// The breach with as many servers in the first component as the users and the spare ones need, as its fix; `edits` are
/// those that give the component so many.
pub(super) fn grown(
    drawing: &Drawing<'_>,
    breach: Breach,
    components: &[&Component],
    load: Load,
    edits: impl FnOnce(&Component, usize) -> Option<Vec<Edit>>,
) -> Breach {
    let Some((first, others)) = components.split_first() else { return breach };
    let Some(limits) = Limits::of(drawing, first) else { return breach };
    if load.users > limits.at_most {
        return breach;
    }
    let mut left = load.users;
    for other in others {
        left -= Limits::of(drawing, other).map_or(0.0, |limits| limits.users(other.servers.len()));
    }
    let Some(wanted) = limits.servers_for(left) else { return breach };
    let wanted = wanted + load.spare;
    let edits = edits(first, wanted);
    breach.fixed_by(format!("Use {}", words::count(wanted, load.thing)), edits)
}

/// Users that servers are to carry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Load {
    pub users: f64,
    /// Servers that may be lost meanwhile.
    pub spare: usize,
    /// What the servers are called.
    pub thing: &'static str,
}

/// A number of servers as a factor.
pub(super) fn count(servers: usize) -> f64 {
    u32::try_from(servers).map_or(f64::INFINITY, f64::from)
}
