//! How the severity of a finding is shown.

use crate::rules::Severity;

/// How a severity is shown: its sign, its class, and its word for one and for several.
#[derive(Debug)]
pub struct Weight {
    /// A shape of its own, so that the colour says nothing alone.
    pub sign: &'static str,
    /// The class that colours it.
    pub class: &'static str,
    /// For one, and for several.
    words: [&'static str; 2],
    /// What it means.
    pub about: &'static str,
}

impl Weight {
    /// How a severity is shown.
    pub fn of(severity: Severity) -> &'static Self {
        match severity {
            Severity::Error => &Self {
                sign: "✕",
                class: "bad",
                words: ["error", "errors"],
                about: "not supported, or cannot work",
            },
            Severity::Warning => &Self {
                sign: "▲",
                class: "risk",
                words: ["warning", "warnings"],
                about: "supported, but not recommended or short of what is asked for",
            },
            Severity::Info => {
                &Self { sign: "●", class: "plain", words: ["note", "notes"], about: "good to know" }
            }
        }
    }

    /// So many of them, in words.
    pub fn count(&self, count: usize) -> String {
        let [one, several] = self.words;
        format!("{count} {}", if count == 1 { one } else { several })
    }
}

/// Severities from the worst.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];
