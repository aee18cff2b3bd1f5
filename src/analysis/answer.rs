//! What the analysis says of a plan. Every number that can reach a screen is a figure.

use std::rc::Rc;

use crate::catalog::figure::Figure;
use crate::catalog::workload::Workload;
use crate::collected::Map;
use crate::plan::{NodeId, ServerId};

/// Where users sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// Inside the organisation, where their home stands.
    Office,
    /// Inside the organisation, at another site than their home.
    Branch,
    /// Outside; they come in through the Edge Servers.
    Remote,
}

impl Location {
    /// Its name in answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Branch => "branch",
            Self::Remote => "remote",
        }
    }
}

/// Names a row of the table of workloads: one workload of the users of one population at one location.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey {
    /// What the users do.
    pub workload: Workload,
    /// The population they belong to.
    pub population: NodeId,
    /// Where they sit.
    pub location: Location,
}

impl RowKey {
    /// The users as text: `population/location`.
    pub fn users(&self) -> String {
        format!("{}/{}", self.population, self.location.id())
    }

    /// The row as text: `workload/population/location`.
    pub fn id(&self) -> String {
        format!("{}/{}", self.workload.id(), self.users())
    }

    /// Whether that is what [`Self::id`] gives.
    pub fn is_named(&self, id: &str) -> bool {
        let parts = [self.workload.id(), "/", self.population.as_str(), "/", self.location.id()];
        parts.iter().try_fold(id, |rest, part| rest.strip_prefix(part)) == Some("")
    }
}

/// User-minutes lost in a year by a user, by cause. They sum to the whole loss.
#[derive(Debug, Clone, PartialEq)]
pub struct Losses {
    /// Nobody is served for a reason other than planned work.
    pub outage: Rc<Figure>,
    /// The service is up but carries fewer users than want it.
    pub over_capacity: Rc<Figure>,
    /// Users whose server failed or who come back after an outage connect again.
    pub reconnect: Rc<Figure>,
    /// Servers are out of service for planned work.
    pub planned: Rc<Figure>,
    /// All of these together.
    pub total: Rc<Figure>,
}

/// The three views of an availability, with what is lost and how often it breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// Connected users who want the workload.
    pub demand_users: Rc<Figure>,
    /// Users whom the smallest tier on their path carries with everything up.
    pub capacity_users: Rc<Figure>,
    /// Share of time in which nobody is served.
    pub unavailability_any: Rc<Figure>,
    /// Share of time in which some tier carries fewer than want it.
    pub unavailability_full: Rc<Figure>,
    /// Share of the users' time that is lost.
    pub unavailability_user_weighted: Rc<Figure>,
    /// How often a year service for all of them breaks off, planned work included.
    pub outages_per_year: Rc<Figure>,
    /// How long such an outage lasts on average, in hours.
    pub mean_down_time: Rc<Figure>,
    /// What is lost, by cause.
    pub losses: Losses,
}

/// A row of the table of workloads.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkloadRow {
    /// Whose it is.
    pub key: RowKey,
    /// The population's name on the screen.
    pub population_name: String,
    /// Its figures.
    pub measures: Measures,
    /// The availability wanted, where there is a target.
    pub target: Option<f64>,
}

/// The plan in one line: IM and presence for all users, each by his own path.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Its figures, weighted by users.
    pub measures: Measures,
    /// The availability wanted of IM and presence, where there is a target.
    pub target: Option<f64>,
}

/// What a failure does to the users at once, before anything is repaired.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    /// Users without a workload that they had.
    pub users_cut_off: Rc<Figure>,
    /// Users for whom the survivors have no room.
    pub users_over_capacity: Rc<Figure>,
    /// Users who have to connect again, to another server, whether or not it has room for all of them.
    pub users_reconnecting: Rc<Figure>,
    /// Seconds until they are connected again.
    pub reconnect_time: Rc<Figure>,
    /// Rows that nobody is served of any more.
    pub workloads_down: Vec<RowKey>,
    /// Rows that are served but in part, or without the content of conferences.
    pub workloads_degraded: Vec<RowKey>,
}

/// What happens when one server dies.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// The component that the server belongs to.
    pub component: NodeId,
    /// The component's name on the screen.
    pub component_name: String,
    /// The server.
    pub server: ServerId,
    /// Which of the component's servers it is, from 1 on.
    pub number: usize,
    /// How many servers the component has.
    pub of: usize,
    /// What its failure does.
    pub impact: Impact,
}

/// The figures of one component by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentFigures {
    /// Share of time in which none of its servers serves.
    pub unavailability: Rc<Figure>,
    /// Mean up time of one server, in hours.
    pub mtbf: Rc<Figure>,
    /// Mean repair time of one server, in hours.
    pub mttr: Rc<Figure>,
    /// Users that its servers carry with everything up, where the role limits them.
    pub capacity_users: Option<Rc<Figure>>,
    /// Connected users who want it, where the role limits them.
    pub demand_users: Option<Rc<Figure>>,
    /// Whether the loss of any one of its servers cuts users off.
    pub single_point_of_failure: bool,
}

/// Something about the drawing that the reader of its figures has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about, where it is about one node.
    pub node: Option<NodeId>,
    /// The sentence.
    pub text: String,
    /// Whether it makes the figures hypothetical: the drawing is unsupported in a way that leaves no meaning.
    pub hypothetical: bool,
}

/// All answers about a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The plan in one line; none while the plan has no users.
    pub headline: Option<Headline>,
    /// The table of workloads.
    pub workloads: Vec<WorkloadRow>,
    /// One entry for every server.
    pub failures: Vec<Failure>,
    /// Figures of each component and, under its id, of each pool.
    pub components: Map<NodeId, ComponentFigures>,
    /// What makes the figures hypothetical or leaves users unserved.
    pub notes: Vec<Note>,
    /// What was assumed because it is not drawn.
    pub assumptions: Vec<String>,
}
