//! Any plan at all, asked for everything that can be asked of one.

#![cfg(not(target_arch = "wasm32"))]

#[cfg(test)]
mod answers;
#[cfg(test)]
mod bounds;
#[cfg(test)]
mod killing;
#[cfg(test)]
mod leaving;
#[cfg(test)]
mod plan;
