//! From the groups of the exact model to what is simulated of each.

use super::super::compile::Compiled;
use super::super::options::Options;
use super::super::parts::Sharing;
use crate::analysis::AnalysisError;
use crate::reliability::{
    Distribution, ModelError, PlannedTimes, SimulatedChain, SimulatedElement, SimulatedLoadShared,
    SimulatedMode,
};

/// One description for each group, in the order of the model.
///
/// A group goes through its own chain. Servers that share a load, and of which each has somebody to repair it, go through all
/// their ways to fail instead, each with its own repairs: the share of time at each level depends on the mean repair time alone
/// there (Erlang's loss law holds for any repair time; failures during planned work, which hardly count, aside), and a year does not.
pub(super) fn elements(
    compiled: &Compiled<'_>,
    options: Options,
) -> Result<Vec<SimulatedElement>, AnalysisError> {
    let chains =
        compiled.model.groups().map(|(_, group)| SimulatedElement::Chain(SimulatedChain::of_group(group)));
    let mut elements: Vec<SimulatedElement> = chains.collect();
    let planned = options.planned_work_counts(compiled.scenario);
    let mut sharing: Vec<_> = compiled.computers.sharing().collect();
    for part in compiled.parts.values() {
        sharing.extend(part.sharing(compiled.catalog, &compiled.computers, planned)?);
    }
    for (group, sharing) in sharing {
        let shared = &sharing.shared;
        let depends_on_the_mean = shared.crews >= shared.units && shared.common_cause_share <= 0.0;
        if sharing.modes.len() < 2 || !depends_on_the_mean {
            continue;
        }
        if let (Some(place), Ok(units)) = (elements.get_mut(group.index()), units(&sharing)) {
            *place = SimulatedElement::LoadShared(units);
        }
    }
    Ok(elements)
}

fn units(sharing: &Sharing) -> Result<SimulatedLoadShared, ModelError> {
    let modes = sharing.modes.iter().map(|mode| {
        Ok(SimulatedMode {
            life: Distribution::exponential(1.0 / mode.failures_per_hour)?,
            repair: Distribution::exponential(mode.repair_hours)?,
        })
    });
    let planned = sharing.shared.planned.map(|work| {
        let duration = Distribution::exponential(work.mean_hours)?;
        Ok(PlannedTimes { starts_per_hour: work.starts_per_hour, duration })
    });
    Ok(SimulatedLoadShared {
        units: sharing.shared.units,
        modes: modes.collect::<Result<_, ModelError>>()?,
        crews: sharing.shared.crews,
        common_cause_share: 0.0,
        planned: planned.transpose()?,
        window: None,
    })
}
