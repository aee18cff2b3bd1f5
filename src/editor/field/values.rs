//! What stands in a field.

use super::{Field, Flag, Outage};
use crate::catalog::Catalog;
use crate::editor::state::State;
use crate::plan::{CommonMode, Population, Targets, WanLink};

impl State {
    /// The field's numbers, in the units of the document: one for each of what it is about.
    pub(super) fn values(&self, catalog: &Catalog, field: &Field) -> Vec<Option<f64>> {
        let mut values = Vec::new();
        for component in self.selected_components() {
            values.extend(match field {
                Field::Figure(id) => {
                    self.scenario().figure(catalog, component, id).map(|figure| Some(figure.value))
                }
                Field::RepairCrews => Some(component.repair_crews.map(f64::from)),
                Field::Flag(Flag::Virtualised) => Some(Some(flag(component.virtualised))),
                _ => None,
            });
        }
        for users in self.selected_populations() {
            values.extend(match field {
                Field::Users => Some(Some(f64::from(users.users))),
                Field::Share(share) => Some(Some(*share.of(&mut Population::clone(users)))),
                _ => None,
            });
        }
        if *field == Field::Flag(Flag::Director) {
            values.extend(self.selected_pools().into_iter().map(|pool| Some(flag(pool.director))));
        }
        if field.is_of_selection() { values } else { vec![self.value(field)] }
    }

    /// The number of a field that is not about what is selected.
    fn value(&self, field: &Field) -> Option<f64> {
        let scenario = self.scenario();
        let targets = &scenario.targets;
        match field {
            Field::Target(workload) => targets.availability.get(workload).copied(),
            Field::Wish(wish) => Some(flag(*wish.of(&mut Targets::clone(targets)))),
            Field::DaysPerWeek => Some(f64::from(targets.service_hours.days_per_week)),
            Field::HoursPerDay => Some(targets.service_hours.hours_per_day),
            Field::Site(site, outage) => Some(outage.of(scenario.site(site)?.common_mode.as_ref()?)),
            Field::Line(from, to, outage) => Some(outage.of(&common_mode(scenario.line(from, to)?.1))),
            _ => None,
        }
    }
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
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
