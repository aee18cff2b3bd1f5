//! `planner capacity`.

use std::io::{self, Write};

use availability_planner::analysis::{LoadRow, Need, PROFILE, Section, Sizing, sizing};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::{Figure, Mark, Unit};
use availability_planner::chart::number::{grouped, percent, short};
use availability_planner::exchange::capacity::Capacity;
use availability_planner::plan::{Document, Scenario};

use crate::args::CapacityOf;
use crate::failure::Failure;
use crate::{input, table};

/// Losses that the table shows.
const LOSSES: usize = 3;

pub(crate) fn run(args: &CapacityOf, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let path = args.plan.display().to_string();
    let sizing = sizing(scenario, &catalog).map_err(|error| Failure::Analysis { path, error })?;
    if args.json {
        let answer = Capacity::new(&document, scenario, &catalog, &sizing);
        writeln!(out, "{}", serde_json::to_string_pretty(&answer)?)?;
    } else {
        print(&document, scenario, &catalog, &sizing, out)?;
    }
    Ok(())
}

fn print(
    document: &Document,
    scenario: &Scenario,
    catalog: &Catalog,
    sizing: &Sizing,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "{} · {}", document.name, scenario.name)?;
    let family = catalog.families().iter().find(|known| Some(&known.id) == scenario.family.as_ref());
    writeln!(out, "Figures: {}", family.map_or("defaults", |family| &family.name))?;
    if sizing.sections.is_empty() {
        writeln!(out, "No users yet: add a population to see what they need.")?;
    }
    for section in &sizing.sections {
        writeln!(out, "\n{}", section.topic.title())?;
        writeln!(out, "  {}", section.about)?;
        needs(section, out)?;
        loads(section, out)?;
    }
    writeln!(out, "\nProfile")?;
    profile(&scenario.catalog(catalog), out)
}

fn needs(section: &Section, out: &mut impl Write) -> io::Result<()> {
    if section.needs.is_empty() {
        return Ok(());
    }
    let heads = ["What", "Demand", "Each", "Needed", "+1", "Drawn", "Headroom", "-1", "-2", "Verdict"]
        .map(str::to_owned);
    let mut rows = vec![heads];
    for need in &section.needs {
        let optional = |figure: Option<&_>| figure.map_or_else(|| "–".to_owned(), said);
        let mut left = need.headroom.iter();
        let mut after = || left.next().map_or_else(|| "–".to_owned(), |left| said(left));
        let losses: [String; LOSSES] = [after(), after(), after()];
        let [none, one, two] = losses;
        let (_, sign, words) = need.verdict.words();
        rows.push([
            need.name.clone(),
            said(&need.demand),
            optional(need.each.as_deref()),
            said(&need.needed),
            optional(need.with_spare.as_deref()),
            optional(need.drawn.as_deref()),
            none,
            one,
            two,
            format!("{sign} {words}"),
        ]);
    }
    table::aligned(&rows, 1, out)?;
    for need in &section.needs {
        beside(need, out)?;
    }
    Ok(())
}

/// What else there is to be known, and what other editions and pages say.
fn beside(need: &Need, out: &mut impl Write) -> io::Result<()> {
    for hint in &need.hints {
        let source = hint.source.as_ref().map_or_else(String::new, |source| format!(": {}", source.title));
        writeln!(out, "  {}: {} [{}{source}]", need.name, hint.text, hint.mark.word())?;
    }
    for other in &need.alternatives {
        let taken = if other.is_taken { ", as here" } else { "" };
        let source = match &other.figure.derivation {
            availability_planner::catalog::figure::Derivation::Catalog { source, .. } => {
                source.title.as_str()
            }
            _ => "",
        };
        let (name, value, outcome) = (&other.figure.name, said(&other.figure), said(&other.outcome));
        let what = &other.outcome.name;
        writeln!(out, "  {name} {value}{taken}: {} {outcome} [{source}]", what.to_lowercase())?;
    }
    Ok(())
}

fn loads(section: &Section, out: &mut impl Write) -> io::Result<()> {
    let Some(first) = section.loads.first() else { return Ok(()) };
    let heads = first.figures.iter().map(|(head, _)| (*head).to_owned());
    let mut rows: Vec<Vec<String>> = vec![["Of".to_owned()].into_iter().chain(heads).collect()];
    let cells = |row: &LoadRow| -> Vec<String> {
        let values = row.figures.iter().map(|(_, figure)| said(figure));
        [row.name.clone()].into_iter().chain(values).collect()
    };
    rows.extend(section.loads.iter().map(cells));
    table::aligned(&rows, 1, out)
}

fn profile(catalog: &Catalog, out: &mut impl Write) -> io::Result<()> {
    let mut rows = vec![["Figure", "Value", "Mark"].map(str::to_owned)];
    for id in PROFILE.iter().flat_map(|(_, ids)| ids.iter()) {
        if let Some(figure) = catalog.figure(&(*id).into()) {
            let mark: Mark = figure.mark;
            rows.push([(*id).to_owned(), said(&figure), mark.word().to_owned()]);
        }
    }
    table::aligned(&rows, 1, out)
}

/// A figure with its unit, where that is not said by the head of its column.
fn said(figure: &Figure) -> String {
    match figure.unit {
        Unit::Users | Unit::Servers => grouped(figure.value),
        Unit::Share => percent(figure.value),
        Unit::Kbps => format!("{} kbit/s", short(figure.value)),
        Unit::PerSecond => format!("{}/s", short(figure.value)),
        Unit::Bytes => format!("{} bytes", short(figure.value)),
        Unit::PerHour => format!("{}/h", short(figure.value)),
        _ => short(figure.value),
    }
}
