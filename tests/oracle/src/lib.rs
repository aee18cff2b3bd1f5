//! Expected figures of the shipped plans, derived independently of the planner.
