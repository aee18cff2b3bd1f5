//! Stages: the steps on the way of users to a workload, each with what can carry them there.

use super::answer::Location;
use crate::catalog::workload::Workload;
use crate::plan::{NodeId, Population};

/// A step on the way of users to a workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// The pool or Standard Edition server that they are homed on.
    Home,
    /// Edge Servers, with what they pass users on by.
    WayIn,
    /// Edge Servers by which their home reaches other organisations.
    Federation,
    /// Reverse proxies that publish content to those outside.
    Proxy,
    /// Reverse proxies that publish the browser client to those outside.
    BrowserProxy,
    /// The files of meetings and the address book.
    Content,
    /// Web Conferencing servers of an expanded pool.
    WebConferencing,
    /// A/V Conferencing servers of an expanded pool.
    AvConferencing,
    /// Web Components servers of an expanded pool.
    WebComponents,
    /// Mediation Servers, each with its gateway or trunk.
    Voice,
    /// Servers of the browser client.
    WebAccess,
    /// Group Chat servers.
    Chat,
    /// Compliance Servers.
    Compliance,
    /// Archiving Servers.
    Archiving,
    /// Monitoring Servers.
    Monitoring,
}

/// One of the ways through a stage: users who take it need all of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    /// The component whose servers carry the users.
    pub carrier: NodeId,
    /// Components behind it that carry the same users.
    pub behind: Vec<NodeId>,
    /// Components that must be up besides, however many users there are.
    pub needed: Vec<NodeId>,
    /// A home that the users pass through; it can be their own.
    pub via: Option<NodeId>,
    /// Nodes between whose sites the line must be up, but for that from `via` to the users' home, see [`Way::lines`].
    pub along: Vec<(NodeId, NodeId)>,
}

impl Way {
    /// A way that is carried by the component and needs nothing else.
    pub fn by(carrier: &NodeId) -> Self {
        Self {
            carrier: carrier.clone(),
            behind: Vec::new(),
            needed: Vec::new(),
            via: None,
            along: Vec::new(),
        }
    }

    /// Nodes between whose sites the line must be up for the users of that home.
    pub fn lines<'a>(&'a self, home: &'a NodeId) -> impl Iterator<Item = (&'a NodeId, &'a NodeId)> {
        self.along.iter().map(|(a, b)| (a, b)).chain(self.via.iter().map(move |via| (via, home)))
    }
}

/// The stages on the way of users at a location to a workload.
pub(super) fn stages(workload: Workload, location: Location) -> Vec<Stage> {
    use Stage as S;
    let mut stages = match workload {
        Workload::ImPresence | Workload::PeerToPeer | Workload::ApplicationSharing => vec![S::Home],
        Workload::Conferencing => vec![S::Home, S::WebConferencing],
        Workload::ConferenceContent => vec![S::Home, S::WebConferencing, S::WebComponents, S::Content],
        Workload::AvConferencing => vec![S::Home, S::AvConferencing],
        Workload::PstnVoice => vec![S::Home, S::Voice],
        Workload::DialIn => vec![S::Home, S::AvConferencing, S::Voice, S::WebAccess],
        Workload::BrowserAccess => vec![S::Home, S::WebAccess],
        Workload::Federation | Workload::PublicIm => vec![S::Home, S::Federation],
        Workload::GroupChat => vec![S::Home, S::Chat],
        Workload::ChatCompliance => vec![S::Home, S::Chat, S::Compliance],
        Workload::ImArchiving => vec![S::Home, S::Archiving],
        // It never stands in the way of users.
        Workload::Monitoring => return vec![S::Monitoring],
    };
    if location == Location::Remote {
        match workload {
            // The browser client does not come in through the Edge Servers.
            Workload::BrowserAccess => stages.push(S::BrowserProxy),
            // Whoever dials in comes by the telephone network, wherever he is.
            Workload::DialIn => {}
            Workload::ConferenceContent => stages.extend([S::WayIn, S::Proxy]),
            _ => stages.insert(1, S::WayIn),
        }
    }
    stages
}

impl Stage {
    /// Whether what carries users in it carries only so many; otherwise it is there for all of them or for none.
    pub fn is_limited(self) -> bool {
        matches!(self, Self::Home | Self::WayIn | Self::Voice | Self::WebAccess | Self::Chat)
    }

    /// The workload whose rows count its users, each once.
    pub fn counted_by(self) -> Option<Workload> {
        match self {
            Self::Home | Self::WayIn => Some(Workload::ImPresence),
            Self::Voice => Some(Workload::PstnVoice),
            Self::WebAccess => Some(Workload::BrowserAccess),
            Self::Chat => Some(Workload::GroupChat),
            Self::Archiving => Some(Workload::ImArchiving),
            Self::Monitoring => Some(Workload::Monitoring),
            _ => None,
        }
    }

    /// Connected users of a population who take it.
    pub fn users(self, population: &Population) -> f64 {
        let connected = population.connected_users();
        match self {
            Self::WayIn => population.remote_users(),
            _ => self.counted_by().map_or(0.0, |workload| connected * wanted_share(workload, population)),
        }
    }
}

/// Share of a population's users who want a workload, where it is there for them.
pub(super) fn wanted_share(workload: Workload, population: &Population) -> f64 {
    match workload {
        Workload::PstnVoice => population.voice_share,
        Workload::DialIn => population.dial_in_share,
        Workload::BrowserAccess => population.web_access_share,
        Workload::Federation => population.federation_share,
        Workload::PublicIm => population.public_im_share,
        Workload::GroupChat | Workload::ChatCompliance => population.group_chat_share,
        _ => 1.0,
    }
}
