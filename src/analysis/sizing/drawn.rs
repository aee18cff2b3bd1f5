//! The drawing and its users, as the sections ask of them.

use std::rc::Rc;

use crate::analysis::answer::Location;
use crate::analysis::connected::connected;
use crate::analysis::demand::Demand;
use crate::analysis::options::AnalysisError;
use crate::analysis::stage::{Stage, Way};
use crate::analysis::topology::Topology;
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::role::{Function, Role};
use crate::catalog::workload::Workload;
use crate::plan::{Component, NodeId, Population, Scenario};

/// A plan, read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub scenario: &'a Scenario,
    /// With the plan's own figures in it.
    pub catalog: &'a Catalog,
    pub topology: &'a Topology,
    pub demand: &'a Demand,
}

/// Components that carry the same users through a stage, with the homes of these.
#[derive(Debug, Default)]
pub(super) struct Tier {
    pub members: Vec<NodeId>,
    pub homes: Vec<NodeId>,
}

impl<'a> Drawn<'a> {
    /// A figure of the catalog, or what the plan puts in its place.
    pub fn figure(&self, id: &str) -> Result<Rc<Figure>, AnalysisError> {
        self.catalog.figure(&id.into()).ok_or_else(|| AnalysisError::Model {
            component: self.scenario.name.clone(),
            problem: format!("there is no figure “{id}”"),
        })
    }

    /// The first role with that function.
    pub fn role_of(&self, function: Function) -> Option<&'a Role> {
        self.catalog.roles().iter().find(|role| role.function == function)
    }

    /// The function of a component.
    pub fn function(&self, id: &NodeId) -> Option<Function> {
        self.scenario.role(self.catalog, id).map(|role| role.function)
    }

    /// The name of a node on the screen.
    pub fn name(&self, id: &NodeId) -> &'a str {
        self.scenario.node(id).map_or("", |node| node.name())
    }

    /// The names of nodes, one after the other, each once: `North, South`, `Mediation Server (2)`.
    pub fn names(&self, ids: &[NodeId]) -> String {
        let mut counted: Vec<(&str, usize)> = Vec::new();
        for name in ids.iter().map(|id| self.name(id)) {
            match counted.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => counted.push((name, 1)),
            }
        }
        let said = |(name, count): (&str, usize)| match count {
            1 => name.to_owned(),
            _ => format!("{name} ({count})"),
        };
        counted.into_iter().map(said).collect::<Vec<_>>().join(", ")
    }

    /// Servers of a component that count.
    pub fn servers(&self, component: &Component) -> usize {
        let all = component.servers.len();
        self.topology.counted.get(&component.id).copied().unwrap_or(all).min(all)
    }

    /// Homes with users, in the order of their names.
    pub fn homes(&self) -> Vec<NodeId> {
        self.topology.homes.keys().filter(|home| self.demand.home(home) > 0.0).cloned().collect()
    }

    /// The populations of some homes.
    pub fn populations<'b>(&'b self, homes: &'b [NodeId]) -> impl Iterator<Item = &'b Population> {
        let lives =
            |population: &&Rc<Population>| population.home.as_ref().is_some_and(|home| homes.contains(home));
        self.scenario.populations.iter().filter(lives).map(Rc::as_ref)
    }

    /// Connected users of some homes: all of them or those at one location, and of these those who use the workload.
    pub fn users(
        &self,
        homes: &[NodeId],
        name: impl Into<String>,
        location: Option<Location>,
        workload: Workload,
    ) -> Rc<Figure> {
        let inputs: Vec<Rc<Figure>> =
            self.populations(homes).map(|users| connected(users, location, workload)).collect();
        sum(name, Unit::Users, "sum over the users who are homed there", inputs)
    }

    /// What carries users through a stage, put together where the same users can take either.
    pub fn tiers(&self, stage: Stage, pick: impl Fn(&Way) -> Vec<NodeId>) -> Vec<Tier> {
        let mut tiers: Vec<Tier> = Vec::new();
        for (of, home, ways) in self.topology.stages() {
            let members: Vec<NodeId> = ways.iter().flat_map(&pick).collect();
            if of != stage || members.is_empty() {
                continue;
            }
            let shares = |tier: &Tier| tier.members.iter().any(|known| members.contains(known));
            let (met, mut rest): (Vec<Tier>, Vec<Tier>) = tiers.into_iter().partition(shares);
            let mut tier = Tier::default();
            for known in met {
                tier.members.extend(known.members);
                tier.homes.extend(known.homes);
            }
            for member in members {
                if !tier.members.contains(&member) {
                    tier.members.push(member);
                }
            }
            tier.homes.push(home.clone());
            rest.push(tier);
            tiers = rest;
        }
        tiers
    }
}

/// The sum of figures.
pub(super) fn sum(name: impl Into<String>, unit: Unit, formula: &str, inputs: Vec<Rc<Figure>>) -> Rc<Figure> {
    let total = inputs.iter().map(|input| input.value).sum();
    Figure::computed(name, total, unit, formula, inputs)
}

/// The product of figures in the unit given, by a factor that turns one unit into another.
pub(super) fn product(
    name: impl Into<String>,
    unit: Unit,
    formula: &str,
    factor: f64,
    inputs: &[&Rc<Figure>],
) -> Rc<Figure> {
    let value = inputs.iter().fold(factor, |product, input| product * input.value);
    Figure::computed(
        name,
        value,
        unit,
        formula,
        inputs.iter().map(|input| Rc::clone(input)).collect::<Vec<_>>(),
    )
}

/// How many times `each` goes into the demand, rounded up.
pub(super) fn rounded_up(
    name: impl Into<String>,
    unit: Unit,
    formula: &str,
    demand: &Rc<Figure>,
    each: &Rc<Figure>,
) -> Rc<Figure> {
    let value = times(demand.value, each.value);
    Figure::computed(name, value, unit, formula, vec![Rc::clone(demand), Rc::clone(each)])
}

/// A quotient rounded up. A share of a number of users, such as 0.07 · 100, may stand a last digit above the whole number that it is.
pub(super) fn times(demand: f64, each: f64) -> f64 {
    let quotient = demand / each;
    let nearest = quotient.round();
    if (quotient - nearest).abs() <= 1e-9 * nearest { nearest } else { quotient.ceil() }
}
