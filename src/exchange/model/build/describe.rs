//! From the text of a group to its description.

use rustc_hash::FxHashMap;

use crate::exchange::model::chain::{Chain, ChainState};
use crate::exchange::model::definitions::Definition;
use crate::exchange::model::described::{DescribedGroup, Description, Figure, UncertainFigure};
use crate::exchange::model::error::{ModelProblem, Wrong, fault};
use crate::exchange::model::group::{ChainText, ErrorFactors, Group, Mode, SharedLoad, Standby, Work};
use crate::exchange::model::ids::shortened;
use crate::exchange::model::numbers::{ErrorFactor, Hours};
use crate::exchange::model::times::{Times, Window};
use crate::reliability::{
    ActivePassive, Element, FailureMode, LoadShared, MaintenanceWindow, ModelError, PlannedStarts,
    PlannedWork, Transition, Unit,
};

/// A group with its law.
#[derive(Clone)]
pub(super) struct Described {
    pub group: DescribedGroup,
    pub element: Element,
    /// For each level how many units serve; empty for events and chains.
    pub serving: Vec<u32>,
    /// How many units there are.
    pub units: u32,
}

impl Described {
    pub fn new(definition: &Definition<'_>, group: &Group) -> Result<Self, Wrong> {
        let (description, uncertain) = match group {
            Group::Unit(one) => {
                let unit = unit(definition, one.mtbf_hours, one.mttr_hours, &one.failure_modes)?;
                let planned = planned(definition, one.planned_work, one.maintenance_window, 1)?;
                let shared = LoadShared { units: 1, unit, crews: 1, common_cause_share: 0.0, planned };
                (Description::LoadShared(shared), uncertain(definition, one.error_factors, &UNIT)?)
            }
            Group::LoadShared(shared) => {
                let factors = uncertain(definition, shared.error_factors, &UNIT)?;
                (Description::LoadShared(load_shared(definition, shared)?), factors)
            }
            Group::ActivePassive(standby) => {
                let factors = uncertain(definition, standby.error_factors, &STANDBY)?;
                (Description::ActivePassive(active_passive(definition, standby)?), factors)
            }
            Group::Event(event) => {
                let factors = uncertain(definition, event.error_factors, &[Figure::Probability])?;
                (Description::Event { probability: event.probability.0 }, factors)
            }
            Group::Chain(text) => (Description::Chain(chain(definition, text)?), of_transitions(text)),
        };
        let (times, window) = calendar(definition, group)?;
        let (id, modes) = (definition.id.clone(), modes(group));
        let group = DescribedGroup { id, description, modes, uncertain, times, window };
        let solved = group.group().or_else(|error| wrong(definition, error))?;
        let element = match &solved {
            Some(solved) => Element::of_group(solved),
            None => group.element().or_else(|error| wrong(definition, error))?,
        };
        let serving = match (&group.description, &solved) {
            (Description::LoadShared(_) | Description::ActivePassive(_), Some(solved)) => {
                solved.levels().iter().map(|level| level.serving).collect()
            }
            _ => Vec::new(),
        };
        let units = serving.iter().copied().max().unwrap_or(0);
        Ok(Self { group, element, serving, units })
    }

    /// The same with another id.
    pub fn named(&self, id: &str) -> Self {
        let mut other = self.clone();
        other.group.id = id.into();
        other
    }
}

const UNIT: [Figure; 2] = [Figure::Mtbf, Figure::Mttr];
const STANDBY: [Figure; 4] = [Figure::Mtbf, Figure::Mttr, Figure::Failover, Figure::ManualSwitch];

fn wrong<T>(definition: &Definition<'_>, error: ModelError) -> Result<T, Wrong> {
    fault(definition.way, ModelProblem::Group { id: definition.id.clone(), error })
}

