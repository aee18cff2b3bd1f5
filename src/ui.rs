//! The page: Yew components, what they need of the browser, and numbers as people say them.

pub mod format;
