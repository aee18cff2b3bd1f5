//! Points, vectors and rectangles on the canvas and on the screen, which are different types.

mod space;
mod view;

pub use space::{Canvas, Point, Rect, Screen, Size, Vector};
pub use view::View;
