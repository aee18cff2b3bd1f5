//! The tree.

use std::fmt;

use super::error::shortened;
use super::writing::line;

/// A JSON value as it stands in a text: fields in their order, and twice where they are given twice.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written, with the `f64` nearest to it.
    Number(&'t str, f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json<'t>>),
    /// An object.
    Object(Vec<(String, Json<'t>)>),
}

impl Json<'_> {
    /// The number, where it is one that fits and was written without a sign, a point and an exponent.
    pub fn whole_number(&self) -> Option<u64> {
        let Self::Number(written, _) = self else { return None };
        written.bytes().try_fold(0_u64, |number, byte| {
            let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
            number.checked_mul(10)?.checked_add(digit.into())
        })
    }
}

/// A value as a message shows it: of a long text the beginning, of a list or an object only what it is.
impl fmt::Display for Json<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => out.write_str("null"),
            Self::Bool(value) => value.fmt(out),
            Self::Number(written, _) => out.write_str(&shortened(written)),
            Self::Text(value) => out.write_str(&line(&shortened(value))),
            Self::List(_) => out.write_str("a list"),
            Self::Object(_) => out.write_str("an object"),
        }
    }
}
