//! What is kept where, and what of it survives.

use std::rc::Rc;

use super::fact::Fact;
use super::thing::Thing;
use crate::json;

/// What becomes of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Survival {
    /// It has nothing to do with the failure.
    NotConcerned,
    /// It is there, and can be had.
    Kept,
    /// It is there once what holds it has started again.
    AfterRestart,
    /// What was handed over is there, the rest waits in queues.
    QueueWaits,
    /// It comes back from a backup, if what held it is lost.
    AfterRestore,
}

json::names!(Survival { NotConcerned, Kept, AfterRestart, QueueWaits, AfterRestore });

impl Survival {
    /// Its name in files and answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotConcerned => "not-concerned",
            Self::Kept => "kept",
            Self::AfterRestart => "after-restart",
            Self::QueueWaits => "queue-waits",
            Self::AfterRestore => "after-restore",
        }
    }

    /// It in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotConcerned => "not concerned",
            Self::Kept => "kept",
            Self::AfterRestart => "back after the restart",
            Self::QueueWaits => "kept; the rest waits in queues",
            Self::AfterRestore => "back with the store or its backup",
        }
    }
}

/// What a failure means for the data of a store.
#[derive(Debug, Clone, PartialEq)]
pub struct Survives {
    /// The rows of effects that it goes with.
    pub rows: Vec<String>,
    /// What becomes of the data.
    pub survival: Survival,
    /// Why.
    pub fact: Rc<Fact>,
}

/// One kind of data.
#[derive(Debug, Clone, PartialEq)]
pub struct Store {
    /// Its name in answers.
    pub id: String,
    /// What is kept.
    pub data: String,
    /// Where, in a few words.
    pub store: String,
    /// What can be drawn that holds it; the data is there where one of these is.
    pub holders: Vec<Thing>,
    /// Where, as it was read.
    pub fact: Rc<Fact>,
    /// What becomes of it.
    pub survives: Vec<Survives>,
}

impl Store {
    /// What becomes of it in the failure that a row tells; nothing where the failure does not concern it.
    pub fn after(&self, row: &str) -> Option<&Survives> {
        self.survives.iter().find(|survives| survives.rows.iter().any(|known| known == row))
    }
}
