//! Dragging something out of the palette with any kind of pointer.

/// Pixels that the pointer may stray before a press becomes a drag.
const STRAY: f64 = 4.0;

/// A pressed pointer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drag {
    from: (f64, f64),
    /// Where it is.
    pub at: (f64, f64),
    /// Whether it has left its place.
    pub moved: bool,
}

impl Drag {
    /// A pointer newly pressed.
    pub fn new(at: (f64, f64)) -> Self {
        Self { from: at, at, moved: false }
    }

    /// The pointer at another place.
    pub fn at(self, at: (f64, f64)) -> Self {
        let far = (at.0 - self.from.0).hypot(at.1 - self.from.1) >= STRAY;
        Self { at, moved: self.moved || far, ..self }
    }
}
