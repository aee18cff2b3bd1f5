//! What becomes of what is typed.

use super::values::common_mode;
use super::{Field, Flag, Outage};
use crate::editor::state::State;
use crate::geometry::within;
use crate::plan::{
    CommonMode, Component, Edit, Limits, Pool, Population, Scenario, Site, SiteId, Targets, WanLink,
};

/// How long an outage of a site or a line lasts until somebody says otherwise, in hours.
const DOWN_TIME_HOURS: f64 = 4.0;

impl State {
    /// The edits that put the number, in the units of the document, into all that the field is about.
    pub(super) fn edits_of(&self, field: &Field, value: Option<f64>) -> Vec<Edit> {
        let scenario = self.scenario();
        let mut edits = Vec::new();
        if field.is_of_selection() {
            for component in self.selected_components() {
                let component = component.id.clone();
                edits.extend(match field {
                    Field::Figure(figure) => {
                        Some(Edit::SetFigure { component, figure: figure.clone(), value })
                    }
                    Field::RepairCrews => Some(Edit::SetRepairCrews { component, crews: value.map(whole) }),
                    _ => None,
                });
            }
            match field {
                Field::Flag(Flag::Virtualised) => {
                    for component in self.selected_components() {
                        let virtualised = is_set(value);
                        edits.push(Edit::SetComponent(Component {
                            virtualised,
                            ..Component::clone(component)
                        }));
                    }
                }
                Field::Flag(Flag::Director) => {
                    for pool in self.selected_pools() {
                        edits.push(Edit::ReplacePool(Pool { director: is_set(value), ..Pool::clone(pool) }));
                    }
                }
                _ => {}
            }
            for users in self.selected_populations() {
                edits.extend(population(field, users, value));
            }
            return edits;
        }
        match field {
            Field::Line(one, other, outage) => set_line(&mut edits, scenario, one, other, *outage, value),
            Field::Site(id, outage) => {
                if let Some(site) = scenario.site(id) {
                    let common_mode = changed(site.common_mode, *outage, value);
                    edits.push(Edit::SetSite(Site { common_mode, ..Site::clone(site) }));
                }
            }
            _ => edits.push(Edit::SetTargets(targets(field, &scenario.targets, value))),
        }
        edits
    }
}

fn is_set(value: Option<f64>) -> bool {
    value.is_some_and(|value| value > 0.5)
}

fn population(field: &Field, users: &Population, value: Option<f64>) -> Option<Edit> {
    let (mut users, value) = (users.clone(), value.unwrap_or_default());
    match field {
        Field::Share(share) => *share.of(&mut users) = value,
        Field::Users => users.users = whole(value),
        _ => return None,
    }
    Some(Edit::SetPopulation(users))
}

fn targets(field: &Field, targets: &Targets, value: Option<f64>) -> Targets {
    let mut targets = targets.clone();
    match (field, value) {
        (Field::Target(workload), Some(share)) => drop(targets.availability.insert(*workload, share)),
        (Field::Target(workload), None) => drop(targets.availability.remove(workload)),
        (Field::Wish(wish), value) => *wish.of(&mut targets) = is_set(value),
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
    edits: &mut Vec<Edit>,
    scenario: &Scenario,
    one: &SiteId,
    other: &SiteId,
    outage: Outage,
    value: Option<f64>,
) {
    let known = scenario.line(one, other);
    let stated_at = known.map_or(one, |(site, _)| site);
    let mode = changed(known.map(|(_, line)| common_mode(line)), outage, value);
    for site in &scenario.sites {
        if site.id != *one && site.id != *other {
            continue;
        }
        let mut site = Site::clone(site);
        let to = if site.id == *one { other } else { one };
        site.wan_links.retain(|line| line.to != *to);
        if let Some(CommonMode { availability, mean_down_time_hours }) =
            mode.filter(|_| site.id == *stated_at)
        {
            site.wan_links.push(WanLink { to: to.clone(), availability, mean_down_time_hours });
        }
        edits.push(Edit::SetSite(site));
    }
}

/// A count as it is typed. No count of a plan is larger than that of its users.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and the limit")]
fn whole(value: f64) -> u32 {
    within(value.round(), 0.0, f64::from(Limits::USERS)) as u32
}
