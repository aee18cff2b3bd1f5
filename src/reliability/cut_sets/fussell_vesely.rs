//! How much of the failure passes through each element: Fussell-Vesely importance by cut sets.

#![allow(
    clippy::indexing_slicing,
    reason = "families read earlier families, and edges lead to nodes of their family"
)]

use super::{CutSets, Family, NoCutSets};
use crate::reliability::decision::{Arena, Edge, Stop};
use crate::reliability::kept::{Source, Weights};
use crate::reliability::{Budget, Element};

/// Nodes below which clearing up is not worth while.
const FEW: usize = 1 << 19;

impl CutSets {
    /// For every element the probability that some minimal cut set that contains it, at whatever level, has wholly happened, as a
    /// share of the probability that the system is failed. J. Fussell, "How to hand-calculate system reliability and safety
    /// characteristics", IEEE Transactions on Reliability 24 (1975); William Vesely and others, NUREG-0492, "Fault Tree Handbook"
    /// (1981).
    ///
    /// It is exact: the sets with an element are joined into one function, which is solved as a diagram. For an element with two
    /// levels that function is the element together with the upward closure of `f1 and not f0`, where `f1` and `f0` are the system
    /// with the element failed and well. For if C is a minimal cut set with the element, the rest of C makes `f1` true and, C being
    /// minimal, does not make `f0` true; so where C has happened, so have the element and something that lies above an assignment for
    /// which `f1 and not f0` holds. And if the state lies above such an assignment, that assignment together with the element is a
    /// cut set, so it has a minimal one within it; that one contains the element, or `f0` would be true.
    ///
    /// A set of the whole has one set of each module that it needs, whichever it may be. So the sets with an element happen when in
    /// the element's module a set with the element does and, the module counting as failed, a set with the module does in the whole.
    /// The two have no element in common, so their probabilities are multiplied.
    ///
    /// Where the system cannot fail, every share is 0. Elements that are not given are at their best level.
    ///
    /// # Errors
    /// If the system can get better where an element gets worse: sets of what has gone wrong then do not say when it is failed. Also
    /// if the budget does not suffice.
    pub fn fussell_vesely(&self, elements: &[Element], budget: &Budget<'_>) -> Result<Vec<f64>, NoCutSets> {
        let Some(top) = self.families.len().checked_sub(1) else { return Ok(Vec::new()) };
        let needed = self.needed(top);
        // For each part, how likely it is well and how likely gone wrong.
        let mut laws: Vec<[f64; 2]> = vec![[1.0, 0.0]; self.families.len()];
        let mut of_source: Vec<Vec<f64>> = vec![Vec::new(); self.families.len()];
        for (place, family) in self.families.iter().enumerate().filter(|(place, _)| needed[*place]) {
            if !family.is_coherent {
                return Err(NoCutSets::NotCoherent);
            }
            let weights = family.sources.iter().map(|source| match *source {
                Source::Part(part) => Weights::new(&laws[part]),
                Source::Element(element) => self.weights(elements, element),
            });
            let stopped = |stop| NoCutSets::stopped(stop, budget);
            let mut union = Union::new(family, weights.collect(), budget).map_err(stopped)?;
            laws[place] = union.law();
            of_source[place] = union.of_sources().map_err(stopped)?;
        }
        let [_, failed] = laws[top];
        let mut of_element = vec![0.0; self.levels.len()];
        let mut of_part = vec![0.0; self.families.len()];
        of_part[top] = 1.0;
        for (place, family) in self.families.iter().enumerate().rev() {
            for (source, within) in family.sources.iter().zip(&of_source[place]) {
                let all = within * of_part[place];
                match *source {
                    Source::Part(part) => of_part[part] = all,
                    Source::Element(_) if all == 0.0 => {}
                    Source::Element(element) => of_element[element.index()] = all / failed,
                }
            }
        }
        Ok(of_element)
    }

    /// The parts that some set of the top needs.
    fn needed(&self, top: usize) -> Vec<bool> {
        let mut needed = vec![false; self.families.len()];
        needed[top] = true;
        for (place, family) in self.families.iter().enumerate().rev() {
            if needed[place] {
                for node in family.nodes.iter().skip(1) {
                    if let Source::Part(part) = family.source(node) {
                        needed[part] = true;
                    }
                }
            }
        }
        needed
    }
}

