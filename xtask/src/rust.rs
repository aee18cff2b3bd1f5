//! The parts of Rust itself that are needed, and the crates.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{self, cargo, on_path, quiet};
use crate::{Error, Result};

/// What the page is compiled to.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Sees to it that the compiler can make WebAssembly.
pub(crate) fn ensure_wasm() -> Result<()> {
    if rustlib().is_some_and(|folder| folder.join(WASM).is_dir()) {
        return Ok(());
    }
    rustup("target", WASM, "the page cannot be compiled")
}

/// Sees to it that the standard library can be compiled along with the page.
pub(crate) fn ensure_std_sources() -> Result<()> {
    let library = || Some(rustlib()?.join("src").join("rust").join("library").join("Cargo.toml"));
    if !library().is_some_and(|file| file.is_file()) {
        rustup("component", "rust-src", "the page cannot be compiled")?;
    }
    let Some(file) = library() else { return Ok(()) };
    let fetch = || {
        let mut fetch = cargo();
        // The library's own manifest asks for what only its makers may use without saying so.
        fetch.args(["fetch", "--locked", "--manifest-path"]).arg(&file).env("RUSTC_BOOTSTRAP", "1");
        fetch
    };
    ensure_fetched("the crates of Rust's standard library", fetch)
}

/// Where the compiler keeps what belongs to its targets.
fn rustlib() -> Option<PathBuf> {
    let sysroot = quiet(Command::new("rustc").args(["--print", "sysroot"]))?;
    Some(Path::new(sysroot.trim()).join("lib").join("rustlib"))
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
    ensure_fetched("the crates that Cargo.lock names", || {
        let mut fetch = cargo();
        fetch.args(["fetch", "--locked"]);
        fetch
    })
}

/// Fetches what is not here yet.
fn ensure_fetched(what: &str, fetch: impl Fn() -> Command) -> Result<()> {
    if quiet(fetch().arg("--offline")).is_some() {
        return Ok(());
    }
    eprintln!("==> Fetching {what}: about a minute, once");
    let mut fetch = fetch();
    let (status, said) = command::overheard(&mut fetch)?;
    if !status.success() && speaks_of_the_network(&said) {
        return Err(Error::NoNetwork { what: what.into() });
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
