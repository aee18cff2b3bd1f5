//! What is wrong with a ledger, seen from the program and from the ledger itself.

use std::collections::BTreeSet;
use std::path::Path;

use super::ledger::{Fact, Fate, Ledger, Thing};
use super::program::Program;

/// How sure facts are; the last one is for what was looked for and not found.
const MARKS: [&str; 8] = ["D", "D07", "DLY", "V", "X", "R", "A", "–"];

/// Marks of what was read about this product, agreed upon or not.
const READ: [&str; 2] = ["D", "X"];

/// A place in the program that no list of it holds.
const FILE: &str = "file";

pub fn faults(ledger: &Ledger, program: &Program) -> Vec<String> {
    let mut faults = rows(ledger);
    faults.extend(dangling(ledger, program));
    faults.extend(unnamed(ledger, program));
    faults.extend(unstated(ledger, program));
    faults.extend(overstated(ledger, program));
    faults
}

/// Rows that are not whole.
fn rows(ledger: &Ledger) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for Fact { id, text, marks, fate } in &ledger.facts {
        if !ids.insert(id) {
            faults.push(format!("{id} stands twice"));
        }
        if !text.ends_with('.') {
            faults.push(format!("{id} says nothing that ends with a full stop"));
        }
        if marks.is_empty() || !marks.iter().all(|mark| MARKS.contains(&mark.as_str())) {
            faults.push(format!("{id} has marks {marks:?}"));
        }
        if matches!(fate, Fate::LeftOut(reason) if reason.is_empty()) {
            faults.push(format!("{id} is left out without a reason"));
        }
    }
    for own in &ledger.own {
        if own.from.is_none() && own.why.is_none() {
            faults.push(format!("{:?} stems from nothing and has no reason", own.things));
        }
        if let Some(from) = own.from.as_ref().filter(|from| ledger.fact(from).is_none()) {
            faults.push(format!("{:?} stems from {from}, which is no fact", own.things));
        }
    }
    faults
}

/// What the ledger names and the program does not have.
fn dangling(ledger: &Ledger, program: &Program) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_there = |thing: &&Thing| {
        program.things.contains(*thing) || thing.kind == FILE && root.join(&thing.id).is_file()
    };
    let missing = ledger.things().filter(|thing| !is_there(thing));
    missing.map(|thing| format!("the program has no {} {}", thing.kind, thing.id)).collect()
}

/// What the program has and the ledger does not name.
fn unnamed(ledger: &Ledger, program: &Program) -> Vec<String> {
    let named: BTreeSet<&Thing> = ledger.things().collect();
    let left = program.things.iter().filter(|thing| !named.contains(thing));
    left.map(|thing| format!("no fact is named for {} {}", thing.kind, thing.id)).collect()
}

/// Facts that the program states under a name, and for which no row of that name, or of one above it, names what states
/// them. What follows from a fact under a name of its own is listed by that.
fn unstated(ledger: &Ledger, program: &Program) -> Vec<String> {
    let own: BTreeSet<&Thing> = ledger.own.iter().flat_map(|own| &own.things).collect();
    let is_row_of = |id: &str, thing| ledger.fact(id).is_some_and(|fact| fact.things().contains(thing));
    let mut faults = Vec::new();
    for (id, thing) in &program.stated {
        let above = id.char_indices().filter(|(_, letter)| *letter == '/').map(|(end, _)| &id[..end]);
        if !above.chain([id.as_str()]).any(|id| is_row_of(id, thing)) && !own.contains(thing) {
            faults.push(format!("{} {} states {id}, and no row says so", thing.kind, thing.id));
        }
    }
    faults
}

/// What the program shows as documented, and no row that names it was read about this product.
fn overstated(ledger: &Ledger, program: &Program) -> Vec<String> {
    let read = |fact: &&Fact| fact.marks.iter().any(|mark| READ.contains(&mark.as_str()));
    let of_read = ledger.facts.iter().filter(read).flat_map(Fact::things);
    let from_read = ledger.own.iter().filter(|own| {
        let from = own.from.as_ref().and_then(|from| ledger.fact(from));
        from.as_ref().is_some_and(read)
    });
    let read: BTreeSet<&Thing> = of_read.chain(from_read.flat_map(|own| &own.things)).collect();
    let bold = program.documented.iter().filter(|thing| !read.contains(thing));
    bold.map(|thing| format!("{} {} is shown as documented, and no fact is", thing.kind, thing.id)).collect()
}
