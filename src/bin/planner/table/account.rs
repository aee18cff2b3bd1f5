//! What is known of a failure, as text to read: what is interrupted, who is back when, what survives, what to do.

use std::io::{self, Write};

use availability_planner::exchange::evaluation::{
    AccountAnswer, FactAnswer, RecoveryAnswer, RestorationAnswer, TimingAnswer,
};

/// Prints an account; documents stand at its end and are named by number.
pub(super) fn print(account: &AccountAnswer, out: &mut impl Write) -> io::Result<()> {
    let mut page = Page { out, documents: Vec::new() };
    page.interrupted(account)?;
    page.head("How long that takes", account.timing.is_empty())?;
    for timing in &account.timing {
        page.fact(&format!("  {}{}: ", timing.event, how_long(timing)), &timing.fact)?;
    }
    page.head("What survives, and where it is kept", account.data.is_empty())?;
    for data in &account.data {
        writeln!(page.out, "  {}: {}", data.data, data.survival)?;
        page.facts("    ", [&data.kept, &data.survives])?;
    }
    page.head("Recovery point and recovery time", account.recovery.is_empty())?;
    for loss in &account.recovery {
        page.recovery(loss)?;
    }
    page.head("What to do, in this order", account.restoration.is_empty())?;
    for (place, stage) in account.restoration.iter().enumerate() {
        page.restoration(place + 1, stage)?;
    }
    page.sources()
}

struct Page<'a, W> {
    out: &'a mut W,
    /// Titles and addresses of the documents that were named, in the order of their numbers.
    documents: Vec<(&'a str, Option<&'a str>)>,
}

impl<'a, W: Write> Page<'a, W> {
    fn head(&mut self, title: &str, is_empty: bool) -> io::Result<()> {
        if is_empty { Ok(()) } else { writeln!(self.out, "\n{title}") }
    }

    fn fact(&mut self, before: &str, fact: &'a FactAnswer) -> io::Result<()> {
        let document = (fact.source.as_str(), fact.url.as_deref());
        let known = self.documents.iter().position(|known| *known == document);
        let place = known.unwrap_or(self.documents.len());
        if known.is_none() {
            self.documents.push(document);
        }
        writeln!(self.out, "{before}{} [{} {}]", fact.text, fact.mark, place + 1)
    }

    fn facts(&mut self, before: &str, all: impl IntoIterator<Item = &'a FactAnswer>) -> io::Result<()> {
        all.into_iter().try_for_each(|one| self.fact(before, one))
    }

    fn interrupted(&mut self, account: &'a AccountAnswer) -> io::Result<()> {
        self.head("What such a failure interrupts", account.interrupted.is_empty())?;
        let mut last = "";
        for told in &account.interrupted {
            if told.workload != last {
                writeln!(self.out, "  {}", told.workload)?;
                last = &told.workload;
            }
            let scope = told.scope.as_ref().map_or(String::new(), |scope| format!(" for {scope}"));
            writeln!(self.out, "    {}{scope} ({})", told.effects.join(", "), told.lost)?;
            self.facts("      ", &told.facts)?;
        }
        Ok(())
    }

    fn recovery(&mut self, loss: &'a RecoveryAnswer) -> io::Result<()> {
        writeln!(self.out, "  {}", loss.name)?;
        for point in &loss.recovery_point {
            let hours = point.hours.map_or(String::new(), |hours| format!(" {hours} h"));
            self.fact(&format!("    lost for good{hours}: "), &point.fact)?;
        }
        for time in &loss.recovery_time {
            let standby = if time.standby { ", with a stand-by" } else { "" };
            let range = range(time.low_hours, time.high_hours);
            self.fact(&format!("    back after {range}{standby}: "), &time.fact)?;
        }
        Ok(())
    }

    fn restoration(&mut self, place: usize, stage: &'a RestorationAnswer) -> io::Result<()> {
        let restored = stage.restored.join(", ");
        let of = if restored.is_empty() { restored } else { format!(" ({restored})") };
        self.fact(&format!("  {place}. {}{of}: ", stage.name), &stage.order)?;
        self.facts("     - ", &stage.steps)
    }

    fn sources(self) -> io::Result<()> {
        for (place, (title, url)) in self.documents.iter().enumerate() {
            if place == 0 {
                writeln!(self.out, "\nWhere that was read")?;
            }
            let url = url.map_or(String::new(), |url| format!(", {url}"));
            writeln!(self.out, "  {}. {title}{url}", place + 1)?;
        }
        Ok(())
    }
}

/// ` (90 s, plausibly 30 to 300 s)`.
fn how_long(timing: &TimingAnswer) -> String {
    let range = match (timing.low_seconds, timing.high_seconds) {
        (Some(low), Some(high)) => Some(format!("{low} to {high} s")),
        _ => None,
    };
    match (timing.seconds, range) {
        (Some(seconds), Some(range)) => format!(" ({seconds} s, plausibly {range})"),
        (Some(seconds), None) => format!(" ({seconds} s)"),
        (None, Some(range)) => format!(" ({range})"),
        (None, None) => String::new(),
    }
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
