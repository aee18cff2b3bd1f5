//! The plan with everything up, from which failures are told.

#![allow(
    clippy::indexing_slicing,
    reason = "numbers are those of the plan's rows, courses, groups and tiers"
)]

use super::held::Held;
use super::moment::{Carrier, Moment};
use crate::analysis::answer::Location;
use crate::analysis::compile::Compiled;
use crate::analysis::course::Course;
use crate::analysis::rows::Row;
use crate::analysis::stage::Stage;
use crate::collected::Map;
use crate::plan::NodeId;
use crate::reliability::GroupId;

/// The plan with everything up, and what to look at when something goes down: a failure concerns few of many rows.
pub(in crate::analysis) struct Whole<'a> {
    pub compiled: &'a Compiled<'a>,
    pub rows: &'a [Row],
    /// By course, the share of its users not served.
    unserved: Vec<f64>,
    /// By course, the rows that follow it, ascending.
    followed_by: Vec<Vec<usize>>,
    /// By course, the tiers that it passes.
    passed: Vec<Vec<usize>>,
    /// By group, the courses on which it bears.
    bears_on: Vec<Vec<usize>>,
    tiers: Vec<Tier<'a>>,
    /// By row, whose it is and which of the figures of demand it has: rows may have the same.
    of_row: Vec<(usize, usize)>,
    /// Users of one population at one location: of the rows that cut users off the most.
    crowds: Vec<f64>,
}

/// What carries the users of a home through a stage.
pub(super) struct Tier<'a> {
    pub stage: Stage,
    pub home: &'a NodeId,
    /// With everything up.
    pub carriers: Vec<Carrier<'a>>,
}

impl<'a> Whole<'a> {
    pub fn new(compiled: &'a Compiled<'a>, rows: &'a [Row]) -> Self {
        let courses = compiled.courses.all();
        let mut whole = Self {
            compiled,
            rows,
            unserved: Vec::with_capacity(courses.len()),
            followed_by: vec![Vec::new(); courses.len()],
            passed: Vec::with_capacity(courses.len()),
            bears_on: vec![Vec::new(); compiled.model.groups().count()],
            tiers: Vec::new(),
            of_row: Vec::with_capacity(rows.len()),
            crowds: Vec::new(),
        };
        let mut known = Map::new();
        for course in courses {
            whole.add_course(course, &mut known);
        }
        whole.add_rows();
        whole
    }

    fn add_course(&mut self, course: &'a Course, known: &mut Map<(Stage, &'a NodeId), usize>) {
        let everything_up = Held::default();
        let moment = Moment { compiled: self.compiled, held: &everything_up };
        self.unserved.push(self.compiled.model.value_at(course.unserved.share, &|_| 0));
        for group in &course.support {
            self.bears_on[group.index()].push(course.number);
        }
        let mut passed = Vec::new();
        for (home, stage) in course.route.tiers() {
            let number = *known.or_insert_with((stage, home), || {
                self.tiers.push(Tier { stage, home, carriers: moment.carriers(stage, home) });
                self.tiers.len() - 1
            });
            passed.push(number);
        }
        self.passed.push(passed);
    }

    fn add_rows(&mut self) {
        let (mut crowds, mut demands) = (Map::<(&NodeId, Location), usize>::new(), Map::<&str, usize>::new());
        for (number, row) in self.rows.iter().enumerate() {
            self.followed_by[row.course.number].push(number);
            let crowd = *crowds.or_insert_with((&row.key.population, row.key.location), || {
                self.crowds.push(0.0);
                self.crowds.len() - 1
            });
            if row.key.workload.cuts_off() {
                self.crowds[crowd] = self.crowds[crowd].max(row.demand_users);
            }
            self.of_row.push((crowd, *demands.or_insert_with(&row.demand.name, || number)));
        }
    }

    /// The share of a course's users that is not served.
    pub fn unserved(&self, course: usize) -> f64 {
        self.unserved[course]
    }

    /// The courses on which the group bears, ascending.
    pub fn bears_on(&self, group: GroupId) -> &[usize] {
        &self.bears_on[group.index()]
    }

    /// The rows that follow the course, ascending.
    pub fn followed_by(&self, course: usize) -> &[usize] {
        &self.followed_by[course]
    }

    /// The numbers of the tiers that the course passes.
    pub fn passed(&self, course: usize) -> &[usize] {
        &self.passed[course]
    }

    /// The tier of that number.
    pub(super) fn tier(&self, number: usize) -> &Tier<'a> {
        &self.tiers[number]
    }

    /// The number of the population and location of a row, in the order in which they come, and how many users they have.
    pub fn crowd(&self, row: usize) -> (usize, f64) {
        let (crowd, _) = self.of_row[row];
        (crowd, self.crowds[crowd])
    }

    /// The first row that has a figure of demand of the same name as this one.
    pub fn demand(&self, row: usize) -> usize {
        self.of_row[row].1
    }
}
