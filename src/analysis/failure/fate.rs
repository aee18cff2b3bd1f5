//! What becomes of the users who follow a course.

use super::held::Held;
use super::moment::{Moment, either};
use super::whole::Whole;
use crate::analysis::failure_set::FailureSet;
use crate::collected::{Map, Set};

/// What becomes of the users of a course.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fate {
    /// Share of them not served once everybody who can has connected again.
    pub unserved: f64,
    /// Share of them who have to connect again.
    pub moved: f64,
}

/// The fates of all courses that the failure concerns, by their numbers.
pub(super) fn fates(whole: &Whole<'_>, down: &FailureSet, held: &Held) -> Map<usize, Fate> {
    let courses = whole.compiled.courses.all();
    let mut reconnecting =
        Moves { whole, after: Moment { compiled: whole.compiled, held }, known: Map::new() };
    let hit = held.groups().flat_map(|group| whole.bears_on(group)).copied();
    let hit: Set<usize> = hit.collect();
    let mut fates = Map::new();
    for course in hit.into_iter().filter_map(|number| courses.get(number)) {
        let unserved = whole.compiled.model.value_at(course.unserved.share, &|group| held.level(group));
        let moved = if unserved < 1.0 { reconnecting.on(course.number) } else { 0.0 };
        fates.insert(course.number, Fate { unserved, moved });
    }
    // Whoever sits at a site that is down is cut off there.
    for course in courses.iter().filter(|_| !down.sites().is_empty()) {
        if course.route.branch.as_ref().is_some_and(|(site, _)| down.sites().contains(site)) {
            fates.insert(course.number, Fate { unserved: 1.0, moved: 0.0 });
        }
    }
    fates
}

/// Who has to connect again.
struct Moves<'e> {
    whole: &'e Whole<'e>,
    after: Moment<'e, 'e>,
    /// By tier, as far as it was asked for.
    known: Map<usize, f64>,
}

impl Moves<'_> {
    /// Of a course's users, the share that sat on something that no longer carries them, or whose path breaks while another node
    /// takes over: they connect again. Who sits where in one tier says nothing of where he sits in another one.
    fn on(&mut self, course: usize) -> f64 {
        let tiers = self.whole.passed(course).iter();
        tiers.fold(0.0, |moved, tier| either(moved, self.in_tier(*tier)))
    }

    fn in_tier(&mut self, number: usize) -> f64 {
        let Self { whole, after, known } = self;
        *known.or_insert_with(number, || {
            let tier = whole.tier(number);
            let everything_up = Held::default();
            let before = Moment { compiled: whole.compiled, held: &everything_up };
            after.moved_in(&before, &tier.carriers, &after.carriers(tier.stage, tier.home))
        })
    }
}
