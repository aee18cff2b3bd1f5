//! The page: Yew components, what they need of the browser, and numbers as people say them.

pub mod format;

#[cfg(feature = "ui")]
mod app;
#[cfg(feature = "ui")]
mod asking;
#[cfg(feature = "ui")]
mod canvas;
#[cfg(feature = "ui")]
mod chooser;
#[cfg(feature = "ui")]
mod clipboard;
#[cfg(feature = "ui")]
mod clock;
#[cfg(feature = "ui")]
mod computed;
#[cfg(feature = "ui")]
mod derivation;
#[cfg(feature = "ui")]
mod dialog;
#[cfg(feature = "ui")]
mod element;
#[cfg(feature = "ui")]
mod errands;
#[cfg(feature = "ui")]
mod figure_key;
#[cfg(feature = "ui")]
mod figure_value;
#[cfg(feature = "ui")]
mod files;
#[cfg(feature = "ui")]
mod finding;
#[cfg(feature = "ui")]
mod headline;
#[cfg(feature = "ui")]
mod icon;
#[cfg(feature = "ui")]
mod indexed_db;
#[cfg(feature = "ui")]
mod inspector;
#[cfg(feature = "ui")]
mod keeper;
#[cfg(feature = "ui")]
mod kept;
#[cfg(feature = "ui")]
mod listening;
#[cfg(feature = "ui")]
mod mark;
#[cfg(feature = "ui")]
mod markup;
#[cfg(feature = "ui")]
mod memo;
#[cfg(feature = "ui")]
mod message;
#[cfg(feature = "ui")]
mod now_figure;
#[cfg(feature = "ui")]
mod object;
#[cfg(feature = "ui")]
mod palette;
#[cfg(feature = "ui")]
mod plans;
#[cfg(feature = "ui")]
mod results;
#[cfg(feature = "ui")]
mod shared;
#[cfg(feature = "ui")]
mod size;
#[cfg(feature = "ui")]
mod start;
#[cfg(feature = "ui")]
mod strike;
#[cfg(feature = "ui")]
mod theme;
#[cfg(feature = "ui")]
mod told;
#[cfg(feature = "ui")]
mod top_bar;
#[cfg(any(feature = "ui", test))]
mod typing;
#[cfg(feature = "ui")]
mod versions;
#[cfg(any(feature = "ui", test))]
mod words;
#[cfg(feature = "ui")]
mod workspace;

#[cfg(feature = "ui")]
pub use app::App;
#[cfg(feature = "ui")]
pub use indexed_db::IndexedDb;
