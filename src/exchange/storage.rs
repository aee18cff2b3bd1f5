//! Where plans are kept between visits, behind a trait so that the browser's half can be replaced in tests.
//!
//! A plan lies in storage as a [`Head`], which tells about it, and as the texts of its versions, of which the last is the plan as it
//! is. Every change of a plan is one [`Change`] made in one transaction: after a crash either all of it is there or nothing.

mod desk;
mod head;
mod library;
mod memory;
mod record;
mod save;
mod versions;

use std::future::Future;
use std::pin::Pin;

use thiserror::Error;

pub use desk::{Desk, Diverted, SaveState, Stored};
pub use head::{FORM, Flaw, Head, Kept, PlanSize, Unreadable, Version};
pub use library::{
    DELETED_DAYS, Entering, Rewriting, entering, mark, open, opened, purge, remove, rewrite, titles,
    unique_name,
};
pub use memory::{MemoryStore, block_on};
pub use record::read_record;
pub use save::{Save, save};
pub use versions::{MERGE_MS, MOST_VERSIONS};

/// Why storage does not work. The text says what that means for the plan and what to do.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum StorageError {
    /// The browser offers no storage here, for example in a private window.
    #[error(
        "This browser keeps nothing for this page, as in a private window ({0}). The plan is in this tab only: save it as a file before you close the tab."
    )]
    Unavailable(String),
    /// What is kept has the form of a later planner.
    #[error(
        "A newer planner has written what this browser keeps. It was left as it is. Load this page again to get the newer planner; until then save the plan as a file."
    )]
    Newer,
    /// A tab with an earlier planner holds what is kept.
    #[error(
        "The browser's storage does not open; another tab with an earlier planner may hold it. Close other tabs of the planner, and saving goes on by itself; until then save the plan as a file."
    )]
    Blocked,
    /// There is no room, even after old versions of the plan and deleted plans were given up.
    #[error(
        "The browser's storage is full. Go on working and save the plan as a file; delete plans you no longer need, or free disk space, and saving goes on by itself."
    )]
    Full,
    /// The plan was saved by somebody else since it was read.
    #[error("The plan was changed in another tab at the same time.")]
    Conflict,
    /// The write did not happen.
    #[error(
        "The browser could not write the last change ({0}). It is tried again; save the plan as a file to be sure."
    )]
    Write(String),
    /// The read did not happen.
    #[error(
        "What this browser keeps could not be read ({0}). Nothing was changed; reload the page to try again."
    )]
    Read(String),
}

/// What a transaction does to one plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// What to keep of the plan; nothing removes it with all its texts.
    pub head: Option<Head>,
    /// A version's text to keep, in place of any of that number.
    pub text: Option<(u32, String)>,
    /// Versions whose texts go.
    pub dropped: Vec<u32>,
}

impl From<StorageError> for String {
    fn from(error: StorageError) -> Self {
        error.to_string()
    }
}

/// Makes a change from what is kept at that moment, or says why there is none to be made.
pub type How<'a> = &'a dyn Fn(Option<&Kept>) -> Result<Change, StorageError>;

/// What is wanted of a store.
#[derive(Clone, Copy)]
pub enum Wish<'a> {
    /// Everything that is kept, deleted and unreadable plans too, in no order.
    All,
    /// The plan of that key with the text of its last version.
    Plan(&'a str),
    /// The plan of that key with the text of the version of that number.
    Version(&'a str, u32),
    /// The plan of that key as it is after a change; nothing changes if there is no change to be made.
    Change(&'a str, How<'a>),
}

/// What a store gives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// What is kept; of one plan that alone, if it is there.
    pub kept: Vec<Kept>,
    /// The text that was wished for, as far as there is one.
    pub text: Option<String>,
}

impl Found {
    /// The plan that was wished for, if it is there and can be read.
    pub fn plan(&self) -> Option<&Head> {
        self.kept.first()?.plan()
    }
}

/// What a store is going to give.
pub type Finding<'a> = Pin<Box<dyn Future<Output = Result<Found, StorageError>> + 'a>>;

/// Keeps plans.
pub trait PlanStore {
    /// Does what is wished for, in one transaction.
    fn visit<'a>(&'a self, wish: Wish<'a>) -> Finding<'a>;
}
