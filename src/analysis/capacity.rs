//! How many users a component's servers carry.

use std::rc::Rc;

use super::options::AnalysisError;
use super::parts::Part;
use super::units::Figures;
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::role::{Capacity, Role};

/// Users that one server carries, where the figure is of calls as those whose calls they are.
pub(super) fn per_server(figures: &Figures<'_>, capacity: &Capacity) -> Result<Rc<Figure>, AnalysisError> {
    let one = figures.figure(&capacity.per_server)?;
    let Some(times) = &capacity.times else { return Ok(one) };
    Ok(users_of(one, figures.figure(times)?))
}

/// The users whose calls are carried: calls at the same time by voice users for each.
pub(super) fn users_of(calls: Rc<Figure>, times: Rc<Figure>) -> Rc<Figure> {
    let users = calls.value * times.value;
    let formula = "calls at the same time · voice users for each";
    Figure::computed("Users that one carries", users, Unit::Users, formula, vec![calls, times])
}

/// The limits that the catalog, or the plan in its place, sets a component.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Limits {
    per_server: f64,
    counted_servers: f64,
    /// Users of all servers together.
    pub at_most: Option<f64>,
}

impl Limits {
    pub fn of(part: &Part<'_>, catalog: &Catalog) -> Result<Self, AnalysisError> {
        Self::of_role(part.role, &Figures { catalog, component: &part.component })
    }

    /// The limits of a component of the role with these figures.
    pub fn of_role(role: &Role, figures: &Figures<'_>) -> Result<Self, AnalysisError> {
        let Some(capacity) = &role.capacity else {
            return Ok(Self { per_server: f64::INFINITY, counted_servers: f64::INFINITY, at_most: None });
        };
        let value = |id: &Option<_>| id.as_ref().map(|id| figures.value(id)).transpose();
        Ok(Self {
            per_server: per_server(figures, capacity)?.value,
            counted_servers: value(&capacity.counted_servers)?.unwrap_or(f64::INFINITY),
            at_most: value(&capacity.at_most)?,
        })
    }

    /// So many for each server, and no other limit.
    pub fn each(per_server: f64) -> Self {
        Self { per_server, counted_servers: f64::INFINITY, at_most: None }
    }

    /// Users that so many serving servers carry: `min(servers, counted) · per server`, up to the most of all.
    pub fn users(&self, servers: f64) -> f64 {
        if servers <= 0.0 {
            return 0.0;
        }
        (servers.min(self.counted_servers) * self.per_server).min(self.at_most.unwrap_or(f64::INFINITY))
    }
}
