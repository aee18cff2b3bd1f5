//! All checks and all tests, one after the other, and what came of them.

mod environment;
mod firefox;
mod step;
mod summary;
mod tally;

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

pub(crate) use crate::check::environment::Environment;
pub(crate) use crate::check::step::Step;
use crate::check::summary::{Ending, Outcome, summary};
use crate::tools::Tools;
use crate::{Result, command, project, site};

/// Runs the steps, going on after one that fails; its code says whether all went well.
pub(crate) fn check(fresh_tools: bool, all_in_firefox: bool, only: &[Step]) -> Result<ExitCode> {
    let tools = if fresh_tools { Tools::fresh()? } else { Tools::cached()? };
    let mut environment = Environment::new(tools);
    environment.all_in_firefox = all_in_firefox;
    let mut outcomes: Vec<Outcome> = Vec::new();
    for step in Step::chosen(only) {
        let unmet = step.needs().filter(|needed| {
            outcomes
                .iter()
                .any(|outcome| outcome.step == *needed && !matches!(outcome.ending, Ending::Passed(_)))
        });
        outcomes.push(match unmet {
            Some(needed) => Outcome { step, seconds: 0.0, ending: Ending::Skipped(needed) },
            None => perform(step, &mut environment),
        });
    }
    print!("\n{}", summary(&outcomes));
    let all_well = outcomes.iter().all(|outcome| matches!(outcome.ending, Ending::Passed(_)));
    Ok(if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Takes the picture of the running page that the README shows.
pub(crate) fn picture(out: &Path) -> Result<()> {
    let mut environment = Environment::new(Tools::cached()?);
    site::build(&environment.tools, &project::dist())?;
    let variables = environment.for_browser_tests()?;
    let mut take = command::cargo();
    take.args(["run", "--quiet", "--package", "browser", "--bin", "picture", "--"]).arg(out).envs(variables);
    command::run(&mut take)
}

fn perform(step: Step, environment: &mut Environment) -> Outcome {
    eprintln!("\n==> {}: {}", step.name(), step.about());
    let start = Instant::now();
    let ending = match step.perform(environment) {
        Ok(tally) if tally.failed == 0 => Ending::Passed(tally),
        Ok(tally) => Ending::Failed(tally, None),
        Err(error) => Ending::Failed(tally::Tally::default(), Some(error.to_string())),
    };
    if let Ending::Failed(_, Some(why)) = &ending {
        eprintln!("\nerror: {why}");
    }
    Outcome { step, seconds: start.elapsed().as_secs_f64(), ending }
}