fn unit(
    definition: &Definition<'_>,
    mtbf: Option<Hours>,
    mttr: Option<Hours>,
    modes: &[Mode],
) -> Result<Unit, Wrong> {
    let unit = match (mtbf, mttr, modes) {
        (Some(mtbf), Some(mttr), []) => Unit::from_mtbf(mtbf.0, mttr.0),
        (None, None, [_, ..]) => Unit::new(&modes.iter().map(mode).collect::<Vec<_>>()),
        _ => {
            let fields =
                "a unit needs either `mtbf_hours` and `mttr_hours` or `failure_modes`. Give one of the two.";
            return fault(definition.way, ModelProblem::Fields(fields));
        }
    };
    unit.or_else(|error| wrong(definition, error))
}

fn mode(mode: &Mode) -> FailureMode {
    FailureMode { failures_per_hour: 1.0 / mode.mtbf_hours.0, repair_hours: mode.mttr_hours.0 }
}

/// The ways in which each unit of a group fails.
fn modes(group: &Group) -> Vec<FailureMode> {
    let (mtbf, mttr, modes) = match group {
        Group::Unit(one) => (one.mtbf_hours, one.mttr_hours, &one.failure_modes),
        Group::LoadShared(shared) => (shared.mtbf_hours, shared.mttr_hours, &shared.failure_modes),
        Group::ActivePassive(standby) => (standby.mtbf_hours, standby.mttr_hours, &standby.failure_modes),
        Group::Event(_) | Group::Chain(_) => return Vec::new(),
    };
    let one = mtbf.zip(mttr).map(|(mtbf_hours, mttr_hours)| Mode { mtbf_hours, mttr_hours });
    one.iter().chain(modes).map(mode).collect()
}

/// Planned work for the long run: as often as it is said, or as often as the calendar comes to each unit.
fn planned(
    definition: &Definition<'_>,
    work: Option<Work>,
    window: Option<Window>,
    units: u32,
) -> Result<Option<PlannedWork>, Wrong> {
    match (work, window) {
        (Some(_), Some(_)) => {
            let both = "planned work goes by `planned_work` or by `maintenance_window`. Keep one of the two.";
            fault(definition.way, ModelProblem::Fields(both))
        }
        (Some(work), None) => Ok(Some(PlannedWork {
            starts_per_hour: 1.0 / work.every_hours.0,
            mean_hours: work.duration_hours.0,
        })),
        (None, Some(window)) => Ok(Some(MaintenanceWindow::from(window).as_planned_work(units))),
        (None, None) => Ok(None),
    }
}

/// What only the simulation knows of a group: the shapes of its times, and the calendar.
fn calendar(definition: &Definition<'_>, group: &Group) -> Result<(Times, Option<MaintenanceWindow>), Wrong> {
    let (times, window, has_work, switches) = match group {
        Group::Unit(one) => (one.times, one.maintenance_window, one.planned_work.is_some(), false),
        Group::LoadShared(shared) => {
            (shared.times, shared.maintenance_window, shared.planned_work.is_some(), false)
        }
        Group::ActivePassive(standby) => (standby.times, None, false, true),
        Group::Event(_) | Group::Chain(_) => return Ok((Times::default(), None)),
    };
    let switch_times = times.failover.or(times.manual_switch);
    if (times.work.is_some() && !has_work) || (switch_times.is_some() && !switches) {
        let nothing = "`times` names a time that this group does not have. Remove it.";
        return fault(definition.way, ModelProblem::Fields(nothing));
    }
    if !times.is_clear() {
        let several =
            "a shape in `times` has just one of `weibull_shape`, `lognormal_sigma` and `fixed`. Keep one.";
        return fault(definition.way, ModelProblem::Fields(several));
    }
    Ok((times, window.map(MaintenanceWindow::from)))
}

fn load_shared(definition: &Definition<'_>, shared: &SharedLoad) -> Result<LoadShared, Wrong> {
    Ok(LoadShared {
        units: shared.units,
        unit: unit(definition, shared.mtbf_hours, shared.mttr_hours, &shared.failure_modes)?,
        crews: shared.crews.unwrap_or(shared.units),
        common_cause_share: shared.common_cause_share.map_or(0.0, |share| share.0),
        planned: planned(definition, shared.planned_work, shared.maintenance_window, shared.units)?,
    })
}

