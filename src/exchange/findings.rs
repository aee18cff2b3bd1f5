//! What the rules say of a plan as JSON, for scripts and for continuous integration of a plan.

mod checklist;

use serde::Serialize;

use crate::catalog::figure::Mark;
use crate::json;
use crate::plan::{Document, Scenario};
use crate::rules::{Check, Finding, Severity, Source};

pub use checklist::{CheckAnswer, State};

/// What `planner check --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Findings {
    /// The plan's name.
    pub plan: String,
    /// The scenario's id.
    pub scenario: String,
    /// One entry for each place that breaks a rule: errors first, then warnings, then what is good to know.
    pub findings: Vec<FindingAnswer>,
    /// What a plan does not hold and somebody has to look at, the weightiest first. It never makes a plan unsupported.
    pub checklist: Vec<CheckAnswer>,
}

/// A rule that the plan breaks, or something that is good to know of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingAnswer {
    /// The rule's name, for example `HLB-REQ-POOL`.
    pub rule: String,
    /// The rule in a few words.
    pub title: String,
    /// How much it weighs.
    pub severity: Severity,
    /// How sure the rule is.
    pub mark: Mark,
    /// Ids of the components, pools and populations that it concerns, the one to show it on first.
    pub nodes: Vec<String>,
    /// What is the matter with this plan.
    pub text: String,
    /// Why it matters.
    pub reason: String,
    /// Where the rule was read.
    pub source: SourceAnswer,
    /// What the editor offers to remove it, as the words on a button, or null.
    pub fix: Option<String>,
}

json::fields!(FindingAnswer { rule, title, severity, mark, nodes, text, reason, source, fix });

/// A document in which a rule was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceAnswer {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

json::fields!(SourceAnswer { title, url });

impl Findings {
    /// Puts findings and the checklist into the form of the answer.
    pub fn new(document: &Document, scenario: &Scenario, findings: &[Finding], checklist: &[Check]) -> Self {
        Self {
            plan: document.name.clone(),
            scenario: scenario.id.to_string(),
            findings: findings.iter().map(FindingAnswer::from).collect(),
            checklist: checklist.iter().map(CheckAnswer::from).collect(),
        }
    }

    /// The findings that weigh so much.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &FindingAnswer> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }

    /// The items of the checklist that nobody has said anything of.
    pub fn open_items(&self) -> impl Iterator<Item = &CheckAnswer> {
        self.checklist.iter().filter(|check| check.state == State::Open)
    }
}

impl From<&Finding> for FindingAnswer {
    fn from(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.into(),
            title: finding.title.into(),
            severity: finding.severity,
            mark: finding.mark,
            nodes: finding.nodes.iter().map(ToString::to_string).collect(),
            text: finding.text.clone(),
            reason: finding.reason.into(),
            source: SourceAnswer::from(finding.source),
            fix: finding.fix.as_ref().map(|fix| fix.label.clone()),
        }
    }
}

impl From<Source> for SourceAnswer {
    fn from(source: Source) -> Self {
        Self { title: source.title.into(), url: source.url.into() }
    }
}
