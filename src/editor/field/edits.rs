//! What becomes of what is typed.

use super::values::{common_mode, line};
use super::{Field, Outage};
use crate::editor::state::State;
use crate::plan::{CommonMode, Edit, Limits, Population, Scenario, Site, SiteId, Targets, WanLink};

/// How long an outage of a site or a line lasts until somebody says otherwise, in hours.
const DOWN_TIME_HOURS: f64 = 4.0;

impl State {
    /// The edits that put the number, in the units of the document, into all that the field is about.
    pub(super) fn edits_of(&self, field: &Field, value: Option<f64>) -> Vec<Edit> {
        let scenario = self.scenario();
        match field {
            Field::Figure(figure) => (self.selected_components())
                .map(|component| (component.id.clone(), figure.clone()))
                .map(|(component, figure)| Edit::SetFigure { component, figure, value })
                .collect(),
            Field::RepairCrews => (self.selected_components())
                .map(|component| component.id.clone())
                .map(|component| Edit::SetRepairCrews { component, crews: value.map(whole) })
                .collect(),
            Field::Users | Field::Share(_) => {
                self.selected_populations().map(|users| population(field, users, value)).collect()
            }
            Field::Target(_) | Field::Wish(_) | Field::DaysPerWeek | Field::HoursPerDay => {
                vec![Edit::SetTargets(targets(field, &scenario.targets, value))]
            }
            Field::Site(id, outage) => {
                let site = scenario.site(id).map(|site| Site {
                    common_mode: changed(site.common_mode, *outage, value),
                    ..Site::clone(site)
                });
                site.map(Edit::SetSite).into_iter().collect()
            }
            Field::Line(one, other, outage) => set_line(scenario, one, other, *outage, value),
        }
    }
}

fn population(field: &Field, users: &Population, value: Option<f64>) -> Edit {
    let (mut users, value) = (users.clone(), value.unwrap_or_default());
    match field {
        Field::Share(share) => *share.of(&mut users) = value,
        _ => users.users = whole(value),
    }
    Edit::SetPopulation(users)
}

fn targets(field: &Field, targets: &Targets, value: Option<f64>) -> Targets {
    let mut targets = targets.clone();
    match (field, value) {
        (Field::Target(workload), Some(share)) => drop(targets.availability.insert(*workload, share)),
        (Field::Target(workload), None) => drop(targets.availability.remove(workload)),
        (Field::Wish(wish), value) => *wish.of(&mut targets) = value.is_some_and(|value| value > 0.5),
        (Field::DaysPerWeek, Some(days)) => targets.service_hours.days_per_week = whole(days),
        (_, Some(hours)) => targets.service_hours.hours_per_day = hours,
        (_, None) => {}
    }
    targets
}

/// What is known of outages with one number more or, without an availability, nothing.
fn changed(known: Option<CommonMode>, outage: Outage, value: Option<f64>) -> Option<CommonMode> {
    match (outage, value) {
        (Outage::Availability, None) => None,
        (Outage::Availability, Some(availability)) => {
            let hours = known.map_or(DOWN_TIME_HOURS, |known| known.mean_down_time_hours);
            Some(CommonMode { availability, mean_down_time_hours: hours })
        }
        (Outage::MeanDownTime, value) => known.map(|known| CommonMode {
            mean_down_time_hours: value.unwrap_or(known.mean_down_time_hours),
            ..known
        }),
    }
}

/// Says the line once, at the site that has the say.
fn set_line(
    scenario: &Scenario,
    one: &SiteId,
    other: &SiteId,
    outage: Outage,
    value: Option<f64>,
) -> Vec<Edit> {
    let known = line(scenario, one, other);
    let stated_at = known.map_or(one, |(site, _)| site);
    let mode = changed(known.map(|(_, line)| common_mode(line)), outage, value);
    let ends = scenario.sites.iter().filter(|site| site.id == *one || site.id == *other);
    ends.map(|site| {
        let mut site = Site::clone(site);
        let to = if site.id == *one { other } else { one };
        site.wan_links.retain(|line| line.to != *to);
        if let Some(mode) = mode.filter(|_| site.id == *stated_at) {
            site.wan_links.push(WanLink {
                to: to.clone(),
                availability: mode.availability,
                mean_down_time_hours: mode.mean_down_time_hours,
            });
        }
        Edit::SetSite(site)
    })
    .collect()
}

/// A count as it is typed. No count of a plan is larger than that of its users.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and the limit")]
fn whole(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(Limits::USERS)) as u32
}
