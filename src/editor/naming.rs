//! Typing a new name in place.

use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::plan::{Edit, NodeId};

impl State {
    /// The node that is selected, where it is the only one.
    pub fn only_selected_node(&self) -> Option<&NodeId> {
        let mut nodes = self.selection.iter().filter_map(Target::node);
        let first = nodes.next()?;
        nodes.all(|node| node == first).then_some(first)
    }

    pub(super) fn start_rename(&mut self) {
        self.renaming = self.only_selected_node().cloned();
    }

    pub(super) fn finish_rename(&mut self, catalog: &Catalog, name: Option<&str>) {
        let Some(node) = self.renaming.take() else { return };
        if let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) {
            self.edit(catalog, "Rename", &[Edit::Rename { node, name: name.to_owned() }]);
        }
    }
}
