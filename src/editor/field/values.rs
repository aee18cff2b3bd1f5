//! What stands in a field.

use super::{Field, Outage};
use crate::catalog::Catalog;
use crate::editor::state::State;
use crate::plan::{CommonMode, Population, Scenario, SiteId, Targets, WanLink};

impl State {
    /// The field's numbers, in the units of the document: one for each of what it is about.
    pub(super) fn values(&self, catalog: &Catalog, field: &Field) -> Vec<Option<f64>> {
        let scenario = self.scenario();
        let targets = || Targets::clone(&scenario.targets);
        match field {
            Field::Figure(id) => (self.selected_components())
                .map(|component| component.figure(catalog, id).map(|figure| figure.value))
                .collect(),
            Field::RepairCrews => {
                self.selected_components().map(|component| component.repair_crews.map(f64::from)).collect()
            }
            Field::Users => self.selected_populations().map(|users| Some(f64::from(users.users))).collect(),
            Field::Share(share) => self
                .selected_populations()
                .map(|users| Some(*share.of(&mut Population::clone(users))))
                .collect(),
            Field::Target(workload) => vec![scenario.targets.availability.get(workload).copied()],
            Field::Wish(wish) => vec![Some(f64::from(u8::from(*wish.of(&mut targets()))))],
            Field::DaysPerWeek => vec![Some(f64::from(scenario.targets.service_hours.days_per_week))],
            Field::HoursPerDay => vec![Some(scenario.targets.service_hours.hours_per_day)],
            Field::Site(site, outage) => {
                vec![scenario.site(site).and_then(|site| site.common_mode).map(|known| outage.of(&known))]
            }
            Field::Line(from, to, outage) => {
                vec![line(scenario, from, to).map(|(_, line)| outage.of(&common_mode(line)))]
            }
        }
    }
}

/// The line between two sites with the one that states it; where both do, the one that comes first has the say.
pub(super) fn line<'a>(
    scenario: &'a Scenario,
    one: &SiteId,
    other: &SiteId,
) -> Option<(&'a SiteId, &'a WanLink)> {
    scenario.sites.iter().find_map(|site| {
        let to = if site.id == *one { other } else { one };
        let states = site.id == *one || site.id == *other;
        let line = site.wan_links.iter().find(|line| states && line.to == *to)?;
        Some((&site.id, line))
    })
}

/// What a line says of its outages.
pub(super) fn common_mode(line: &WanLink) -> CommonMode {
    CommonMode { availability: line.availability, mean_down_time_hours: line.mean_down_time_hours }
}

impl Outage {
    fn of(self, mode: &CommonMode) -> f64 {
        match self {
            Self::Availability => mode.availability,
            Self::MeanDownTime => mode.mean_down_time_hours,
        }
    }
}
