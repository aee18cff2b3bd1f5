//! What a rule says of a plan.

use serde::Serialize;

use crate::catalog::figure::Mark;
use crate::json;
use crate::plan::{Edit, NodeId};

/// How much a finding weighs. The order is that in which findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The drawing is not supported or cannot work.
    Error,
    /// Supported, but not recommended or short of what the plan asks for.
    Warning,
    /// Good to know.
    Info,
}

json::names!(Severity { Error, Warning, Info });

impl Severity {
    /// The severity as one word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Where a rule was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Title of the document.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// Changes that remove a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What they do, as the words on a button.
    pub label: String,
    /// The changes in the order in which they are to be made.
    pub edits: Vec<Edit>,
}

/// A rule that a plan breaks, or something that is good to know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule, for example `HLB-REQ-POOL`.
    pub rule: &'static str,
    /// The rule in a few words.
    pub title: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// How sure the rule is.
    pub mark: Mark,
    /// The nodes that it concerns, the one to show it on first.
    pub nodes: Vec<NodeId>,
    /// What is the matter with this plan.
    pub text: String,
    /// Why it matters.
    pub reason: &'static str,
    /// Where the rule was read.
    pub source: Source,
    /// What removes it, where that can be said.
    pub fix: Option<Fix>,
}
