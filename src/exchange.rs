//! Everything that leaves or enters: files, storage, templates.

pub mod file;
pub mod storage;
pub mod template;
