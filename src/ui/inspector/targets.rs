//! What the organisation wants of the topology.

use yew::prelude::*;

use super::Inspector;
use super::field_row::{field_row, wish_row};
use super::fold::fold;
use crate::catalog::workload::Workload;
use crate::editor::field::{Field, Wish};
use crate::ui::format;

const WISHES: [(Wish, &str); 4] = [
    (Wish::PlannedWorkCounts, "Planned work counts as lost time"),
    (Wish::SpareServer, "All users still fit with any one server lost"),
    (Wish::HighAvailabilityInternal, "High availability inside"),
    (Wish::HighAvailabilityPerimeter, "High availability in the perimeter"),
];

/// An availability for each workload, what else is wanted, and when.
pub(super) fn targets(panel: &Inspector) -> Html {
    let hours = panel.scenario().targets.service_hours;
    let summary = format!("{} × {} h a week", hours.days_per_week, format::entry(hours.hours_per_day));
    html! {
        <>
            <h3>{ "Targets" }</h3>
            for workload in Workload::ALL { { field_row(panel, Field::Target(workload), workload.name(), Html::default()) } }
            for (wish, label) in WISHES { { wish_row(panel, wish, label) } }
            { fold(panel, "hours", "Service hours", (false, html! { summary }), &|| html! {
                <>
                    { field_row(panel, Field::DaysPerWeek, "Days a week", Html::default()) }
                    { field_row(panel, Field::HoursPerDay, "Hours a day", html! { "Kept with the plan. Figures are long-run means: failures are taken to fall at any hour alike." }) }
                </>
            }) }
        </>
    }
}
