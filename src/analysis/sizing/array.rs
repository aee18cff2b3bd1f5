//! Servers that share a load, with what they carry when some of them are lost.

use std::rc::Rc;

use super::drawn::Drawn;
use crate::analysis::capacity::{Limits, per_server, users_of};
use crate::analysis::options::AnalysisError;
use crate::analysis::units::Figures;
use crate::catalog::figure::Figure;
use crate::catalog::id::FigureId;
use crate::catalog::role::{Capacity, Function};
use crate::plan::NodeId;

/// Servers of one or several components that share a load.
#[derive(Debug)]
pub(super) struct Array {
    members: Vec<(Limits, usize)>,
    /// What one server carries; the least where they differ.
    pub each: Rc<Figure>,
    /// How many servers add capacity.
    pub counted: Option<Rc<Figure>>,
    /// What all of them carry at the most.
    pub at_most: Option<Rc<Figure>>,
}

impl Array {
    /// The servers of the components, by the capacity of their role; of none by that of the role with the function.
    pub fn of(
        drawn: &Drawn<'_>,
        components: &[NodeId],
        function: Function,
    ) -> Result<Option<Self>, AnalysisError> {
        let mut array: Option<Self> = None;
        for id in components {
            let Some(component) = drawn.scenario.component(id) else { continue };
            let Some(role) = drawn.catalog.role(&component.role) else { continue };
            let Some(capacity) = &role.capacity else { continue };
            let figures = Figures { catalog: drawn.catalog, component };
            let member = (Limits::of_role(role, &figures)?, drawn.servers(component));
            let each = per_server(&figures, capacity)?;
            if let Some(array) = &mut array {
                array.members.push(member);
                if each.value < array.each.value {
                    array.each = each;
                }
            } else {
                let figure = |id: &Option<FigureId>| id.as_ref().map(|id| figures.figure(id)).transpose();
                let (counted, at_most) = (figure(&capacity.counted_servers)?, figure(&capacity.at_most)?);
                array = Some(Self { members: vec![member], each, counted, at_most });
            }
        }
        Ok(array.or_else(|| Self::none(drawn, drawn.role_of(function)?.capacity.as_ref()?)))
    }

    /// No server of a role with this capacity.
    fn none(drawn: &Drawn<'_>, capacity: &Capacity) -> Option<Self> {
        let figure = |id: &FigureId| drawn.catalog.figure(id);
        let one = figure(&capacity.per_server)?;
        let each = match &capacity.times {
            None => one,
            Some(times) => users_of(one, figure(times)?),
        };
        Some(Self {
            members: Vec::new(),
            each,
            counted: capacity.counted_servers.as_ref().and_then(figure),
            at_most: capacity.at_most.as_ref().and_then(figure),
        })
    }

    /// The servers of the components, each of which carries so much of something else than its role's users.
    pub fn by_figure(drawn: &Drawn<'_>, components: &[NodeId], figure: &str) -> Result<Self, AnalysisError> {
        let each = drawn.figure(figure)?;
        let found = components.iter().filter_map(|id| drawn.scenario.component(id));
        let members = found.map(|component| (Limits::each(each.value), drawn.servers(component))).collect();
        Ok(Self { members, each, counted: None, at_most: None })
    }

    /// Single things with what each of them carries, such as gateways with their ports.
    pub fn of_single(carries: &[f64], each: Rc<Figure>) -> Self {
        let members = carries.iter().map(|carries| (Limits::each(*carries), 1)).collect();
        Self { members, each, counted: None, at_most: None }
    }

    /// How many servers there are.
    pub fn servers(&self) -> usize {
        self.members.iter().map(|(_, servers)| servers).sum()
    }

    /// What they carry when so many are lost: those whose loss costs most go first.
    pub fn carried(&self, lost: usize) -> f64 {
        let mut left: Vec<(Limits, f64)> =
            self.members.iter().map(|(limits, servers)| (*limits, number(*servers))).collect();
        for _ in 0..lost {
            let cost =
                |(limits, servers): &(Limits, f64)| limits.users(*servers) - limits.users(servers - 1.0);
            let with_servers = left.iter_mut().filter(|(_, servers)| *servers > 0.0);
            if let Some(dearest) = with_servers.max_by(|one, other| cost(one).total_cmp(&cost(other))) {
                dearest.1 -= 1.0;
            }
        }
        let all: f64 = left.iter().map(|(limits, servers)| limits.users(*servers)).sum();
        all.min(self.at_most.as_ref().map_or(f64::INFINITY, |most| most.value))
    }

    /// What the most servers that count carry.
    pub fn most(&self) -> Option<f64> {
        let counted = self.counted.as_ref().map(|counted| counted.value * self.each.value);
        let at_most = self.at_most.as_ref().map(|most| most.value);
        match (counted, at_most) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        }
    }

    /// The figures behind what they carry.
    pub fn inputs(&self) -> Vec<Rc<Figure>> {
        [&self.each].into_iter().chain(&self.counted).chain(&self.at_most).map(Rc::clone).collect()
    }
}

/// A count, which the plan's limits keep small.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
