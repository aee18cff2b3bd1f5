//! What is wrong with a text, and where.

use std::fmt;

use serde::de::{Expected, Unexpected};

use super::place::Place;

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
    pub(super) fn syntax(text: &str, error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let problem = message.rsplit_once(" at line ").map_or(message.as_str(), |(problem, _)| problem);
        Self { place: Place::after(text, error.line(), error.column()), problem: shortened(problem) }
    }

    pub(super) fn shape(text: &str, misfit: Misfit) -> Self {
        let Inner { problem, mut way, .. } = *misfit.0;
        way.reverse();
        Self { place: Place::of(text, &way), problem: shortened(&problem) }
    }
}

/// Why a part of a tree does not fit a type. One pointer, since it passes through the results of every type.
#[derive(Debug)]
pub(super) struct Misfit(Box<Inner>);

#[derive(Debug, Default)]
struct Inner {
    problem: String,
    /// The number of the field that there is no value for.
    missing: Option<usize>,
    /// The entries on the way to the part, from the innermost: numbers of items of lists and of fields of objects.
    way: Vec<usize>,
}

impl Misfit {
    pub(super) fn new(problem: String) -> Self {
        Self(Box::new(Inner { problem, ..Inner::default() }))
    }

    /// The same, told from around the entry of that number.
    #[inline(never)]
    pub(super) fn within(mut self, entry: usize) -> Self {
        self.0.way.push(entry);
        self
    }

    /// The same, told by those who know the names of the fields.
    #[inline(never)]
    pub(super) fn naming(mut self, fields: &[&str]) -> Self {
        if let Some(field) = self.0.missing.take().and_then(|missing| fields.get(missing)) {
            self.0.problem = format!("missing field `{field}`");
        }
        self
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.problem)
    }
}

impl std::error::Error for Misfit {}

impl serde::de::Error for Misfit {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self::new(problem.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("expected {expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("expected {expected}"))
    }

    /// A type that is handed its fields one by one says so where it gets none for one that it needs.
    #[inline(never)]
    fn invalid_length(field: usize, _: &dyn Expected) -> Self {
        Self(Box::new(Inner { missing: Some(field), ..Inner::default() }))
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
