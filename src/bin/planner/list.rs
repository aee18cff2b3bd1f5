//! Findings as a list to read.

use std::io::{self, Write};

use availability_planner::exchange::findings::{FindingAnswer, Findings};
use availability_planner::plan::{NodeId, Scenario};
use availability_planner::rules::Severity;

const GROUPS: [(Severity, &str); 3] =
    [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Info, "Good to know")];

pub(crate) fn print(findings: &Findings, scenario: &Scenario, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} · {}", findings.plan, scenario.name)?;
    if findings.findings.is_empty() {
        return writeln!(out, "No rule has anything to say");
    }
    for (severity, title) in GROUPS {
        let number = findings.of(severity).count();
        if number > 0 {
            writeln!(out, "\n{title} ({number})")?;
        }
        for finding in findings.of(severity) {
            writeln!(out)?;
            entry(finding, scenario, out)?;
        }
    }
    Ok(())
}

fn entry(finding: &FindingAnswer, scenario: &Scenario, out: &mut impl Write) -> io::Result<()> {
    let FindingAnswer { rule, title, text, reason, source, mark, .. } = finding;
    writeln!(out, "  {title} [{rule}]")?;
    writeln!(out, "    {text}")?;
    writeln!(out, "    where   {}", places(&finding.nodes, scenario))?;
    writeln!(out, "    why     {reason}")?;
    writeln!(out, "    source  {}, {} ({})", source.title, source.url, mark.word())?;
    match &finding.fix {
        Some(fix) => writeln!(out, "    fix     {fix}"),
        None => Ok(()),
    }
}

/// Names with their ids, by which they are found in the file.
fn places(nodes: &[String], scenario: &Scenario) -> String {
    let place = |id: &String| match scenario.node(&NodeId::from(id.as_str())) {
        Some(node) => format!("{} ({id})", node.name()),
        None => id.clone(),
    };
    nodes.iter().map(place).collect::<Vec<_>>().join(", ")
}
