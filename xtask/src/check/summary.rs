//! What came of the steps, as a table with one last line.

use crate::check::step::Step;
use crate::check::tally::Tally;

pub(crate) struct Outcome {
    pub(crate) step: Step,
    pub(crate) seconds: f64,
    pub(crate) ending: Ending,
}

pub(crate) enum Ending {
    Passed(Tally),
    /// With what went wrong beyond failed tests.
    Failed(Tally, Option<String>),
    /// Because a step that it needs did not pass.
    Skipped(Step),
}

impl Ending {
    /// A step that fails without a failed test counts as one failure.
    fn counted(&self) -> Tally {
        match self {
            Self::Passed(tally) => *tally,
            Self::Failed(tally, _) => Tally { failed: tally.failed.max(1), ..*tally },
            Self::Skipped(_) => Tally::default(),
        }
    }
}

pub(crate) fn summary(outcomes: &[Outcome]) -> String {
    let mut text = format!("{:<12} {:<8} {:>8}  {}\n", "step", "result", "time", "tests");
    let mut sum = Tally::default();
    for Outcome { step, seconds, ending } in outcomes {
        sum += ending.counted();
        let (result, note) = match ending {
            Ending::Passed(tally) if *tally == Tally::default() => ("ok", String::new()),
            Ending::Passed(tally) => ("ok", counts(*tally)),
            Ending::Failed(tally, None) => ("FAILED", counts(*tally)),
            Ending::Failed(_, Some(why)) => ("FAILED", why.lines().next().unwrap_or_default().to_owned()),
            Ending::Skipped(needed) => ("skipped", format!("needs {}, which did not pass", needed.name())),
        };
        let line = format!("{:<12} {result:<8} {seconds:>6.1} s  {note}", step.name());
        text += line.trim_end();
        text.push('\n');
    }
    format!("{text}{}\n{}\n", again(outcomes), counts(sum))
}

fn again(outcomes: &[Outcome]) -> String {
    let failed = outcomes.iter().filter(|outcome| matches!(outcome.ending, Ending::Failed(..)));
    let names: Vec<&str> = failed.map(|outcome| outcome.step.name()).collect();
    if names.is_empty() {
        return String::new();
    }
    format!("\nonly these again: cargo xtask test --only {}\n", names.join(" "))
}

fn counts(tally: Tally) -> String {
    format!("{} passed, {} failed", tally.passed, tally.failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(step: Step, ending: Ending) -> Outcome {
        Outcome { step, seconds: 1.0, ending }
    }

    #[test]
    fn the_last_line_sums_all_up() {
        let outcomes = [
            outcome(Step::Format, Ending::Failed(Tally::default(), Some("it failed\n  mend: …".into()))),
            outcome(Step::Native, Ending::Failed(Tally { passed: 10, failed: 2 }, None)),
            outcome(Step::Wasm, Ending::Passed(Tally { passed: 5, failed: 0 })),
            outcome(Step::Browser, Ending::Skipped(Step::Site)),
        ];
        let text = summary(&outcomes);
        assert!(text.ends_with("\n15 passed, 3 failed\n"), "{text}");
        assert!(text.contains("--only format native\n"), "{text}");
        assert!(!text.contains("mend"), "{text}");
    }

    #[test]
    fn without_failures_nothing_is_to_be_done_again() {
        let text = summary(&[outcome(Step::Native, Ending::Passed(Tally { passed: 1, failed: 0 }))]);
        assert!(text.ends_with("\n1 passed, 0 failed\n") && !text.contains("only these"), "{text}");
    }
}
