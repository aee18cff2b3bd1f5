//! Several orders of a part's sources, each given a little room, then more; the first that gets through wins.

use super::Refusal;
use super::build::{MOST_VALUES, build, first_variables, levels_of};
use super::diagram::{Diagram, Rung};
use super::graph::Graph;
use super::order::{Local, Order};
use super::written::Written;
use crate::reliability::Budget;
use crate::reliability::decision::{Arena, Stop};
use crate::reliability::structure::Item;

/// Nodes, also unneeded ones, that each order may make in the first round, and how many times more in each later one.
const FIRST_ROUND: usize = 20_000;
const GROWTH: usize = 8;

/// An order under way.
struct Runner {
    ranks: Vec<u32>,
    /// How many formulas it had built when it was stopped.
    progress: usize,
    /// It takes more room than there is.
    is_out: bool,
}

/// The diagram of a part, while `taken` nodes of the budget are needed by others.
pub(super) fn diagram(
    graph: &Graph<'_>,
    items: &[Item],
    of_gate: &[Option<usize>],
    written: &Written,
    budget: &Budget<'_>,
    taken: usize,
) -> Result<Diagram, Refusal> {
    let local = Local::new(graph, items, of_gate);
    let levels: Vec<usize> = local.sources.iter().map(|source| levels_of(graph.structure, *source)).collect();
    let mut runners: Vec<Runner> = Vec::new();
    let own = Order::ALL.map(|order| local.ranks(order));
    for ranks in own.into_iter().chain(written.ranks(&local.sources)) {
        if !runners.iter().any(|runner| runner.ranks == ranks) {
            runners.push(Runner { ranks, progress: 0, is_out: false });
        }
    }
    let room = budget.nodes.saturating_sub(taken);
    let mut allowed = FIRST_ROUND.max(items.len() * 8);
    while !runners.is_empty() {
        for runner in &mut runners {
            let first = first_variables(&levels, &runner.ranks);
            let arena = Arena::new(room, allowed, budget.is_over);
            match build(graph.structure, items, &local, &first, arena) {
                Ok(built) => return Ok(Diagram::new(built, local.sources.clone(), rungs(&levels, &first))),
                Err((Stop::Over, _)) => return Err(Refusal::TimeOver),
                // That is so in every order.
                Err((Stop::TooManyValues, _)) => {
                    return Err(Refusal::TooManyValues { values: MOST_VALUES });
                }
                Err((Stop::Spent, progress)) => runner.progress = progress,
                Err((Stop::Full, _)) => runner.is_out = true,
            }
        }
        // Who came furthest goes first. Nobody is given up for being behind: the last step is often the longest.
        runners.retain(|runner| !runner.is_out);
        runners.sort_by_key(|runner| std::cmp::Reverse(runner.progress));
        allowed = allowed.saturating_mul(GROWTH);
    }
    Err(Refusal::TooManyNodes { nodes: budget.nodes })
}

/// What each variable asks for.
fn rungs(levels: &[usize], first: &[u32]) -> Vec<Rung> {
    let mut by_variable: Vec<(u32, Rung)> = Vec::new();
    for (source, (levels, first)) in levels.iter().zip(first).enumerate() {
        by_variable.extend(
            (0..levels.saturating_sub(1))
                .zip(*first..)
                .map(|(step, variable)| (variable, Rung { source, step })),
        );
    }
    by_variable.sort_unstable_by_key(|(variable, _)| *variable);
    by_variable.into_iter().map(|(_, rung)| rung).collect()
}
