//! A plan's workloads as fault trees in the Open-PSA format, as SCRAM's schema wants it.
//!
//! A group with L levels becomes L − 1 independent basic events: `x-worse-than-0` has the probability that group x is at level 1 or
//! worse, `x-worse-than-1` that it is at level 2 or worse, given that it is at level 1 or worse, and so on. So x is at level s or
//! worse where the first s of them happen together, and the tree's probability is exactly that of the plan. What asks for a group's
//! level becomes one gate for each run of levels that lead to the same.
//!
//! Each tree stands by itself and shares nothing with others but basic events; its top gate is the only one that no gate reads.

mod formula;
mod names;

use std::fmt::Write;

use crate::analysis::{FaultTrees, GroupLaw, RowTree, View};
use crate::catalog::workload::Workload;
use crate::collected::Set;
use crate::reliability::Step;
use formula::Formula;
use names::{Names, shown};

/// The text of a file with those trees that are wanted.
pub fn write(plan: &str, trees: &FaultTrees, wanted: impl Fn(Workload, View) -> bool) -> String {
    let mut names = Names::default();
    let ids: Vec<String> = trees.groups.iter().map(|group| names.unused(&group.id)).collect();
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opsa-mef>\n");
    let mut used = Set::new();
    let label = |text: &mut String, indent: &str, words: &str| {
        let _ = writeln!(text, "{indent}<label>{}</label>", shown(words));
    };
    label(&mut text, "  ", plan);
    for tree in trees.trees.iter().filter(|tree| wanted(tree.key.workload, tree.view)) {
        let name = names.unused(&tree_name(tree));
        let _ = writeln!(text, "  <define-fault-tree name=\"{name}\">");
        label(&mut text, "    ", &tree_label(tree));
        for (gate, formula) in gates(&name, tree, &ids, &mut used) {
            let _ = writeln!(text, "    <define-gate name=\"{gate}\">");
            formula.write(&mut text, 3);
            text.push_str("    </define-gate>\n");
        }
        text.push_str("  </define-fault-tree>\n");
    }
    text.push_str("  <model-data>\n");
    for ((place, group), id) in trees.groups.iter().enumerate().zip(&ids) {
        for (level, probability) in worse(group).into_iter().enumerate() {
            if !used.contains(&(place, level)) {
                continue;
            }
            let _ = writeln!(text, "    <define-basic-event name=\"{}\">", event(id, level));
            let words =
                format!("{}: at level {} or worse, if at level {level} or worse", group.name, level + 1);
            label(&mut text, "      ", &words);
            let _ = writeln!(text, "      <float value=\"{probability:e}\"/>\n    </define-basic-event>");
        }
    }
    text.push_str("  </model-data>\n</opsa-mef>\n");
    text
}

fn tree_name(tree: &RowTree) -> String {
    let RowTree { key, view, .. } = tree;
    format!("{}-{}-{}-{}", key.workload.id(), key.population, key.location.id(), view.id())
}

fn tree_label(tree: &RowTree) -> String {
    let RowTree { key, population_name, view, .. } = tree;
    let fails = match view {
        View::Any => "nobody is served",
        View::Full => "some tier carries fewer than want it",
    };
    format!("{} of {population_name}, {}: {fails}", key.workload.name(), key.location.id())
}

fn event(group: &str, level: usize) -> String {
    format!("{group}-worse-than-{level}")
}

/// For each level but the last the probability that the group is at a worse one, given that it is at this one or a worse one.
fn worse(group: &GroupLaw) -> Vec<f64> {
    // The share of time at each level or a worse one, summed up from the worst.
    let mut tails: Vec<f64> = Vec::with_capacity(group.law.len());
    for share in group.law.iter().rev() {
        tails.push(share + tails.last().copied().unwrap_or(0.0));
    }
    tails.reverse();
    let pairs = tails.iter().zip(tails.iter().skip(1));
    pairs.map(|(here, below)| if *below > 0.0 { (below / here).min(1.0) } else { 0.0 }).collect()
}

/// The gates of a tree with their names, the top gate first.
fn gates(
    tree: &str,
    row: &RowTree,
    groups: &[String],
    used: &mut Set<(usize, usize)>,
) -> Vec<(String, Formula)> {
    let mut gates: Vec<(String, Formula)> = Vec::new();
    // What each step is, for those that lead to it.
    let mut made: Vec<Formula> = Vec::with_capacity(row.steps.len());
    for (number, step) in row.steps.iter().enumerate() {
        let (group, branches, rises) = match step {
            Step::Ends(fails) => {
                made.push(Formula::Constant(*fails));
                continue;
            }
            Step::Asks { group, branches, rises } => (group.index(), branches, *rises),
        };
        let id = groups.get(group).map_or("", String::as_str);
        let runs = runs(branches);
        let mut below: Option<Formula> = None;
        for (run, (first, branch)) in runs.iter().enumerate().rev() {
            let here = made.get(*branch).cloned().unwrap_or(Formula::Constant(false));
            let formula = match below.take() {
                None => here,
                Some(below) => {
                    let next = runs.get(run + 1).map_or(*first, |(next, _)| *next);
                    used_up(used, group, *first..next);
                    let passed = Formula::all((*first..next).map(|level| Formula::Event(event(id, level))));
                    Formula::choice(passed, below, here, rises)
                }
            };
            below = Some(match formula {
                plain @ (Formula::Constant(_) | Formula::Gate(_) | Formula::Event(_)) => plain,
                formula => {
                    let name = format!("{tree}-g{number}-{run}");
                    gates.push((name.clone(), formula));
                    Formula::Gate(name)
                }
            });
        }
        made.push(below.unwrap_or(Formula::Constant(false)));
    }
    // The top gate has the last say, whatever it is.
    let top = match (made.pop().unwrap_or(Formula::Constant(false)), gates.last()) {
        (Formula::Gate(name), Some((last, _))) if name == *last => gates.pop().map(|(_, formula)| formula),
        (plain, _) => Some(plain),
    };
    gates.push((format!("{tree}-fails"), top.unwrap_or(Formula::Constant(false))));
    gates.reverse();
    gates
}

fn used_up(used: &mut Set<(usize, usize)>, group: usize, levels: std::ops::Range<usize>) {
    for level in levels {
        used.insert((group, level));
    }
}

/// Levels that lead to the same, as the first of each run and where it leads.
fn runs(branches: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (level, branch) in branches.iter().enumerate() {
        if runs.last().is_none_or(|(_, last)| last != branch) {
            runs.push((level, *branch));
        }
    }
    runs
}
