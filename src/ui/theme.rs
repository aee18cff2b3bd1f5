//! Light, dark or as the system has it: kept in this browser, applied to the document's root element.

use web_sys::Element;

use super::kept::{keep, kept};

/// The key in the browser's local storage; `boot.js` reads it before anything is painted.
const KEY: &str = "theme";

/// Which colours the page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// All of them, in the order in which the button goes through them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in storage, in icons and on the root element.
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "Like the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The one chosen in this browser.
    pub fn chosen() -> Self {
        let kept = kept(KEY);
        Self::ALL.into_iter().find(|theme| kept.as_deref() == Some(theme.id())).unwrap_or_default()
    }

    /// Paints the page in it and keeps the choice where the browser keeps anything.
    pub fn choose(self) {
        if let Some(root) = root() {
            let painted = match self {
                Self::System => root.remove_attribute("data-theme"),
                Self::Light | Self::Dark => root.set_attribute("data-theme", self.id()),
            };
            debug_assert!(painted.is_ok(), "the attribute's name is valid");
        }
        keep(KEY, (self != Self::System).then_some(self.id()));
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
