//! How often the top changes: each passage of an element, with the probability that it changes the top while all others stay.

#![allow(clippy::indexing_slicing, reason = "numbers are those of the parts and of their sources")]

use rustc_hash::FxHashMap;

use super::diagram::{Diagram, Masses, Rung, Weights};
use super::{Kept, Part, Refusal, Source, counted};
use crate::reliability::decision::Edge;
use crate::reliability::{Element, Flow};

impl Kept {
    /// How often per hour, in the long run, the top goes from true to false, which is as often as it comes back; none where
    /// something was refused or the top depends on an element that has a probability only.
    ///
    /// The sum over all passages of elements from one level to another, of their rate times the probability that the top is true
    /// before and false after with all other elements alike. So it is right whether or not a repair can break the top.
    ///
    /// # Errors
    /// If that takes more than `pairs` pairs of functions.
    pub fn frequency_per_hour(&self, elements: &[Element], pairs: usize) -> Result<Option<f64>, Refusal> {
        let truths = self.truths(elements);
        let mut flows_of_part: Vec<Option<Vec<Flow>>> = Vec::with_capacity(self.parts.len());
        let mut rate = None;
        for part in &self.parts {
            let flows: Vec<Option<&[Flow]>> = part
                .sources()
                .iter()
                .map(|source| match *source {
                    Source::Element(element) => {
                        elements.get(element.index()).map_or(Some(&[][..]), Element::flows)
                    }
                    Source::Part(part) => flows_of_part[part].as_deref(),
                })
                .collect();
            rate = match self.laws(part, elements, &truths) {
                Some(laws) => part.falls_per_hour(&flows, &laws, pairs)?,
                None => None,
            };
            flows_of_part.push(rate.map(|per_hour| {
                let flow = |from, to| Flow { from, to, per_hour, displaced: 0.0 };
                vec![flow(1, 0), flow(0, 1)]
            }));
        }
        Ok(rate)
    }
}

impl Part {
    /// None where the part depends on something without times.
    fn falls_per_hour(
        &self,
        flows: &[Option<&[Flow]>],
        laws: &[Vec<f64>],
        pairs: usize,
    ) -> Result<Option<f64>, Refusal> {
        let laws: Vec<&[f64]> = laws.iter().map(Vec::as_slice).collect();
        match self {
            Self::Diagram(diagram) => diagram.falls_per_hour(flows, &laws, pairs),
            Self::Counted(tally) => {
                let slots = counted::laws(&tally.slots, &laws, tally.least);
                let readings = tally.readings(&slots);
                let lost = readings.iter().zip(flows).filter(|(reading, _)| reading.matters()).map(
                    |(reading, flows)| {
                        let flows = flows.as_ref()?.iter();
                        Some(
                            flows
                                .map(|flow| flow.per_hour * reading.lost_between(flow.from, flow.to))
                                .sum::<f64>(),
                        )
                    },
                );
                Ok(lost.sum())
            }
            Self::Refused => Ok(None),
        }
    }
}

impl Diagram {
    fn falls_per_hour(
        &self,
        flows: &[Option<&[Flow]>],
        laws: &[&[f64]],
        most_pairs: usize,
    ) -> Result<Option<f64>, Refusal> {
        let weights: Vec<Weights> = laws.iter().map(|law| Weights::new(law)).collect();
        let masses = self.masses(&weights);
        let reach = self.reach(&weights);
        let mut pairs = Pairs {
            diagram: self,
            weights: &weights,
            masses: &masses,
            known: FxHashMap::default(),
            most: most_pairs,
            tasks: Vec::new(),
            results: Vec::new(),
        };
        let mut exits = Vec::new();
        let mut rate = 0.0;
        for (place, node) in self.nodes().iter().enumerate().skip(1) {
            let rung = self.rung(node);
            if rung.step > 0 {
                continue;
            }
            // What the diagram does not ask for may have no times.
            let Some(flows) = flows[rung.source] else { return Ok(None) };
            self.exits(*node, &mut exits);
            let last = exits.len() - 1;
            let [plain, negated] = reach[place];
            for flow in flows {
                let (before, after) = (exits[flow.from.min(last)], exits[flow.to.min(last)]);
                if before == after {
                    continue;
                }
                if plain > 0.0 {
                    rate += plain * flow.per_hour * pairs.only_first(before, after)?;
                }
                if negated > 0.0 {
                    rate += negated * flow.per_hour * pairs.only_first(before.not(), after.not())?;
                }
            }
        }
        Ok(Some(rate))
    }
}

/// How likely one function is true while another is false.
struct Pairs<'a> {
    diagram: &'a Diagram,
    weights: &'a [Weights],
    masses: &'a Masses,
    known: FxHashMap<(Edge, Edge), f64>,
    most: usize,
    tasks: Vec<Task>,
    results: Vec<f64>,
}

enum Task {
    Of(Edge, Edge),
    Join { a: Edge, b: Edge, low: f64, high: f64 },
}

impl Pairs<'_> {
    /// Inside a ladder, a share of all time, as [`Masses`] are.
    fn only_first(&mut self, a: Edge, b: Edge) -> Result<f64, Refusal> {
        self.tasks.clear();
        self.results.clear();
        self.tasks.push(Task::Of(a, b));
        while let Some(task) = self.tasks.pop() {
            match task {
                Task::Of(a, b) => match self.plain(a, b) {
                    Some(result) => self.results.push(result),
                    None => self.split(a, b),
                },
                Task::Join { a, b, low, high } => {
                    let (of_high, of_low) =
                        (self.results.pop().unwrap_or(0.0), self.results.pop().unwrap_or(0.0));
                    let result = low * of_low + high * of_high;
                    if self.known.len() >= self.most {
                        return Err(Refusal::TooManyPairs { pairs: self.most });
                    }
                    self.known.insert((a, b), result);
                    self.results.push(result);
                }
            }
        }
        Ok(self.results.pop().unwrap_or(0.0))
    }

    fn plain(&self, a: Edge, b: Edge) -> Option<f64> {
        if a == b || a == Edge::FALSE || b == Edge::TRUE {
            Some(0.0)
        } else if a == Edge::TRUE {
            Some(self.masses.no(b))
        } else if b == Edge::FALSE || a == b.not() {
            Some(self.masses.yes(a))
        } else {
            self.known.get(&(a, b)).copied()
        }
    }

    fn split(&mut self, a: Edge, b: Edge) {
        let (first, second) = (self.diagram.nodes()[a.node()], self.diagram.nodes()[b.node()]);
        let variable = first.variable.min(second.variable);
        let asked = if first.variable == variable { first } else { second };
        let Rung { source, step } = self.diagram.rung(&asked);
        let Weights { at, worse } = &self.weights[source];
        let mut goes_on = false;
        let mut branches = |edge: Edge, node: crate::reliability::decision::Node| {
            if node.variable == variable {
                goes_on |= self.diagram.goes_on(&node);
                (node.low.negated_if(edge.is_negated()), node.high.negated_if(edge.is_negated()))
            } else {
                (edge, edge)
            }
        };
        let ((a_low, a_high), (b_low, b_high)) = (branches(a, first), branches(b, second));
        let high = if goes_on { 1.0 } else { worse[step + 1] };
        self.tasks.push(Task::Join { a, b, low: at[step], high });
        self.tasks.push(Task::Of(a_high, b_high));
        self.tasks.push(Task::Of(a_low, b_low));
    }
}
