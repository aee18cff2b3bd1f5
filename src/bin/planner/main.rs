//! The planner's command line: the same library without a browser.

mod args;
mod capacity;
mod chart;
mod check;
mod evaluate;
mod export;
mod failure;
mod input;
mod kill;
mod list;
mod parts;
mod schema;
mod simulate;
mod solve;
mod table;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use failure::Failure;

fn main() -> ExitCode {
    let args = Args::parse();
    let mut out = io::stdout().lock();
    let done = match &args.command {
        Command::Evaluate(evaluate) => evaluate::run(evaluate, &mut out).map(|()| ExitCode::SUCCESS),
        Command::Check(check) => check::run(check, &mut out),
        Command::Capacity(asked) => capacity::run(asked, &mut out).map(|()| ExitCode::SUCCESS),
        Command::Chart(drawn) => chart::run(drawn, &mut out).map(|()| ExitCode::SUCCESS),
        Command::Parts(parts) => parts::run(parts, &mut out).map(|()| ExitCode::SUCCESS),
        Command::Solve(asked) => solve::run(asked, &mut out),
        Command::Export(export) => export::run(export, &mut out).map(|()| ExitCode::SUCCESS),
        Command::Simulate(simulate) => simulate::run(simulate, &mut out).map(|()| ExitCode::SUCCESS),
        Command::Schema { name } => schema::run(*name, &mut out).map(|()| ExitCode::SUCCESS),
    };
    match done.and_then(|code| out.flush().map(|()| code).map_err(Failure::from)) {
        Ok(code) => code,
        // Whoever reads the output has seen enough of it.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "planner: {failure}");
            ExitCode::from(2)
        }
    }
}