/// The sets of a family as one function: whether any of them has happened.
struct Union<'a> {
    family: &'a Family,
    arena: Arena<'a>,
    /// For each node of the family.
    any: Vec<Edge>,
    weights: Vec<Weights>,
    /// For each node of the arena, as far as known, how likely it is true and how likely false; inside a ladder both are shares of
    /// all time.
    masses: Vec<[f64; 2]>,
    /// Size of the arena at which to clear up.
    crowded: usize,
}

impl<'a> Union<'a> {
    fn new(family: &'a Family, weights: Vec<Weights>, budget: &Budget<'a>) -> Result<Self, Stop> {
        let mut union = Self {
            family,
            arena: Arena::new(budget.nodes, usize::MAX, budget.is_over),
            any: vec![Edge::TRUE],
            weights,
            masses: vec![[1.0, 0.0]],
            crowded: FEW,
        };
        for node in family.nodes.iter().skip(1) {
            let (low, high) = (edge(&union.any, node.low), edge(&union.any, node.high));
            let made = union.either(node.variable, low, high)?;
            union.any.push(made);
        }
        Ok(union)
    }

    /// What is true where the first is, and with the variable also where the second is.
    fn either(&mut self, variable: u32, low: Edge, high: Edge) -> Result<Edge, Stop> {
        let high = self.arena.or(low, high)?;
        self.arena.make(variable, low, high)
    }

    /// How likely no set and how likely some set has happened.
    fn law(&mut self) -> [f64; 2] {
        let root = edge(&self.any, self.family.root);
        let [yes, no] = self.mass(root);
        [no, yes]
    }

    /// For each source how likely it is that some set with it has happened; for a part, once the part itself has gone wrong.
    fn of_sources(&mut self) -> Result<Vec<f64>, Stop> {
        let mut first = vec![u32::MAX; self.family.sources.len()];
        for (rung, variable) in self.family.rungs.iter().zip(0..) {
            if rung.step == 0 {
                first[rung.source] = variable;
            }
        }
        let mut shares = Vec::with_capacity(first.len());
        for variable in first {
            let with = self.with(variable)?;
            let [yes, _] = self.mass(with);
            shares.push(yes);
            if self.arena.size() > self.crowded {
                self.clear_up();
            }
        }
        Ok(shares)
    }

    /// Whether a set with the variable has happened.
    fn with(&mut self, variable: u32) -> Result<Edge, Stop> {
        let mut with = vec![Edge::FALSE; self.family.nodes.len()];
        // Neither the family without any set nor that of the empty set has one with the variable.
        let of = |with: &[Edge], family: Edge| {
            if family.is_constant() { Edge::FALSE } else { with[family.node()] }
        };
        for (place, node) in self.family.nodes.iter().enumerate().skip(1) {
            if node.variable == variable {
                let rest = edge(&self.any, node.high);
                with[place] = match self.family.source(node) {
                    Source::Part(_) => rest,
                    Source::Element(_) => self.arena.make(variable, Edge::FALSE, rest)?,
                };
            } else if node.variable < variable {
                let (low, high) = (of(&with, node.low), of(&with, node.high));
                with[place] = self.either(node.variable, low, high)?;
            }
        }
        Ok(of(&with, self.family.root))
    }

    /// How likely a function is true and how likely it is false.
    fn mass(&mut self, edge: Edge) -> [f64; 2] {
        for place in self.masses.len()..self.arena.size() {
            let node = self.arena.nodes()[place];
            let rung = self.family.rung(&node);
            let Weights { at, worse } = &self.weights[rung.source];
            let next = self.arena.variable(node.high) as usize;
            let goes_on =
                self.family.rungs.get(next).is_some_and(|next| next.step > 0 && next.source == rung.source);
            let (low, high) = (at[rung.step], if goes_on { 1.0 } else { worse[rung.step + 1] });
            let (of_low, of_high) = (self.known(node.low), self.known(node.high));
            self.masses.push([low * of_low[0] + high * of_high[0], low * of_low[1] + high * of_high[1]]);
        }
        self.known(edge)
    }

    fn known(&self, edge: Edge) -> [f64; 2] {
        let [yes, no] = self.masses[edge.node()];
        if edge.is_negated() { [no, yes] } else { [yes, no] }
    }

    fn clear_up(&mut self) {
        self.arena.keep_only(&mut self.any);
        self.masses.truncate(1);
        self.crowded = (self.arena.size() * 4).max(FEW);
    }
}

/// What has been made of an edge of another diagram. The end stands for what is always true and, negated, for what never is, just as
/// the family of the empty set and that without any set do.
fn edge(made: &[Edge], of: Edge) -> Edge {
    made[of.node()].negated_if(of.is_negated())
}
