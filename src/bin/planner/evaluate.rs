//! `planner evaluate`.

use std::io::Write;

use availability_planner::analysis::{Options, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::evaluation::Evaluation;

use crate::args::Evaluate;
use crate::failure::Failure;
use crate::{input, table};

pub(crate) fn run(args: &Evaluate, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let path = args.plan.display().to_string();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let options = Options { planned_work: !args.no_planned_work };
    let analysis = analyse(scenario, &catalog, options).map_err(|error| Failure::Analysis { path, error })?;
    let evaluation = Evaluation::new(&document, scenario, options, &analysis);
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&evaluation)?)?;
    } else {
        table::print(&evaluation, &scenario.name, out)?;
    }
    Ok(())
}
