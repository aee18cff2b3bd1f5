//! What a failure interrupts.

use std::rc::Rc;

use super::fact::Fact;
use super::thing::{Condition, Thing};
use crate::catalog::workload::Workload;
use crate::json;

/// Workloads as far as a failure tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkloadGroup {
    /// Instant messages and presence.
    ImPresence,
    /// Web conferences, and those with audio and video.
    Conferencing,
    /// Calls, above all those with the telephone network.
    Voice,
    /// Users outside.
    RemoteAccess,
    /// Other organisations and public providers.
    Federation,
    /// Chat rooms.
    GroupChat,
    /// Archives, records of chat rooms, and what is collected of calls.
    Archiving,
}

json::names!(WorkloadGroup {
    ImPresence,
    Conferencing,
    Voice,
    RemoteAccess,
    Federation,
    GroupChat,
    Archiving
});

impl WorkloadGroup {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::ImPresence,
        Self::Conferencing,
        Self::Voice,
        Self::RemoteAccess,
        Self::Federation,
        Self::GroupChat,
        Self::Archiving,
    ];

    /// Its name in files and answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::ImPresence => "im-presence",
            Self::Conferencing => "conferencing",
            Self::Voice => "voice",
            Self::RemoteAccess => "remote-access",
            Self::Federation => "federation",
            Self::GroupChat => "group-chat",
            Self::Archiving => "archiving",
        }
    }

    /// The group that a workload of the model belongs to.
    pub fn of(workload: Workload) -> Self {
        match workload {
            Workload::ImPresence | Workload::PeerToPeer => Self::ImPresence,
            Workload::Conferencing
            | Workload::ConferenceContent
            | Workload::AvConferencing
            | Workload::ApplicationSharing
            | Workload::DialIn => Self::Conferencing,
            Workload::PstnVoice => Self::Voice,
            Workload::BrowserAccess => Self::RemoteAccess,
            Workload::Federation | Workload::PublicIm => Self::Federation,
            Workload::GroupChat => Self::GroupChat,
            Workload::ChatCompliance | Workload::ImArchiving | Workload::Monitoring => Self::Archiving,
        }
    }

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ImPresence => "IM and presence",
            Self::Conferencing => "Conferences",
            Self::Voice => "Voice",
            Self::RemoteAccess => "Remote access",
            Self::Federation => "Federation",
            Self::GroupChat => "Group Chat",
            Self::Archiving => "Archive and records",
        }
    }
}

/// What becomes of a workload, from the least to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It goes on.
    None,
    /// It breaks off for a moment; clients connect again.
    Brief,
    /// It goes on with less room.
    Degraded,
    /// A part of it is gone.
    Partial,
    /// No document says.
    Unknown,
    /// It is gone for those who use it.
    Outage,
}

json::names!(Effect { None, Brief, Degraded, Partial, Unknown, Outage });

impl Effect {
    /// Its name in files and answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Brief => "brief",
            Self::Degraded => "degraded",
            Self::Partial => "partial",
            Self::Unknown => "unknown",
            Self::Outage => "outage",
        }
    }

    /// Its sign in a table: one letter or mark, to be read without colour.
    pub fn sign(self) -> char {
        match self {
            Self::None => '-',
            Self::Brief => 'B',
            Self::Degraded => 'D',
            Self::Partial => 'P',
            Self::Unknown => '?',
            Self::Outage => 'O',
        }
    }

    /// What it means, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::None => "goes on",
            Self::Brief => "a moment, clients connect again",
            Self::Degraded => "goes on with less room",
            Self::Partial => "a part of it is gone",
            Self::Unknown => "no document says",
            Self::Outage => "gone for those who use it",
        }
    }
}

/// What a failure does to one workload.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The workload.
    pub group: WorkloadGroup,
    /// What becomes of it; more than one where it is, say, a moment and then less room.
    pub effects: Vec<Effect>,
    /// For whom or for what of it, where not for all.
    pub scope: Option<String>,
    /// What there is to say of it, at least one sentence.
    pub facts: Vec<Rc<Fact>>,
}

impl Cell {
    /// The worst that becomes of it.
    pub fn worst(&self) -> Effect {
        self.effects.iter().copied().max().unwrap_or(Effect::None)
    }

    /// The signs of what becomes of it.
    pub fn signs(&self) -> String {
        self.effects.iter().map(|effect| effect.sign()).collect()
    }
}

/// What the loss of something interrupts.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectRow {
    /// Its name in answers: `front-end/one-lost`.
    pub id: String,
    /// What is lost, one of these.
    pub things: Vec<Thing>,
    /// What is left, one of these.
    pub conditions: Vec<Condition>,
    /// What happened, in a few words.
    pub name: String,
    /// One for each workload, in their order.
    pub cells: Vec<Cell>,
}

impl EffectRow {
    /// What becomes of a workload.
    pub fn cell(&self, group: WorkloadGroup) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.group == group)
    }
}
