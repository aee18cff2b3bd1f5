//! Archiving in critical mode: Front Ends that stop when messages cannot be archived.

use super::{Compiled, outage};
use crate::analysis::options::AnalysisError;
use crate::analysis::parts::PlannedCountsAs;
use crate::analysis::stage::Stage;
use crate::plan::NodeId;
use crate::reliability::{Function, GroupId};

/// What stops the Front Ends of a home whose messages are archived.
#[derive(Debug, Clone, Copy)]
pub(super) struct Critical {
    /// Users whose messages are archived.
    archived: Function,
    /// Down while the Front Ends have stopped.
    pub group: GroupId,
}

impl Compiled<'_> {
    /// For each home whose messages are archived, a group that is down while its Front Ends have stopped.
    ///
    /// They stop once archiving has been down for a fixed time T. An outage of mean length D whose length is exponential lasts
    /// longer than T with the probability e^(−T/D), and then for another D on average: so the group has the unavailability
    /// U·e^(−T/D) and breaks ν·e^(−T/D) times an hour, with U and ν those of archiving and D = U/ν. It is an approximation:
    /// outages of several parts are not exponential, and the group is taken to be independent of what archiving depends on.
    pub(super) fn add_critical_archiving(&mut self) -> Result<(), AnalysisError> {
        if !self.scenario.targets.archiving_critical {
            return Ok(());
        }
        let delay = self.catalog.archiving_delay().value;
        let homes: Vec<NodeId> = self.topology.homes.keys().cloned().collect();
        for home in homes {
            if self.topology.ways(Stage::Archiving, &home).is_none_or(<[_]>::is_empty) {
                continue;
            }
            let Some(archived) = self.stage_capacity(Stage::Archiving, &home, PlannedCountsAs::Down)? else {
                continue;
            };
            let unavailability = self.model.probability(archived, |users| users <= 0.0);
            let per_hour = self.model.failure_frequency(archived, |users| users > 0.0);
            if unavailability >= 1.0 || per_hour <= 0.0 {
                continue;
            }
            let hours = unavailability / per_hour;
            let availability = 1.0 - unavailability * (-delay / hours).exp();
            if availability < 1.0 {
                let name = format!("archiving of {home}");
                let group = self.model.add_group(outage(&name, availability, hours)?);
                self.critical.insert(home, Critical { archived, group });
            }
        }
        Ok(())
    }

    /// Groups of Front Ends that stop because nothing archives their messages with the other groups at those levels, each with its
    /// level then.
    pub fn stopped_by_archiving(&self, level: &dyn Fn(GroupId) -> usize) -> Vec<(GroupId, usize)> {
        let stopped = self.critical.values().filter(|home| self.model.value_at(home.archived, level) <= 0.0);
        stopped
            .map(|home| (home.group, self.model.group(home.group).levels().len().saturating_sub(1)))
            .collect()
    }
}
