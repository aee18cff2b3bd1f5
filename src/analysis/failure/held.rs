//! What a failure set does to the groups of a model in which everything else is up.

use crate::analysis::compile::Compiled;
use crate::analysis::failure_set::FailureSet;
use crate::analysis::options::AnalysisError;
use crate::plan::{NodeId, ServerId};
use crate::reliability::GroupId;

/// A node takes over from one that was killed.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::analysis) struct Failover {
    pub component: NodeId,
    pub group: GroupId,
    /// The node that takes over.
    pub to: ServerId,
    /// How long that takes.
    pub seconds: f64,
}

/// The groups that a failure set takes from their best level; all others stay there.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::analysis) struct Held {
    pub levels: Vec<(GroupId, usize)>,
    pub failovers: Vec<Failover>,
}

impl Held {
    /// What the failure set does.
    pub fn of(compiled: &Compiled<'_>, down: &FailureSet) -> Result<Self, AnalysisError> {
        let mut held = Self::default();
        let worst = |group: GroupId| (group, compiled.model.group(group).levels().len().saturating_sub(1));
        held.levels.extend(down.lines().iter().filter_map(|ends| compiled.group_of_line(ends)).map(worst));
        let mut last: Option<&NodeId> = None;
        for (component, server) in down.servers() {
            let Some(part) = compiled.parts.get(component) else { continue };
            // The servers of a component stand together.
            if last != Some(component) {
                last = Some(component);
                part.hold(down, compiled.catalog, &compiled.computers, &compiled.model, &mut held)?;
            }
            let computer = part.component.servers.iter().find(|known| known.id == *server);
            let group = computer.and_then(|known| compiled.computers.group_of(&known.computer));
            if let Some(group) = group.filter(|group| held.level(*group) == 0) {
                held.levels.push(worst(group));
            }
        }
        held.levels.extend(compiled.stopped_by_archiving(&|group| held.level(group)));
        Ok(held)
    }

    /// The level of a group.
    pub fn level(&self, group: GroupId) -> usize {
        self.levels.iter().find(|(held, _)| *held == group).map_or(0, |(_, level)| *level)
    }

    /// The groups that are touched.
    pub fn groups(&self) -> impl Iterator<Item = GroupId> {
        let levels = self.levels.iter().map(|(group, _)| *group);
        levels.chain(self.failovers.iter().map(|failover| failover.group))
    }

    /// Whether any of the groups is touched.
    pub fn touches(&self, groups: &[GroupId]) -> bool {
        self.groups().any(|held| groups.contains(&held))
    }

    /// Whether another node of the component is taking over.
    pub fn fails_over(&self, component: &NodeId) -> bool {
        self.failovers.iter().any(|failover| failover.component == *component)
    }
}
