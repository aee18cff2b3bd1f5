//! Times the engine's cases natively and in the browser: `bench PROGRAM PROFILES [WORD...]`.
//!
//! PROGRAM measures natively. The site holds the same code as a worker's program, in a folder for each of the PROFILES, between commas,
//! that it was compiled with. Words choose the cases whose names have one of them in them. A case is measured by all programs before
//! the next one is, so that whatever else the machine does is much the same for all. Fails if an answer differs in any bit.

mod native;
mod table;
mod worker;

use std::env;
use std::process::ExitCode;

use browser::{Page, Result, visit};
use engine_cases::{Case, cases};

use crate::native::Native;
use crate::table::{Row, Table};
use crate::worker::Worker;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let (Some(program), Some(profiles)) = (arguments.next(), arguments.next()) else {
        eprintln!("bench: name the native program and the profiles");
        return ExitCode::FAILURE;
    };
    let profiles: Vec<&str> = profiles.split(',').collect();
    let words: Vec<String> = arguments.collect();
    let mut table = Table::new(&profiles);
    let chosen = |case: &Case| words.is_empty() || words.iter().any(|word| case.name.contains(word));
    let measured = visit("/", |page| fill(&mut table, page, &program, &profiles, chosen));
    match measured {
        Ok(()) if table.differing() == 0 => ExitCode::SUCCESS,
        Ok(()) => {
            eprintln!("bench: {} cases have another answer in the browser", table.differing());
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn fill(
    table: &mut Table,
    page: &Page,
    program: &str,
    profiles: &[&str],
    chosen: impl Fn(&Case) -> bool,
) -> Result<()> {
    let mut native = Native::start(program)?;
    let workers: Vec<Worker> =
        profiles.iter().map(|profile| Worker::start(page, profile)).collect::<Result<_>>()?;
    print!("{}", table.head());
    for (number, case) in cases().into_iter().enumerate().filter(|(_, case)| chosen(case)) {
        let natively = native.measure(number)?;
        let in_browser = workers.iter().map(|worker| worker.measure(number)).collect::<Result<_>>()?;
        print!("{}", table.add(Row { case, natively, in_browser }));
    }
    Ok(())
}
