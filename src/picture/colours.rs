//! The colours of the page in either theme.

/// Which of the page's two themes a picture is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Its colours.
    pub const fn colours(self) -> &'static Colours {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

macro_rules! colours {
    ($($field:ident $name:literal $light:literal $dark:literal;)+) => {
        /// The colours of a theme, named as on the page.
        #[derive(Debug)]
        pub struct Colours {
            $(#[doc = concat!("What the page calls `--", $name, "`.")] pub $field: &'static str,)+
        }

        const LIGHT: Colours = Colours { $($field: $light,)+ };
        const DARK: Colours = Colours { $($field: $dark,)+ };

        /// Name, colour in the light theme, colour in the dark one.
        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$(($name, $light, $dark),)+];
    };
}

colours! {
    surface "surface" "#ffffff" "#1a2029";
    sunken "sunken" "#eef0f3" "#12171d";
    line "line" "#dfe3e8" "#2a323d";
    line_strong "line-strong" "#c0c8d2" "#414c5b";
    ink "ink" "#1b2430" "#e8ecf1";
    ink_2 "ink-2" "#4d5b6a" "#a9b4c0";
    ink_3 "ink-3" "#5f6c7a" "#94a0ad";
    accent "accent" "#2a62cf" "#7ba6f7";
    ok "ok" "#15764c" "#4cc38a";
    risk "risk" "#945700" "#e0a54a";
    risk_soft "risk-soft" "#fdf0d9" "#36290f";
    bad "bad" "#bf2f26" "#f58079";
    bad_soft "bad-soft" "#fbe5e3" "#3b1d1d";
    external "zone-external" "#eef1f6" "#151a22";
    perimeter "zone-perimeter" "#f8f3e9" "#1c1914";
    internal "zone-internal" "#eef4f1" "#141c1a";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let style = include_str!("../../static/style.css");
        for (name, light, dark) in ALL {
            let rule = format!("\n  --{name}: light-dark({light}, {dark});");
            assert!(style.contains(&rule), "{rule}");
        }
    }
}
