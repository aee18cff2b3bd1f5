//! Everything that leaves or enters: files, storage, templates, answers.

pub mod capacity;
pub mod evaluation;
pub mod file;
pub mod findings;
pub mod link;
pub mod model;
pub mod number;
pub mod open_psa;
pub mod parts_list;
mod precedence;
#[cfg(feature = "schema")]
pub mod schema;
pub mod solution;
pub mod storage;
pub mod template;
pub mod years;
