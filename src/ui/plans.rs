//! What can be opened: a new plan, a template, a file, and the plans that this browser keeps, which can be found, opened, copied,
//! renamed, deleted and brought back.

mod actions;
mod row;
mod view;

use std::rc::Rc;

use super::start::Opened;
use super::words;
use crate::exchange::storage::Kept;
use crate::exchange::template::Template;
pub use actions::{change, check, list};
pub use view::Surroundings;

/// A plan to be opened.
#[derive(Debug, Clone)]
pub enum Choice {
    /// One that comes with the planner.
    Template(&'static Template),
    /// One with nothing in it.
    Empty,
    /// One that this browser keeps, by its key.
    Kept(Rc<str>),
    /// One that has been read.
    Read(Rc<Opened>),
}

/// What is done to a plan that is kept, which is named by its key.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A copy is made.
    Duplicate,
    /// It gets another name.
    Rename(Rc<str>),
    /// It is deleted, and can be brought back.
    Delete,
    /// It is brought back.
    Undelete,
    /// What lies there is written to a file, whatever it is.
    Export,
}

/// What happens in the library.
#[derive(Debug, Clone)]
pub enum Input {
    /// What is kept has been read.
    List(Rc<[Kept]>),
    /// The text of a plan cannot be read; why not.
    Flaw(Rc<str>, Rc<str>),
    /// Something is searched for.
    Search(Rc<str>),
    /// A name is about to be typed, or no longer.
    Naming(Option<Rc<str>>),
    /// A plan is to be changed.
    Change(Rc<str>, Change),
    /// A plan was deleted.
    Deleted(Rc<str>, Rc<str>),
    /// Deleted plans are shown or not.
    ShowDeleted(bool),
}

/// What is known of the library while it is shown.
#[derive(Debug, Default)]
pub struct Plans {
    kept: Option<Rc<[Kept]>>,
    flaws: Vec<(Rc<str>, Rc<str>)>,
    searched: Rc<str>,
    naming: Option<Rc<str>>,
    /// Key and name of the plan that was deleted last.
    deleted: Option<(Rc<str>, Rc<str>)>,
    shows_deleted: bool,
}

impl Plans {
    /// Takes what happened, but for changes of plans, which are not made here.
    pub fn take(&mut self, input: Input) {
        match input {
            Input::List(kept) => self.kept = Some(kept),
            Input::Flaw(key, why) => {
                self.flaws.retain(|(flawed, _)| *flawed != key);
                self.flaws.push((key, why));
            }
            Input::Search(searched) => self.searched = searched,
            Input::Naming(key) => self.naming = key,
            Input::Deleted(key, name) => self.deleted = Some((key, name)),
            Input::ShowDeleted(shows) => self.shows_deleted = shows,
            Input::Change(key, change) => {
                self.naming = None;
                if change == Change::Undelete && self.deleted.as_ref().is_some_and(|(last, _)| *last == key) {
                    self.deleted = None;
                }
            }
        }
    }

    /// What is kept and was searched for, the plan saved last first and what cannot be read at the end.
    fn found(&self, deleted: bool) -> Vec<&Kept> {
        let mut found: Vec<&Kept> = Vec::new();
        for kept in self.kept.iter().flat_map(|kept| kept.iter()) {
            let (name, is_deleted) = match kept {
                Kept::Plan(head) => (&head.name, head.deleted_at_ms.is_some()),
                Kept::Unreadable(unreadable) => (&unreadable.name, false),
            };
            if is_deleted == deleted && words::are_in(name, &self.searched) {
                let saved_at = |kept: &Kept| kept.plan().map_or(f64::NEG_INFINITY, |head| head.saved_at_ms);
                let place = found.iter().position(|other| saved_at(other) < saved_at(kept));
                found.insert(place.unwrap_or(found.len()), kept);
            }
        }
        found
    }

    fn flaw(&self, key: &str) -> Option<&str> {
        self.flaws.iter().find(|(flawed, _)| **flawed == *key).map(|(_, why)| &**why)
    }
}
