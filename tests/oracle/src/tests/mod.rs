//! Each figure is derived a second way here, and compared with a third.

mod elimination;
mod joint;
mod laws;
mod pinned;
