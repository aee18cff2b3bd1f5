//! Families with what the best sets below each of their nodes are worth.

#![allow(
    clippy::indexing_slicing,
    reason = "families read earlier families, and edges lead to nodes of their family"
)]

use super::fronts::{Fronts, Goal};
use super::spending::Spending;
use super::worth::Worth;
use super::{CutSets, Family, NoCutSets};
use crate::reliability::Element;
use crate::reliability::decision::{Edge, NOTHING, Node};
use crate::reliability::kept::Source;

/// A family with what the best sets below each node are worth.
pub(super) struct Ranked<'a> {
    pub family: &'a Family,
    /// For each source how likely it is at each level or worse.
    worse: Vec<Vec<f64>>,
    best: Fronts,
}

impl<'a> Ranked<'a> {
    /// A family after those that it reads.
    pub fn new(
        sets: &CutSets,
        family: &'a Family,
        ranked: &[Self],
        elements: &[Element],
        goal: Goal,
        spending: &mut Spending<'_>,
    ) -> Result<Self, NoCutSets> {
        let worse = family
            .sources
            .iter()
            .map(|source| match *source {
                Source::Element(element) => sets.weights(elements, element).worse,
                Source::Part(_) => Vec::new(),
            })
            .collect();
        let mut next = Self { family, worse, best: Fronts::default() };
        next.best.push(&[Worth::NONE]);
        let (mut low, mut high, mut both) = (Vec::new(), Vec::new(), Vec::new());
        for node in family.nodes.iter().skip(1) {
            let on_low = next.low(node);
            low.clear();
            low.extend(next.best(node.low).iter().map(|best| best.with(on_low)));
            let on_high = next.high(node);
            high.clear();
            high.extend(next.best(node.high).iter().map(|best| best.with(on_high)));
            if let Source::Part(part) = family.source(node) {
                let inside = ranked[part].best(ranked[part].family.root);
                spending.work(goal.combine(&high, inside, &mut both))?;
                std::mem::swap(&mut high, &mut both);
            }
            goal.join(&low, &high, &mut both);
            spending.work(1 + low.len() + high.len())?;
            spending.keep(both.len().max(1))?;
            next.best.push(&both);
        }
        Ok(next)
    }

    pub fn best(&self, edge: Edge) -> &[Worth] {
        if edge == NOTHING { &[] } else { self.best.get(edge.node()) }
    }

    /// What is added on the way to a node's `low`. Where a node asks for a further level of an element, only now is it known at
    /// which level the element stands in the set.
    pub fn low(&self, node: &Node) -> Worth {
        let rung = self.family.rung(node);
        let probability = if rung.step == 0 { 1.0 } else { self.worse[rung.source][rung.step] };
        Worth { order: 0, probability }
    }

    /// What is added on the way to a node's `high`, but for what a part adds.
    pub fn high(&self, node: &Node) -> Worth {
        let rung = self.family.rung(node);
        if matches!(self.family.source(node), Source::Part(_)) {
            return Worth::NONE;
        }
        let is_done = !self.family.goes_on(node);
        Worth {
            order: usize::from(rung.step == 0),
            probability: if is_done { self.worse[rung.source][rung.step + 1] } else { 1.0 },
        }
    }
}
