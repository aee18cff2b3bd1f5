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
    pub(super) fn begin_resize(&mut self, catalog: &Catalog, pool: &NodeId, at: Point<Screen>) {
        let frame = self.scenario().pool(pool).map(|pool| frame_rect(self.scenario(), catalog, pool, &[]));
        if let Some(frame) = frame {
            let (from, to, pressed) = (frame.origin, frame.far_corner(), self.view.canvas_from_screen(at));
            self.gesture = Some(Gesture::Resize { pool: pool.clone(), from, to, before: to, pressed });
        }
    }

    /// Where the corner is once the pointer, pressed at one point, is at another: a whole number of grid steps away.
    pub(super) fn corner_at(
        &self,
        from: Point<Canvas>,
        before: Point<Canvas>,
        pressed: Point<Canvas>,
        at: Point<Screen>,
    ) -> Point<Canvas> {
        let by = self.view.canvas_from_screen(at) - pressed;
        let by = Point::<Canvas>::new(by.x, by.y).snapped(GRID);
        Point::new((before.x + by.x).max(from.x + STEP), (before.y + by.y).max(from.y + STEP))
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
