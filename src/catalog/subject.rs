//! What the figures of a role are about, so that they can be read in groups, the weightiest first.

use super::id::{FigureId, RoleId};
use super::role::{Role, UnitSpec};
use super::{Catalog, Set};

/// What a group of figures is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// How often a server fails and how long its repair takes.
    Failures,
    /// How many users it carries.
    Capacity,
    /// How its servers stand in for one another.
    Failover,
    /// Planned work.
    PlannedWork,
    /// What several servers share.
    SharedStorage,
    /// What takes all servers at once.
    CommonCause,
}

impl Subject {
    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Failures => "Failures and repair",
            Self::Capacity => "Users carried",
            Self::Failover => "Failover",
            Self::PlannedWork => "Planned work",
            Self::SharedStorage => "Shared storage",
            Self::CommonCause => "Common cause",
        }
    }
}

impl Catalog {
    /// Whether a component of the role goes by the figure.
    pub fn goes_by(&self, role: &RoleId, figure: &FigureId) -> bool {
        self.role(role).is_some_and(|role| self.figures_of_role(role).contains(&figure))
    }

    /// The figures of [`Catalog::figures_of_role`] by subject, each once.
    pub fn figures_by_subject<'a>(&'a self, role: &'a Role) -> Vec<(Subject, Vec<&'a FigureId>)> {
        let unit = |id| self.unit(id).map(UnitSpec::figures).unwrap_or_default();
        let mut capacity = Vec::new();
        if let Some(limits) = &role.capacity {
            capacity.push(&limits.per_server);
            capacity.extend(limits.counted_servers.iter().chain(&limits.at_most));
        }
        let failover = role.failover.iter();
        let planned = role.planned.iter();
        let groups = [
            (Subject::Failures, unit(&role.unit)),
            (Subject::Capacity, capacity),
            (
                Subject::Failover,
                failover.flat_map(|by| [&by.time, &by.coverage, &by.manual_time, &by.dormancy]).collect(),
            ),
            (Subject::PlannedWork, planned.flat_map(|work| [&work.per_year, &work.duration]).collect()),
            (Subject::SharedStorage, role.shared_storage.as_ref().map(unit).unwrap_or_default()),
            (Subject::CommonCause, role.common_cause.iter().collect()),
        ];
        let mut seen = Set::new();
        groups
            .into_iter()
            .map(|(subject, mut figures)| {
                figures.retain(|figure| seen.insert(*figure));
                (subject, figures)
            })
            .filter(|(_, figures)| !figures.is_empty())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_of_a_role_stands_in_one_group() {
        let catalog = Catalog::bundled();
        for role in catalog.roles() {
            let groups = catalog.figures_by_subject(role);
            let mut grouped: Vec<_> = groups.into_iter().flat_map(|(_, figures)| figures).collect();
            let mut all = catalog.figures_of_role(role);
            grouped.sort();
            all.sort();
            assert_eq!(grouped, all, "{}", role.id);
        }
    }
}
