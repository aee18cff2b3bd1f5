//! A solution as tables to read.

use std::io::{self, Write};

use availability_planner::exchange::solution::{
    AtHours, CapacityAnswer, CutSetsAnswer, ImportanceAnswer, SimulationAnswer, Solution, UncertaintyAnswer,
    Worth,
};

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
    if let Some(first) = &solution.first_failure {
        let between = || {
            let most = first.at_most_hours.map_or_else(|| "unknown".into(), number);
            format!("{} to {most}", number(first.at_least_hours))
        };
        writeln!(out, "  {:<22} {} h", "first failure after", first.hours.map_or_else(between, number))?;
    }
    print_hours("Down after", &solution.at_hours, out)?;
    print_hours("Down over", &solution.over_hours, out)?;
    if let Some(capacity) = &solution.capacity {
        print_capacity(capacity, out)?;
    }
    if let Some(importance) = &solution.importance {
        print_importance(importance, out)?;
    }
    if let Some(sets) = &solution.cut_sets {
        print_cut_sets(sets, out)?;
    }
    if let Some(uncertainty) = &solution.uncertainty {
        print_uncertainty(uncertainty, out)?;
    }
    if let Some(simulation) = &solution.simulation {
        print_simulation(simulation, out)?;
    }
    writeln!(out, "\n{}; {} nodes; {:.3} s", solution.method, solution.diagram_nodes, solution.seconds)?;
    for note in &solution.notes {
        writeln!(out, "{note}")?;
    }
    Ok(())
}

fn print_hours(title: &str, rows: &[AtHours], out: &mut impl Write) -> io::Result<()> {
    if !rows.is_empty() {
        writeln!(out, "\n{title}")?;
    }
    for row in rows {
        writeln!(out, "  {:<22} {}", format!("{} h", number(row.hours)), number(row.unavailability))?;
    }
    Ok(())
}

fn print_cut_sets(sets: &CutSetsAnswer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nMinimal cut sets: {}", sets.count.digits())?;
    for set in &sets.top {
        let part = |(id, level): (&String, &usize)| match level {
            1 => id.clone(),
            level => format!("{id} at level {level} or worse"),
        };
        let parts: Vec<String> = set.elements.iter().zip(&set.levels).map(part).collect();
        writeln!(out, "  {:<22} {}", number(set.probability), parts.join(", "))?;
    }
    Ok(())
}

fn print_uncertainty(uncertainty: &UncertaintyAnswer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nUncertainty, from {} samples", uncertainty.samples)?;
    for percentile in &uncertainty.percentiles {
        writeln!(out, "  {:<22} {}", format!("{} % up to", percentile.percent), number(percentile.value))?;
    }
    let mut ranked = uncertainty.shares.clone();
    ranked.sort_by(|a, b| b.total.total_cmp(&a.total));
    for share in ranked.iter().take(ROWS) {
        writeln!(out, "  {:>5.1} % from {} of {}", share.total * 100.0, share.figure, share.id)?;
    }
    hidden(ranked.len(), out)
}

fn print_simulation(simulation: &SimulationAnswer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nSimulation of {} years", simulation.years)?;
    let estimate = &simulation.unavailability;
    let interval = match (estimate.low, estimate.high) {
        (Some(low), Some(high)) => format!(", 95 % from {low:.3e} to {high:.3e}"),
        _ => String::new(),
    };
    writeln!(out, "  {:<22} {:.6e}{interval}", "unavailability", estimate.value)?;
    for (name, spread) in
        [("down in a year", simulation.downtime_hours), ("longest outage", simulation.longest_outage_hours)]
    {
        writeln!(
            out,
            "  {name:<22} mean {:.3} h, median {:.3} h, 95 % up to {:.3} h, 99 % up to {:.3} h",
            spread.mean, spread.median, spread.percentile_95, spread.percentile_99
        )?;
    }
    writeln!(out, "  {:<22} {:.2} %", "years without downtime", simulation.years_without_downtime * 100.0)
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
    ranked.sort_by(|a, b| b.measures.criticality.0.total_cmp(&a.measures.criticality.0));
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
            row.measures.birnbaum,
            row.measures.criticality.0,
            row.measures.fussell_vesely_reduction.0,
            worth(row.measures.risk_achievement_worth),
            worth(row.measures.risk_reduction_worth),
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
