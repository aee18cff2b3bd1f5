//! The colours of charts: a class for the page's theme, and the light theme's colour for a drawing that stands alone.

/// What a part of a drawing means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Names and values.
    Text,
    /// Words of the axis.
    Quiet,
    /// Lines of the axis.
    Grid,
    /// The room that a bar could fill.
    Track,
    /// A value.
    Value,
    /// A value that misses its target, or users at risk.
    Risk,
    /// Users without service.
    Bad,
    /// What somebody planned.
    Planned,
    /// A target.
    Target,
}

impl Ink {
    /// Every ink, each with a colour of its own.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Quiet,
        Self::Grid,
        Self::Track,
        Self::Value,
        Self::Risk,
        Self::Bad,
        Self::Planned,
        Self::Target,
    ];

    /// The class that the page's style sheet colours.
    pub fn class(self) -> &'static str {
        match self {
            Self::Text => "chart-text",
            Self::Quiet => "chart-quiet",
            Self::Grid => "chart-grid",
            Self::Track => "chart-track",
            Self::Value => "chart-value",
            Self::Risk => "chart-risk",
            Self::Bad => "chart-bad",
            Self::Planned => "chart-planned",
            Self::Target => "chart-target",
        }
    }

    /// The colour where no style sheet says otherwise.
    pub fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Text => (0x1B, 0x24, 0x30),
            Self::Quiet => (0x52, 0x60, 0x6F),
            Self::Grid => (0xDF, 0xE3, 0xE8),
            Self::Track => (0xEE, 0xF0, 0xF3),
            Self::Value => (0x2F, 0x6B, 0xDE),
            Self::Risk => (0xB2, 0x6A, 0x00),
            Self::Bad => (0xBF, 0x2F, 0x26),
            Self::Planned => (0x5F, 0x6C, 0x7A),
            Self::Target => (0x1B, 0x24, 0x31),
        }
    }

    /// The colour in the dark theme, as `standalone` states it.
    pub fn dark(self) -> &'static str {
        match self {
            Self::Text | Self::Target => "#E8ECF1",
            Self::Quiet => "#A9B4C0",
            Self::Grid => "#2A323D",
            Self::Track => "#12171D",
            Self::Value => "#7BA6F7",
            Self::Risk => "#E0A54A",
            Self::Bad => "#F58079",
            Self::Planned => "#94A0AD",
        }
    }

    /// The colour as an attribute says it.
    pub fn hex(self) -> String {
        let (red, green, blue) = self.rgb();
        format!("#{red:02X}{green:02X}{blue:02X}")
    }
}

/// The drawing with a class beside every colour: `class="chart-value chart-fill" fill="#2F6BDE"`.
///
/// Text cannot be mistaken for an attribute, since its quotation marks are escaped.
pub(super) fn classed(svg: &str) -> String {
    let mut classed = svg.to_string();
    for ink in Ink::ALL {
        for attribute in ["fill", "stroke"] {
            let plain = format!(" {attribute}=\"{}\"", ink.hex());
            let with_class = format!(" class=\"{} chart-{attribute}\"{plain}", ink.class());
            classed = classed.replace(&plain, &with_class);
        }
    }
    classed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_has_a_class_and_a_colour_of_its_own() {
        let classes: std::collections::BTreeSet<_> = Ink::ALL.iter().map(|ink| ink.class()).collect();
        let colours: std::collections::BTreeSet<_> = Ink::ALL.iter().map(|ink| ink.hex()).collect();
        assert_eq!((classes.len(), colours.len()), (Ink::ALL.len(), Ink::ALL.len()));
    }

    #[test]
    fn the_page_colours_every_ink() {
        let styles = include_str!("../../static/panels.css");
        for class in Ink::ALL.map(Ink::class) {
            assert!(styles.contains(&format!("\n.{class}.chart-")), "{class} has no rule");
        }
    }

    #[test]
    fn a_colour_gets_its_class_and_other_attributes_stay() {
        assert_eq!(
            classed(r##"<rect x="1" fill="#2F6BDE" stroke="none"/>"##),
            r##"<rect x="1" class="chart-value chart-fill" fill="#2F6BDE" stroke="none"/>"##
        );
    }
}
