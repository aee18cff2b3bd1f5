//! Numbers of the plan that can be typed: what stands in their fields, and what becomes of what is typed.
//!
//! A field is about all that is selected, so that several components can be given the same figure in one step.

mod edits;
mod values;

use std::rc::Rc;

use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::catalog::figure::Unit;
use crate::catalog::id::FigureId;
use crate::catalog::workload::Workload;
use crate::plan::{Component, Limits, Pool, Population, SiteId, Targets};

/// A number of the plan that can be typed, or a wish that is 1 or 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// A figure of the selected components; without a number the catalog's holds.
    Figure(FigureId),
    /// Repairs of a selected component that can go on at the same time.
    RepairCrews,
    /// Number of users of a selected population.
    Users,
    /// A share of the users of a selected population.
    Share(Share),
    /// The availability wanted of a workload.
    Target(Workload),
    /// Something that is wanted or not.
    Wish(Wish),
    /// Something that the selected components or pools are or are not.
    Flag(Flag),
    /// Days in a week on which the service is wanted.
    DaysPerWeek,
    /// Hours in a day in which the service is wanted.
    HoursPerDay,
    /// What takes a whole site down at once.
    Site(SiteId, Outage),
    /// What takes the line between two sites down.
    Line(SiteId, SiteId, Outage),
}

/// A share of the users of a population.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Connected at the busy hour.
    Connected,
    /// Come in from outside.
    Remote,
    /// Use Group Chat.
    GroupChat,
    /// Use voice.
    Voice,
    /// Use the browser client.
    WebAccess,
    /// Hold conferences that are joined by telephone.
    DialIn,
    /// Talk with other organisations.
    Federation,
    /// Talk with users of public providers.
    PublicIm,
}

/// Something that is wanted of the topology or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Planned work counts as lost time.
    PlannedWorkCounts,
    /// All users still fit when any one server is lost.
    SpareServer,
    /// High availability inside.
    HighAvailabilityInternal,
    /// High availability in the perimeter.
    HighAvailabilityPerimeter,
    /// Conferences with content for remote users.
    ExternalConferencing,
    /// Messages are archived.
    ArchivingRequired,
    /// Front Ends stop when they cannot be.
    ArchivingCritical,
    /// Chat rooms are recorded.
    ComplianceRequired,
    /// Pools may stretch over two sites.
    SiteResiliency,
}

/// Something that a component or a pool is or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// The servers of a component are virtual machines.
    Virtualised,
    /// A pool is a Director.
    Director,
}

/// What is said of an outage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// Share of time without one.
    Availability,
    /// Mean time that one lasts.
    MeanDownTime,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// Nothing.
    None,
    /// The same number everywhere.
    One(f64),
    /// Different numbers, or none in some places.
    Mixed,
}

impl From<Option<f64>> for Value {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::None, Self::One)
    }
}

/// A field as it is shown, in the unit in which people type: shares are in per cent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// What stands in it.
    pub value: Value,
    /// Smallest number that can be typed.
    pub min: f64,
    /// Largest number that can be typed.
    pub max: f64,
    /// What stands behind the number.
    pub unit: &'static str,
    /// What the field says while it is empty, where it can be.
    pub none: Option<&'static str>,
}

/// Least and most availability of a target, a site or a line.
const AVAILABILITY: (f64, f64) = (0.01, 0.999_999_999_999);

/// A range with its unit and what an empty field says.
struct Range {
    min: f64,
    max: f64,
    unit: Unit,
    none: Option<&'static str>,
}

impl State {
    /// The field as it is to be shown; none where nothing that is selected has it.
    pub fn entry(&self, catalog: &Catalog, field: &Field) -> Option<Entry> {
        let range = field.range(catalog)?;
        let mut values = self.values(catalog, field).into_iter();
        let first = values.next()?;
        let scale = scale(range.unit);
        let differs = values.any(|value| value != first);
        let value = if differs { Value::Mixed } else { first.map(|value| value * scale).into() };
        let unit = if range.unit == Unit::Share { "%" } else { range.unit.symbol() };
        Some(Entry { value, min: range.min * scale, max: range.max * scale, unit, none: range.none })
    }

    /// Puts what was typed into all that the field is about, as one step.
    pub(super) fn enter(&mut self, catalog: &Catalog, field: &Field, typed: Option<f64>) {
        let Some(range) = field.range(catalog) else { return };
        let value = typed.map(|typed| typed / scale(range.unit));
        let edits = self.edits_of(field, value);
        self.edit(catalog, &field.label(catalog), &edits);
    }

    /// The components that are selected.
    pub fn selected_components(&self) -> Vec<&Rc<Component>> {
        let mut components = Vec::new();
        for target in &self.selection {
            if let Target::Node(node) = target {
                components.extend(self.scenario().component(node));
            }
        }
        components
    }

    /// The pools that are selected.
    pub fn selected_pools(&self) -> Vec<&Rc<Pool>> {
        let nodes = self.selection.iter().filter_map(Target::node);
        nodes.filter_map(|node| self.scenario().pool(node)).collect()
    }

    /// The populations of which users are selected, each once.
    pub fn selected_populations(&self) -> Vec<&Rc<Population>> {
        let mut populations = Vec::new();
        for users in &self.scenario().populations {
            if self.selection.iter().any(|target| target.node() == Some(&users.id)) {
                populations.push(users);
            }
        }
        populations
    }
}

/// People say shares in per cent.
fn scale(unit: Unit) -> f64 {
    if unit == Unit::Share { 100.0 } else { 1.0 }
}

