//! Everything that leaves or enters: files, storage, templates, answers.

pub mod evaluation;
pub mod file;
#[cfg(feature = "schema")]
pub mod schema;
pub mod storage;
pub mod template;
