//! What is measured.

/// Something that is measured of a canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    /// From dropping a plan's file on the page until all of it is painted.
    Opening,
    /// Time in scripts for a move of the pointer that drags a component.
    Script,
    /// The same with working out styles and layout.
    Work,
    /// From one frame to the next while a component is dragged.
    Drag,
    /// The same while the canvas is moved.
    Pan,
    /// The same while it is zoomed.
    Zoom,
    /// From a number that is changed until the figures on the screen are those of the changed plan.
    Edit,
    /// The longest from one frame to the next after that change has been taken and until then.
    Alongside,
}

/// Milliseconds of a figure, as often as they were measured.
pub(crate) type Measured = (Figure, Vec<f64>);

impl Figure {
    pub(crate) const ALL: [Self; 8] = [
        Self::Opening,
        Self::Script,
        Self::Work,
        Self::Drag,
        Self::Pan,
        Self::Zoom,
        Self::Edit,
        Self::Alongside,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Opening => "first render",
            Self::Script => "drag: script per move",
            Self::Work => "drag: script, style and layout per move",
            Self::Drag => "drag: frame",
            Self::Pan => "pan: frame",
            Self::Zoom => "zoom: frame",
            Self::Edit => "edit to figures",
            Self::Alongside => "edit to figures: longest frame",
        }
    }

    /// The shares of all times that are told of, each with what a row says of it.
    pub(crate) fn quantiles(self) -> &'static [(f64, &'static str)] {
        match self {
            Self::Drag | Self::Pan | Self::Zoom => &[(0.5, ""), (0.95, ", 95 of 100 are faster")],
            Self::Opening | Self::Script | Self::Work | Self::Edit | Self::Alongside => &[(0.5, "")],
        }
    }

    /// The most that it may be, in milliseconds, for a plan of so many components.
    pub(crate) fn bound(self, components: usize) -> Option<f64> {
        match self {
            Self::Script => (components == 1_000).then_some(4.0),
            Self::Drag | Self::Pan | Self::Zoom => (components == 500).then_some(1_000.0 / 60.0),
            Self::Opening | Self::Work | Self::Edit | Self::Alongside => None,
        }
    }
}
