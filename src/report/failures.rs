//! What the failure of one server of each component does to the users.

use crate::analysis::Failure;
use crate::chart::number::users;
use crate::chart::time::duration;
use crate::panel::parts::{empty, problem};
use crate::panel::table::{Column, Table};
use crate::panel::{Asked, Markup};

const COLUMNS: [Column; 6] = [
    Column::Words("One server of"),
    Column::Numbers("There are"),
    Column::Numbers("Cut off"),
    Column::Numbers("Over capacity"),
    Column::Numbers("Connect again"),
    Column::Numbers("Within"),
];

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    let analysis = match asked.analysis() {
        Ok(analysis) => analysis,
        Err(error) => return problem(&format!("This plan cannot be computed. {error}")).into(),
    };
    if analysis.failures.is_empty() {
        return empty("There is no server yet.").into();
    }
    let mut table = Table::new("What the failure of one server does", &COLUMNS);
    for alike in analysis.failures.chunk_by(is_alike) {
        let Some(failure) = alike.first() else { continue };
        let impact = &failure.impact;
        let reconnects = impact.users_reconnecting.value >= 0.5;
        let within = reconnects.then(|| duration(impact.reconnect_time.value / 60.0));
        let name = asked.scenario.distinct_name(&failure.component);
        let (first, all) = (failure.number, failure.of);
        let servers = match alike.len() {
            1 if all == 1 => "1 server".to_owned(),
            count if count == all => format!("{all} servers"),
            1 => format!("server {first} of {all}"),
            count => format!("servers {first} to {} of {all}", first + count - 1),
        };
        table.row(
            failure.component.as_str(),
            [
                name.map_or_else(|| failure.component_name.as_str().into(), Markup::from),
                servers.into(),
                said(impact.users_cut_off.value).into(),
                said(impact.users_over_capacity.value).into(),
                said(impact.users_reconnecting.value).into(),
                within.unwrap_or_else(|| "–".into()).into(),
            ],
        );
    }
    table.into()
}

/// Whether it says the same of a server of the same component.
fn is_alike(a: &Failure, b: &Failure) -> bool {
    let values = |failure: &Failure| {
        let impact = &failure.impact;
        [&impact.users_cut_off, &impact.users_over_capacity, &impact.users_reconnecting]
            .map(|figure| said(figure.value))
    };
    a.component == b.component && values(a) == values(b)
}

fn said(count: f64) -> String {
    if count < 0.5 { "–".into() } else { format!("{} users", users(count)) }
}
