//! `planner chart`.

use std::io::Write;

use availability_planner::analysis::{Options, analyse, served_users};
use availability_planner::catalog::Catalog;
use availability_planner::chart;

use crate::args::{ChartKind, DrawChart};
use crate::failure::Failure;
use crate::input;

pub(crate) fn run(args: &DrawChart, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let (options, width) = (Options { planned_work: !args.no_planned_work }, args.width);
    let failed = |error| Failure::Analysis { path: args.plan.display().to_string(), error };
    let analysed = || analyse(scenario, &catalog, options).map_err(failed);
    let chart = match args.kind {
        ChartKind::Availability => chart::availability(&analysed()?.workloads, width),
        ChartKind::Served => {
            chart::served(&served_users(scenario, &catalog, options).map_err(failed)?, width)
        }
        ChartKind::Failures => chart::failures(&analysed()?.failures, width),
        ChartKind::Losses => {
            let analysis = analysed()?;
            chart::losses(analysis.headline.as_ref(), &analysis.workloads, width)
        }
    }?;
    out.write_all(chart.standalone().as_bytes())?;
    Ok(())
}
