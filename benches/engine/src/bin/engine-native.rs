//! Measures cases natively: answers every line with the number of a case by one with what was measured.

use std::io::{BufRead, Write, stdin, stdout};
use std::time::Instant;

use engine_cases::{answer, cases};

fn main() -> std::io::Result<()> {
    let (cases, start) = (cases(), Instant::now());
    for line in stdin().lock().lines() {
        let answer = answer(&cases, &line?, &mut || start.elapsed().as_secs_f64() * 1_000.0);
        let mut out = stdout().lock();
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
