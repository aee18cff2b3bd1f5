//! An entry of the tables of rules.

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::{Finding, Severity, Source};
use crate::catalog::figure::Mark;

/// A rule: what it is called, why it holds, where it was read, and its predicate.
#[derive(Debug)]
pub struct Rule {
    /// Its name, for example `HLB-REQ-POOL`.
    pub id: &'static str,
    /// The rule in a few words.
    pub title: &'static str,
    /// How much a breach weighs, unless the breach says otherwise.
    pub severity: Severity,
    /// How sure the rule is, unless the breach says otherwise.
    pub mark: Mark,
    /// Why it matters.
    pub reason: &'static str,
    /// Where it was read.
    pub source: Source,
    /// All places of a drawing that break it.
    pub(super) check: fn(&Drawing<'_>) -> Vec<Breach>,
}

impl Rule {
    pub(super) fn findings(&self, drawing: &Drawing<'_>) -> Vec<Finding> {
        (self.check)(drawing).into_iter().map(|breach| self.finding(breach)).collect()
    }

    fn finding(&self, breach: Breach) -> Finding {
        Finding {
            rule: self.id,
            title: self.title,
            severity: breach.severity.unwrap_or(self.severity),
            mark: breach.mark.unwrap_or(self.mark),
            nodes: breach.nodes,
            text: breach.text,
            reason: self.reason,
            source: breach.source.unwrap_or(self.source),
            fix: breach.fix,
        }
    }
}
