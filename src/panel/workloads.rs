//! One row for each workload of the users of a population in the office and of those outside.

use super::Asked;
use super::element::{Element, Markup, element};
use super::figures::button;
use super::measure::Measure;
use super::parts::{empty, problem};
use crate::analysis::{Now, RowNow, WorkloadRow};
use crate::chart::nines::{availability, target};
use crate::chart::number::users;
use crate::chart::time::duration;

/// What stands in place of the table before there are users.
const ABOUT: &str = "Every workload gets a row here for office users and one for remote users: demand, capacity, availability in three views, and the minutes lost by cause. Add users to see them.";

/// Columns: which figure, its heading, what it means.
const COLUMNS: [(Measure, &str, &str); 10] = [
    (Measure::Demand, "Demand", "Connected users who want the workload"),
    (Measure::Capacity, "Room for", "Users whom the smallest tier on their path carries with everything up"),
    (Measure::UserWeighted, "Weighted", "Share of the users' time in which they are served"),
    (Measure::Any, "Anybody", "Share of time in which at least somebody is served"),
    (Measure::Full, "Everybody", "Share of time in which every tier carries all who want it"),
    (Measure::Total, "A year", "Lost by a user in a year, all causes together"),
    (Measure::Outage, "Outage", "Lost because nobody is served"),
    (Measure::OverCapacity, "Over capacity", "Lost because fewer are carried than want it"),
    (Measure::Reconnect, "Re\u{ad}connect", "Lost while users connect again"),
    (Measure::Planned, "Planned", "Lost to planned work"),
];

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    let analysis = match asked.analysis() {
        Ok(analysis) => analysis,
        Err(error) => return problem(&format!("This plan cannot be computed. {error}")).into(),
    };
    if analysis.headline.is_none() {
        return empty(ABOUT).into();
    }
    // What a failure does is told elsewhere, and why it cannot be told too.
    let now = asked.now().ok().flatten();
    let rows = &analysis.workloads;
    let mut populations = rows.iter().map(|row| &row.key.population);
    let several = populations.next().is_some_and(|first| populations.any(|other| other != first));
    let mut before = None;
    let rows = rows.iter().enumerate().map(|(place, row)| {
        let is_first = before.replace(row.key.workload) != Some(row.key.workload);
        let alike = rows.iter().skip(place).take_while(|other| other.key.workload == row.key.workload);
        table_row(row, now, is_first.then(|| alike.count()), several)
    });
    let classes =
        ["figures", if now.is_some() { "with-now" } else { "" }, if several { "several" } else { "" }];
    element("table")
        .class(classes.join(" ").trim_end())
        .with(element("thead").with(groups(now.is_some())).with(heads(now.is_some())))
        .with(element("tbody").all(rows))
        .into()
}

fn groups(with_now: bool) -> Element {
    let group = |columns: &str, class: &str, name: &str| {
        element("th").set("colspan", columns).set("scope", "colgroup").class(class).with(name)
    };
    element("tr")
        .class("groups")
        .with(element("td").set("colspan", "2"))
        .with(group(if with_now { "3" } else { "2" }, "", "Users"))
        .with(group("3", "group", "Availability"))
        .with(
            group("5", "group", "Lost per user and year")
                .with(element("span").class("mark derived").with("derived")),
        )
}

fn heads(with_now: bool) -> Element {
    let head = |class: &str, about: Option<&str>, name: &str| {
        element("th").set("scope", "col").class(class).set_some("title", about).with(name)
    };
    let now = with_now.then(|| head("number", Some("Users served at this moment"), "Now"));
    element("tr")
        .with(head("", None, "Workload"))
        .with(head("", None, "Users"))
        .with(now)
        .all(COLUMNS.map(|(measure, name, about)| head(number_class(measure), Some(about), name)))
}

/// A row; the first of a workload bears its name for as many rows as there are of it.
fn table_row(row: &WorkloadRow, now: Option<&Now>, first_of: Option<usize>, several: bool) -> Element {
    let key = row.key.id();
    let name = first_of.map(|rows| {
        let scope = if rows > 1 { "rowgroup" } else { "row" };
        let head = element("th").set("scope", scope).set("rowspan", &rows.to_string());
        head.with(element("span").with(row.key.workload.name()))
    });
    let population = several.then(|| {
        [element("span").class("population").with(&row.population_name).into(), Markup::from(" · ")]
    });
    let who = element("td")
        .class("who")
        .set("title", &row.population_name)
        .all(population.into_iter().flatten())
        .with(row.key.location.id());
    let missed = row.target.filter(|target| row.measures.unavailability_user_weighted.value > 1.0 - target);
    let cells = COLUMNS.map(|(measure, ..)| {
        let figure = measure.of(&row.measures);
        let none = if figure.value == 0.0 { " none" } else { "" };
        let missed = missed.filter(|_| measure == Measure::UserWeighted).map(|availability| {
            let about = format!("below the target of {}", target(availability));
            element("span").class("bad").set("title", &about).with("▼ ")
        });
        element("td").class(&format!("{}{none}", number_class(measure))).with(missed).with(
            button(measure.id(), &key, figure, &measure.said_in_cell(figure))
                .set("data-key", &format!("{key}/{}", measure.id())),
        )
    });
    element("tr")
        .class(if first_of.is_some() { "first" } else { "" })
        .set("data-workload", row.key.workload.id())
        .set("data-population", &row.key.users())
        .with(name)
        .with(who)
        .with(now.map(|now| now_cell(row, now)))
        .all(cells)
}

/// Users of the row served at this moment.
fn now_cell(row: &WorkloadRow, now: &Now) -> Element {
    let Some(RowNow { users_served, held, .. }) = now.workloads.iter().find(|now| now.held.key == row.key)
    else {
        return element("td").class("number").with("–");
    };
    let is_short = row.measures.demand_users.value - users_served.value >= 0.5;
    let title = format!(
        "With this down {} in the long run, {} lost a year",
        availability(held.measures.unavailability_user_weighted.value),
        duration(held.measures.losses.total.value)
    );
    element("td")
        .class(if is_short { "number bad" } else { "number" })
        .set("title", &title)
        .with(is_short.then_some("✕ "))
        .with(
            button("now.users", &row.key.id(), users_served, &users(users_served.value))
                .set("data-key", &format!("{}/now", row.key.id())),
        )
}

/// The classes of a column of numbers, of which some begin a group.
fn number_class(measure: Measure) -> &'static str {
    if matches!(measure, Measure::UserWeighted | Measure::Total) { "number group" } else { "number" }
}
