//! What the organisation wants of the topology.

use serde::Serialize;

use crate::catalog::workload::Workload;
use crate::collected::Map;
use crate::json;

/// When the service is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ServiceHours {
    /// Days in a week, 1 to 7.
    pub days_per_week: u32,
    /// Hours in a day, above 0 and up to 24.
    pub hours_per_day: f64,
}

json::fields!(ServiceHours { days_per_week, hours_per_day });

impl Default for ServiceHours {
    fn default() -> Self {
        Self { days_per_week: 7, hours_per_day: 24.0 }
    }
}

/// What the organisation wants of the topology.
#[allow(clippy::struct_excessive_bools, reason = "independent wishes, each a box to tick")]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Targets {
    /// Availability wanted of a workload, above 0 and below 1; no target where absent.
    pub availability: Map<Workload, f64>,
    /// Whether the users must still fit when any one server is lost.
    pub spare_server: bool,
    /// Whether high availability is wanted inside.
    pub high_availability_internal: bool,
    /// Whether high availability is wanted in the perimeter.
    pub high_availability_perimeter: bool,
    /// Whether remote users want conferences with content and the address book.
    pub external_conferencing: bool,
    /// Whether messages have to be archived.
    pub archiving_required: bool,
    /// Whether Front Ends are to stop when messages cannot be archived.
    pub archiving_critical: bool,
    /// Whether chat rooms have to be recorded.
    pub compliance_required: bool,
    /// Whether pools may stretch over two sites, by the design for site resiliency.
    pub site_resiliency: bool,
    /// When the service is wanted.
    pub service_hours: ServiceHours,
    /// Whether agreed planned work counts as time lost.
    pub planned_work_counts: bool,
}

json::fields!(Targets { availability = {}, spare_server = false, high_availability_internal = false, high_availability_perimeter = false, external_conferencing = true, archiving_required = false, archiving_critical = false, compliance_required = false, site_resiliency = false, service_hours else ServiceHours::default(), planned_work_counts = true });

impl Default for Targets {
    fn default() -> Self {
        Self {
            availability: Map::new(),
            spare_server: false,
            high_availability_internal: false,
            high_availability_perimeter: false,
            external_conferencing: true,
            archiving_required: false,
            archiving_critical: false,
            compliance_required: false,
            site_resiliency: false,
            service_hours: ServiceHours::default(),
            planned_work_counts: true,
        }
    }
}
