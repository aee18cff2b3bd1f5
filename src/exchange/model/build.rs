//! From definitions to a structure.

mod describe;
mod formulas;
mod references;

use std::ptr;

use super::ReliabilityModel;
use super::definitions::{Definitions, What};
use super::document::{Document, System};
use super::error::{ModelProblem, Wrong, fault};
use super::placed::Placed;
use crate::exchange::precedence::sorted;
use crate::reliability::{Amount, ElementId, Gate, Structure};
use describe::Described;
use formulas::Builder;

/// Levels that all groups may have together.
const LEVELS: usize = 2_000_000;

/// What has been made of a definition.
#[derive(Debug, Clone, Copy)]
enum Made {
    /// The groups stand in the order of their elements.
    Group(ElementId),
    Gate(Gate),
    Amount(Amount),
}

/// The model that a document describes.
pub(super) fn build(document: &Document, definitions: &Definitions<'_>) -> Result<ReliabilityModel, Wrong> {
    let mut structure = Structure::new();
    let mut groups: Vec<Described> = Vec::new();
    let mut made = vec![None; definitions.all.len()];
    let (mut levels, mut last) = (0_usize, None);
    for (definition, made) in definitions.all.iter().zip(&mut made) {
        let What::Group(group) = definition.what else { continue };
        // The groups of a range differ in nothing but their ids.
        let known = groups.last().filter(|_| last.is_some_and(|last| ptr::eq(last, group)));
        let described = match known {
            Some(known) => known.named(&definition.id),
            None => Described::new(definition, group)?,
        };
        last = Some(group);
        levels = levels.saturating_add(described.element.law().len());
        if levels > LEVELS {
            let (what, limit) = ("all groups have too many units or states together", LEVELS);
            return fault(definition.way, ModelProblem::TooMany { what, limit });
        }
        *made = Some(Made::Group(structure.element(described.element.law().len())));
        groups.push(described);
    }
    let order = order(definitions)?;
    let mut builder = Builder { definitions, structure, groups, made };
    for place in order {
        builder.make(place)?;
    }
    let failed = failed(&mut builder, &document.system)?;
    let capacity = match &document.capacity {
        Some(capacity) => Some((builder.amount(&capacity.amount, None)?, capacity.demand.0)),
        None if document.measures.capacity => {
            let missing = "`measures` asks for the capacity, but `capacity` does not say of what. Add it.";
            return fault(&document.system.way, ModelProblem::Fields(missing));
        }
        None => None,
    };
    let Builder { structure, groups, .. } = builder;
    let (groups, elements) = groups.into_iter().map(|described| (described.group, described.element)).unzip();
    Ok(ReliabilityModel {
        name: document.name.clone(),
        structure,
        failed,
        groups,
        elements,
        capacity,
        wanted: document.measures.clone(),
    })
}

/// Definitions in an order in which each comes after those that it reads.
fn order(definitions: &Definitions<'_>) -> Result<Vec<usize>, Wrong> {
    let reads = references::all(definitions)?;
    sorted(&reads).or_else(|cycle| {
        let first = cycle.first().and_then(|place| definitions.all.get(*place));
        let names = cycle.iter().map(|place| definitions.id(*place).to_string()).collect();
        let way = first.map(|definition| definition.way.clone()).unwrap_or_default();
        fault(&way, ModelProblem::Cycle { names })
    })
}

fn failed(builder: &mut Builder<'_>, system: &Placed<System>) -> Result<Gate, Wrong> {
    match &system.value {
        System { up_when: Some(up), failed_when: None } => {
            let up = builder.gate(up, None)?;
            Ok(builder.structure.not(up))
        }
        System { up_when: None, failed_when: Some(failed) } => builder.gate(failed, None),
        _ => fault(
            &system.way,
            ModelProblem::Fields("the system needs either `up_when` or `failed_when`. Give one of them."),
        ),
    }
}
