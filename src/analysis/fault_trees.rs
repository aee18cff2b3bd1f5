//! The rows of a plan as fault trees: when a workload's users are not served, step by step, for other tools.

use super::answer::RowKey;
use super::compile::Compiled;
use super::failure_set::FailureSet;
use super::options::{AnalysisError, Options};
use super::rows::rows;
use super::topology::Topology;
use super::turns::{Turns, at_once};
use crate::catalog::Catalog;
use crate::plan::Scenario;
use crate::reliability::Step;

/// Which failure a tree is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Nobody of the row is served.
    Any,
    /// Some tier carries fewer than want it.
    Full,
}

impl View {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Any, Self::Full];

    /// Its name in files and answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Full => "full",
        }
    }
}

/// A group of units that fail and are repaired independently of all others.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupLaw {
    /// An id; two groups may have the same one.
    pub id: String,
    /// What it is, in words.
    pub name: String,
    /// The share of time of each of its levels, best first.
    pub law: Vec<f64>,
}

/// When the users of a row are not served.
#[derive(Debug, Clone, PartialEq)]
pub struct RowTree {
    /// Which row.
    pub key: RowKey,
    /// The name of its users.
    pub population_name: String,
    /// Which failure.
    pub view: View,
    /// The failure, step by step; groups are those of the plan, by their places.
    pub steps: Vec<Step>,
}

/// All rows of a plan in all views.
#[derive(Debug, Clone, PartialEq)]
pub struct FaultTrees {
    /// The plan's groups.
    pub groups: Vec<GroupLaw>,
    /// The trees, in the order of the rows.
    pub trees: Vec<RowTree>,
}

/// The fault trees of a scenario. Their probabilities are the unavailabilities that [`super::analyse`] finds.
///
/// # Errors
/// As [`super::analyse`].
pub fn fault_trees(
    scenario: &Scenario,
    catalog: &Catalog,
    options: Options,
) -> Result<FaultTrees, AnalysisError> {
    let catalog = &*scenario.catalog(catalog);
    let topology = Topology::read(scenario, catalog);
    let mut compiled = Compiled::new(scenario, catalog, &topology, options, &FailureSet::default())?;
    let rows = at_once(rows(&mut compiled, Turns::ENDLESS))?;
    let mut trees = Vec::with_capacity(2 * rows.len());
    for row in rows {
        for view in View::ALL {
            let fails = |share: f64| match view {
                View::Any => share >= 1.0,
                View::Full => share > 0.0,
            };
            let steps = compiled.model.outline(row.course.unserved.share, fails).unwrap_or_default();
            let population_name = row.population.name.clone();
            trees.push(RowTree { key: row.key.clone(), population_name, view, steps });
        }
    }
    super::refused(&compiled)?;
    let names = compiled.group_names();
    let groups = compiled.model.groups().map(|(group, solved)| {
        let unnamed = || (format!("group-{}", group.index()), String::new());
        let (id, name) = names.get(&group).cloned().unwrap_or_else(unnamed);
        GroupLaw { id, name, law: solved.law().to_vec() }
    });
    Ok(FaultTrees { groups: groups.collect(), trees })
}
