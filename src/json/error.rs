//! What is wrong with a text, and where.

use super::place::Place;
use super::reading::Misfit;
use super::text::Stop;

/// Why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Error {
    /// Where.
    pub place: Place,
    /// What is wrong there, in a few words.
    pub problem: String,
}

impl Error {
    pub(super) fn syntax(text: &str, stop: Stop) -> Self {
        Self { place: Place::after(text, stop.at), problem: stop.problem.into() }
    }

    pub(super) fn shape(text: &str, misfit: &Misfit) -> Self {
        Self { place: Place::of(text, &misfit.way), problem: shortened(&misfit.problem) }
    }
}

/// The beginning of a text that may be of any length.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 300;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_string() + "…",
        None => text.into(),
    }
}
