//! `planner solve`.

mod table;

use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use availability_planner::exchange::model::{
    self, CutSets, Hours, HoursOrNone, Simulation, Uncertainty, Wanted,
};
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
    let seconds = Duration::try_from_secs_f64(args.seconds).unwrap_or(Duration::MAX);
    let is_over = || begun.elapsed() >= seconds;
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
        return tree
            .map(Question::FaultTree)
            .map_err(|error| Failure::FaultTree { path: path(), error: error.into() });
    }
    if begins.starts_with('{') {
        if args.top.is_some() {
            let problem = "a model says itself when it is up; --top is for fault trees. Leave it out.";
            return Err(Failure::Asked { path: path(), problem });
        }
        return model::read(text)
            .map(Question::Model)
            .map_err(|error| Failure::Model { path: path(), error: error.into() });
    }
    let found = match begins.chars().next() {
        Some(character) => format!("“{}”", character.escape_debug()),
        None => "nothing".into(),
    };
    Err(Failure::NoModel { path: path(), found })
}

/// What the file wants, and what the command line adds.
fn wanted(args: &Solve, question: &Question) -> Result<Wanted, Failure> {
    let refused = |problem| Err(Failure::Asked { path: args.file.display().to_string(), problem });
    let of_time = args.first_failure || !args.at.is_empty() || !args.over.is_empty();
    let of_models = of_time || args.uncertainty.is_some() || args.simulate.is_some();
    if of_models && matches!(question, Question::FaultTree(_)) {
        return refused(
            "a fault tree has no times and no error factors. Leave out what needs them, or use a model.",
        );
    }
    if args.capacity && !question.has_capacity() {
        return refused("--capacity needs a model whose `capacity` says of what. Add it.");
    }
    let mut wanted = question.wanted();
    wanted.importance |= args.importance;
    wanted.capacity |= args.capacity;
    wanted.first_failure |= args.first_failure;
    if let Some(top) = args.cut_sets {
        wanted.cut_sets = Some(CutSets { max_order: args.order, top });
    }
    if let Some(samples) = args.uncertainty {
        wanted.uncertainty = Some(Uncertainty { samples, ..wanted.uncertainty.unwrap_or_default() });
    }
    if let Some(years) = args.simulate {
        let seed = wanted.simulation.map_or(1, |simulation| simulation.seed);
        wanted.simulation = Some(Simulation { years, seed });
    }
    if let Some(seed) = args.seed {
        wanted.uncertainty = wanted.uncertainty.map(|uncertainty| Uncertainty { seed, ..uncertainty });
        wanted.simulation = wanted.simulation.map(|simulation| Simulation { seed, ..simulation });
    }
    for hours in &args.at {
        match HoursOrNone::new(*hours) {
            Some(hours) => wanted.at_hours.push(hours),
            None => return refused("--at takes hours from 0 to 1e15. Correct them."),
        }
    }
    for hours in &args.over {
        match Hours::new(*hours) {
            Some(hours) => wanted.over_hours.push(hours),
            None => return refused("--over takes hours from 1e-9 to 1e15. Correct them."),
        }
    }
    Ok(wanted)
}
