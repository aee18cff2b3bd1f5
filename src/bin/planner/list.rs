//! Findings and the open items of the checklist as a list to read.

use std::io::{self, Write};

use availability_planner::exchange::findings::{CheckAnswer, FindingAnswer, Findings};
use availability_planner::plan::{NodeId, Scenario};
use availability_planner::rules::Severity;

const GROUPS: [(Severity, &str); 3] =
    [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Info, "Good to know")];

pub(crate) fn print(findings: &Findings, scenario: &Scenario, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} · {}", findings.plan, scenario.name)?;
    if findings.findings.is_empty() {
        writeln!(out, "No rule has anything to say")?;
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
    let open = findings.open_items().count();
    if open > 0 {
        writeln!(out, "\nTo be checked by hand ({open}): a plan does not hold it")?;
    }
    for check in findings.open_items() {
        writeln!(out)?;
        item(check, scenario, out)?;
    }
    Ok(())
}

fn item(check: &CheckAnswer, scenario: &Scenario, out: &mut impl Write) -> io::Result<()> {
    let CheckAnswer { item, statement, severity, nodes, reason, source, mark, detail, .. } = check;
    writeln!(out, "  {statement} [{item}, {} if not]", severity.word())?;
    if let Some(detail) = detail {
        writeln!(out, "    {detail}")?;
    }
    writeln!(out, "    where   {}", places(nodes, scenario))?;
    writeln!(out, "    why     {reason}")?;
    writeln!(out, "    source  {}, {} ({})", source.title, source.url, mark.word())
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
