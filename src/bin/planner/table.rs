//! An evaluation as tables to read.

mod account;

use std::io::{self, Write};

use availability_planner::exchange::evaluation::{
    Evaluation, FailureAnswer, MeasuresAnswer, NowAnswer, RowAnswer,
};

pub(crate) fn print(evaluation: &Evaluation, scenario_name: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} · {scenario_name}", evaluation.plan)?;
    writeln!(out, "Planned work {}", if evaluation.planned_work { "counts" } else { "does not take place" })?;
    if evaluation.hypothetical {
        writeln!(out, "HYPOTHETICAL: the drawing is unsupported; see the notes")?;
    }
    writeln!(out)?;
    match &evaluation.headline {
        None => writeln!(out, "No users yet: add a population to see figures.")?,
        Some(headline) => {
            let measures = &headline.measures;
            let served = percent(measures.unavailability_user_weighted);
            write!(out, "IM and presence, all users: {served} of the users' time")?;
            if let Some(target) = headline.target {
                let met = measures.availability_user_weighted >= target;
                let word = if met { "meets" } else { "misses" };
                write!(out, ", {word} the target of {}", percent(1.0 - target))?;
            }
            writeln!(out)?;
            writeln!(
                out,
                "A user loses {} a year; nobody is served for {} a year",
                minutes(measures.loss_minutes_per_user_year.total),
                minutes(measures.unavailability_any * 525_600.0),
            )?;
        }
    }
    if !evaluation.workloads.is_empty() {
        writeln!(out)?;
        workloads(evaluation, out)?;
    }
    if let Some(down) = &evaluation.now {
        writeln!(out)?;
        now(down, out)?;
    }
    if !evaluation.failures.is_empty() {
        writeln!(out)?;
        failures(&evaluation.failures, out)?;
    }
    for (title, lines) in [
        ("Notes", evaluation.notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>()),
        ("Assumed", evaluation.assumptions.clone()),
    ] {
        if !lines.is_empty() {
            writeln!(out, "\n{title}")?;
        }
        for line in lines {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}

fn workloads(evaluation: &Evaluation, out: &mut impl Write) -> io::Result<()> {
    let mut rows = vec![
        [
            "Workload",
            "Users",
            "Demand",
            "Capacity",
            "User-weighted",
            "Any",
            "Full",
            "Lost min/year",
            "outage",
            "capacity",
            "reconnect",
            "planned",
        ]
        .map(str::to_string),
    ];
    for workload in &evaluation.workloads {
        let MeasuresAnswer { loss_minutes_per_user_year: loss, .. } = &workload.measures;
        let measures = &workload.measures;
        rows.push([
            workload.row.id.clone(),
            workload.row.population.clone(),
            users(measures.demand_users),
            users(measures.capacity_users),
            percent(measures.unavailability_user_weighted),
            percent(measures.unavailability_any),
            percent(measures.unavailability_full),
            format!("{:.3}", loss.total),
            format!("{:.3}", loss.outage),
            format!("{:.3}", loss.over_capacity),
            format!("{:.3}", loss.reconnect),
            format!("{:.3}", loss.planned),
        ]);
    }
    aligned(&rows, 2, out)
}

fn now(now: &NowAnswer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", now.sentence)?;
    let users_time = |measures: &MeasuresAnswer| {
        let loss = measures.loss_minutes_per_user_year.total;
        [percent(measures.unavailability_user_weighted), format!("{loss:.3}")]
    };
    let mut rows =
        vec![["Now", "Users", "Served", "of", "If it stays so", "Lost min/year"].map(str::to_string)];
    if let Some(headline) = &now.headline {
        let [weighted, lost] = users_time(&headline.held_down);
        let (served, demand) = (users(headline.users_served), users(headline.held_down.demand_users));
        rows.push(["im-presence".into(), "all".into(), served, demand, weighted, lost]);
    }
    for workload in &now.workloads {
        let [weighted, lost] = users_time(&workload.held_down);
        let (served, demand) = (users(workload.users_served), users(workload.held_down.demand_users));
        rows.push([workload.row.id.clone(), workload.row.population.clone(), served, demand, weighted, lost]);
    }
    aligned(&rows, 2, out)?;
    for load in now.loads.iter().filter(|load| load.users_each > load.users_each_before) {
        let over = if load.users_each > load.capacity_each { ", overloaded" } else { "" };
        writeln!(
            out,
            "  {}: {} users on each of {} servers, before {}, of {}{over}",
            load.component,
            users(load.users_each),
            load.servers.len(),
            users(load.users_each_before),
            users(load.capacity_each),
        )?;
    }
    account::print(&now.account, out)
}

fn failures(failures: &[FailureAnswer], out: &mut impl Write) -> io::Result<()> {
    let mut rows =
        vec![["If it dies", "Cut off", "No room", "Reconnect", "after s", "Down"].map(str::to_string)];
    for failure in failures {
        rows.push([
            failure.server.clone(),
            users(failure.users_cut_off),
            users(failure.users_over_capacity),
            users(failure.users_reconnecting),
            format!("{}", failure.reconnect_seconds),
            names(&failure.workloads_down),
        ]);
    }
    aligned(&rows, 1, out)
}

fn names(rows: &[RowAnswer]) -> String {
    if rows.is_empty() {
        return "–".into();
    }
    rows.iter().map(|row| format!("{} {}", row.id, row.population)).collect::<Vec<_>>().join(", ")
}

/// Prints columns; the first `left` ones and the last one of words are flush left, numbers flush right.
pub(crate) fn aligned<R: AsRef<[String]>>(rows: &[R], left: usize, out: &mut impl Write) -> io::Result<()> {
    let columns = rows.first().map_or(0, |row| row.as_ref().len());
    let mut widths = vec![0; columns];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row.as_ref()) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let words_last = rows
        .get(1)
        .and_then(|row| row.as_ref().last())
        .is_some_and(|cell| !cell.starts_with(char::is_numeric));
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.as_ref().iter().zip(&widths).enumerate() {
            if column > 0 {
                line.push_str("  ");
            }
            let padding = " ".repeat(width.saturating_sub(cell.chars().count()));
            if column < left || (words_last && column + 1 == columns) {
                line.push_str(cell);
                line.push_str(&padding);
            } else {
                line.push_str(&padding);
                line.push_str(cell);
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn users(count: f64) -> String {
    let digits = format!("{count:.0}");
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// An unavailability as the availability in per cent, with as many digits as it has nines and two more.
fn percent(unavailability: f64) -> String {
    if unavailability <= 0.0 {
        return "100 %".into();
    }
    let mut digits = 2;
    let mut reach = 0.01;
    while unavailability < reach && digits < 13 {
        digits += 1;
        reach /= 10.0;
    }
    format!("{:.digits$} %", (1.0 - unavailability) * 100.0)
}

fn minutes(minutes: f64) -> String {
    if minutes >= 120.0 {
        let whole = minutes.round();
        return format!("{} h {:02} min", (whole / 60.0).floor(), whole % 60.0);
    }
    format!("{minutes:.3} min")
}
