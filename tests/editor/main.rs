//! The editor without a screen, driven by actions; its invariants are checked after each of them.

#![cfg(not(target_arch = "wasm32"))]

#[cfg(test)]
mod arranging;
#[cfg(test)]
mod bench;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod fixes;
#[cfg(test)]
mod insertion;
#[cfg(test)]
mod invariants;
#[cfg(test)]
mod killing;
#[cfg(test)]
#[path = "../any_plan/plan/mod.rs"]
mod plan;
#[cfg(test)]
mod pointer;
#[cfg(test)]
mod random;
#[cfg(test)]
mod steps;
