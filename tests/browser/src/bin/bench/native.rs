//! The program that measures natively.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use browser::{Error, Result};
use engine_cases::Measured;

/// It ends when it is not asked any more.
pub(crate) struct Native {
    child: Child,
    asked: Option<ChildStdin>,
    said: BufReader<ChildStdout>,
}

impl Native {
    pub(crate) fn start(program: &str) -> Result<Self> {
        let failed = |source| Error::Io { what: "starting the program that measures natively", source };
        let mut child =
            Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
        let (asked, said) = (child.stdin.take(), child.stdout.take());
        let said = said.ok_or_else(|| failed(std::io::ErrorKind::BrokenPipe.into()))?;
        Ok(Self { child, asked, said: BufReader::new(said) })
    }

    pub(crate) fn measure(&mut self, number: usize) -> Result<Measured> {
        let failed = |source| Error::Io { what: "measuring natively", source };
        if let Some(asked) = &mut self.asked {
            writeln!(asked, "{number}").map_err(failed)?;
        }
        let mut line = String::new();
        self.said.read_line(&mut line).map_err(failed)?;
        line.parse()
            .map_err(|_| Error::Unexpected { command: format!("measuring natively {number}"), value: line })
    }
}

impl Drop for Native {
    fn drop(&mut self) {
        drop(self.asked.take());
        // How it ends is of no interest any more.
        let _ = self.child.wait();
    }
}
