//! Why a test could not go on.

use std::io;
use std::time::Duration;

use crate::console::Entry;

/// The result of what a test asks of the page.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The site, the browser or its driver is missing.
    #[error(transparent)]
    Setup(#[from] xtask::Error),
    /// There are no tests in a browser of this name.
    #[error("{variable} names the browser `{name}`; there is only `{firefox}`, and Chromium without the variable", variable = xtask::BROWSER, firefox = xtask::FIREFOX)]
    NoSuchBrowser {
        /// Its name.
        name: String,
    },
    /// Only Chromium has the command.
    #[error(
        "`{0}` is a command of Chromium's; a test that needs it belongs into a module `only_in_chromium`"
    )]
    OnlyInChromium(String),
    /// A program or a file of the test itself.
    #[error("{what}: {source}")]
    Io {
        /// What was tried.
        what: &'static str,
        /// Why it did not work.
        source: io::Error,
    },
    /// The driver ended or did not say where it listens.
    #[error("the browser's driver did not start")]
    NoDriver,
    /// The driver did not answer.
    #[error("the browser's driver did not answer `{command}`: {source}")]
    Lost {
        /// What was asked.
        command: String,
        /// Why there is no answer.
        source: ureq::Error,
    },
    /// The driver answered that it could not do what was asked.
    #[error("the browser could not do `{command}`: {message}")]
    Refused {
        /// What was asked.
        command: String,
        /// What it said.
        message: String,
    },
    /// The driver answered something else than was asked for.
    #[error("`{command}` gave {value}")]
    Unexpected {
        /// What was asked.
        command: String,
        /// What came back.
        value: String,
    },
    /// What a test waited for did not come.
    #[error("waited {} s in vain for {what}", waited.as_secs())]
    Late {
        /// What should have come.
        what: String,
        /// How long it was waited for.
        waited: Duration,
    },
    /// Nothing says where axe-core is.
    #[error("AXE does not name axe-core's script; `cargo xtask test --only browser` fetches it and sets AXE")]
    NoAxe,
    /// The page wrote errors to the console.
    #[error("the console has errors:\n{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Console(Vec<Entry>),
}

impl Error {
    pub(crate) fn io(what: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { what, source }
    }
}
