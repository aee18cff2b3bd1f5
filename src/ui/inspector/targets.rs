//! What the organisation wants of the topology.

use yew::prelude::*;

use super::Inspector;
use super::field_row::{number_row, tick_row};
use super::fold::fold;
use crate::catalog::workload::Workload;
use crate::editor::field::{Field, Wish};
use crate::ui::element::heading;
use crate::ui::format;

const WISHES: [(Wish, &str); 9] = [
    (Wish::PlannedWorkCounts, "Planned work counts as lost time"),
    (Wish::SpareServer, "All users still fit with any one server lost"),
    (Wish::HighAvailabilityInternal, "High availability inside"),
    (Wish::HighAvailabilityPerimeter, "High availability in the perimeter"),
    (Wish::ExternalConferencing, "Conference content for remote users"),
    (Wish::ArchivingRequired, "Messages must be archived"),
    (Wish::ArchivingCritical, "Front Ends stop when archiving fails"),
    (Wish::ComplianceRequired, "Chat rooms must be recorded"),
    (Wish::SiteResiliency, "Pools may stretch over two sites"),
];

/// An availability for each workload, what else is wanted, and when.
pub(super) fn targets(panel: &Inspector, parts: &mut Vec<Html>) {
    parts.push(heading("Targets"));
    let wanted = &panel.scenario().targets.availability;
    let (first, others): (Vec<Workload>, Vec<Workload>) = Workload::ALL
        .into_iter()
        .partition(|workload| *workload == Workload::ImPresence || wanted.contains_key(workload));
    let rows = |parts: &mut Vec<Html>, workloads: &[Workload]| {
        for workload in workloads {
            parts.push(number_row(panel, Field::Target(*workload), workload.name(), ""));
        }
    };
    rows(parts, &first);
    parts
        .push(fold(panel, "targets", "Other workloads", (false, "no target"), &|parts| rows(parts, &others)));
    for (wish, label) in WISHES {
        parts.push(tick_row(panel, Field::Wish(wish), label));
    }
    let hours = panel.scenario().targets.service_hours;
    let summary = format!("{} × {} h a week", hours.days_per_week, format::entry(hours.hours_per_day));
    parts.push(fold(panel, "hours", "Service hours", (false, &summary), &|parts| {
        let about = "Kept with the plan. Failures are taken to fall at any hour alike.";
        parts.push(number_row(panel, Field::DaysPerWeek, "Days a week", ""));
        parts.push(number_row(panel, Field::HoursPerDay, "Hours a day", about));
    }));
}
