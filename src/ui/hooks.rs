//! What components need of the browser and of the rest of the planner, each as a hook.

mod analysis;
mod autosave;
mod keyboard;
mod listener;
mod size;

pub use analysis::{Computed, use_analysis};
pub use autosave::{SaveState, use_autosave};
pub use keyboard::use_keyboard;
pub use listener::use_window_event;
pub use size::use_size;
