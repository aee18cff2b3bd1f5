//! Archiving in critical mode: Front Ends that stop when messages cannot be archived.

use std::rc::Rc;

use super::{Compiled, outage};
use crate::analysis::options::AnalysisError;
use crate::analysis::parts::PlannedCountsAs;
use crate::analysis::stage::Stage;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::{LinkKind, NodeId};
use crate::reliability::{Function, GroupId, Level, Outlasting};

/// What stops the Front Ends of a home whose messages are archived.
#[derive(Debug, Clone)]
pub(super) struct Critical {
    /// Users whose messages are archived.
    archived: Function,
    /// Down while the Front Ends have stopped; none where nothing archives at all, so that they have stopped for ever.
    pub group: Option<GroupId>,
    /// Share of time in which they have stopped.
    stopped: Rc<Figure>,
}

impl Compiled<'_> {
    /// For each home whose messages are archived, a group that is down while its Front Ends have stopped: from the time T after
    /// archiving failed until it is back. It breaks as often, and is down for as large a share of time, as outages of archiving come
    /// to last for T, see [`Compiled::outlasting`]; that it is independent of what archiving depends on is an approximation.
    pub(super) fn add_critical_archiving(&mut self) -> Result<(), AnalysisError> {
        if !self.scenario.targets.archiving_critical {
            return Ok(());
        }
        let homes: Vec<NodeId> = self.topology.homes.keys().cloned().collect();
        for home in homes.into_iter().filter(|home| is_archived(self, home)).collect::<Vec<_>>() {
            if let Some(archived) = self.stage_capacity(Stage::Archiving, &home, PlannedCountsAs::Down)?
                && let Some(critical) = self.critical(&home, archived)?
            {
                self.critical.insert(home, critical);
            }
        }
        Ok(())
    }

    /// What stops the home; none where nothing ever does, as far as a number can tell.
    fn critical(&mut self, home: &NodeId, archived: Function) -> Result<Option<Critical>, AnalysisError> {
        let delay = self.catalog.archiving_delay();
        let unavailability = self.model.probability(archived, |users| users <= 0.0);
        let late = self.outlasting(archived, unavailability, delay.value);
        let availability = 1.0 - late.share;
        if availability >= 1.0 {
            return Ok(None);
        }
        let name = self.scenario.node(home).map_or(home.as_str(), |home| home.name());
        let figure = |name: String, value: f64, formula: &str, inputs: Vec<Rc<Figure>>| {
            Figure::computed(name, value, Unit::Share, formula, inputs)
        };
        let formula = "P(nothing archives), exact over all that archives";
        let all =
            figure(format!("Unavailability of archiving for {name}"), unavailability, formula, Vec::new());
        let stopped = figure(
            format!("Unavailability of {name} because archiving has failed"),
            late.share,
            "what is left of the unavailability of archiving without each outage's beginning, as long as the delay; approximate: where several parts are down at once their outage is taken to be exponential, and all of it to be independent of the rest",
            vec![all, delay],
        );
        let group = if late.per_hour > 0.0 && availability > 0.0 {
            let name = format!("archiving of {home}");
            Some(self.model.add_group(outage(&name, availability, late.share / late.per_hour)?))
        } else {
            None
        };
        Ok(Some(Critical { archived, group, stopped }))
    }

    /// Outages of archiving that last for at least so many hours.
    ///
    /// A group that takes archiving down by itself does so for as long as its chain stays at those levels, which is exact while
    /// nothing else fails. Outages of several groups at once, each of which could do without the others, are taken to be exponential:
    /// with their share of time R and their mean length D, R·e^(−hours/D) is left.
    fn outlasting(&mut self, archived: Function, unavailability: f64, hours: f64) -> Outlasting {
        let mut late = Outlasting { share: 0.0, per_hour: 0.0 };
        let mut alone = Vec::new();
        for id in self.model.support(archived) {
            let group = self.model.group(id).clone();
            let levels = group.levels();
            let down = levels.iter().enumerate().filter(|(level, _)| {
                let at = |other: GroupId| if other == id { *level } else { 0 };
                self.model.value_at(archived, &at) <= 0.0
            });
            let down: Vec<Level> = down.map(|(_, level)| *level).collect();
            let stays = group.outlasting(hours, |level| down.contains(&level));
            late.share += stays.share;
            late.per_hour += stays.per_hour;
            alone.push(self.model.of_group(id, |level| f64::from(u8::from(down.contains(level)))));
        }
        let alone = self.model.any(alone);
        let down = self.model.map(archived, |users| if users > 0.0 { 0.0 } else { 1.0 });
        // 0 while archiving is up, 1 while several groups together hold it down, 2 while one of them would do.
        let state = self.model.sum(down, alone);
        let several = self.model.probability(state, |state| (state - 1.0).abs() < 0.5);
        let begins = |before: f64, after: f64, _: f64| {
            if before < 0.5 && (after - 1.0).abs() < 0.5 { 1.0 } else { 0.0 }
        };
        let per_hour = self.model.transition_reward(state, begins);
        if several > 0.0 {
            let left = (-hours * per_hour / several).exp();
            late.share += several * left;
            late.per_hour += per_hour * left;
        }
        // Times in which several of them would do were counted for each.
        Outlasting { share: late.share.min(unavailability), ..late }
    }

    /// The share of time in which Front Ends on which any of those groups bears have stopped because archiving has failed.
    pub fn stopped(&self, groups: &[GroupId]) -> Vec<Rc<Figure>> {
        let bears = |critical: &&Critical| critical.group.is_some_and(|group| groups.contains(&group));
        self.critical.values().filter(bears).map(|critical| Rc::clone(&critical.stopped)).collect()
    }

    /// Groups of Front Ends that stop because nothing archives their messages with the other groups at those levels, each with its
    /// level then.
    pub fn stopped_by_archiving(&self, level: &dyn Fn(GroupId) -> usize) -> Vec<(GroupId, usize)> {
        let stopped = self.critical.values().filter(|home| self.model.value_at(home.archived, level) <= 0.0);
        let groups = stopped.filter_map(|home| home.group);
        groups.map(|group| (group, self.model.group(group).levels().len().saturating_sub(1))).collect()
    }
}

/// Whether the home has its messages archived, by anything at all.
fn is_archived(compiled: &Compiled<'_>, home: &NodeId) -> bool {
    let mut links = compiled.scenario.links.iter();
    links.any(|link| link.kind == LinkKind::Archives && link.from == *home)
}
