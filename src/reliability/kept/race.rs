//! Several orders of a part's sources, each given a little room, then more; the first that gets through wins.

use super::Refusal;
use super::build::{build, first_variables, levels_of};
use super::diagram::{Diagram, Rung};
use super::graph::Graph;
use super::order::{Local, Order};
use crate::reliability::Budget;
use crate::reliability::decision::{Arena, Stop};
use crate::reliability::structure::Item;

/// Nodes, also unneeded ones, that each order may make in the first round, and how much more in each later one.
const FIRST_ROUND: usize = 20_000;
const GROWTH: usize = 12;

/// The diagram of a part, while `spent` nodes of the budget are taken by others.
pub(super) fn diagram(
    graph: &Graph<'_>,
    items: &[Item],
    of_gate: &[Option<usize>],
    budget: &Budget<'_>,
    spent: usize,
) -> Result<Diagram, Refusal> {
    let local = Local::new(graph, items, of_gate);
    let levels: Vec<usize> = local.sources.iter().map(|source| levels_of(graph.structure, *source)).collect();
    let mut orders: Vec<Vec<u32>> = Vec::new();
    for order in Order::ALL {
        let ranks = local.ranks(order);
        if !orders.contains(&ranks) {
            orders.push(ranks);
        }
    }
    let room = budget.nodes.saturating_sub(spent);
    let mut round = FIRST_ROUND.max(items.len() * 8).min(room);
    loop {
        for ranks in &orders {
            let first = first_variables(&levels, ranks);
            let arena = Arena::new(round, budget.is_over);
            match build(graph.structure, items, &local, &first, arena) {
                Ok(built) => return Ok(Diagram::new(built, local.sources.clone(), rungs(&levels, &first))),
                Err(Stop::Over) => return Err(Refusal::TimeOver),
                Err(Stop::Full) => {}
            }
        }
        if round >= room {
            return Err(Refusal::TooManyNodes { nodes: budget.nodes });
        }
        round = round.saturating_mul(GROWTH).min(room);
    }
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
