//! The figures that all rows of a course have in common.

use std::rc::Rc;

use super::{Losses, MINUTES_PER_YEAR, Measures, Numbers, Question};
use crate::catalog::figure::{Figure, Unit};

/// The figures of a course, which the rows that follow it share.
#[derive(Debug)]
pub(in crate::analysis) struct CourseFigures {
    capacity: Rc<Figure>,
    any: Rc<Figure>,
    full: Rc<Figure>,
    outages: Rc<Figure>,
    outage: Rc<Figure>,
    /// Share of users for whom there is no room; the minutes that they lose name the row's users too.
    crowded: Rc<Figure>,
    reconnect: Rc<Figure>,
    planned: Rc<Figure>,
}

impl CourseFigures {
    pub(super) fn new(question: Question<'_>, numbers: Numbers) -> Self {
        let Question { inputs, capacity, reconnect_time, under, .. } = question;
        let crowded = [&inputs[..], &[Rc::clone(&capacity)]].concat();
        let inputs = Rc::from(inputs);
        let computed = |name: &str, value: f64, unit: Unit, formula: &str, inputs: Rc<[Rc<Figure>]>| {
            Figure::computed(name, value, unit, format!("{formula}{under}"), inputs)
        };
        let figure = |name: &str, value: f64, unit: Unit, formula: &str| {
            computed(name, value, unit, formula, Rc::clone(&inputs))
        };
        let share = |name: &str, value: f64, formula: &str| figure(name, value, Unit::Share, formula);
        let minutes = |name: &str, share: f64, formula: &str| {
            figure(name, share * MINUTES_PER_YEAR, Unit::MinutesPerUserYear, formula)
        };
        let reconnects = figure(
            "Reconnections of a user",
            numbers.reconnects_per_user_year,
            Unit::PerYear,
            "Σ over the passages of each part, π(s)·q(s,s')·share that moves or comes back · 8,760 h",
        );
        // To first order it may come to more than there is: users who hardly ever stay connected.
        let left =
            (1.0 - numbers.outage - numbers.over_capacity - numbers.planned).max(0.0) * MINUTES_PER_YEAR;
        let reconnect = reconnects.value * reconnect_time.value / 60.0;
        Self {
            any: share(
                "Nobody is served",
                numbers.any,
                "P(share served = 0), exact over the parts on the path",
            ),
            full: share(
                "Not everybody fits",
                numbers.full,
                "P(share served < 1), exact over the parts on the path",
            ),
            outages: figure(
                "Outages",
                numbers.outages_per_year,
                Unit::PerYear,
                "Σ over the passages of each part, π(s)·q(s,s')·P(served before, nobody served after) · 8,760 h",
            ),
            outage: minutes(
                "Lost to outages",
                numbers.outage,
                "P(nobody served, the parts' planned work counted as up, though not in their figures below) · 525,600 min",
            ),
            planned: minutes(
                "Lost to planned work",
                numbers.planned,
                "mean share not served with planned work as down time less the same with it counted as up · 525,600 min",
            ),
            crowded: computed(
                "Users without room",
                numbers.over_capacity,
                Unit::Share,
                "mean share not served while up, the parts' planned work counted as up, though not in their figures below",
                crowded.into(),
            ),
            reconnect: Figure::computed(
                "Lost to reconnecting",
                reconnect.min(left),
                Unit::MinutesPerUserYear,
                "reconnections · reconnect time, to first order, and no more than is left of the year",
                vec![reconnects, reconnect_time],
            ),
            capacity,
        }
    }

    /// The figures of a row with so many users.
    pub fn measures(&self, demand: &Rc<Figure>) -> Measures {
        let over_capacity = Figure::computed(
            "Lost to lack of capacity",
            self.crowded.value * MINUTES_PER_YEAR,
            Unit::MinutesPerUserYear,
            "share without room, of those who want it · 525,600 min",
            vec![Rc::clone(&self.crowded), Rc::clone(demand)],
        );
        let losses = Losses::of(
            Rc::clone(&self.outage),
            over_capacity,
            Rc::clone(&self.reconnect),
            Rc::clone(&self.planned),
        );
        Measures::of(
            Rc::clone(demand),
            Rc::clone(&self.capacity),
            Rc::clone(&self.any),
            Rc::clone(&self.full),
            Rc::clone(&self.outages),
            losses,
        )
    }
}
