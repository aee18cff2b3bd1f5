//! What the figures of a role are about, so that they can be read in groups, the weightiest first.

/// What a group of figures is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// How often a server fails and how long its repair takes.
    Failures,
    /// How many users it carries.
    Capacity,
    /// How its servers stand in for one another.
    Failover,
    /// Planned work.
    PlannedWork,
    /// What several servers share.
    SharedStorage,
    /// What takes all servers at once.
    CommonCause,
}

impl Subject {
    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Failures => "Failures and repair",
            Self::Capacity => "Users carried",
            Self::Failover => "Failover",
            Self::PlannedWork => "Planned work",
            Self::SharedStorage => "Shared storage",
            Self::CommonCause => "Common cause",
        }
    }
}
