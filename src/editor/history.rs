//! Undo and redo by snapshots. Versions of a document share what they have in common, so a snapshot is small.

use std::rc::Rc;

use crate::analysis::FailureSet;
use crate::plan::Document;

/// What a step leads from or to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Version {
    pub document: Rc<Document>,
    pub killed: FailureSet,
}

/// A step from one version to the next.
#[derive(Debug, Clone)]
pub struct Step {
    /// What was done, in the imperative.
    pub label: Rc<str>,
    /// The version on the far side of the step: before it in the past, after it in the future.
    version: Version,
}

/// The steps that led to a version and those taken back from it.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Rc<Vec<Step>>,
    future: Rc<Vec<Step>>,
}

impl History {
    /// Most steps that can be taken back.
    pub const CAP: usize = 200;

    /// Records a step that led away from `before`. What was taken back can no longer be made again.
    pub(super) fn commit(&mut self, label: &str, before: Version) {
        let past = Rc::make_mut(&mut self.past);
        past.push(Step { label: label.into(), version: before });
        let excess = past.len().saturating_sub(Self::CAP);
        past.drain(..excess);
        self.amend();
    }

    /// Makes a change a part of the last step. What was taken back can no longer be made again.
    pub(super) fn amend(&mut self) {
        if !self.future.is_empty() {
            self.future = Rc::default();
        }
    }

    /// Takes back the last step that shows, and returns the version before it.
    pub(super) fn undo(&mut self, present: &Version) -> Option<Version> {
        travel(&mut self.past, &mut self.future, present)
    }

    /// Makes the last step taken back again, and returns the version after it.
    pub(super) fn redo(&mut self, present: &Version) -> Option<Version> {
        travel(&mut self.future, &mut self.past, present)
    }

    /// What can be taken back, the oldest first.
    pub fn past(&self) -> &[Step] {
        &self.past
    }

    /// What can be made again, the next one last.
    pub fn future(&self) -> &[Step] {
        &self.future
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.last().map(|step| &*step.label)
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|step| &*step.label)
    }

    /// What led from `before` to this history, in words.
    pub fn last_label(&self, before: &Self) -> String {
        let label = |step: Option<&Step>| step.map_or_else(|| "Edit".into(), |step| step.label.to_string());
        if self.future.len() > before.future.len() {
            format!("Undo: {}", label(self.future.last()))
        } else if self.future.len() < before.future.len()
            && before.future.last().is_some_and(|step| Some(&*step.label) == self.undo_label())
        {
            format!("Redo: {}", label(self.past.last()))
        } else {
            label(self.past.last())
        }
    }

    /// Whether nothing was recorded or travelled between the two.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.past, &other.past) && Rc::ptr_eq(&self.future, &other.future)
    }
}

/// Goes one visible step from one list to the other; steps that change nothing are dropped on the way.
fn travel(from: &mut Rc<Vec<Step>>, to: &mut Rc<Vec<Step>>, present: &Version) -> Option<Version> {
    if from.is_empty() {
        return None;
    }
    let from = Rc::make_mut(from);
    while let Some(step) = from.pop() {
        if step.version != *present {
            Rc::make_mut(to).push(Step { label: step.label, version: present.clone() });
            return Some(step.version);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Scenario;

    fn version(name: &str) -> Version {
        let document = Rc::new(Document::new(name, Scenario::empty("plan", "As planned")));
        Version { document, killed: FailureSet::default() }
    }

    fn sample() -> History {
        let mut history = History::default();
        history.commit("First", version("a"));
        history.commit("Second", version("b"));
        history
    }

    #[test]
    fn undo_and_redo_go_the_same_way_back_and_forth() {
        let mut history = sample();
        assert_eq!(history.undo(&version("c")).unwrap().document.name, "b");
        assert_eq!(history.undo(&version("b")).unwrap().document.name, "a");
        assert!(history.undo(&version("a")).is_none());
        assert_eq!(history.redo_label(), Some("First"));
        assert_eq!(history.redo(&version("a")).unwrap().document.name, "b");
        assert_eq!(history.redo(&version("b")).unwrap().document.name, "c");
        assert!(history.redo(&version("c")).is_none());
        assert_eq!(history.undo_label(), Some("Second"));
    }

    #[test]
    fn a_new_step_ends_what_could_be_made_again() {
        let mut history = sample();
        history.undo(&version("c"));
        history.commit("Third", version("b"));
        assert!(history.redo(&version("d")).is_none());
    }

    #[test]
    fn what_was_done_last_has_a_name() {
        let empty = History::default();
        let two = sample();
        let mut one = two.clone();
        one.undo(&version("c"));
        let mut other = one.clone();
        other.commit("Third", version("b"));
        let cases = [
            (&empty, &two, "Second"),
            (&two, &one, "Undo: Second"),
            (&one, &two, "Redo: Second"),
            (&one, &other, "Third"),
            (&empty, &empty, "Edit"),
        ];
        for (before, after, label) in cases {
            assert_eq!(after.last_label(before), label);
        }
    }

    #[test]
    fn a_step_without_visible_effect_is_skipped() {
        let mut history = sample();
        assert_eq!(history.undo(&version("b")).unwrap().document.name, "a");
        assert!(history.undo(&version("a")).is_none());
    }

    #[test]
    fn the_oldest_steps_are_forgotten_beyond_the_cap() {
        let mut history = History::default();
        for number in 0..History::CAP + 5 {
            history.commit("Step", version(&number.to_string()));
        }
        assert_eq!(history.past().len(), History::CAP);
        let mut present = version("last");
        while let Some(before) = history.undo(&present) {
            present = before;
        }
        assert_eq!(present.document.name, "5");
    }
}
