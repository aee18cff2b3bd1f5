//! Sets up, builds, serves and tests the planner.

fn main() {}
