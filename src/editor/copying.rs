//! Copies of what is selected, beside it or in another plan.

use std::rc::Rc;

use super::gesture::GRID;
use super::joining::joins;
use super::notice::Notice;
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::geometry::{Canvas, Point, Rect, Vector};
use crate::plan::{Document, Edit, NodeId, Scenario};

/// How far a copy stands from its original where nobody says.
const ASIDE: f64 = 4.0 * GRID;

impl State {
    /// A document of what is selected alone, and the names of what is in it, one to a line; none where nothing is selected that could be
    /// copied.
    pub fn cut_out(&self, catalog: &Catalog) -> Option<(Document, String)> {
        let nodes = self.selected_nodes();
        let names: Vec<_> =
            nodes.iter().filter_map(|node| Some(self.scenario().node(node)?.name())).collect();
        let names = names.join("\n");
        let cut = self.scenario().cut_out(catalog, &nodes).ok().filter(|_| !nodes.is_empty())?;
        Some((Document::new(self.document.name.clone(), cut), names))
    }

    /// The nodes that are selected, each once.
    pub(super) fn selected_nodes(&self) -> Vec<NodeId> {
        let nodes: Set<&NodeId> = self.selection.iter().filter_map(Target::node).collect();
        nodes.into_iter().cloned().collect()
    }

    pub(super) fn duplicate(&mut self, catalog: &Catalog, by: Option<Vector<Canvas>>) {
        let by = by.unwrap_or_else(|| Vector::new(ASIDE, ASIDE));
        let from = Rc::clone(self.scenario());
        self.put_copies(catalog, "Duplicate", &from, &self.selected_nodes(), by);
    }

    /// Puts in what another plan holds: where it stood there, if that is shown, or else in the middle of what is shown; and never right
    /// on top of what is there.
    pub(super) fn paste(&mut self, catalog: &Catalog, from: &Scenario) {
        let nodes: Vec<NodeId> =
            (from.components.iter().filter(|part| part.pool.is_none()).map(|part| &part.id))
                .chain(from.pools.iter().map(|pool| &pool.id))
                .chain(from.populations.iter().map(|users| &users.id))
                .cloned()
                .collect();
        let bounds = Self::new("", Rc::new(Document::new("", from.clone()))).layout(catalog).bounds();
        let corner = |at| self.view.canvas_from_screen(at);
        let far = Point::new(self.window.width, self.window.height);
        let shown = Rect::between(corner(Point::default()), corner(far));
        let mut by = Vector::new(0.0, 0.0);
        if !shown.encloses(&bounds) {
            let middle = bounds.origin + (shown.center() - bounds.center());
            by = middle.snapped(GRID) - bounds.origin;
        }
        let layout = self.layout(catalog);
        let taken = |at: Point<Canvas>| layout.places.values().any(|rect| (rect.origin - at).length() < GRID);
        let first = from.components.iter().map(|part| part.position).next();
        let first = first.or_else(|| from.populations.iter().map(|users| users.position).next());
        while first.is_some_and(|first| taken(first + by)) {
            by = Vector::new(by.x + ASIDE, by.y + ASIDE);
        }
        self.put_copies(catalog, "Paste", from, &nodes, by);
    }

    /// Removes what is copied with it.
    pub(super) fn cut_selection(&mut self, catalog: &Catalog) {
        let nodes = self.selected_nodes();
        if let Some(label) = label("Cut", self.scenario(), &nodes) {
            self.edit(catalog, &label, &[Edit::RemoveNodes(nodes)]);
        }
    }

    fn put_copies(
        &mut self,
        catalog: &Catalog,
        verb: &str,
        from: &Scenario,
        nodes: &[NodeId],
        by: Vector<Canvas>,
    ) {
        let Some(label) = label(verb, from, nodes) else { return };
        match self.scenario().copies(catalog, from, nodes, by) {
            Ok((mut edits, twins)) => {
                if let Ok(after) = self.scenario().edited(catalog, &edits) {
                    edits.extend(joins(&after, catalog, &twins));
                }
                self.edit(catalog, &label, &edits);
                if self.notice.is_none() {
                    self.select(twins.into_iter().map(Target::Node).collect());
                }
            }
            Err(refusal) => self.notice = Some(Notice::problem(&refusal)),
        }
    }
}

/// What a step is called that does that to the nodes; none where there are none.
fn label(verb: &str, scenario: &Scenario, nodes: &[NodeId]) -> Option<String> {
    match nodes {
        [] => None,
        [only] => Some(format!("{verb} {}", scenario.node(only)?.name())),
        several => Some(format!("{verb} {} parts", several.len())),
    }
}
