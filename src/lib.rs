//! The availability planner: from a drawn topology to figures that can be traced to their sources.
//!
//! The modules stand in the order in which a plan passes through them; see `ARCHITECTURE.md`.

pub mod catalog;
pub mod geometry;
pub mod json;
pub mod plan;
pub mod reliability;
pub mod rules;

pub mod analysis;
pub mod chart;
pub mod collected;
pub mod compute;
pub mod decimal;
pub mod editor;
pub mod exchange;
pub mod panel;
pub mod picture;
pub mod report;

#[cfg(any(feature = "ui", test))]
pub mod ui;
