//! The editor's state as a component's reducer.

use std::rc::Rc;

use yew::prelude::*;

use crate::catalog::Catalog;
use crate::editor::{Action, State};

/// Takes actions from every part of the page.
pub type Dispatch = Callback<Action>;

/// The editor's state with the catalog that it goes by.
#[derive(Debug)]
pub struct Session {
    /// What is open, selected and under way.
    pub state: Rc<State>,
    /// What can be placed.
    pub catalog: Rc<Catalog>,
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = self.state.reduce(&self.catalog, action);
        if Rc::ptr_eq(&state, &self.state) {
            return self;
        }
        Rc::new(Self { state, catalog: Rc::clone(&self.catalog) })
    }
}
