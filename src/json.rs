//! Reading and writing JSON: a text becomes a tree, the tree becomes a document, and a document becomes a text.
//!
//! `serde` could read every type from the text itself. Then all that picks a text apart, and all that may be wrong with a value,
//! would stand in the page once for every type. Here it stands there once, and the tree knows the place of what does not fit.
//! With writing it is the same.

mod bare;
mod error;
mod name;
mod place;
mod reading;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod types;
mod writing;

pub(crate) use bare::{bare, copy_bare};
pub use error::Error;
pub use place::Place;
pub use reading::{Field, Fields, FromJson, Reading, Way};
pub use tree::Json;
pub(crate) use types::{fields, names, read_fields};
pub use writing::{Object, ToJson, Writer, line, lines};

/// A JSON text that has been read.
#[derive(Debug)]
pub struct Parsed<'t> {
    text: &'t str,
    whole: Json<'t>,
}

impl<'t> Parsed<'t> {
    /// Reads a text.
    ///
    /// # Errors
    /// [`Error`] where the text is not JSON, holds a number beyond what an `f64` can hold, or nests more than 127 deep.
    pub fn new(text: &'t str) -> Result<Self, Error> {
        let whole = text::tree(text).map_err(|stop| Error::syntax(text, stop))?;
        Ok(Self { text, whole })
    }

    /// The value of a field at the top, or none; of a field given twice the first.
    ///
    /// # Errors
    /// [`Error`] where the text holds no object.
    pub fn field(&self, name: &str) -> Result<Option<&Json<'_>>, Error> {
        let mut reading = Reading::default();
        let fields = reading.entries(&self.whole);
        let field = fields.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        self.fitting(field, reading)
    }

    /// The value that the text stands for.
    ///
    /// A field must be there unless the type says what stands for it, and none may be there that the type does not know.
    ///
    /// # Errors
    /// [`Error`] names the first part that does not fit the type.
    pub fn read<T: FromJson>(&self) -> Result<T, Error> {
        let mut reading = Reading::default();
        let value = T::from_json(&self.whole, &mut reading);
        self.fitting(value, reading)
    }

    /// Where a part stands that a value was read from.
    pub fn place(&self, Way(way): &Way) -> Place {
        Place::of(self.text, way)
    }

    fn fitting<T>(&self, value: T, reading: Reading) -> Result<T, Error> {
        match reading.misfit() {
            Some(misfit) => Err(Error::shape(self.text, &misfit)),
            None => Ok(value),
        }
    }
}
