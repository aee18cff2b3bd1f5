//! What is known of a failure, as text to read: what is interrupted, who is back when, what survives, what to do.

use std::io::{self, Write};

use availability_planner::exchange::evaluation::{
    AccountAnswer, FactAnswer, RecoveryAnswer, RestorationAnswer, TimingAnswer,
};

pub(super) fn print(account: &AccountAnswer, out: &mut impl Write) -> io::Result<()> {
    if !account.interrupted.is_empty() {
        writeln!(out, "\nWhat such a failure interrupts")?;
    }
    let mut last = "";
    for told in &account.interrupted {
        if told.workload != last {
            writeln!(out, "  {}", told.workload)?;
            last = &told.workload;
        }
        let scope = told.scope.as_ref().map_or(String::new(), |scope| format!(" for {scope}"));
        writeln!(out, "    {}{scope} [{}]", told.effects.join(", "), told.lost)?;
        facts(&told.facts, "      ", out)?;
    }
    if !account.timing.is_empty() {
        writeln!(out, "\nHow long that takes")?;
    }
    for timing in &account.timing {
        writeln!(out, "  {}{}", timing.event, how_long(timing))?;
        fact(&timing.fact, "    ", out)?;
    }
    if !account.data.is_empty() {
        writeln!(out, "\nWhat survives, and where it is kept")?;
    }
    for data in &account.data {
        writeln!(out, "  {} in the {}: {}", data.data, data.store, data.survival)?;
        facts([&data.kept, &data.survives], "    ", out)?;
    }
    if !account.recovery.is_empty() {
        writeln!(out, "\nRecovery point and recovery time")?;
    }
    for loss in &account.recovery {
        recovery(loss, out)?;
    }
    if !account.restoration.is_empty() {
        writeln!(out, "\nWhat to do, in this order")?;
    }
    for (place, stage) in account.restoration.iter().enumerate() {
        restoration(place + 1, stage, out)?;
    }
    Ok(())
}

fn facts<'f>(
    all: impl IntoIterator<Item = &'f FactAnswer>,
    indent: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    all.into_iter().try_for_each(|one| fact(one, indent, out))
}

fn fact(fact: &FactAnswer, indent: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{indent}{} [{}: {}]", fact.text, fact.mark, fact.source)
}

/// `: 90 s, plausibly 30 to 300 s`.
fn how_long(timing: &TimingAnswer) -> String {
    let range = match (timing.low_seconds, timing.high_seconds) {
        (Some(low), Some(high)) => Some(format!("{low} to {high} s")),
        _ => None,
    };
    match (timing.seconds, range) {
        (Some(seconds), Some(range)) => format!(": {seconds} s, plausibly {range}"),
        (Some(seconds), None) => format!(": {seconds} s"),
        (None, Some(range)) => format!(": {range}"),
        (None, None) => String::new(),
    }
}

fn recovery(loss: &RecoveryAnswer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  {}", loss.name)?;
    for point in &loss.recovery_point {
        let hours = point.hours.map_or(String::new(), |hours| format!(" {hours} h"));
        write!(out, "    lost for good{hours}: ")?;
        fact(&point.fact, "", out)?;
    }
    for time in &loss.recovery_time {
        let standby = if time.standby { ", with a stand-by" } else { "" };
        write!(out, "    back after {}{standby}: ", range(time.low_hours, time.high_hours))?;
        fact(&time.fact, "", out)?;
    }
    Ok(())
}

/// Hours as people say them: `2 to 4 h`, `0.5 to 10 min`.
fn range(low: f64, high: f64) -> String {
    let (low, high, unit) = if high < 1.0 { (low * 60.0, high * 60.0, "min") } else { (low, high, "h") };
    let rounded = |value: f64| (value * 100.0).round() / 100.0;
    if low < high {
        format!("{} to {} {unit}", rounded(low), rounded(high))
    } else {
        format!("{} {unit}", rounded(high))
    }
}

fn restoration(place: usize, stage: &RestorationAnswer, out: &mut impl Write) -> io::Result<()> {
    let of =
        if stage.restored.is_empty() { String::new() } else { format!(": {}", stage.restored.join(", ")) };
    writeln!(out, "  {place}. {}{of}", stage.name)?;
    fact(&stage.order, "     ", out)?;
    facts(&stage.steps, "     - ", out)
}
