//! The editor without a screen: what is open, selected and under way, and how each action changes it.
//!
//! [`State::reduce`] is the only way from one state to the next. It is pure, and it returns the very same state for
//! an action that changes nothing.

mod action;
mod arranging;
mod choice;
pub mod commands;
mod connecting;
mod copying;
mod document;
pub mod field;
mod gesture;
mod history;
mod joining;
mod killing;
mod naming;
mod navigation;
mod notice;
mod placing;
mod pointer;
mod presenting;
mod reading;
mod reduce;
mod release;
mod resizing;
pub mod scene;
mod selection;
mod state;
mod target;

pub use action::{Action, Place};
pub use choice::{Choice, Choices, neighbours};
pub use connecting::Connection;
pub use gesture::{Drag, Gesture, Press};
pub use history::History;
pub use killing::Blow;
pub use notice::{Notice, NoticeKind};
pub use pointer::{Button, Hit, Pointer};
pub use reading::Step;
pub use scene::Scene;
pub use state::{Preferences, State};
pub use target::Target;
