//! Limits of a document. A file beyond them gets a clear error and not a hang.

/// What a document may hold at the most.
#[derive(Debug, Clone, Copy)]
pub struct Limits;

impl Limits {
    /// Bytes of a plan's file.
    pub const FILE_BYTES: usize = 8_000_000;
    /// Scenarios of a document.
    pub const SCENARIOS: usize = 50;
    /// Sites of a scenario.
    pub const SITES: usize = 200;
    /// Components, pools and populations of a scenario, each.
    pub const NODES: usize = 5_000;
    /// Links of a scenario.
    pub const LINKS: usize = 20_000;
    /// Servers of a component.
    pub const SERVERS: usize = 100;
    /// Characters of a name.
    pub const NAME_CHARACTERS: usize = 200;
    /// Characters of an id.
    pub const ID_CHARACTERS: usize = 100;
    /// Users of a population.
    pub const USERS: u32 = 10_000_000;
    /// Items of a checklist that are ticked.
    pub const TICKS: usize = 1_000;
    /// Distance from the canvas' origin in either direction.
    pub const DISTANCE: f64 = 1_000_000.0;
    /// Mean down time of a site or a line, in hours.
    pub const DOWN_TIME_HOURS: f64 = 87_600.0;
}
