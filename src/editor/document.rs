//! Changes of the document, each a step of history.

use std::rc::Rc;

use super::history::Version;
use super::notice::Notice;
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::plan::{Document, Edit, Limits};

impl State {
    pub(super) fn open(&mut self, catalog: &Catalog, key: String, document: Rc<Document>) {
        let (window, preferences) = (self.window, self.preferences);
        *self = Self { preferences, ..(*Self::new(key, document)).clone() };
        self.resize(catalog, window);
    }

    pub(super) fn edit(&mut self, catalog: &Catalog, label: &str, edits: &[Edit]) {
        if let Some(document) = self.edited(catalog, edits) {
            self.commit(label, document);
        }
    }

    /// The document after the edits; none where nothing would change or, with a notice, where they are refused.
    pub(super) fn edited(&mut self, catalog: &Catalog, edits: &[Edit]) -> Option<Rc<Document>> {
        match self.scenario().edited(catalog, edits) {
            Ok(scenario) if scenario == **self.scenario() => None,
            Ok(scenario) => Some(Rc::new(self.document.with_scenario(&Rc::new(scenario)))),
            Err(refusal) => {
                self.notice = Some(Notice::problem(&refusal));
                None
            }
        }
    }

    /// Puts a new version of the document in place, as a step of its own.
    pub(super) fn commit(&mut self, label: &str, document: Rc<Document>) {
        let before = self.version();
        self.document = document;
        self.history.commit(label, before);
        self.forget_missing();
    }

    pub(super) fn replace(&mut self, label: &str, document: Rc<Document>) {
        if *document != *self.document {
            self.commit(label, document);
        }
    }

    pub(super) fn rename_document(&mut self, name: &str) {
        let name = name.trim();
        if name.is_empty() || name == self.document.name {
            return;
        }
        if name.chars().count() > Limits::NAME_CHARACTERS {
            let limit = Limits::NAME_CHARACTERS;
            self.notice = Some(Notice::problem(&format!("a name has at most {limit} characters")));
            return;
        }
        let mut document = (*self.document).clone();
        name.clone_into(&mut document.name);
        self.commit("Rename the plan", Rc::new(document));
    }

    pub(super) fn undo(&mut self) {
        let before = self.history.undo(&self.version());
        self.travel(before, "There is nothing to undo.");
    }

    pub(super) fn redo(&mut self) {
        let after = self.history.redo(&self.version());
        self.travel(after, "There is nothing to redo.");
    }

    fn travel(&mut self, to: Option<Version>, nothing: &str) {
        match to {
            Some(Version { document, killed }) => {
                self.document = document;
                self.killed = killed;
                self.forget_missing();
            }
            None => self.notice = Some(Notice::info(nothing)),
        }
    }

    /// Keeps what is selected, typed and killed to what is there.
    fn forget_missing(&mut self) {
        let scenario = Rc::clone(self.scenario());
        self.scenario_id = scenario.id.clone();
        self.killed.settle(&scenario);
        self.selection.retain(|target| target.exists(&scenario));
        self.reading.take_if(|target| !target.exists(&scenario));
        self.renaming.take_if(|node| !Target::Node(node.clone()).exists(&scenario));
    }
}
