//! `fix/RULE/NODE`: makes the fix that a finding offers.

use super::Change;
use crate::rules::Finding;

pub(super) fn carry_out(findings: &[Finding], what: &str) -> Result<Change, String> {
    let (rule, node) = what.split_once('/').unwrap_or((what, ""));
    let meant = |finding: &&Finding| {
        finding.rule == rule && finding.nodes.first().is_some_and(|first| first.as_str() == node)
    };
    let fix = findings.iter().find(meant).and_then(|finding| finding.fix.as_ref());
    fix.map(|fix| (fix.label.clone(), fix.edits.clone()))
        .ok_or_else(|| "There is nothing left to mend there".into())
}
