//! `planner schema`.

use std::io::Write;

use availability_planner::exchange::schema::Published;

use crate::args::SchemaName;
use crate::failure::Failure;

pub(crate) fn run(name: SchemaName, out: &mut impl Write) -> Result<(), Failure> {
    let published = match name {
        SchemaName::Plan => Published::Plan,
        SchemaName::Model => Published::Model,
        SchemaName::Evaluation => Published::Evaluation,
        SchemaName::Solution => Published::Solution,
        SchemaName::Simulation => Published::Simulation,
        SchemaName::Findings => Published::Findings,
        SchemaName::Capacity => Published::Capacity,
    };
    writeln!(out, "{}", serde_json::to_string_pretty(&published.schema())?)?;
    Ok(())
}
