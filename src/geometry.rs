//! Points, vectors and rectangles on the canvas and on the screen, which are different types, and paths between them.

mod arrange;
mod guides;
mod layered;
mod route;
mod side;
mod space;
mod view;
mod within;

pub use arrange::{Arrangement, Axis, Edge};
pub use guides::{caught, guides};
pub use layered::{Block, layered};
pub use route::{MARGIN, Route, Turn, route};
pub use space::{Canvas, Point, Rect, Screen, Size, Vector};
pub use view::View;
pub use within::within;
