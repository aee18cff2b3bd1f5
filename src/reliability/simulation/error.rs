//! Why a simulation is refused.

use crate::reliability::ModelError;

/// Why a simulation is refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SimulationError {
    /// A number of a description lies outside its range.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// There is not one description for each element of the structure.
    #[error("the structure has {elements} elements, but {given} are described")]
    OtherElements {
        /// Elements of the structure.
        elements: usize,
        /// Descriptions given.
        given: usize,
    },
    /// A description has other levels than its element.
    #[error("element {element} has {levels} levels, but its description has {given}")]
    OtherLevels {
        /// The element's place in the order of adding.
        element: usize,
        /// Levels of the element.
        levels: usize,
        /// Levels of the description.
        given: usize,
    },
    /// A record does not belong to the simulation.
    #[error("the record is of another simulation, or not finished")]
    OtherRecord,
}
