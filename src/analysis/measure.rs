//! From the share of users that is not served to the figures of a row.

mod course_figures;

use std::rc::Rc;

use super::answer::{Losses, Measures};
use crate::catalog::figure::{Figure, Unit};
use crate::collected::Map;
use crate::reliability::{Function, Model};
use course_figures::CourseFigures;

/// Minutes of a year of 8,760 hours.
pub(super) const MINUTES_PER_YEAR: f64 = 525_600.0;
/// Hours of a year.
pub(super) const HOURS_PER_YEAR: f64 = 8_760.0;

/// What is asked of the model for a course.
pub(super) struct Question<'a> {
    pub model: &'a Model,
    pub unserved: Unserved,
    pub capacity: Rc<Figure>,
    pub reconnect_time: Rc<Figure>,
    /// Figures of the components on the path.
    pub inputs: Vec<Rc<Figure>>,
    /// What the formulas say at their ends of what is held down.
    pub under: String,
}

/// The share of users that is not served, as functions of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unserved {
    /// With planned work as down time.
    pub share: Function,
    /// 1 where nobody would be served even without planned work, otherwise 0.
    out: Function,
    /// The share that would not be served even without planned work, while somebody is.
    over_capacity: Function,
    /// What planned work adds.
    planned: Function,
}

impl Unserved {
    /// From the share with planned work as down time and the share with it counted as up.
    pub fn new(model: &mut Model, share: Function, but_for_planned: Function) -> Self {
        Self {
            share,
            out: model.map(but_for_planned, |share| if share >= 1.0 { 1.0 } else { 0.0 }),
            over_capacity: model.map(but_for_planned, |share| if share >= 1.0 { 0.0 } else { share }),
            // The two differ only where a server is in planned work, and there the first is the larger.
            planned: model.combine(share, but_for_planned, |with, without| with - without),
        }
    }
}

/// The plain numbers behind a course's figures.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbers {
    any: f64,
    full: f64,
    outage: f64,
    over_capacity: f64,
    planned: f64,
    reconnects_per_user_year: f64,
    outages_per_year: f64,
}

/// The share of users that reconnects when the share not served goes from `before` to `after` and `displaced` of
/// the load sat on what stopped: those served in both who have to move, and those who come back.
fn reconnecting(before: f64, after: f64, displaced: f64) -> f64 {
    let served_in_both = 1.0 - before.max(after);
    displaced * served_in_both + (before - after).max(0.0)
}

fn numbers(question: &Question<'_>) -> Numbers {
    let Question { model, unserved, .. } = question;
    Numbers {
        any: model.probability(unserved.share, |share| share >= 1.0),
        full: model.probability(unserved.share, |share| share > 0.0),
        outage: model.mean(unserved.out),
        over_capacity: model.mean(unserved.over_capacity),
        planned: model.mean(unserved.planned),
        reconnects_per_user_year: model.transition_reward(unserved.share, reconnecting) * HOURS_PER_YEAR,
        outages_per_year: model.failure_frequency(unserved.share, |share| share < 1.0) * HOURS_PER_YEAR,
    }
}

/// What is known already: rows that follow one course are answered once, and so are courses that ask the same of the model.
#[derive(Debug, Default)]
pub(super) struct Answered {
    numbers: Map<Unserved, Numbers>,
    courses: Map<usize, CourseFigures>,
}

impl Answered {
    /// The figures of the course with that number.
    pub fn of_course<'a>(
        &mut self,
        number: usize,
        question: impl FnOnce() -> Question<'a>,
    ) -> &CourseFigures {
        let Self { numbers: known, courses } = self;
        courses.or_insert_with(number, || {
            let question = question();
            let numbers = *known.or_insert_with(question.unserved, || numbers(&question));
            CourseFigures::new(question, numbers)
        })
    }
}

impl Losses {
    /// The causes with their sum.
    pub(super) fn of(
        outage: Rc<Figure>,
        over_capacity: Rc<Figure>,
        reconnect: Rc<Figure>,
        planned: Rc<Figure>,
    ) -> Self {
        let causes = [&outage, &over_capacity, &reconnect, &planned];
        let total = Figure::computed(
            "Lost altogether",
            causes.iter().map(|cause| cause.value).sum(),
            Unit::MinutesPerUserYear,
            "outages + lack of capacity + reconnecting + planned work",
            causes.map(Rc::clone).to_vec(),
        );
        Self { outage, over_capacity, reconnect, planned, total }
    }
}

impl Measures {
    /// The measures with those that follow from the others.
    pub(super) fn of(
        demand_users: Rc<Figure>,
        capacity_users: Rc<Figure>,
        unavailability_any: Rc<Figure>,
        unavailability_full: Rc<Figure>,
        outages_per_year: Rc<Figure>,
        losses: Losses,
    ) -> Self {
        let unavailability_user_weighted = Figure::computed(
            "Share of the users' time lost",
            losses.total.value / MINUTES_PER_YEAR,
            Unit::Share,
            "minutes lost altogether / 525,600 min",
            vec![Rc::clone(&losses.total)],
        );
        let frequency = outages_per_year.value;
        let mean_down_time = Figure::computed(
            "Mean down time",
            if frequency > 0.0 { unavailability_any.value * HOURS_PER_YEAR / frequency } else { 0.0 },
            Unit::Hours,
            "share of time in which nobody is served · 8,760 h / outages a year",
            vec![Rc::clone(&unavailability_any), Rc::clone(&outages_per_year)],
        );
        Self {
            demand_users,
            capacity_users,
            unavailability_any,
            unavailability_full,
            unavailability_user_weighted,
            outages_per_year,
            mean_down_time,
            losses,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::reconnecting;

    #[test]
    fn users_reconnect_when_they_move_or_come_back() {
        let table = [
            ("one of four servers stops, all fit", 0.0, 0.0, 0.25, 0.25),
            ("one of three stops, a sixth does not fit", 0.0, 1.0 / 6.0, 1.0 / 3.0, 5.0 / 18.0),
            ("everything stops", 0.0, 1.0, 0.0, 0.0),
            ("everything comes back", 1.0, 0.0, 0.0, 1.0),
            ("a server comes back to a crowd", 0.4, 0.1, 0.0, 0.3),
            ("a server comes back, all fit already", 0.0, 0.0, 0.0, 0.0),
        ];
        for (case, before, after, displaced, expected) in table {
            assert!((reconnecting(before, after, displaced) - expected).abs() < 1e-15, "{case}");
        }
    }
}