impl Field {
    fn range(&self, catalog: &Catalog) -> Option<Range> {
        let range = |min, max, unit| Some(Range { min, max, unit, none: None });
        let or_none = |none, min, max, unit| Some(Range { min, max, unit, none: Some(none) });
        match self {
            Self::Figure(id) => {
                let spec = catalog.figure_spec(id)?;
                range(spec.min, spec.max, spec.unit)
            }
            Self::RepairCrews => or_none("all", 1.0, 100.0, Unit::Factor),
            Self::Users => range(0.0, f64::from(Limits::USERS), Unit::Factor),
            Self::Share(_) => range(0.0, 1.0, Unit::Share),
            Self::Wish(_) | Self::Flag(_) => range(0.0, 1.0, Unit::Factor),
            Self::DaysPerWeek => range(1.0, 7.0, Unit::Factor),
            Self::HoursPerDay => range(0.1, 24.0, Unit::Hours),
            Self::Target(_) => or_none("none", AVAILABILITY.0, AVAILABILITY.1, Unit::Share),
            Self::Site(_, Outage::Availability) | Self::Line(_, _, Outage::Availability) => {
                or_none("perfect", AVAILABILITY.0, AVAILABILITY.1, Unit::Share)
            }
            Self::Site(_, Outage::MeanDownTime) | Self::Line(_, _, Outage::MeanDownTime) => {
                range(0.001, Limits::DOWN_TIME_HOURS, Unit::Hours)
            }
        }
    }

    /// Whether it is about what is selected, and not about the plan.
    fn is_of_selection(&self) -> bool {
        matches!(self, Self::Figure(_) | Self::RepairCrews | Self::Users | Self::Share(_) | Self::Flag(_))
    }

    /// What a step of history that changes it is called.
    fn label(&self, catalog: &Catalog) -> String {
        let what = match self {
            Self::Figure(id) => {
                return catalog
                    .figure(id)
                    .map_or_else(String::new, |figure| format!("Change {}", figure.name));
            }
            Self::RepairCrews => "the repair crews",
            Self::Users => "the number of users",
            Self::Share(_) => "what users do",
            Self::Target(_) | Self::Wish(_) => "the targets",
            Self::Flag(Flag::Virtualised) => "what servers run on",
            Self::Flag(Flag::Director) => "what the pool is for",
            Self::DaysPerWeek | Self::HoursPerDay => "the service hours",
            Self::Site(..) => "the site",
            Self::Line(..) => "the line",
        };
        format!("Change {what}")
    }

    /// Its name among the fields of the page.
    pub fn id(&self) -> String {
        match self {
            Self::Figure(id) => format!("figure-{id}"),
            Self::RepairCrews => "repair-crews".into(),
            Self::Users => "users-count".into(),
            Self::Share(share) => format!("users-{}", share.id()),
            Self::Target(workload) => format!("target-{}", workload.id()),
            Self::Wish(wish) => format!("wish-{}", wish.id()),
            Self::Flag(Flag::Virtualised) => "virtualised".into(),
            Self::Flag(Flag::Director) => "director".into(),
            Self::DaysPerWeek => "days-per-week".into(),
            Self::HoursPerDay => "hours-per-day".into(),
            Self::Site(site, outage) => format!("site-{site}-{}", outage.id()),
            Self::Line(from, to, outage) => format!("line-{from}-{to}-{}", outage.id()),
        }
    }
}

impl Share {
    fn id(self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::Remote => "remote",
            Self::GroupChat => "group-chat",
            Self::Voice => "voice",
            Self::WebAccess => "web-access",
            Self::DialIn => "dial-in",
            Self::Federation => "federation",
            Self::PublicIm => "public-im",
        }
    }

    fn of(self, users: &mut Population) -> &mut f64 {
        match self {
            Self::Connected => &mut users.connected_share,
            Self::Remote => &mut users.remote_share,
            Self::GroupChat => &mut users.group_chat_share,
            Self::Voice => &mut users.voice_share,
            Self::WebAccess => &mut users.web_access_share,
            Self::DialIn => &mut users.dial_in_share,
            Self::Federation => &mut users.federation_share,
            Self::PublicIm => &mut users.public_im_share,
        }
    }
}

impl Wish {
    fn id(self) -> &'static str {
        match self {
            Self::PlannedWorkCounts => "planned-work-counts",
            Self::SpareServer => "spare-server",
            Self::HighAvailabilityInternal => "high-availability-internal",
            Self::HighAvailabilityPerimeter => "high-availability-perimeter",
            Self::ExternalConferencing => "external-conferencing",
            Self::ArchivingRequired => "archiving-required",
            Self::ArchivingCritical => "archiving-critical",
            Self::ComplianceRequired => "compliance-required",
            Self::SiteResiliency => "site-resiliency",
        }
    }

    fn of(self, targets: &mut Targets) -> &mut bool {
        match self {
            Self::PlannedWorkCounts => &mut targets.planned_work_counts,
            Self::SpareServer => &mut targets.spare_server,
            Self::HighAvailabilityInternal => &mut targets.high_availability_internal,
            Self::HighAvailabilityPerimeter => &mut targets.high_availability_perimeter,
            Self::ExternalConferencing => &mut targets.external_conferencing,
            Self::ArchivingRequired => &mut targets.archiving_required,
            Self::ArchivingCritical => &mut targets.archiving_critical,
            Self::ComplianceRequired => &mut targets.compliance_required,
            Self::SiteResiliency => &mut targets.site_resiliency,
        }
    }
}

impl Outage {
    fn id(self) -> &'static str {
        match self {
            Self::Availability => "availability",
            Self::MeanDownTime => "down-time",
        }
    }
}
