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
    /// Calls from client to client, with or without video.
    PeerToPeer,
    /// Web conferences, content aside.
    Conferencing,
    /// Slides, handouts and the address book.
    ConferenceContent,
    /// Conferences with audio and video.
    AvConferencing,
    /// Sharing of applications and desktops.
    ApplicationSharing,
    /// Calls to and from the telephone network.
    PstnVoice,
    /// Conferences that are joined by telephone.
    DialIn,
    /// Signing in with a browser.
    BrowserAccess,
    /// Messages to and from other organisations.
    Federation,
    /// Messages to and from public providers.
    PublicIm,
    /// Persistent chat rooms.
    GroupChat,
    /// Recording of chat rooms.
    ChatCompliance,
    /// Copies of instant messages.
    ImArchiving,
    /// Call details and media quality.
    Monitoring,
}

json::names!(Workload {
    ImPresence,
    PeerToPeer,
    Conferencing,
    ConferenceContent,
    AvConferencing,
    ApplicationSharing,
    PstnVoice,
    DialIn,
    BrowserAccess,
    Federation,
    PublicIm,
    GroupChat,
    ChatCompliance,
    ImArchiving,
    Monitoring
});

impl Workload {
    /// All workloads in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::ImPresence,
        Self::PeerToPeer,
        Self::Conferencing,
        Self::ConferenceContent,
        Self::AvConferencing,
        Self::ApplicationSharing,
        Self::PstnVoice,
        Self::DialIn,
        Self::BrowserAccess,
        Self::Federation,
        Self::PublicIm,
        Self::GroupChat,
        Self::ChatCompliance,
        Self::ImArchiving,
        Self::Monitoring,
    ];

    /// Its name in files and answers, and on the screen.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::ImPresence => ("im-presence", "IM and presence"),
            Self::PeerToPeer => ("peer-to-peer", "Peer-to-peer audio and video"),
            Self::Conferencing => ("conferencing", "Web conferencing"),
            Self::ConferenceContent => ("conference-content", "Conference content"),
            Self::AvConferencing => ("av-conferencing", "A/V conferencing"),
            Self::ApplicationSharing => ("application-sharing", "Application sharing"),
            Self::PstnVoice => ("pstn-voice", "PSTN voice"),
            Self::DialIn => ("dial-in", "Dial-in conferencing"),
            Self::BrowserAccess => ("browser-access", "Browser access"),
            Self::Federation => ("federation", "Federation"),
            Self::PublicIm => ("public-im", "Public IM"),
            Self::GroupChat => ("group-chat", "Group Chat"),
            Self::ChatCompliance => ("chat-compliance", "Group Chat compliance"),
            Self::ImArchiving => ("im-archiving", "IM archiving"),
            Self::Monitoring => ("monitoring", "Monitoring"),
        }
    }

    /// Its name in files and answers.
    pub fn id(self) -> &'static str {
        self.names().0
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        self.names().1
    }

    /// Whether users who lose it are cut off. Without content a conference goes on, and a gap in records stops nobody.
    pub fn cuts_off(self) -> bool {
        !matches!(self, Self::ConferenceContent | Self::ChatCompliance | Self::ImArchiving | Self::Monitoring)
    }
}
