//! Which part of a large plan is drawn: what the window shows, and some more.

use crate::editor::State;
use crate::geometry::{Canvas, Point, Rect};

/// Cards of a large plan: of more than these, those outside the window are not drawn.
pub(super) const MANY: usize = 200;
/// How far what belongs to a card or a link reaches beyond it.
const AROUND: f64 = 64.0;

/// The part that is drawn of a plan with so many cards; none if all of it is. It grows and shrinks by half windows and more, so
/// that few of the movements of the view make another part of it.
pub(super) fn seen(state: &State, cards: usize) -> Option<Rect<Canvas>> {
    if cards <= MANY {
        return None;
    }
    let (view, window) = (state.view, state.window);
    let near = view.canvas_from_screen(Point::new(0.0, 0.0));
    let far = view.canvas_from_screen(Point::new(window.width, window.height));
    let mut step = 128.0;
    while step < (far.x - near.x) / 2.0 {
        step *= 2.0;
    }
    let snapped = |place: f64, round: fn(f64) -> f64| round(place / step) * step;
    let part = Rect::between(
        Point::new(snapped(near.x, f64::floor), snapped(near.y, f64::floor)),
        Point::new(snapped(far.x, f64::ceil), snapped(far.y, f64::ceil)),
    );
    Some(part.grown(AROUND))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::geometry::{Size, Vector, View};
    use crate::plan::build::PlanBuilder;

    fn state(zoom: f64, x: f64, y: f64) -> State {
        let mut state = Rc::unwrap_or_clone(State::new("plan", Rc::new(PlanBuilder::new().document())));
        state.window = Size::new(1_000.0, 600.0);
        state.view = View { zoom, offset: Vector::new(x, y) };
        state
    }

    #[test]
    fn what_the_window_shows_is_drawn_at_every_zoom() {
        for zoom in [View::MIN_ZOOM, 0.3, 0.5, 1.0, View::MAX_ZOOM] {
            for (x, y) in [(0.0, 0.0), (-12_345.0, 678.0), (999.0, -1.0)] {
                let state = state(zoom, x, y);
                let part = seen(&state, MANY + 1).unwrap();
                for (x, y) in [(0.0, 0.0), (1_000.0, 0.0), (0.0, 600.0), (1_000.0, 600.0)] {
                    let corner = state.view.canvas_from_screen(Point::new(x, y));
                    assert!(part.contains(corner), "{zoom}: {corner:?} {part:?}");
                }
                let window = 1_000.0 / zoom;
                assert!(part.size.width < 3.0 * window + 512.0, "{zoom}: {part:?}");
            }
        }
    }

    #[test]
    fn a_small_movement_of_the_view_draws_nothing_anew() {
        let parts: Vec<_> =
            (0..40).map(|step| seen(&state(1.0, -f64::from(step) * 4.0, 10.0), 500)).collect();
        let changes = parts.windows(2).filter(|two| two[0] != two[1]).count();
        assert!(changes <= 2, "{changes}");
    }

    #[test]
    fn a_plan_of_few_cards_is_drawn_whole() {
        assert_eq!(seen(&state(4.0, 0.0, 0.0), MANY), None);
    }
}
