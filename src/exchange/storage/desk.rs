//! What of the plans that were edited is in storage, and what is to be written next.
//!
//! The desk does nothing by itself: it is told of edits and of what came of a save, and says what to save. One save is under way at a
//! time; edits made meanwhile, also of a plan that has been left for another, wait for the next.

use std::rc::Rc;

use super::StorageError;
use super::head::Head;
use super::save::Save;
use crate::plan::Document;

/// What is kept already of a plan that is opened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stored {
    /// Nothing, and nothing is to be kept until it is edited.
    Untouched,
    /// Nothing, and it is to be kept at once.
    Nothing,
    /// All of it.
    All {
        /// The revision that was read.
        revision: u32,
        /// When that was saved, in milliseconds since 1970.
        saved_at_ms: f64,
    },
}

/// Where the open plan stands with storage.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Nothing to save yet.
    Untouched,
    /// An edit waits to be saved.
    Pending,
    /// All is saved, since then, in milliseconds since 1970.
    Saved(f64),
    /// The last change is not saved; why not.
    Failed(StorageError),
}

/// The plan had been changed by somebody else, and what is on the desk goes on under a key of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Diverted {
    /// The key that the plan had, under which the other's plan is kept.
    pub from: String,
    /// The key that it has now.
    pub to: String,
    /// Whether it is the open plan.
    pub is_open: bool,
}

/// Plans that are open or not yet saved.
#[derive(Debug)]
pub struct Desk {
    open: Sheet,
    /// Plans that were left before they were saved.
    left: Vec<Sheet>,
    writing: Option<Writing>,
    /// Why nothing can be kept at present, as far as is known.
    down: Option<StorageError>,
}

#[derive(Debug)]
struct Sheet {
    key: String,
    document: Rc<Document>,
    label: String,
    /// The version that is kept, as far as this program knows.
    kept: Option<Rc<Document>>,
    base: Option<u32>,
    saved_at_ms: Option<f64>,
    /// Why the last save failed.
    failed: Option<StorageError>,
    /// Whether there is a reason to try again after a failure.
    again: bool,
}

#[derive(Debug)]
struct Writing {
    key: String,
    document: Rc<Document>,
}

impl Sheet {
    fn new(key: &str, document: &Rc<Document>, stored: Stored, label: &str) -> Self {
        let (base, saved_at_ms) = match stored {
            Stored::All { revision, saved_at_ms } => (Some(revision), Some(saved_at_ms)),
            Stored::Untouched | Stored::Nothing => (None, None),
        };
        Self {
            key: key.into(),
            document: Rc::clone(document),
            label: label.into(),
            kept: (stored != Stored::Nothing).then(|| Rc::clone(document)),
            base,
            saved_at_ms,
            failed: None,
            again: false,
        }
    }

    /// Whether it is to be saved, and something may come of it.
    fn waits(&self) -> bool {
        !self.is_saved() && (self.failed.is_none() || self.again)
    }

    fn is_saved(&self) -> bool {
        self.kept.as_ref().is_some_and(|kept| Rc::ptr_eq(kept, &self.document))
    }
}

impl Desk {
    /// A desk with one plan open. The label says where the plan comes from, in the words of a step.
    pub fn new(key: &str, document: &Rc<Document>, stored: Stored, label: &str) -> Self {
        Self { open: Sheet::new(key, document, stored, label), left: Vec::new(), writing: None, down: None }
    }

    /// Opens another plan. The one before stays on the desk until it is saved.
    pub fn open(&mut self, key: &str, document: &Rc<Document>, stored: Stored, label: &str) {
        if self.open.key == key {
            self.edit(document, label);
            return;
        }
        let place = self.left.iter().position(|sheet| sheet.key == key);
        let next = match place {
            // What was not saved yet is known here only.
            Some(place) => {
                Sheet { document: Rc::clone(document), again: true, ..self.left.swap_remove(place) }
            }
            None => Sheet::new(key, document, stored, label),
        };
        let before = std::mem::replace(&mut self.open, next);
        if !before.is_saved() || self.is_writing(&before.key) {
            self.left.push(before);
        }
    }

    /// The open plan is this now, after a step of that name.
    pub fn edit(&mut self, document: &Rc<Document>, label: &str) {
        if Rc::ptr_eq(&self.open.document, document) {
            return;
        }
        self.open.document = Rc::clone(document);
        self.open.label = label.into();
        self.open.again = true;
    }

    /// What to save now, if anything waits and nothing is under way. Whoever asks has to tell what came of it.
    pub fn next(&mut self, now_ms: f64) -> Option<Save> {
        if self.writing.is_some() {
            return None;
        }
        for sheet in self.left.iter_mut().chain([&mut self.open]) {
            if !sheet.waits() {
                continue;
            }
            sheet.again = false;
            match Save::of(&sheet.key, sheet.base, &sheet.document, &sheet.label, now_ms) {
                Ok(save) => {
                    let document = Rc::clone(&sheet.document);
                    self.writing = Some(Writing { key: sheet.key.clone(), document });
                    return Some(save);
                }
                Err(error) => sheet.failed = Some(error),
            }
        }
        None
    }

