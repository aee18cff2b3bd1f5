//! What is kept of a plan besides its texts.

use thiserror::Error;

use crate::plan::Document;

/// The form of the records that this program writes. A record of a later form is left as it is.
pub const FORM: u32 = 2;

/// What is kept of a plan besides its texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// Names the plan in storage; stays the same while the plan is edited.
    pub key: String,
    /// The plan's name, for lists.
    pub name: String,
    /// Counts the saves. Who saves says which one he goes on from, so that nobody writes over what he has not seen.
    pub revision: u32,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at_ms: f64,
    /// How large it is.
    pub size: PlanSize,
    /// When it was deleted, in milliseconds since 1970, if it was.
    pub deleted_at_ms: Option<f64>,
    /// Versions to go back to, the oldest first. The last one is the plan as it is.
    pub versions: Vec<Version>,
}

/// How large a plan is, summed over its scenarios' first one, which is what opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlanSize {
    /// Components.
    pub components: u32,
    /// Users of all populations.
    pub users: u32,
}

impl PlanSize {
    /// The size of the scenario that opens.
    pub fn of(document: &Document) -> Self {
        let Some(scenario) = document.scenarios.first() else { return Self::default() };
        let users = scenario.populations.iter().fold(0_u32, |sum, homed| sum.saturating_add(homed.users));
        Self { components: u32::try_from(scenario.components.len()).unwrap_or(u32::MAX), users }
    }
}

/// A version of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Names it within the plan; later versions have higher numbers.
    pub number: u32,
    /// When it was saved last, in milliseconds since 1970.
    pub saved_at_ms: f64,
    /// What was done, in the imperative.
    pub label: String,
    /// Bytes of its text.
    pub bytes: u32,
}

/// What lies in storage under a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// A plan.
    Plan(Head),
    /// Something that this program cannot read and leaves as it is.
    Unreadable(Unreadable),
}

/// Something that cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// The plan's name, as far as it can be told.
    pub name: String,
    /// Why it cannot be read.
    pub flaw: Flaw,
    /// All that lies there, as text.
    pub raw: String,
}

/// Why a record cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Flaw {
    /// Not written by this program, or not wholly.
    #[error("Its record is damaged: “{0}” is missing or wrong.")]
    Damaged(&'static str),
    /// Written by a later program.
    #[error(
        "A newer planner has written it (form {0}, this planner reads forms up to {FORM}). Load the page again to get the newer planner."
    )]
    Newer(u32),
}

impl Kept {
    /// Its key.
    pub fn key(&self) -> &str {
        match self {
            Self::Plan(head) => &head.key,
            Self::Unreadable(unreadable) => &unreadable.key,
        }
    }

    /// The plan itself, if it is one.
    pub fn into_plan(self) -> Option<Head> {
        match self {
            Self::Plan(head) => Some(head),
            Self::Unreadable(_) => None,
        }
    }

    /// The plan, if it is one.
    pub fn plan(&self) -> Option<&Head> {
        match self {
            Self::Plan(head) => Some(head),
            Self::Unreadable(_) => None,
        }
    }
}
