//! The parts of Rust itself that are needed, and the crates.

use std::path::Path;
use std::process::Command;

use crate::command::{self, cargo, on_path, quiet};
use crate::{Error, Result};

/// What the page is compiled to.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Sees to it that the compiler can make WebAssembly.
pub(crate) fn ensure_wasm() -> Result<()> {
    let Some(sysroot) = quiet(Command::new("rustc").args(["--print", "sysroot"])) else {
        return rustup("target", WASM, "the page cannot be compiled");
    };
    if Path::new(sysroot.trim()).join("lib").join("rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    rustup("target", WASM, "the page cannot be compiled")
}

/// Sees to it that `cargo fmt` works.
pub(crate) fn ensure_rustfmt() -> Result<()> {
    ensure_component("rustfmt", "cargo-fmt", "the format of the code cannot be checked")
}

/// Sees to it that `cargo clippy` works.
pub(crate) fn ensure_clippy() -> Result<()> {
    ensure_component("clippy", "cargo-clippy", "the code cannot be checked for what clippy finds")
}

fn ensure_component(name: &'static str, program: &str, meaning: &'static str) -> Result<()> {
    if on_path(program).any(|found| quiet(Command::new(found).arg("--version")).is_some()) {
        return Ok(());
    }
    rustup("component", name, meaning)
}

fn rustup(kind: &'static str, part: &'static str, meaning: &'static str) -> Result<()> {
    if on_path("rustup").next().is_none() {
        return Err(Error::NoRustup { part, meaning });
    }
    eprintln!("==> Adding Rust's {part}, without which {meaning}: about half a minute, once");
    command::run(Command::new("rustup").args([kind, "add", part]))
}

/// Sees to it that every crate in `Cargo.lock` is on this computer.
pub(crate) fn ensure_crates() -> Result<()> {
    if quiet(cargo().args(["fetch", "--locked", "--offline"])).is_some() {
        return Ok(());
    }
    eprintln!("==> Fetching the crates that Cargo.lock names: about a minute, once");
    let mut fetch = cargo();
    let (status, said) = command::overheard(fetch.args(["fetch", "--locked"]))?;
    if !status.success() && speaks_of_the_network(&said) {
        return Err(Error::NoNetwork { what: "the crates that Cargo.lock names".into() });
    }
    command::demand(&fetch, status)
}

/// Whether cargo failed for want of a network.
pub(crate) fn speaks_of_the_network(said: &str) -> bool {
    const SIGNS: [&str; 6] = [
        "Could not resolve host",
        "Couldn't resolve host",
        "network failure",
        "spurious network error",
        "Could not connect to server",
        "failed to download from",
    ];
    SIGNS.iter().any(|sign| said.contains(sign))
}
