//! What is said of how much is needed. Every number is a figure.

use std::rc::Rc;

use crate::catalog::figure::{Figure, Mark, Source};
use crate::catalog::id::FigureId;
use crate::plan::NodeId;

/// What the users of a plan need, by subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Sizing {
    /// The subjects that the plan has something of.
    pub sections: Vec<Section>,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Pools and Standard Edition servers.
    Homes,
    /// Edge Servers and Directors.
    External,
    /// Communicator Web Access.
    Browser,
    /// Group Chat and its Compliance Servers.
    GroupChat,
    /// Addresses of load balancers.
    Balancers,
    /// Gateways, trunks and Mediation Servers.
    Voice,
    /// Conferences at the busy hour.
    Conferences,
    /// Media on lines between sites and in a home's network.
    Lines,
    /// Instant messages and presence.
    Messages,
    /// Archiving and monitoring.
    Records,
}

impl Topic {
    /// Its name in answers and on the screen.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Homes => ("homes", "Pools and Standard Edition servers"),
            Self::External => ("external", "External access"),
            Self::Browser => ("browser", "Communicator Web Access"),
            Self::GroupChat => ("group-chat", "Group Chat"),
            Self::Balancers => ("balancers", "SNAT addresses of load balancers"),
            Self::Voice => ("voice", "Voice: ports and Mediation Servers"),
            Self::Conferences => ("conferences", "Conferences at the busy hour"),
            Self::Lines => ("lines", "Media on the network"),
            Self::Messages => ("messages", "Messages and presence"),
            Self::Records => ("records", "Archiving and monitoring"),
        }
    }

    /// Its name in answers.
    pub fn id(self) -> &'static str {
        self.names().0
    }

    /// Its name on the screen.
    pub fn title(self) -> &'static str {
        self.names().1
    }
}

/// What the users need of one subject, and what load they make.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// What it is about.
    pub topic: Topic,
    /// How it is worked out and what is not known, in a sentence or two.
    pub about: &'static str,
    /// What is needed beside what is drawn.
    pub needs: Vec<Need>,
    /// Loads that have no limit to be compared with. All rows have the same columns.
    pub loads: Vec<LoadRow>,
}

/// Whether what is drawn is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It still is when one is lost.
    Spare,
    /// It is as long as none is lost.
    NoSpare,
    /// It is not.
    Short,
    /// None is drawn though it is wanted.
    Missing,
    /// Nobody wants it.
    Idle,
    /// The drawing does not say how many there are.
    NotSaid,
}

impl Verdict {
    /// Its name in answers, its sign, and its words on the screen.
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Spare => ("spare", "✓", "fits with one lost"),
            Self::NoSpare => ("no-spare", "▲", "fits, none to spare"),
            Self::Short => ("short", "✕", "too few"),
            Self::Missing => ("missing", "✕", "none drawn"),
            Self::Idle => ("idle", "–", "not wanted"),
            Self::NotSaid => ("not-said", "○", "to be checked"),
        }
    }
}

/// How many of something the users need, beside what is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Its name among all of the plan's.
    pub id: String,
    /// What is needed, with its place.
    pub name: String,
    /// What is counted: `servers`.
    pub what: &'static str,
    /// The component or pool that it is about, where there is one.
    pub node: Option<NodeId>,
    /// What has to be carried.
    pub demand: Rc<Figure>,
    /// What one of them carries; none where no figure says.
    pub each: Option<Rc<Figure>>,
    /// How many carry the demand.
    pub needed: Rc<Figure>,
    /// How many carry it with any one of them lost; none where one more is no help.
    pub with_spare: Option<Rc<Figure>>,
    /// How many are drawn; none where the drawing does not say.
    pub drawn: Option<Rc<Figure>>,
    /// What these carry.
    pub carried: Option<Rc<Figure>>,
    /// What is carried over what is wanted, with none lost, one, and so on to all. Below 1 not everybody is served.
    pub headroom: Vec<Rc<Figure>>,
    /// Whether they are enough.
    pub verdict: Verdict,
    /// What else there is to be known.
    pub hints: Vec<Hint>,
    /// What other editions and pages say.
    pub alternatives: Vec<Alternative>,
}

/// A sentence with how sure it is and where it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// The sentence.
    pub text: String,
    /// How sure it is.
    pub mark: Mark,
    /// Where it was read, where it was.
    pub source: Option<Source>,
}

/// A figure that another page or edition gives, which a plan can take in place of the one that it goes by.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The figure of the catalog that it would take the place of.
    pub id: FigureId,
    /// The value, with where it was read.
    pub figure: Rc<Figure>,
    /// What would follow from it.
    pub outcome: Rc<Figure>,
    /// Whether the plan goes by it already.
    pub is_taken: bool,
}

/// Loads of one home, line or array.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadRow {
    /// Its name among all of the plan's.
    pub id: String,
    /// Whose load it is.
    pub name: String,
    /// The loads, each under the head of its column.
    pub figures: Vec<(&'static str, Rc<Figure>)>,
}

impl Sizing {
    /// All figures, in the order in which they are shown.
    pub fn figures(&self) -> impl Iterator<Item = &Rc<Figure>> {
        self.sections.iter().flat_map(|section| {
            let loads = section.loads.iter().flat_map(|row| row.figures.iter().map(|(_, figure)| figure));
            section.needs.iter().flat_map(Need::figures).chain(loads)
        })
    }

    /// The section about a topic.
    pub fn section(&self, topic: Topic) -> Option<&Section> {
        self.sections.iter().find(|section| section.topic == topic)
    }
}

impl Need {
    /// All of its figures.
    pub fn figures(&self) -> impl Iterator<Item = &Rc<Figure>> {
        let alternatives = self.alternatives.iter().flat_map(|other| [&other.figure, &other.outcome]);
        [&self.demand]
            .into_iter()
            .chain(&self.each)
            .chain([&self.needed])
            .chain(&self.with_spare)
            .chain(&self.drawn)
            .chain(&self.carried)
            .chain(&self.headroom)
            .chain(alternatives)
    }
}
