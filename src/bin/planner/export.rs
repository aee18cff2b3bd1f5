//! `planner export`.

use std::io::Write;

use availability_planner::analysis::{FailureSet, Options, View, fault_trees};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::workload::Workload;
use availability_planner::exchange::{link, open_psa};
use availability_planner::panel::Asked;
use availability_planner::picture::{Theme, draw};
use availability_planner::plan::Document;
use availability_planner::rules::check;

use crate::args::{Export, ExportFormat, ExportView};
use crate::failure::Failure;
use crate::input;

pub(crate) fn run(args: &Export, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let text = match args.to {
        ExportFormat::OpenPsa => trees(args, &document, &catalog)?,
        ExportFormat::Svg => picture(args, &document, &catalog, Theme::Light)?,
        ExportFormat::SvgDark => picture(args, &document, &catalog, Theme::Dark)?,
        ExportFormat::Link => link::write(&document) + "\n",
    };
    out.write_all(text.as_bytes())?;
    Ok(())
}

fn trees(args: &Export, document: &Document, catalog: &Catalog) -> Result<String, Failure> {
    let scenario = input::scenario(document, &args.plan, args.scenario.as_deref())?;
    let options = Options { planned_work: !args.no_planned_work };
    let unfit = |error| Failure::Analysis { path: args.plan.display().to_string(), error };
    let trees = fault_trees(scenario, catalog, options).map_err(unfit)?;
    let view = args.view.map(|view| match view {
        ExportView::Any => View::Any,
        ExportView::Full => View::Full,
    });
    let wanted = |workload: Workload, of: View| {
        args.workload.is_none_or(|only| only == workload) && view.is_none_or(|only| only == of)
    };
    Ok(open_psa::write(&document.name, &trees, wanted))
}

fn picture(args: &Export, document: &Document, catalog: &Catalog, theme: Theme) -> Result<String, Failure> {
    let scenario = input::scenario(document, &args.plan, args.scenario.as_deref())?;
    let (down, findings) = (FailureSet::default(), check(scenario, catalog));
    Ok(draw(document, &Asked::new(scenario, catalog, &down, &findings), theme))
}
