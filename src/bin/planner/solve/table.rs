//! A solution as tables to read.

use std::io::{self, Write};

use availability_planner::exchange::solution::{CapacityAnswer, ImportanceAnswer, Solution, Worth};

/// How many rows a table shows; the rest is in the JSON answer.
const ROWS: usize = 20;

pub(crate) fn print(solution: &Solution, out: &mut impl Write) -> io::Result<()> {
    if !solution.name.is_empty() {
        writeln!(out, "{}", solution.name)?;
    }
    let mut line = |name: &str, value: Option<f64>, unit: &str| match value {
        Some(value) => writeln!(out, "  {name:<22} {} {unit}", number(value)).map(|()| true),
        None => Ok(false),
    };
    if line("unavailability", solution.unavailability, "")? {
        line("availability", solution.availability, "")?;
    } else {
        line("probability", solution.probability, "")?;
    }
    line("probability at least", solution.probability_least, "")?;
    line("probability at most", solution.probability_most, "")?;
    line("frequency", solution.frequency_per_hour, "per hour")?;
    line("mean up time", solution.mean_up_time_hours, "h")?;
    line("mean down time", solution.mean_down_time_hours, "h")?;
    if let Some(capacity) = &solution.capacity {
        print_capacity(capacity, out)?;
    }
    if let Some(importance) = &solution.importance {
        print_importance(importance, out)?;
    }
    writeln!(out, "\n{}; {} nodes; {:.3} s", solution.method, solution.diagram_nodes, solution.seconds)?;
    for note in &solution.notes {
        writeln!(out, "{note}")?;
    }
    Ok(())
}

fn print_capacity(capacity: &CapacityAnswer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nCapacity")?;
    writeln!(out, "  mean                   {}", number(capacity.mean))?;
    writeln!(
        out,
        "  {:<22} {}",
        format!("at least {}", capacity.demand),
        number(capacity.probability_of_demand)
    )?;
    writeln!(out, "  {:<22} {}", "less", number(capacity.shortfall))?;
    let mut likely = capacity.distribution.clone();
    likely.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    for step in likely.iter().take(ROWS) {
        writeln!(out, "  {:>22} {}", step.amount, number(step.probability))?;
    }
    hidden(likely.len(), out)
}

fn print_importance(importance: &[ImportanceAnswer], out: &mut impl Write) -> io::Result<()> {
    let mut ranked: Vec<&ImportanceAnswer> = importance.iter().collect();
    ranked.sort_by(|a, b| b.criticality.total_cmp(&a.criticality));
    writeln!(out, "\nImportance")?;
    let width = ranked.iter().take(ROWS).map(|row| row.id.chars().count()).max().unwrap_or(0).max(5);
    writeln!(
        out,
        "  {:<width$}  {:>13} {:>13} {:>13} {:>13} {:>13}",
        "", "Birnbaum", "criticality", "F-V reduction", "RAW", "RRW"
    )?;
    for row in ranked.iter().take(ROWS) {
        writeln!(
            out,
            "  {:<width$}  {:>13.6e} {:>13.6e} {:>13.6e} {:>13} {:>13}",
            row.id,
            row.birnbaum,
            row.criticality,
            row.fussell_vesely_reduction,
            worth(row.risk_achievement_worth),
            worth(row.risk_reduction_worth),
        )?;
    }
    hidden(ranked.len(), out)
}

/// Says how many rows are not shown.
fn hidden(rows: usize, out: &mut impl Write) -> io::Result<()> {
    if rows > ROWS { writeln!(out, "  and {} more; --json prints all", rows - ROWS) } else { Ok(()) }
}

fn worth(worth: Worth) -> String {
    if worth.0.is_infinite() { "infinite".into() } else { format!("{:.6e}", worth.0) }
}

/// As many digits as the number has, without an exponent where it is neither small nor large.
fn number(value: f64) -> String {
    if value == 0.0 || (1e-3..1e9).contains(&value.abs()) { value.to_string() } else { format!("{value:e}") }
}
