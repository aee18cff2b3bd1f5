//! `planner evaluate`.

use std::io::Write;

use availability_planner::analysis::{Options, analyse, under_failure};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::evaluation::Evaluation;

use crate::args::Evaluate;
use crate::failure::Failure;
use crate::{input, kill, table};

pub(crate) fn run(args: &Evaluate, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let options = Options { planned_work: !args.no_planned_work };
    let path = args.plan.display().to_string();
    let down = kill::failure_set(&path, scenario, &args.kill)?;
    let unfit = |error| Failure::Analysis { path: path.clone(), error };
    let analysis = analyse(scenario, &catalog, options).map_err(unfit)?;
    let mut evaluation = Evaluation::new(&document, scenario, options, &analysis);
    if !down.is_empty() {
        let now = under_failure(scenario, &catalog, options, &down).map_err(unfit)?;
        evaluation = evaluation.with_now(&now);
    }
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&evaluation)?)?;
    } else {
        table::print(&evaluation, &scenario.name, out)?;
    }
    Ok(())
}
