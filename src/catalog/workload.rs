//! Workloads: what users do with the product, each with an availability of its own.

use crate::json;
use serde::Serialize;

/// What users do with the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Workload {
    /// Instant messages and presence.
    ImPresence,
    /// Web and audio/video conferences, content aside.
    Conferencing,
    /// Persistent chat rooms.
    GroupChat,
}

json::names!(Workload { ImPresence, Conferencing, GroupChat });

impl Workload {
    /// All workloads in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::ImPresence, Self::Conferencing, Self::GroupChat];

    /// Its name in files and answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::ImPresence => "im-presence",
            Self::Conferencing => "conferencing",
            Self::GroupChat => "group-chat",
        }
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::ImPresence => "IM and presence",
            Self::Conferencing => "Conferencing",
            Self::GroupChat => "Group Chat",
        }
    }
}
