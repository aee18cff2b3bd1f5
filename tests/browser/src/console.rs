//! What the page and the browser wrote to the console.

use std::fmt;

use serde_json::Value;

use crate::{Error, Result};

/// A line of the console.
#[derive(Clone, Debug)]
pub struct Entry {
    /// How grave: `SEVERE` for errors, `WARNING`, `INFO`.
    pub level: String,
    /// What it says, with where it comes from.
    pub message: String,
}

impl Entry {
    pub(crate) fn read_all(entries: &Value) -> Vec<Self> {
        entries.as_array().into_iter().flatten().map(Self::read).collect()
    }

    fn read(entry: &Value) -> Self {
        let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Self { level: text("level"), message: text("message") }
    }

    /// Whether a page without faults never writes it.
    pub fn is_fault(&self) -> bool {
        self.level == "SEVERE"
            || ["Content Security Policy", "preload"].iter().any(|sign| self.message.contains(sign))
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} {}", self.level, self.message)
    }
}

pub(crate) fn judge(entries: Vec<Entry>) -> Result<()> {
    let faults: Vec<Entry> = entries.into_iter().filter(Entry::is_fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Console(faults)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(level: &str, message: &str, is_fault: bool) {
        assert_eq!(judge(vec![Entry { level: level.into(), message: message.into() }]).is_err(), is_fault);
    }

    #[test]
    fn errors_and_breaches_of_the_policy_are_faults() {
        case("SEVERE", "Uncaught TypeError", true);
        case("INFO", "Refused to apply inline style: it violates the Content Security Policy", true);
        case("WARNING", "a slow frame", false);
        case("INFO", "hello", false);
    }
}
