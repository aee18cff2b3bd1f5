//! Benchmarks in the browser.

mod canvas;
mod engine;
mod peer;

use crate::Result;

/// What is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The engine and, unless cases are chosen by words, the canvas.
    All,
    /// The canvas.
    Canvas,
    /// The canvas and, in turn with it, the peer's.
    Peer,
}

/// Times cases whose names have one of the words in them, or all.
pub(crate) fn bench(subject: Subject, words: &[String]) -> Result<()> {
    match subject {
        Subject::All => {
            engine::bench(words)?;
            if words.is_empty() { canvas::bench(false, words) } else { Ok(()) }
        }
        Subject::Canvas => canvas::bench(false, words),
        Subject::Peer => canvas::bench(true, words),
    }
}