fn active_passive(definition: &Definition<'_>, standby: &Standby) -> Result<ActivePassive, Wrong> {
    let nodes = standby.nodes.unwrap_or(2);
    let coverage = standby.coverage.map_or(1.0, |share| share.0);
    if coverage < 1.0 && standby.manual_switch_hours.is_none() {
        let missing =
            "with a `coverage` below 1 the automatic switch may not work. Give `manual_switch_hours`.";
        return fault(definition.way, ModelProblem::Fields(missing));
    }
    Ok(ActivePassive {
        nodes,
        unit: unit(definition, standby.mtbf_hours, standby.mttr_hours, &standby.failure_modes)?,
        crews: standby.crews.unwrap_or(nodes),
        failover_hours: standby.failover_hours.0,
        coverage,
        manual_switch_hours: standby.manual_switch_hours.map_or(0.0, |hours| hours.0),
        dormancy: standby.dormancy.map_or(1.0, |share| share.0),
        planned: standby
            .planned_switch_every_hours
            .map(|every| PlannedStarts { starts_per_hour: 1.0 / every.0 }),
    })
}

fn chain(definition: &Definition<'_>, text: &ChainText) -> Result<Chain, Wrong> {
    let mut places = FxHashMap::default();
    for (place, state) in text.states.iter().enumerate() {
        if places.insert(state.name.value.as_str(), place).is_some() {
            let id = shortened(&state.name.value);
            return fault(&state.name.way, ModelProblem::Duplicate { id });
        }
    }
    let mut known = vec![false; text.states.len()];
    for state in &text.states {
        match usize::try_from(state.level).ok().and_then(|level| known.get_mut(level)) {
            Some(known) => *known = true,
            None => return fault(&state.name.way, ModelProblem::Fields(GAPS)),
        }
    }
    let levels = known.iter().take_while(|known| **known).count();
    if levels == 0 || known.iter().skip(levels).any(|known| *known) {
        return fault(definition.way, ModelProblem::Fields(GAPS));
    }
    let mut transitions = Vec::with_capacity(text.transitions.len());
    for transition in &text.transitions {
        let place = |state: &crate::exchange::model::placed::Placed<String>| match places
            .get(state.value.as_str())
        {
            Some(place) => Ok(*place),
            None => {
                fault(&state.way, ModelProblem::Undefined { id: shortened(&state.value), wanted: "state" })
            }
        };
        let (from, to) = (place(&transition.from)?, place(&transition.to)?);
        transitions.push(Transition { from, to, per_hour: transition.per_hour.0 });
    }
    let state = |state: &crate::exchange::model::group::StateText| ChainState {
        name: state.name.value.clone(),
        level: state.level as usize,
    };
    Ok(Chain { states: text.states.iter().map(state).collect(), transitions })
}

const GAPS: &str =
    "a chain has one state or more, and its levels go from 0 up without a gap. Number them anew.";

/// The figures that have an error factor.
fn uncertain(
    definition: &Definition<'_>,
    given: ErrorFactors,
    possible: &[Figure],
) -> Result<Vec<UncertainFigure>, Wrong> {
    let all = [
        (Figure::Mtbf, given.mtbf_hours),
        (Figure::Mttr, given.mttr_hours),
        (Figure::Failover, given.failover_hours),
        (Figure::ManualSwitch, given.manual_switch_hours),
        (Figure::Probability, given.probability),
    ];
    if all.iter().any(|(figure, factor)| factor.is_some() && !possible.contains(figure)) {
        let missing = "`error_factors` names a figure that this kind of group does not have. Remove it.";
        return fault(definition.way, ModelProblem::Fields(missing));
    }
    let given = all.into_iter().filter_map(|(figure, factor)| certain_or(figure, factor));
    Ok(given.collect())
}

fn of_transitions(text: &ChainText) -> Vec<UncertainFigure> {
    let all = text.transitions.iter().enumerate();
    all.filter_map(|(place, transition)| certain_or(Figure::Rate(place), transition.error_factor)).collect()
}

/// The figure, if it is uncertain.
fn certain_or(figure: Figure, factor: Option<ErrorFactor>) -> Option<UncertainFigure> {
    factor.filter(|factor| factor.0 > 1.0).map(|factor| UncertainFigure { figure, error_factor: factor.0 })
}
