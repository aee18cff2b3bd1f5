//! Sets up, builds, serves and tests the planner: `cargo xtask --help`.
//!
//! A library as well as a program, because the browser tests serve the site and find the browsers by the same code.

mod bench;
mod check;
pub mod chromium;
mod cli;
mod command;
mod debian;
mod dev;
mod error;
pub mod firefox;
mod project;
mod rust;
mod serve;
pub mod server;
mod site;
mod size;
mod tools;

use std::process::ExitCode;

use clap::Parser;

use crate::bench::Subject;
use crate::cli::{Cli, Task};
pub use crate::error::{Error, Result};

/// The variable that names the browser which the browser tests run in: Chromium, unless it is [`FIREFOX`].
pub const BROWSER: &str = "PLANNER_BROWSER";
/// The value of [`BROWSER`] for Firefox.
pub const FIREFOX: &str = "firefox";

/// Does what the command line asks for, and says what went wrong if it could not.
pub fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    match task {
        Task::Serve { port } => serve::serve(port)?,
        Task::Build { out } => site::build(&tools::Tools::cached()?, &out)?,
        Task::Dev { port } => dev::dev(port)?,
        Task::Size { accept } => size::command(accept)?,
        Task::Picture { out } => check::picture(&out)?,
        Task::BenchBrowser { peer: true, words, .. } => bench::bench(Subject::Peer, &words)?,
        Task::BenchBrowser { canvas: true, words, .. } => bench::bench(Subject::Canvas, &words)?,
        Task::BenchBrowser { words, .. } => bench::bench(Subject::All, &words)?,
        Task::Test { fresh_tools, all_in_firefox, only } => {
            return check::check(fresh_tools, all_in_firefox, &only);
        }
    }
    Ok(ExitCode::SUCCESS)
}
