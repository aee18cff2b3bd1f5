//! Making the frame of a pool larger than its parts need.

use super::gesture::{GRID, Gesture};
use super::scene::layout::frame_rect;
use super::state::State;
use crate::catalog::Catalog;
use crate::geometry::{Canvas, Point, Rect, Screen, Size};
use crate::plan::{Edit, NodeId, Pool};

/// How much larger a frame gets by one command.
const STEP: f64 = 6.0 * GRID;

impl State {
    pub(super) fn begin_resize(&mut self, catalog: &Catalog, pool: &NodeId) {
        let frame = self.scenario().pool(pool).map(|pool| frame_rect(self.scenario(), catalog, pool, &[]));
        if let Some(frame) = frame {
            let (from, to) = (frame.origin, frame.far_corner());
            self.gesture = Some(Gesture::Resize { pool: pool.clone(), from, to });
        }
    }

    pub(super) fn resize_to(&mut self, pool: NodeId, from: Point<Canvas>, at: Point<Screen>) {
        let at = self.view.canvas_from_screen(at).snapped(GRID);
        let to = Point::new(at.x.max(from.x + STEP), at.y.max(from.y + STEP));
        self.gesture = Some(Gesture::Resize { pool, from, to });
    }

    /// Gives a pool's frame that extent, or as much as its parts need.
    pub(super) fn set_frame(&mut self, catalog: &Catalog, pool: &NodeId, frame: Option<Rect<Canvas>>) {
        let Some(pool) = self.scenario().pool(pool) else { return };
        let fitted = Pool { size: None, ..Pool::clone(pool) };
        let parts = frame_rect(self.scenario(), catalog, &fitted, &[]);
        let wanted = frame.filter(|frame| !parts.encloses(frame));
        let pool = Pool {
            position: wanted.map_or(fitted.position, |frame| frame.origin),
            size: wanted.map(|frame| frame.size),
            ..fitted
        };
        self.edit(catalog, "Resize", &[Edit::ReplacePool(pool)]);
    }

    /// Makes the frame of the selected pool larger, or as large as its parts need.
    pub(super) fn resize_selected(&mut self, catalog: &Catalog, larger: bool) {
        let Some(id) = self.selected_pool() else { return };
        let Some(pool) = self.scenario().pool(&id) else { return };
        let Rect { origin, size } = frame_rect(self.scenario(), catalog, pool, &[]);
        let grown = Rect { origin, size: Size::new(size.width + STEP, size.height + STEP) };
        self.set_frame(catalog, &id, larger.then_some(grown));
    }

    /// The pool that is selected, where it is the only one.
    pub(super) fn selected_pool(&self) -> Option<NodeId> {
        self.only_selected_node().filter(|node| self.scenario().pool(node).is_some()).cloned()
    }
}
