//! `planner check`.

use std::io::Write;
use std::process::ExitCode;

use availability_planner::catalog::Catalog;
use availability_planner::exchange::findings::Findings;
use availability_planner::rules::{Severity, check, checklist};

use crate::args::Check;
use crate::failure::Failure;
use crate::{input, list};

/// What a plan with an error ends with; 2 is for input that is no plan.
const UNSUPPORTED: u8 = 1;

pub(crate) fn run(args: &Check, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let checklist = checklist(scenario, &catalog);
    let findings = Findings::new(&document, scenario, &check(scenario, &catalog), &checklist);
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&findings)?)?;
    } else {
        list::print(&findings, scenario, out)?;
    }
    let is_supported = findings.of(Severity::Error).next().is_none();
    Ok(if is_supported { ExitCode::SUCCESS } else { ExitCode::from(UNSUPPORTED) })
}
