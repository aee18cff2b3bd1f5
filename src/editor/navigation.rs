//! Zooming and moving the view.

use super::state::State;
use crate::catalog::Catalog;
use crate::geometry::{Point, Screen, Size, Vector, View};

/// Screen pixels left free around a plan that is shown whole.
const MARGIN: f64 = 32.0;
/// What the line of words at the lower edge takes of the window, from which a fitted plan keeps clear.
const NOTICE_HEIGHT: f64 = 40.0;
/// Zoom, in powers of e, for a pixel of the wheel.
const ZOOM_PER_PIXEL: f64 = 0.002;
/// Beyond this many screen pixels there is nothing to be seen.
const FARTHEST: f64 = 1e8;

impl State {
    pub(super) fn wheel(&mut self, at: Point<Screen>, delta: Vector<Screen>, zoom: bool) {
        if zoom {
            self.show(self.view.zoomed((-delta.y * ZOOM_PER_PIXEL).exp(), at));
        } else {
            self.pan(-delta);
        }
    }

    pub(super) fn pan(&mut self, by: Vector<Screen>) {
        self.show(self.view.panned(by));
    }

    pub(super) fn zoom_by(&mut self, factor: f64) {
        let center = Point::new(self.window.width / 2.0, self.window.height / 2.0);
        self.show(self.view.zoomed(factor, center));
    }

    pub(super) fn fit(&mut self, catalog: &Catalog) {
        self.fit_pending = self.window.width <= 0.0 || self.window.height <= 0.0;
        if !self.fit_pending {
            let free = Size::new(self.window.width, (self.window.height - NOTICE_HEIGHT).max(1.0));
            self.show(View::fitting(self.layout(catalog).bounds(), free, MARGIN));
        }
    }

    pub(super) fn resize(&mut self, catalog: &Catalog, size: Size<Screen>) {
        if [size.width, size.height].iter().all(|length| (0.0..FARTHEST).contains(length)) {
            self.window = size;
        }
        if self.fit_pending {
            self.fit(catalog);
        }
    }

    /// Takes the view, unless it shows nothing that could be drawn.
    fn show(&mut self, view: View) {
        let View { zoom, offset } = view;
        if zoom > 0.0 && zoom.is_finite() && offset.length() < FARTHEST {
            self.view = view;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::editor::Action;
    use crate::plan::build::PlanBuilder;

    fn opened() -> Rc<State> {
        let document = PlanBuilder::new().standard_edition("se").users("users", 100, "se").document();
        let action = Action::Resize(Size::new(800.0, 600.0));
        State::new("key", Rc::new(document)).reduce(&Catalog::bundled(), action)
    }

    #[test]
    fn a_plan_is_shown_whole_when_the_size_of_the_window_is_first_known_and_not_again() {
        let catalog = Catalog::bundled();
        let state = opened();
        let bounds = state.scene(&catalog).bounds;
        assert!(state.view.screen_from_canvas(bounds.origin).x >= 0.0);
        let smaller = state.reduce(&catalog, Action::Resize(Size::new(400.0, 300.0)));
        assert_eq!(smaller.view, state.view);
    }

    #[test]
    fn the_wheel_moves_the_canvas_and_zooms_about_the_pointer_when_asked_to() {
        let (catalog, state) = (Catalog::bundled(), opened());
        let wheel = |zoom| Action::Wheel { at: Point::new(100.0, 50.0), delta: Vector::new(0.0, 40.0), zoom };
        let moved = state.reduce(&catalog, wheel(false)).view;
        assert!((moved.offset.y - (state.view.offset.y - 40.0)).abs() < 1e-9);
        let zoomed = state.reduce(&catalog, wheel(true)).view;
        assert!(zoomed.zoom < state.view.zoom);
        let under = |view: View| view.canvas_from_screen(Point::new(100.0, 50.0));
        assert!((under(zoomed) - under(state.view)).length() < 1e-9);
    }

    #[test]
    fn numbers_that_show_nothing_are_left_aside() {
        let (catalog, state) = (Catalog::bundled(), opened());
        for action in [
            Action::ZoomBy(f64::NAN),
            Action::ZoomBy(1.0),
            Action::Resize(Size::new(f64::INFINITY, -1.0)),
            Action::Wheel { at: Point::default(), delta: Vector::new(f64::MAX, f64::MAX), zoom: false },
        ] {
            assert!(Rc::ptr_eq(&state, &state.reduce(&catalog, action.clone())), "{action:?}");
        }
    }
}
