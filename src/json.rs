//! Reading JSON: a text becomes a tree, and the tree becomes a document.
//!
//! `serde_json` could read every type from the text itself. Then all that picks a text apart would stand in the page once for
//! every type. Here it stands there once, what gets values out of the tree does so once too, and the tree knows the place of
//! what does not fit.

mod error;
mod part;
mod place;
#[cfg(test)]
mod tests;
mod tree;

use serde::Deserialize;

pub use error::Error;
pub use place::Place;
pub use tree::Json;

use error::Misfit;
use part::Part;

/// A JSON text that has been read.
#[derive(Debug)]
pub struct Parsed<'t> {
    text: &'t str,
    whole: Json,
}

impl<'t> Parsed<'t> {
    /// Reads a text.
    ///
    /// # Errors
    /// [`Error`] where the text is not JSON, holds a number beyond what an `f64` can hold, or nests more than 127 deep.
    pub fn new(text: &'t str) -> Result<Self, Error> {
        let whole = serde_json::from_str(text).map_err(|error| Error::syntax(text, &error))?;
        Ok(Self { text, whole })
    }

    /// The value of a field at the top, or none; of a field given twice the first.
    ///
    /// # Errors
    /// [`Error`] where the text holds no object.
    pub fn field(&self, name: &str) -> Result<Option<&Json>, Error> {
        let fields = Part::Value(&self.whole).fields().map_err(|misfit| self.error(misfit))?;
        Ok(fields.iter().find(|(key, _)| key == name).map(|(_, value)| value))
    }

    /// The value that the text stands for.
    ///
    /// A field must be there unless the type says `#[serde(default)]` of it, and none may be there that the type does not know.
    ///
    /// # Errors
    /// [`Error`] names the first part that does not fit the type.
    pub fn read<'p, T: Deserialize<'p>>(&'p self) -> Result<T, Error> {
        T::deserialize(Part::Value(&self.whole)).map_err(|misfit| self.error(misfit))
    }

    fn error(&self, misfit: Misfit) -> Error {
        Error::shape(self.text, misfit)
    }
}
