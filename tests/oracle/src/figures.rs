//! What a plan is expected to show, row by row and as a headline.

use crate::part::Part;
use crate::{HOURS_PER_YEAR, MINUTES_PER_YEAR, RECONNECT_MINUTES};

/// The workload whose rows make the headline.
pub(crate) const IM_AND_PRESENCE: &str = "im-presence";
/// Slides, handouts and the address book.
pub(crate) const CONTENT: &str = "conference-content";
/// Group Chat.
pub(crate) const GROUP_CHAT: &str = "group-chat";
/// Workloads for which one pool, or one server, holds everything: they need what instant messages need.
pub(crate) const AT_HOME: [&str; 5] =
    [IM_AND_PRESENCE, "peer-to-peer", "conferencing", "av-conferencing", "application-sharing"];
/// All of them in the order in which they are shown.
const SHOWN: [&str; 7] = [
    IM_AND_PRESENCE,
    "peer-to-peer",
    "conferencing",
    CONTENT,
    "av-conferencing",
    "application-sharing",
    GROUP_CHAT,
];
/// Users inside the organisation's network.
pub(crate) const OFFICE: &str = "office";
/// Users who come in through the Edge servers.
pub(crate) const REMOTE: &str = "remote";

/// One workload as one population sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One of those above.
    pub workload: &'static str,
    /// `office` or `remote`.
    pub location: &'static str,
    /// Users who want it.
    pub demand_users: f64,
    /// Share of time in which nobody is served, servers under planned work counted as down.
    pub unavailability_any: f64,
    /// Share of time in which some tier is down or too small, servers under planned work counted as down.
    pub unavailability_full: f64,
    /// Share of the demanded user time that is lost: the three losses and the reconnections.
    pub unavailability_user_weighted: f64,
    /// Share of time in which nobody is served, servers under planned work counted as up.
    pub outage: f64,
    /// Share of user time lost to too little capacity while somebody is served, planned work counted as up.
    pub over_capacity: f64,
    /// Share of user time lost because servers under planned work are down after all.
    pub planned: f64,
    /// Minutes a year a user spends coming back.
    pub reconnect_minutes: f64,
}

impl Row {
    /// The row of a population that needs everything in `needed`.
    pub(crate) fn new(
        workload: &'static str,
        location: &'static str,
        demand_users: f64,
        needed: &Part,
    ) -> Self {
        let reconnect_minutes = needed.reconnections * HOURS_PER_YEAR * RECONNECT_MINUTES;
        Self {
            workload,
            location,
            demand_users,
            unavailability_any: needed.none,
            unavailability_full: needed.not_full,
            unavailability_user_weighted: needed.outage
                + needed.over_capacity
                + needed.planned
                + reconnect_minutes / MINUTES_PER_YEAR,
            outage: needed.outage,
            over_capacity: needed.over_capacity,
            planned: needed.planned,
            reconnect_minutes,
        }
    }
}

/// The rows of users at a location: what they get by `way`, and content, which is needed besides.
pub(crate) fn rows_of(location: &'static str, users: f64, way: &Part, content: &Part) -> Vec<Row> {
    let mut rows: Vec<Row> =
        AT_HOME.into_iter().map(|workload| Row::new(workload, location, users, way)).collect();
    rows.push(Row::new(CONTENT, location, users, &way.with(content)));
    rows
}

/// The figures of instant messages and presence for all users, each by his own path.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Users of all rows that count.
    pub demand_users: f64,
    /// Mean over users of [`Row::unavailability_any`].
    pub unavailability_any: f64,
    /// Mean over users of [`Row::unavailability_full`].
    pub unavailability_full: f64,
    /// Mean over users of [`Row::unavailability_user_weighted`].
    pub unavailability_user_weighted: f64,
    /// Mean over users of [`Row::outage`].
    pub outage: f64,
    /// Mean over users of [`Row::over_capacity`].
    pub over_capacity: f64,
    /// Mean over users of [`Row::planned`].
    pub planned: f64,
    /// Mean over users of [`Row::reconnect_minutes`].
    pub reconnect_minutes: f64,
}

impl Headline {
    /// The mean over users of the rows of instant messages and presence.
    fn of(rows: &[Row]) -> Self {
        let counted = || rows.iter().filter(|row| row.workload == IM_AND_PRESENCE);
        let users: f64 = counted().map(|row| row.demand_users).sum();
        let mean = |figure: fn(&Row) -> f64| {
            counted().map(|row| row.demand_users * figure(row)).sum::<f64>() / users
        };
        Self {
            demand_users: users,
            unavailability_any: mean(|row| row.unavailability_any),
            unavailability_full: mean(|row| row.unavailability_full),
            unavailability_user_weighted: mean(|row| row.unavailability_user_weighted),
            outage: mean(|row| row.outage),
            over_capacity: mean(|row| row.over_capacity),
            planned: mean(|row| row.planned),
            reconnect_minutes: mean(|row| row.reconnect_minutes),
        }
    }
}

/// The expected figures of one plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// `small-organisation`, `entry-tier` or `group-chat-maximum`.
    pub template: &'static str,
    /// One row for each workload and population, in the order in which they are shown.
    pub rows: Vec<Row>,
    /// Instant messages and presence, all users.
    pub headline: Headline,
}

impl Expected {
    /// A plan with its headline worked out from its rows.
    pub(crate) fn new(template: &'static str, mut rows: Vec<Row>) -> Self {
        rows.sort_by_key(|row| SHOWN.iter().position(|shown| *shown == row.workload));
        let headline = Headline::of(&rows);
        Self { template, rows, headline }
    }

    /// The row of a workload and a population, if the plan has it.
    pub fn row(&self, workload: &str, location: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.workload == workload && row.location == location)
    }
}

/// How far `actual` is from `expected`, as a share of `expected`: none where they are equal, infinite where
/// only `expected` is zero, not a number where either is not.
pub fn relative_error(actual: f64, expected: f64) -> f64 {
    let difference = (actual - expected).abs();
    if difference == 0.0 { 0.0 } else { difference / expected.abs() }
}
