//! Where a check is, and the broken invariants that it found: of each part the first one, as the others may follow from it.
//!
//! What is found is noted and the check goes on, so nothing has to be handed out past the checks behind it. A place is put into
//! words only where something is wrong: every edit checks the whole plan.

use super::{PlanError, Problem};
use crate::geometry::{Canvas, Point, Size};
use crate::plan::Limits;

#[derive(Default)]
pub(super) struct Check<'a> {
    /// The fields that lead to what is checked, with the number of the item where a field is a list.
    way: Vec<(&'a str, Option<usize>)>,
    found: Vec<PlanError>,
    /// How many were found before the part that is checked.
    before: usize,
}

impl<'a> Check<'a> {
    pub(super) fn found(self) -> Vec<PlanError> {
        self.found
    }

    /// Whether something is wrong with the part that is checked.
    pub(super) fn is_broken(&self) -> bool {
        self.found.len() > self.before
    }

    /// Goes on with another part.
    pub(super) fn next_part(&mut self) {
        self.before = self.found.len();
    }

    /// Goes on with another part, which is an item of a list.
    pub(super) fn enter_part(&mut self, list: &'a str, number: usize) {
        self.next_part();
        self.enter_item(list, number);
    }

    pub(super) fn enter(&mut self, field: &'a str) {
        self.way.push((field, None));
    }

    pub(super) fn enter_item(&mut self, list: &'a str, number: usize) {
        self.way.push((list, Some(number)));
    }

    pub(super) fn leave(&mut self) {
        self.way.pop();
    }

    /// Notes what is wrong with a field of what is checked; with all of it, where the field has no name.
    #[inline(never)]
    pub(super) fn refuse(&mut self, field: &str, problem: Problem) {
        if self.is_broken() {
            return;
        }
        let mut place = String::new();
        for (name, number) in self.way.iter().copied().chain([(field, None)]) {
            if !place.is_empty() && !name.is_empty() {
                place.push('.');
            }
            place.push_str(&shortened(name));
            if let Some(number) = number {
                place.extend(["[", &number.to_string(), "]"]);
            }
        }
        self.found.push(PlanError { place, problem });
    }

    #[inline(never)]
    pub(super) fn dangling(&mut self, field: &str, kind: &'static str, id: &str) {
        self.refuse(field, Problem::Dangling { kind, id: shortened(id) });
    }

    #[inline(never)]
    pub(super) fn range(&mut self, field: &str, value: f64, min: f64, max: f64) {
        if !(min..=max).contains(&value) {
            self.refuse(field, Problem::Range { value, min, max });
        }
    }

    #[inline(never)]
    pub(super) fn size(&mut self, field: &'a str, size: Size<Canvas>) {
        self.enter(field);
        self.range("width", size.width, 1.0, Limits::DISTANCE);
        self.range("height", size.height, 1.0, Limits::DISTANCE);
        self.leave();
    }

    #[inline(never)]
    pub(super) fn position(&mut self, field: &'a str, point: Point<Canvas>) {
        self.enter(field);
        self.range("x", point.x, -Limits::DISTANCE, Limits::DISTANCE);
        self.range("y", point.y, -Limits::DISTANCE, Limits::DISTANCE);
        self.leave();
    }

    #[inline(never)]
    pub(super) fn count(&mut self, field: &str, what: &'static str, found: usize, limit: usize) {
        if found > limit {
            self.refuse(field, Problem::TooMany { what, found, limit });
        }
    }

    pub(super) fn id(&mut self, field: &str, text: &str) {
        self.length(field, text, Limits::ID_CHARACTERS);
    }

    #[inline(never)]
    pub(super) fn text(&mut self, field: &str, text: &str) {
        self.length(field, text, Limits::NAME_CHARACTERS);
        if text.chars().any(char::is_control) || text.trim().is_empty() {
            self.refuse(field, Problem::Unreadable);
        }
    }

    #[inline(never)]
    fn length(&mut self, field: &str, text: &str, limit: usize) {
        let found = text.chars().count();
        if !(1..=limit).contains(&found) {
            self.refuse(field, Problem::Length { found, limit });
        }
    }
}

/// A name that stands for nothing may have any length; its message is to stay readable.
fn shortened(name: &str) -> String {
    let mut characters = name.chars();
    let mut text: String = characters.by_ref().take(Limits::ID_CHARACTERS).collect();
    text.extend(characters.next().map(|_| '…'));
    text
}
