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
    over_capacity: Rc<Figure>,
    reconnect: Rc<Figure>,
    planned: Rc<Figure>,
}

impl CourseFigures {
    pub(super) fn new(question: Question<'_>, numbers: Numbers) -> Self {
        let Question { inputs, capacity, reconnect_time, under, .. } = question;
        let with = |other: &Rc<Figure>| Rc::from([&inputs[..], &[Rc::clone(other)]].concat());
        let (with_capacity, with_time) = (with(&capacity), with(&reconnect_time));
        let inputs = Rc::from(inputs);
        let computed = |name: &str, value: f64, unit: Unit, formula: &str, inputs: Rc<[Rc<Figure>]>| {
            Figure::computed(name, value, unit, format!("{formula}{under}"), inputs)
        };
        let figure = |name: &str, value: f64, unit: Unit, formula: &str| {
            computed(name, value, unit, formula, Rc::clone(&inputs))
        };
        let share = |name: &str, value: f64, formula: &str| figure(name, value, Unit::Share, formula);
        let minutes = |name: &str, value: f64, formula: &str, inputs: &Rc<[Rc<Figure>]>| {
            computed(name, value, Unit::MinutesPerUserYear, formula, Rc::clone(inputs))
        };
        // To first order it may come to more than there is: users who hardly ever stay connected.
        let left =
            (1.0 - numbers.outage - numbers.over_capacity - numbers.planned).max(0.0) * MINUTES_PER_YEAR;
        let reconnect = numbers.reconnects_per_user_year * reconnect_time.value / 60.0;
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
                numbers.outage * MINUTES_PER_YEAR,
                "P(nobody served, the parts' planned work counted as up, though not in their figures below) · 525,600 min",
                &inputs,
            ),
            over_capacity: minutes(
                "Lost to lack of capacity",
                numbers.over_capacity * MINUTES_PER_YEAR,
                "mean share not served while up, the parts' planned work counted as up, though not in their figures below · 525,600 min",
                &with_capacity,
            ),
            reconnect: minutes(
                "Lost to reconnecting",
                reconnect.min(left),
                "Σ over the passages of each part, π(s)·q(s,s')·share that moves or comes back · 8,760 h · reconnect time, to first order, and no more than is left of the year",
                &with_time,
            ),
            planned: minutes(
                "Lost to planned work",
                numbers.planned * MINUTES_PER_YEAR,
                "mean share not served with planned work as down time less the same with it counted as up · 525,600 min",
                &inputs,
            ),
            capacity,
        }
    }

    /// The figures of a row with so many users.
    pub fn measures(&self, demand: &Rc<Figure>) -> Measures {
        let losses = Losses::of(
            Rc::clone(&self.outage),
            Rc::clone(&self.over_capacity),
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
