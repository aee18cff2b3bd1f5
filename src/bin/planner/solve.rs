//! `planner solve`.

mod table;

use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use availability_planner::exchange::model::{self, Wanted};
use availability_planner::exchange::open_psa;
use availability_planner::exchange::solution::{Question, solve};
use availability_planner::reliability::Budget;

use crate::args::Solve;
use crate::failure::Failure;
use crate::input;

/// What an answer ends with that is not whole; 2 is for input that is no model.
const BOUNDED: u8 = 1;

pub(crate) fn run(args: &Solve, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let begun = Instant::now();
    let question = question(args)?;
    let wanted = wanted(args, &question)?;
    let seconds = args.seconds.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX));
    let is_over = || seconds.is_some_and(|seconds| begun.elapsed() >= seconds);
    let budget = Budget { nodes: args.nodes, is_over: &is_over };
    let mut solution = solve(&question, &wanted, &budget);
    solution.seconds = begun.elapsed().as_secs_f64();
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&solution)?)?;
    } else {
        table::print(&solution, out)?;
    }
    Ok(if solution.is_exact() { ExitCode::SUCCESS } else { ExitCode::from(BOUNDED) })
}

/// What the file holds, told by its first character.
fn question(args: &Solve) -> Result<Question, Failure> {
    let path = || args.file.display().to_string();
    let bytes = input::bytes(&args.file, open_psa::FILE_BYTES)?;
    let not_text = |error: std::str::Utf8Error| Failure::NotText { path: path(), at: error.valid_up_to() };
    let text = std::str::from_utf8(&bytes).map_err(not_text)?;
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    if begins.starts_with('<') {
        let tree = open_psa::read_at(text, args.top.as_deref(), args.mission_time);
        return tree.map(Question::FaultTree).map_err(|error| Failure::FaultTree { path: path(), error });
    }
    if begins.starts_with('{') {
        if args.top.is_some() {
            let problem = "a model says itself when it is up; --top is for fault trees. Leave it out.";
            return Err(Failure::Asked { path: path(), problem });
        }
        return model::read(text)
            .map(Question::Model)
            .map_err(|error| Failure::Model { path: path(), error });
    }
    let found = match begins.chars().next() {
        Some(character) => format!("“{}”", character.escape_debug()),
        None => "nothing".into(),
    };
    Err(Failure::NoModel { path: path(), found })
}

/// What the file wants, and what the command line adds.
fn wanted(args: &Solve, question: &Question) -> Result<Wanted, Failure> {
    let mut wanted = question.wanted();
    wanted.importance |= args.importance;
    if args.capacity {
        if !question.has_capacity() {
            let problem = "--capacity needs a model whose `capacity` says of what. Add it.";
            return Err(Failure::Asked { path: args.file.display().to_string(), problem });
        }
        wanted.capacity = true;
    }
    Ok(wanted)
}
