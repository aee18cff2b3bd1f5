//! The document: what the architect drew, its invariants, and the edits that everything which changes a plan is
//! made of.

pub mod build;
mod component;
mod copies;
mod document;
mod edit;
pub mod footprint;
mod id;
mod insert;
mod limits;
mod link;
mod naming;
mod population;
mod scenario;
mod site;
mod targets;
mod validate;

pub use component::{Component, Server};
pub use document::{Document, FORMAT, VERSION};
pub use edit::{Edit, EditError};
pub use id::{ComputerId, LinkId, NodeId, ScenarioId, ServerId, SiteId};
pub use insert::{Item, insert};
pub(crate) use insert::{companion, is_pool_part};
pub use limits::Limits;
pub use link::{EndKind, Link, LinkKind, Refusal};
pub use population::Population;
pub use scenario::{Node, Pool, Scenario, Tick};
pub use site::{CommonMode, Site, WanLink};
pub use targets::{ServiceHours, Targets};
pub use validate::{PlanError, Problem, faults, validate, validate_scenario};
