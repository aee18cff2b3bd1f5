//! Figures that follow from others by one division or multiplication, for whoever shows them.

use std::rc::Rc;

use super::answer::{Analysis, ComponentFigures, Failure, Losses, Measures};
use super::measure::MINUTES_PER_YEAR;
use crate::catalog::figure::{Figure, Unit};

impl Measures {
    /// Demand as a share of the capacity; none without capacity.
    pub fn load(&self) -> Option<Rc<Figure>> {
        load(&self.demand_users, &self.capacity_users)
    }

    /// Minutes of a year in which nobody is served.
    pub fn down_time(&self) -> Rc<Figure> {
        down_time(&self.unavailability_any)
    }
}

impl ComponentFigures {
    /// Demand as a share of the capacity, where the role limits its users.
    pub fn load(&self) -> Option<Rc<Figure>> {
        load(self.demand_users.as_ref()?, self.capacity_users.as_ref()?)
    }

    /// Minutes of a year in which none of its servers serves.
    pub fn down_time(&self) -> Rc<Figure> {
        down_time(&self.unavailability)
    }
}

impl Losses {
    /// Share of the losses that planned work causes.
    pub fn planned_share(&self) -> Rc<Figure> {
        let share = if self.total.value > 0.0 { self.planned.value / self.total.value } else { 0.0 };
        let inputs = vec![Rc::clone(&self.planned), Rc::clone(&self.total)];
        Figure::computed(
            "Planned work among the losses",
            share,
            Unit::Share,
            "lost to planned work / lost altogether",
            inputs,
        )
    }
}

impl Analysis {
    /// The failure that leaves the most users without service or room, the first of several.
    pub fn worst_failure(&self) -> Option<&Failure> {
        let unserved =
            |failure: &Failure| failure.impact.users_cut_off.value + failure.impact.users_over_capacity.value;
        let mut worst: Option<&Failure> = None;
        for failure in &self.failures {
            if worst.is_none_or(|worst| unserved(failure) > unserved(worst)) {
                worst = Some(failure);
            }
        }
        worst
    }

    /// How many components have no server whose loss leaves all users served.
    pub fn single_points(&self) -> Rc<Figure> {
        let single = |failure: &&Failure| {
            self.components.get(&failure.component).is_some_and(|figures| figures.single_point_of_failure)
        };
        let mut inputs = Vec::new();
        let mut last = None;
        for failure in
            self.failures.iter().filter(single).filter(|failure| failure.impact.users_cut_off.value > 0.0)
        {
            if last.replace(&failure.component) != Some(&failure.component) {
                inputs.push(Rc::clone(&failure.impact.users_cut_off));
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "a plan has few components")]
        let count = inputs.len() as f64;
        let formula = "components of which the loss of one server cuts users off";
        Figure::computed("Single points of failure", count, Unit::Factor, formula, inputs)
    }
}

impl Failure {
    /// Users whom the failure leaves without service or room.
    pub fn unserved(&self) -> Rc<Figure> {
        let impact = &self.impact;
        let inputs = vec![Rc::clone(&impact.users_cut_off), Rc::clone(&impact.users_over_capacity)];
        let value = inputs.iter().map(|figure| figure.value).sum();
        let name = format!("Users not served when a server of {} dies", self.component_name);
        Figure::computed(name, value, Unit::Users, "users cut off + users without room", inputs)
    }
}

fn load(demand: &Rc<Figure>, capacity: &Rc<Figure>) -> Option<Rc<Figure>> {
    let share = (capacity.value > 0.0).then(|| demand.value / capacity.value)?;
    let inputs = vec![Rc::clone(demand), Rc::clone(capacity)];
    Some(Figure::computed("Load", share, Unit::Share, "users who want it / users carried", inputs))
}

fn down_time(unavailability: &Rc<Figure>) -> Rc<Figure> {
    Figure::computed(
        "Down time",
        unavailability.value * MINUTES_PER_YEAR,
        Unit::MinutesPerUserYear,
        "unavailability · 525,600 min",
        vec![Rc::clone(unavailability)],
    )
}
