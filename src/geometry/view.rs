//! The part of the canvas that the screen shows.

use super::space::{Canvas, Point, Rect, Screen, Size, Vector};
use super::within::within;

/// Zoom and position of the screen over the canvas: `screen = canvas · zoom + offset`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Screen pixels per canvas unit.
    pub zoom: f64,
    /// Where the canvas' origin lies on the screen.
    pub offset: Vector<Screen>,
}

impl Default for View {
    fn default() -> Self {
        Self { zoom: 1.0, offset: Vector::new(0.0, 0.0) }
    }
}

impl View {
    /// Smallest zoom.
    pub const MIN_ZOOM: f64 = 0.1;
    /// Largest zoom.
    pub const MAX_ZOOM: f64 = 4.0;
    /// Factor of one step of a zoom button.
    pub const STEP: f64 = 1.25;

    /// Where a canvas point lies on the screen.
    pub fn screen_from_canvas(&self, point: Point<Canvas>) -> Point<Screen> {
        Point::new(point.x * self.zoom + self.offset.x, point.y * self.zoom + self.offset.y)
    }

    /// Which canvas point lies under a screen point.
    pub fn canvas_from_screen(&self, point: Point<Screen>) -> Point<Canvas> {
        Point::new((point.x - self.offset.x) / self.zoom, (point.y - self.offset.y) / self.zoom)
    }

    /// The way on the canvas that a way on the screen stands for.
    pub fn canvas_vector(&self, by: Vector<Screen>) -> Vector<Canvas> {
        Vector::new(by.x / self.zoom, by.y / self.zoom)
    }

    /// The view with the canvas shifted on the screen.
    #[must_use]
    pub fn panned(&self, by: Vector<Screen>) -> Self {
        Self { zoom: self.zoom, offset: Vector::new(self.offset.x + by.x, self.offset.y + by.y) }
    }

    /// The view zoomed by a factor so that the canvas point under `about` stays where it is.
    #[must_use]
    pub fn zoomed(&self, factor: f64, about: Point<Screen>) -> Self {
        let zoom = within(self.zoom * factor, Self::MIN_ZOOM, Self::MAX_ZOOM);
        let fixed = self.canvas_from_screen(about);
        Self { zoom, offset: Vector::new(about.x - fixed.x * zoom, about.y - fixed.y * zoom) }
    }

    /// The view that shows `content` whole and centred in a window of `size`, at no more than that zoom.
    pub fn fitting(content: Rect<Canvas>, size: Size<Screen>, margin: f64, most: f64) -> Self {
        let usable = |window: f64, content: f64| (window - 2.0 * margin).max(1.0) / content.max(1.0);
        let zoom = usable(size.width, content.size.width).min(usable(size.height, content.size.height));
        let zoom = within(zoom, Self::MIN_ZOOM, most);
        let center = content.center();
        Self {
            zoom,
            offset: Vector::new(size.width / 2.0 - center.x * zoom, size.height / 2.0 - center.y * zoom),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let view = View { zoom: 0.5, offset: Vector::new(30.0, -20.0) };
        let about = Point::new(400.0, 300.0);
        for factor in [0.01, 0.8, 1.25, 100.0] {
            let before = view.canvas_from_screen(about);
            let after = view.zoomed(factor, about).canvas_from_screen(about);
            assert!((before - after).length() < 1e-9, "factor {factor}");
        }
    }

    #[test]
    fn a_fitted_view_shows_the_whole_content() {
        let content = Rect::between(Point::new(-500.0, 100.0), Point::new(3000.0, 900.0));
        let view = View::fitting(content, Size::new(800.0, 600.0), 24.0, 1.0);
        let (near, far) =
            (view.screen_from_canvas(content.origin), view.screen_from_canvas(content.far_corner()));
        assert!(near.x >= 23.9 && near.y >= 23.9 && far.x <= 776.1 && far.y <= 576.1);
    }

    #[test]
    fn screen_and_canvas_points_convert_back_and_forth() {
        let view = View { zoom: 1.7, offset: Vector::new(12.0, 34.0) };
        let point = Point::new(5.0, 6.0);
        assert!((view.canvas_from_screen(view.screen_from_canvas(point)) - point).length() < 1e-12);
    }
}
