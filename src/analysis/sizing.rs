//! How many servers, ports and addresses the users of a plan need, beside what is drawn, and what load they make.
//!
//! The formulas follow from the capacity pages of the product by arithmetic; each figure carries its own.

mod answer;
mod array;
mod chat;
mod conferences;
mod drawn;
mod external;
mod homes;
mod lines;
mod messages;
mod need;
mod profile;
mod published;
mod records;
mod smaller;
mod voice;

pub use answer::{Alternative, Hint, LoadRow, Need, Section, Sizing, Topic, Verdict};
pub use profile::PROFILE;

use super::demand::Demand;
use super::options::AnalysisError;
use super::topology::Topology;
use crate::catalog::Catalog;
use crate::plan::Scenario;
use drawn::Drawn;

/// What the users of a plan need of each kind of server, and what is drawn of it. Subjects that the plan has nothing of are left out.
///
/// # Errors
/// [`AnalysisError`] names a figure that the catalog does not hold.
pub fn sizing(scenario: &Scenario, catalog: &Catalog) -> Result<Sizing, AnalysisError> {
    let catalog = &*scenario.catalog(catalog);
    let topology = Topology::read(scenario, catalog);
    let demand = Demand::of(scenario, &topology);
    let drawn = Drawn { scenario, catalog, topology: &topology, demand: &demand };
    let mut sections = Vec::new();
    for section in [
        homes::section,
        external::section,
        smaller::browser,
        chat::section,
        smaller::balancers,
        voice::section,
        conferences::section,
        lines::section,
        messages::section,
        records::section,
    ] {
        let section = section(&drawn)?;
        if !section.needs.is_empty() || !section.loads.is_empty() {
            sections.push(section);
        }
    }
    Ok(Sizing { sections })
}
