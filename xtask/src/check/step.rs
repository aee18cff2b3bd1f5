//! The steps, what each does and what it needs.

use std::process::Command;

use clap::ValueEnum;

use crate::check::environment::Environment;
use crate::check::firefox;
use crate::check::tally::Tally;
use crate::command::{self, cargo};
use crate::{Error, Result, project, rust, site, size};

/// One of the things that must be right.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Step {
    /// The code is formatted
    Format,
    /// Clippy finds nothing in what runs natively
    Clippy,
    /// Clippy finds nothing in what runs in the browser
    ClippyWasm,
    /// The documentation builds without a warning
    Docs,
    /// The native tests
    Native,
    /// The tests of the compiled page, in a headless browser
    Wasm,
    /// The release site builds
    Site,
    /// The tests of the release site, through WebDriver
    Browser,
    /// Some of these tests in Firefox, or all of them with `--all-in-firefox`
    Firefox,
    /// The first load of the release site is small enough
    Size,
}

/// What of the product is compiled for the browser.
const PAGE: [&str; 5] = ["--target", rust::WASM, "--no-default-features", "--features", "ui"];

impl Step {
    /// These with what they need, or all of them, in their order.
    pub(crate) fn chosen(only: &[Self]) -> Vec<Self> {
        let wanted = |step: &Self| {
            only.is_empty() || only.contains(step) || only.iter().any(|other| other.needs() == Some(*step))
        };
        Self::value_variants().iter().copied().filter(wanted).collect()
    }

    /// The step without which this one cannot run.
    pub(crate) fn needs(self) -> Option<Self> {
        matches!(self, Self::Browser | Self::Firefox | Self::Size).then_some(Self::Site)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Docs => "docs",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Site => "site",
            Self::Browser => "browser",
            Self::Firefox => "firefox",
            Self::Size => "size",
        }
    }

    /// What it is about, in a few words.
    pub(crate) fn about(self) -> String {
        let help = self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        help.unwrap_or_default()
    }

    pub(crate) fn perform(self, environment: &mut Environment) -> Result<Tally> {
        match self {
            Self::Format => {
                rust::ensure_rustfmt()?;
                succeeds(cargo().args(["fmt", "--all", "--check"]))
            }
            Self::Clippy => {
                rust::ensure_clippy()?;
                succeeds(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
            }
            Self::ClippyWasm => {
                rust::ensure_clippy()?;
                rust::ensure_wasm()?;
                let mut clippy = cargo();
                clippy.arg("clippy").args(PAGE);
                succeeds(clippy.args(["--lib", "--bins", "--tests", "--", "-D", "warnings"]))
            }
            Self::Docs => {
                succeeds(cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
            }
            Self::Native => {
                tests(cargo().args(["test", "--workspace", "--exclude", "browser", "--no-fail-fast"]))
            }
            Self::Wasm => {
                let variables = environment.for_wasm_tests()?;
                tests(cargo().args(["test", "--no-fail-fast"]).args(PAGE).envs(variables))
            }
            Self::Site => {
                site::build(&environment.tools, &project::dist())?;
                Ok(Tally::default())
            }
            Self::Browser => {
                let (variables, axe) = (environment.for_browser_tests()?, environment.axe());
                let mut test = cargo();
                test.args(["test", "--package", "browser", "--no-fail-fast"]).envs(variables).envs(axe);
                tests(&mut test)
            }
            Self::Firefox => firefox::test(environment),
            Self::Size => {
                size::check(&project::dist())?;
                Ok(Tally::default())
            }
        }
    }
}

fn succeeds(command: &mut Command) -> Result<Tally> {
    command::run(command)?;
    Ok(Tally::default())
}

/// Runs tests; those that failed are no error of the step, but failing without one is.
pub(crate) fn tests(command: &mut Command) -> Result<Tally> {
    let (status, printed) = command::watched(command)?;
    let tally = Tally::of(&printed);
    if status.success() || tally.failed > 0 {
        Ok(tally)
    } else {
        Err(Error::Failed { command: command::line(command), status })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_command_line() {
        for step in Step::value_variants() {
            assert_eq!(step.to_possible_value().unwrap().get_name(), step.name());
        }
    }

    #[test]
    fn what_a_step_needs_comes_with_it() {
        assert_eq!(Step::chosen(&[Step::Size]), [Step::Site, Step::Size]);
        assert_eq!(Step::chosen(&[]).len(), Step::value_variants().len());
    }
}
