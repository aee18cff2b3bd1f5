//! Zooming and moving the view.

use super::notice::Notice;
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::geometry::{Canvas, Point, Rect, Screen, Size, Vector, View};
use crate::plan::NodeId;

/// Screen pixels left free around a plan that is shown whole.
const MARGIN: f64 = 24.0;
/// What the line of words at the lower edge takes of the window, from which a fitted plan keeps clear.
const NOTICE_HEIGHT: f64 = 40.0;
/// The same in the large type of a presentation.
const LARGE_NOTICE_HEIGHT: f64 = 88.0;
/// How large a plan that is shown whole is drawn at the most, while one works on it and while it is presented.
const LARGEST: f64 = 1.0;
const LARGEST_PRESENTED: f64 = 2.0;
/// What the names of the zones and the zoom tools take of its upper edge.
const ZONES_HEIGHT: f64 = 36.0;
/// Zoom, in powers of e, for a pixel of the wheel.
const ZOOM_PER_PIXEL: f64 = 0.002;
/// Beyond this many screen pixels there is nothing to be seen.
const FARTHEST: f64 = 1e8;

impl State {
    pub(super) fn wheel(&mut self, at: Point<Screen>, delta: Vector<Screen>, zoom: bool) {
        // A wheel that turns sideways, as it does with Shift, moves the view.
        if zoom || self.preferences.wheel_zooms && delta.y != 0.0 {
            self.show(self.view.zoomed((-delta.y * ZOOM_PER_PIXEL).exp(), at));
        } else {
            self.pan(-delta);
        }
    }

    pub(super) fn turn_wheel(&mut self) {
        let zooms = &mut self.preferences.wheel_zooms;
        *zooms = !*zooms;
        let now =
            if *zooms { "zooms; with Shift it moves the view" } else { "moves the view; with Ctrl it zooms" };
        self.notice = Some(Notice::info(format!("The wheel {now}.")));
    }

    pub(super) fn center(&mut self, at: Point<Canvas>) {
        let middle = Point::new(self.window.width / 2.0, self.window.height / 2.0);
        self.pan(middle - self.view.screen_from_canvas(at));
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
            self.fit_to(self.layout(catalog).bounds());
        }
    }

    /// Shows all that is selected, as large as it can be.
    pub(super) fn fit_selection(&mut self, catalog: &Catalog) {
        let layout = self.layout(catalog);
        let places = self.selection.iter().filter_map(|target| layout.places.get(target).copied());
        if let Some(whole) = places.reduce(|whole, place| whole.united(&place)) {
            self.fit_to(whole);
        }
    }

    fn fit_to(&mut self, place: Rect<Canvas>) {
        let is_presented = self.presenting.is_some();
        let (notice, most) =
            if is_presented { (LARGE_NOTICE_HEIGHT, LARGEST_PRESENTED) } else { (NOTICE_HEIGHT, LARGEST) };
        let height = self.window.height - notice - ZONES_HEIGHT;
        let free = Size::new(self.window.width, height.max(1.0));
        self.show(View::fitting(place, free, MARGIN, most).panned(Vector::new(0.0, ZONES_HEIGHT)));
    }

    /// Two fingers have gone from one place to another: what lay under them goes along.
    pub(super) fn pinch(&mut self, from: [Point<Screen>; 2], to: [Point<Screen>; 2]) {
        let middle = |[one, other]: [Point<Screen>; 2]| Rect::between(one, other).center();
        let apart = |[one, other]: [Point<Screen>; 2]| (one - other).length();
        self.pan(middle(to) - middle(from));
        self.show(self.view.zoomed(apart(to) / apart(from), middle(to)));
    }

    /// Selects a node and brings it into the middle of the window unless all of it is there already.
    pub(super) fn reveal(&mut self, catalog: &Catalog, node: NodeId) {
        let layout = self.layout(catalog);
        let cards =
            layout.cards.iter().filter(|card| card.target.node() == Some(&node)).map(|card| card.rect);
        let frames = layout.frames.iter().filter(|frame| frame.pool == node).map(|frame| frame.rect);
        if let Some(place) = cards.chain(frames).next() {
            self.bring_into_view(place);
        }
        self.select(vec![Target::Node(node)]);
    }

    /// Brings a place into the middle of the window unless all of it is there already.
    pub(super) fn bring_into_view(&mut self, place: Rect<Canvas>) {
        let corner = |at| self.view.screen_from_canvas(at);
        let shown = Rect::between(corner(place.origin), corner(place.far_corner()));
        let window = Rect { origin: Point::default(), size: self.window };
        if !window.encloses(&shown) {
            self.pan(window.center() - shown.center());
        }
    }

    pub(super) fn resize(&mut self, catalog: &Catalog, size: Size<Screen>) {
        // What is presented whole stays so until the presenter looks closer.
        let view = self.view;
        if self.presenting.is_some() {
            self.fit(catalog);
            self.fit_pending = std::mem::replace(&mut self.view, view) == view;
        }
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
    fn a_wheel_that_zooms_moves_the_view_sideways_only_and_zooms_with_ctrl_too() {
        let (catalog, state) = (Catalog::bundled(), opened().reduce(&Catalog::bundled(), Action::TurnWheel));
        let turned = |x, y, zoom| {
            let wheel = Action::Wheel { at: Point::new(100.0, 50.0), delta: Vector::new(x, y), zoom };
            state.reduce(&catalog, wheel).view
        };
        for zoom in [false, true] {
            assert!(turned(0.0, 40.0, zoom).zoom < state.view.zoom, "with Ctrl: {zoom}");
        }
        let sideways = turned(40.0, 0.0, false);
        assert_eq!(sideways, state.view.panned(Vector::new(-40.0, 0.0)));
    }

    #[test]
    fn a_node_that_is_revealed_is_selected_and_the_view_moves_only_where_it_has_to() {
        let (catalog, state) = (Catalog::bundled(), opened());
        let revealed = |state: &Rc<State>| state.reduce(&catalog, Action::Reveal("se".into()));
        let there = revealed(&state);
        assert_eq!((there.view, there.selection.len()), (state.view, 1));
        let delta = Vector::new(5000.0, 0.0);
        let away = Action::Wheel { at: Point::default(), delta, zoom: false };
        let back = revealed(&state.reduce(&catalog, away));
        let scene = state.scene(&catalog);
        let card = scene.cards.iter().find(|card| card.target == Target::Node("se".into())).unwrap();
        let middle = back.view.screen_from_canvas(card.rect.center());
        assert!((middle - Point::new(400.0, 300.0)).length() < 1e-9, "{middle:?}");
        assert!((back.view.zoom - state.view.zoom).abs() < 1e-15);
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
