//! What was measured, as people read it.

use std::fmt::Write;
use std::iter::once;

use engine_cases::{Case, Goal, Measured};

/// What all programs say of a case.
pub(crate) struct Row {
    pub(crate) case: Case,
    pub(crate) natively: Measured,
    /// One for each profile.
    pub(crate) in_browser: Vec<Measured>,
}

/// All rows so far.
pub(crate) struct Table {
    profiles: Vec<String>,
    rows: Vec<Row>,
}

impl Table {
    pub(crate) fn new(profiles: &[&str]) -> Self {
        Self { profiles: profiles.iter().map(ToString::to_string).collect(), rows: Vec::new() }
    }

    pub(crate) fn head(&self) -> String {
        let browser = self.profiles.iter().map(|profile| (profile.as_str(), "ratio"));
        line("median of one run", once(("native", "")).chain(browser), "goal")
    }

    /// The row's lines.
    pub(crate) fn add(&mut self, row: Row) -> String {
        self.rows.push(row);
        self.rows.last().map(|row| self.lines(row)).unwrap_or_default()
    }

    /// How many cases have more than one answer.
    pub(crate) fn differing(&self) -> usize {
        self.rows.iter().filter(|row| !row.agrees()).count()
    }

    fn lines(&self, row: &Row) -> String {
        let times: Vec<f64> = row.all().map(|measured| measured.median_ms).collect();
        let native_ms = row.natively.median_ms;
        let cells: Vec<[String; 2]> = times
            .iter()
            .enumerate()
            .map(|(place, &ms)| {
                [time(ms), if place == 0 { String::new() } else { format!("{:.2}", ms / native_ms) }]
            })
            .collect();
        let cells = cells.iter().map(|[time, ratio]| (time.as_str(), ratio.as_str()));
        let mut lines = line(&row.case.name, cells, &self.goal(row));
        if let Some(events) = row.case.events {
            let speeds: Vec<String> = times.iter().map(|&ms| per_second(events, ms)).collect();
            lines +=
                &line("  million events per second", speeds.iter().map(|speed| (speed.as_str(), "")), "");
        }
        if !row.agrees() {
            let answers: Vec<String> = row.all().map(|measured| format!("{:016x}", measured.check)).collect();
            let _ = writeln!(lines, "  the answers differ: {}", answers.join(" "));
        }
        lines
    }

    /// The goal of a case, and whether the first program in the browser misses it.
    fn goal(&self, row: &Row) -> String {
        let Some(found) = row.in_browser.first().map(|measured| measured.median_ms) else {
            return String::new();
        };
        match row.case.goal {
            None => String::new(),
            Some(Goal::Milliseconds(most)) => format!("<= {}{}", time(most), missed(found > most)),
            Some(Goal::Times(most, other)) => {
                let other = self.rows.iter().find(|row| row.case.name == other);
                match other.and_then(|row| row.in_browser.first()) {
                    Some(other) => {
                        let times = found / other.median_ms;
                        format!("<= {most} x, is {times:.1} x{}", missed(times > most))
                    }
                    None => format!("<= {most} x what was not measured"),
                }
            }
        }
    }
}

impl Row {
    fn all(&self) -> impl Iterator<Item = &Measured> {
        once(&self.natively).chain(&self.in_browser)
    }

    fn agrees(&self) -> bool {
        self.in_browser.iter().all(|measured| measured.check == self.natively.check)
    }
}

fn missed(is_missed: bool) -> &'static str {
    if is_missed { ", missed" } else { "" }
}

fn line<'a>(name: &str, cells: impl Iterator<Item = (&'a str, &'a str)>, goal: &str) -> String {
    let mut text = format!("{name:<66}");
    for (place, (time, ratio)) in cells.enumerate() {
        // Writing to a string does not fail.
        let _ = if place == 0 { write!(text, " {time:>9}") } else { write!(text, " {time:>9} {ratio:>6}") };
    }
    let _ = write!(text, "  {goal}");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Three digits or more.
fn time(ms: f64) -> String {
    let (value, unit) = match ms {
        ms if ms >= 1_000.0 => (ms / 1_000.0, "s"),
        ms if ms >= 1.0 => (ms, "ms"),
        ms => (ms * 1_000.0, "us"),
    };
    let digits = match value {
        value if value >= 100.0 => 0,
        value if value >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.digits$} {unit}")
}

fn per_second(events: u64, ms: f64) -> String {
    #[allow(clippy::cast_precision_loss, reason = "some hundred thousand")]
    let events = events as f64;
    format!("{:.2}", events / ms / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine_cases::cases;

    fn row(name: &str, browser_ms: f64, check: u64) -> Row {
        let case = cases().into_iter().find(|case| case.name.contains(name)).unwrap();
        let of = |median_ms, check| Measured { median_ms, samples: 30, check };
        Row { case, natively: of(10.0, 7), in_browser: vec![of(browser_ms, check)] }
    }

    #[test]
    fn times_have_three_digits() {
        for (ms, expected) in
            [(0.012_34, "12.3 us"), (1.0, "1.00 ms"), (123.4, "123 ms"), (2_345.0, "2.35 s")]
        {
            assert_eq!(time(ms), expected);
        }
    }

    #[test]
    fn goals_are_compared_with_the_browser() {
        let mut table = Table::new(&["release"]);
        assert!(table.add(row("probability of", 10.0, 7)).ends_with("1.00\n"));
        assert!(table.add(row("all importances", 29.0, 7)).ends_with("<= 3 x, is 2.9 x\n"));
        assert!(table.add(row("all importances", 31.0, 7)).ends_with("<= 3 x, is 3.1 x, missed\n"));
        assert!(table.add(row("capacity of 200", 201.0, 7)).ends_with("<= 200 ms, missed\n"));
        assert!(
            table.add(row("simulate 20", 20.0, 7)).contains("20.00"),
            "million events per second natively"
        );
    }

    #[test]
    fn other_answers_are_told_and_counted() {
        let mut table = Table::new(&["release"]);
        assert!(!table.add(row("capacity", 20.0, 7)).contains("answers differ"));
        assert!(
            table.add(row("capacity", 20.0, 8)).contains("answers differ: 0000000000000007 0000000000000008")
        );
        assert_eq!(table.differing(), 1);
    }
}
