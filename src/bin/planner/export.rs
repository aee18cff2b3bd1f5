//! `planner export`.

use std::io::Write;

use availability_planner::analysis::{Options, View, fault_trees};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::workload::Workload;
use availability_planner::exchange::open_psa;

use crate::args::{Export, ExportFormat, ExportView};
use crate::failure::Failure;
use crate::input;

pub(crate) fn run(args: &Export, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let options = Options { planned_work: !args.no_planned_work };
    let unfit = |error| Failure::Analysis { path: args.plan.display().to_string(), error };
    let trees = fault_trees(scenario, &catalog, options).map_err(unfit)?;
    let view = args.view.map(|view| match view {
        ExportView::Any => View::Any,
        ExportView::Full => View::Full,
    });
    let wanted = |workload: Workload, of: View| {
        args.workload.is_none_or(|only| only == workload) && view.is_none_or(|only| only == of)
    };
    let text = match args.to {
        ExportFormat::OpenPsa => open_psa::write(&document.name, &trees, wanted),
    };
    out.write_all(text.as_bytes())?;
    Ok(())
}
