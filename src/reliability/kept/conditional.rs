//! What each level of each element means for the top: what importance is made of.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the parts and of their sources")]

use super::diagram::{Diagram, Weights};
use super::ranges::Ranges;
use super::{Conditional, Kept, Part, Source, counted};
use crate::reliability::Element;

impl Kept {
    /// For every element the top given each of its levels, in one walk up and one walk down; none where something was refused.
    ///
    /// For an element that the top does not depend on, its levels all say what the top is by itself.
    pub fn conditional(&self, elements: &[Element]) -> Option<Vec<Conditional>> {
        let truths = self.truths(elements);
        let top = truths.last().copied().flatten()?;
        let mut of_part: Vec<Option<Conditional>> = vec![None; self.parts.len()];
        if let Some(last) = of_part.last_mut() {
            *last = Some(Conditional { is_true: vec![0.0, 1.0], is_false: vec![1.0, 0.0] });
        }
        let mut of_element: Vec<Option<Conditional>> = vec![None; self.structure.elements()];
        for (place, part) in self.parts.iter().enumerate().rev() {
            let Some(above) = of_part[place].take() else { continue };
            let laws = self.laws(part, elements, &truths)?;
            let laws: Vec<&[f64]> = laws.iter().map(Vec::as_slice).collect();
            let within = match part {
                Part::Diagram(diagram) => diagram.conditional(&laws),
                Part::Counted(tally) => {
                    let slots = counted::laws(&tally.slots, &laws, tally.least);
                    let readings = tally.readings(&slots).into_iter();
                    readings
                        .map(|reading| Conditional { is_true: reading.is_true, is_false: reading.is_false })
                        .collect()
                }
                Part::Refused => return None,
            };
            for (source, within) in part.sources().iter().zip(within) {
                let through = within.through(&above);
                match *source {
                    Source::Element(element) => of_element[element.index()] = Some(through),
                    Source::Part(part) => of_part[part] = Some(through),
                }
            }
        }
        let levels = self.structure.all_elements().map(|element| self.structure.levels(element));
        let all = of_element.into_iter().zip(levels).map(|(known, levels)| {
            known.unwrap_or_else(|| Conditional {
                is_true: vec![top.is_true; levels],
                is_false: vec![top.is_false; levels],
            })
        });
        Some(all.collect())
    }
}

impl Conditional {
    /// What the levels mean for the top, if so far they say what they mean for a part and the part means this for the top.
    fn through(&self, part: &Self) -> Self {
        let joined = |of_part: &[f64]| {
            let pairs = self.is_true.iter().zip(&self.is_false);
            pairs.map(|(yes, no)| yes * of_part[1] + no * of_part[0]).collect()
        };
        Self { is_true: joined(&part.is_true), is_false: joined(&part.is_false) }
    }
}

impl Diagram {
    /// For each source what its levels mean for the root.
    fn conditional(&self, laws: &[&[f64]]) -> Vec<Conditional> {
        let weights: Vec<Weights> = laws.iter().map(|law| Weights::new(law)).collect();
        let masses = self.masses(&weights);
        let reach = self.reach(&weights);
        // Sources by their place in the order of asking; paths that pass a source by say the same at all of its levels.
        let order = self.order();
        let rank_of = |place: usize| match place {
            0 => order.by_rank.len(),
            _ => order.rank[self.rung(&self.nodes()[place]).source],
        };
        let mut passing = Ranges::new(order.by_rank.len());
        passing.add(0, rank_of(self.root().node()), [masses.yes(self.root()), masses.no(self.root())]);
        let mut of_source: Vec<Conditional> = laws
            .iter()
            .map(|law| Conditional { is_true: vec![0.0; law.len()], is_false: vec![0.0; law.len()] })
            .collect();
        let mut exits = Vec::new();
        for place in (1..self.nodes().len()).rev() {
            let node = self.nodes()[place];
            let rung = self.rung(&node);
            if rung.step > 0 {
                continue;
            }
            self.exits(node, &mut exits);
            let [plain, negated] = reach[place];
            let Weights { at, worse } = &weights[rung.source];
            let conditional = &mut of_source[rung.source];
            for level in 0..at.len() {
                let last = exits.len() - 1;
                let exit = exits[level.min(last)];
                let yes = plain * masses.yes(exit) + negated * masses.no(exit);
                let no = plain * masses.no(exit) + negated * masses.yes(exit);
                conditional.is_true[level] += yes;
                conditional.is_false[level] += no;
                if level <= last {
                    let share = if level == last { worse[level] } else { at[level] };
                    passing.add(rank_of(place) + 1, rank_of(exit.node()), [share * yes, share * no]);
                }
            }
        }
        for (rank, [yes, no]) in passing.sums().into_iter().enumerate() {
            let conditional = &mut of_source[order.by_rank[rank]];
            conditional.is_true.iter_mut().for_each(|share| *share += yes);
            conditional.is_false.iter_mut().for_each(|share| *share += no);
        }
        of_source
    }

    /// For every first node of a ladder, how likely a walk from the root comes there without and with a negation on its way.
    pub(super) fn reach(&self, weights: &[Weights]) -> Vec<[f64; 2]> {
        let mut reach = vec![[0.0; 2]; self.nodes().len()];
        reach[self.root().node()][usize::from(self.root().is_negated())] = 1.0;
        for place in (1..self.nodes().len()).rev() {
            let node = self.nodes()[place];
            let rung = self.rung(&node);
            let Weights { at, worse } = &weights[rung.source];
            let [plain, negated] = reach[place];
            let low = &mut reach[node.low.node()];
            let turn = usize::from(node.low.is_negated());
            low[turn] += plain * at[rung.step];
            low[1 - turn] += negated * at[rung.step];
            let share = if self.goes_on(&node) { 1.0 } else { worse[rung.step + 1] };
            let high = &mut reach[node.high.node()];
            high[0] += plain * share;
            high[1] += negated * share;
        }
        reach
    }

    /// The sources by the order in which the diagram asks for them.
    fn order(&self) -> OrderOfSources {
        let mut by_rank = Vec::with_capacity(self.sources().len());
        let mut rank = vec![0; self.sources().len()];
        for rung in self.rungs().iter().filter(|rung| rung.step == 0) {
            rank[rung.source] = by_rank.len();
            by_rank.push(rung.source);
        }
        OrderOfSources { by_rank, rank }
    }
}

struct OrderOfSources {
    by_rank: Vec<usize>,
    rank: Vec<usize>,
}