    /// What came of the save under way. A plan that somebody else has changed goes on under the spare key and name.
    pub fn done(
        &mut self,
        result: Result<Head, StorageError>,
        spare_key: &str,
        name: &str,
    ) -> Option<Diverted> {
        let writing = self.writing.take()?;
        let open = self.open.key == writing.key;
        let left = self.left.iter_mut().find(|sheet| sheet.key == writing.key);
        let sheet = if open { &mut self.open } else { left? };
        let mut diverted = None;
        match result {
            Ok(head) => {
                self.down = None;
                sheet.base = Some(head.revision);
                sheet.saved_at_ms = Some(head.saved_at_ms);
                sheet.kept = Some(writing.document);
                sheet.failed = None;
            }
            Err(StorageError::Conflict) => {
                let mut document = (*sheet.document).clone();
                name.clone_into(&mut document.name);
                let from = std::mem::replace(&mut sheet.key, spare_key.into());
                sheet.document = Rc::new(document);
                sheet.kept = None;
                sheet.base = None;
                sheet.saved_at_ms = None;
                sheet.failed = None;
                diverted = Some(Diverted { from, to: spare_key.into(), is_open: open });
            }
            Err(error) => {
                self.down = Some(error.clone());
                sheet.failed = Some(error);
            }
        }
        self.left.retain(|sheet| !sheet.is_saved());
        diverted
    }

    /// Whether somebody else's save of that plan is news here. It is not where the plan is not open or was saved by this desk.
    pub fn is_behind(&self, key: &str, revision: u32) -> bool {
        self.open.key == key && !self.is_writing(key) && self.open.base.is_some_and(|base| base < revision)
    }

    /// Takes over what somebody else has saved, unless the open plan has changes of its own; the next save finds those out.
    pub fn follow(&mut self, key: &str, document: &Rc<Document>, head: &Head) -> bool {
        let follows = self.is_behind(key, head.revision) && self.open.is_saved();
        if follows {
            let stored = Stored::All { revision: head.revision, saved_at_ms: head.saved_at_ms };
            self.open = Sheet::new(key, document, stored, "");
        }
        follows
    }

    /// Nothing can be kept at present, as is known before anything was tried.
    pub fn fail(&mut self, why: StorageError) {
        self.down = Some(why);
    }

    /// The storage works again. What waits is to be tried again, and where nothing waits nothing has failed any more.
    pub fn recover(&mut self) {
        self.retry();
        self.down = None;
    }

    /// Whether the open plan was never edited, so that another may take its place.
    pub fn is_untouched(&self) -> bool {
        self.open.is_saved() && self.open.base.is_none()
    }

    /// Lets everything that failed be tried again.
    pub fn retry(&mut self) {
        for sheet in self.left.iter_mut().chain([&mut self.open]) {
            sheet.again = true;
        }
    }

    /// Where the open plan stands.
    pub fn state(&self) -> SaveState {
        let sheet = &self.open;
        // What is kept already is safe. What was never edited is not to be promised anything.
        let why = if sheet.is_saved() && sheet.base.is_none() { &self.down } else { &sheet.failed };
        match (why, sheet.saved_at_ms) {
            (Some(why), _) => SaveState::Failed(why.clone()),
            (None, _) if !sheet.is_saved() => SaveState::Pending,
            (None, Some(at)) => SaveState::Saved(at),
            (None, None) => SaveState::Untouched,
        }
    }

    /// The open plan's key in storage.
    pub fn key(&self) -> &str {
        &self.open.key
    }

    /// Whether anything is not saved yet.
    pub fn has_unsaved(&self) -> bool {
        self.writing.is_some() || !self.left.is_empty() || !self.open.is_saved()
    }

    /// Whether nothing can be kept at present, as far as is known.
    pub fn has_failed(&self) -> bool {
        self.down.is_some()
    }

    /// Whether all that waits has failed, and nothing is left to be tried before there is a reason to.
    pub fn is_stuck(&self) -> bool {
        self.writing.is_none() && !self.left.iter().chain([&self.open]).any(Sheet::waits)
    }

    /// Plans that were left and are not saved yet, with their keys.
    pub fn left(&self) -> impl Iterator<Item = (&str, &Rc<Document>)> {
        self.left.iter().map(|sheet| (&*sheet.key, &sheet.document))
    }

    fn is_writing(&self, key: &str) -> bool {
        self.writing.as_ref().is_some_and(|writing| writing.key == key)
    }
}
