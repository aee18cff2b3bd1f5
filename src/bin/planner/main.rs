//! The planner's command line: the same library without a browser.

mod args;
mod chart;
mod evaluate;
mod failure;
mod input;
mod schema;
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
        Command::Evaluate(evaluate) => evaluate::run(evaluate, &mut out),
        Command::Chart(drawn) => chart::run(drawn, &mut out),
        Command::Schema { name } => schema::run(*name, &mut out),
    };
    match done.and_then(|()| out.flush().map_err(Failure::from)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough of it.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "planner: {failure}");
            ExitCode::from(2)
        }
    }
}
