//! Derivations: opened, followed, closed, and where the focus goes meanwhile.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

use super::{Focus, Workspace};
use crate::ui::derivation::{Explained, Step};
use crate::ui::figure_key::{FigureKey, Known};
use crate::ui::inspector::Asked;
use crate::ui::shared::Shared;

impl Workspace {
    /// What the inspector is asked for, to be changed.
    pub(super) fn asked(&mut self) -> &mut Asked {
        Rc::make_mut(&mut self.asked.0)
    }

    /// Shows the inspector's subject itself, with nothing typed; what is folded stays so.
    pub(super) fn ask_nothing(&mut self) {
        let folds = self.asked.folds.clone();
        self.asked = Shared::new(Asked { folds, ..Asked::default() });
    }

    pub(super) fn explain(&mut self, figure: Option<FigureKey>) {
        if figure.is_none() && self.asked.explained.is_none() {
            return;
        }
        if figure.is_some() && self.asked.explained.is_none() {
            self.opener = document().and_then(|document| document.active_element()?.dyn_into().ok());
        }
        self.asked().explained = figure.map(Explained::new);
        self.focus = Some(Focus::Derivation);
    }

    pub(super) fn trace(&mut self, step: &Step) {
        let known = Known {
            scenario: self.state.scenario(),
            catalog: &self.catalog,
            analysis: self.computed.analysis.as_ref().map(|analysis| &***analysis),
            moment: self.told.moment(&self.state.killed),
            told: &self.told,
        };
        if let Some(explained) = &mut Rc::make_mut(&mut self.asked.0).explained {
            explained.follow(step, known);
            self.focus = Some(Focus::Derivation);
        }
    }

    /// The heading of a derivation that was opened takes the focus, and gives it back to what opened it.
    pub(super) fn focus_on_derivation(&mut self) {
        let element = match &self.asked.explained {
            Some(_) => {
                document().and_then(|document| document.get_element_by_id("explained")?.dyn_into().ok())
            }
            None => self.opener.take(),
        };
        // What is no longer on the page takes no focus.
        let _ = element.map(|element: HtmlElement| element.focus());
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
