//! The states of a group's chain, and what the outside sees of them.

/// What the outside sees of a group: how many units carry load.
///
/// Levels are ordered by `serving`, then by `serving_without_planned`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level {
    /// Units that carry load: the number up for a load-shared group, 1 or 0 for an active/passive one.
    pub serving: u32,
    /// The same if a unit in planned work counted as serving.
    pub serving_without_planned: u32,
}

/// What a group's chain is doing in one of its states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateKind {
    /// Load-shared: `up` units share the load, `in_planned_work` (0 or 1) are in planned work, the rest have
    /// failed.
    Sharing {
        /// Units up and not in planned work.
        up: u32,
        /// Units in planned work.
        in_planned_work: u32,
    },
    /// Active/passive: one of `good` units serves.
    Serving {
        /// Units that have not failed.
        good: u32,
    },
    /// Active/passive: the automatic switch to one of `good` units is running; nothing serves.
    AutomaticSwitch {
        /// Units that have not failed.
        good: u32,
    },
    /// Active/passive: the automatic switch did not work, the manual switch to one of `good` units is running;
    /// nothing serves.
    ManualSwitch {
        /// Units that have not failed.
        good: u32,
    },
    /// Active/passive: a planned switch from one good unit to another is running; nothing serves.
    PlannedSwitch,
    /// Active/passive: all units have failed.
    AllFailed,
    /// A chain that was given: all that is known is what the outside sees.
    Given {
        /// What it sees.
        level: Level,
    },
}

impl StateKind {
    /// What the outside sees in this state.
    pub fn level(self) -> Level {
        let (serving, planned) = match self {
            Self::Sharing { up, in_planned_work } => (up, in_planned_work),
            Self::Serving { .. } => (1, 0),
            Self::PlannedSwitch => (0, 1),
            Self::Given { level } => return level,
            Self::AutomaticSwitch { .. } | Self::ManualSwitch { .. } | Self::AllFailed => (0, 0),
        };
        Level { serving, serving_without_planned: serving + planned }
    }
}

/// A state of a solved group's chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// What the group is doing.
    pub kind: StateKind,
    /// The level the outside sees, as an index into the group's levels.
    pub level: usize,
    /// The share of time in this state.
    pub probability: f64,
}
