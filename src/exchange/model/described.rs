//! Groups as they were described, so that they can be solved, simulated and varied.

use super::chain::Chain;
use super::times::Times;
use crate::reliability::{
    ActivePassive, Element, FailureMode, Group, LoadShared, MaintenanceWindow, ModelError, Transition, Unit,
};

/// What a group is.
#[derive(Debug, Clone, PartialEq)]
pub enum Description {
    /// Units that share a load; one unit is a group too.
    LoadShared(LoadShared),
    /// One unit serves, the others stand by.
    ActivePassive(ActivePassive),
    /// Something that happens with a probability: level 0, it has not, and level 1, it has.
    Event {
        /// The probability.
        probability: f64,
    },
    /// States and transitions.
    Chain(Chain),
}

/// A figure of a group that may be uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The mean up time.
    Mtbf,
    /// The mean time to repair.
    Mttr,
    /// The time of an automatic switch.
    Failover,
    /// The time of a manual switch.
    ManualSwitch,
    /// An event's probability.
    Probability,
    /// The rate of a chain's transition, by its place.
    Rate(usize),
}

impl Figure {
    /// Its name in files.
    pub fn name(self) -> String {
        match self {
            Self::Mtbf => "mtbf_hours".into(),
            Self::Mttr => "mttr_hours".into(),
            Self::Failover => "failover_hours".into(),
            Self::ManualSwitch => "manual_switch_hours".into(),
            Self::Probability => "probability".into(),
            Self::Rate(transition) => format!("transitions[{transition}].per_hour"),
        }
    }
}

/// A figure that is uncertain: what is given is the median.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UncertainFigure {
    /// Which figure.
    pub figure: Figure,
    /// Its 95th percentile over its median.
    pub error_factor: f64,
}

/// A group with its id.
#[derive(Debug, Clone, PartialEq)]
pub struct DescribedGroup {
    /// Its id.
    pub id: String,
    /// What it is.
    pub description: Description,
    /// The ways in which each unit fails; none of an event or a chain.
    pub modes: Vec<FailureMode>,
    /// Which of its figures are uncertain, and how much.
    pub uncertain: Vec<UncertainFigure>,
    /// What its times look like where they are not exponential. Only the simulation knows.
    pub times: Times,
    /// Planned work by the calendar, if any. Only the simulation knows the calendar.
    pub window: Option<MaintenanceWindow>,
}

impl DescribedGroup {
    /// Whether the exact solution knows all that is said of its times.
    pub fn is_exponential(&self) -> bool {
        self.times == Times::default() && self.window.is_none()
    }

    /// How many like units it has; 1 of what is not made of units.
    pub fn units(&self) -> u32 {
        match &self.description {
            Description::LoadShared(shared) => shared.units,
            Description::ActivePassive(standby) => standby.nodes,
            Description::Chain(_) | Description::Event { .. } => 1,
        }
    }

    /// How many units do not serve at a level of the group: from one level to the next one fewer serves, or with planned work, as every
    /// second level is one of a unit in planned work, every other time. A level of what is not made of units is what it is.
    pub fn missing_at(&self, level: usize) -> usize {
        let has_work = match &self.description {
            Description::LoadShared(shared) => shared.planned.is_some(),
            Description::ActivePassive(standby) => standby.planned.is_some(),
            Description::Chain(_) | Description::Event { .. } => false,
        };
        if has_work { level.div_ceil(2) } else { level }
    }

    /// The group, solved; none for an event, which has no times.
    ///
    /// # Errors
    /// If a figure is out of range or the chain cannot be solved.
    pub fn group(&self) -> Result<Option<Group>, ModelError> {
        match &self.description {
            Description::LoadShared(shared) => Group::load_shared(shared).map(Some),
            Description::ActivePassive(standby) => Group::active_passive(standby).map(Some),
            Description::Chain(chain) => chain.group().map(Some),
            Description::Event { .. } => Ok(None),
        }
    }

    /// The group as an element of a structure.
    ///
    /// # Errors
    /// If a figure is out of range or the chain cannot be solved.
    pub fn element(&self) -> Result<Element, ModelError> {
        match (&self.description, self.group()?) {
            (Description::Event { probability }, _) => Element::event(*probability),
            (_, Some(group)) => Ok(Element::of_group(&group)),
            (_, None) => Err(ModelError::NoTimes),
        }
    }

    /// The group with other figures: each uncertain one times its factor, in the order of [`DescribedGroup::uncertain`]. A
    /// probability stays at 1 at the most.
    ///
    /// # Errors
    /// If a figure would be out of range.
    pub fn varied(&self, factors: &[f64]) -> Result<Self, ModelError> {
        let mut varied = self.clone();
        for (UncertainFigure { figure, .. }, factor) in self.uncertain.iter().zip(factors) {
            varied.multiply(*figure, *factor)?;
        }
        Ok(varied)
    }

    fn multiply(&mut self, figure: Figure, factor: f64) -> Result<(), ModelError> {
        match (&mut self.description, figure) {
            (Description::Event { probability }, Figure::Probability) => {
                *probability = (*probability * factor).min(1.0);
            }
            (Description::Chain(chain), Figure::Rate(place)) => {
                if let Some(Transition { per_hour, .. }) = chain.transitions.get_mut(place) {
                    *per_hour *= factor;
                }
            }
            (Description::ActivePassive(standby), Figure::Failover) => {
                standby.failover_hours *= factor;
            }
            (Description::ActivePassive(standby), Figure::ManualSwitch) => {
                standby.manual_switch_hours *= factor;
            }
            (
                Description::LoadShared(LoadShared { unit, .. })
                | Description::ActivePassive(ActivePassive { unit, .. }),
                figure,
            ) => {
                let up = if figure == Figure::Mtbf { factor } else { 1.0 };
                let down = if figure == Figure::Mttr { factor } else { 1.0 };
                *unit = Unit::from_mtbf(unit.mtbf_hours() * up, unit.mttr_hours() * down)?;
            }
            _ => {}
        }
        Ok(())
    }
}
