//! One row for each workload of the users of a population in the office and of those outside.

use yew::prelude::*;

use crate::analysis::{Analysis, Location, WorkloadRow};
use crate::compute::{Moment, Reply};
use crate::ui::figure_key::{FigureKey, Measure};
use crate::ui::figure_value::figure_value;
use crate::ui::format;
use crate::ui::markup::{classes, html};
use crate::ui::memo::View;
use crate::ui::message::Dispatch;
use crate::ui::now_figure::{NowFigure, served};
use crate::ui::shared::Shared;

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

/// The table of workloads.
#[derive(PartialEq)]
pub struct Workloads {
    /// The figures.
    pub analysis: Shared<Analysis>,
    /// What is told of this moment, where anything is down.
    pub now: Option<Shared<Reply>>,
    /// Takes what happens.
    pub dispatch: Dispatch,
}

impl View for Workloads {
    fn view(&self) -> Html {
        let analysis = &self.analysis;
        let moment = self.now.as_ref().and_then(|reply| reply.moment.as_ref());
        let mut populations = analysis.workloads.iter().map(|row| &row.key.population);
        let several = populations.next().is_some_and(|first| populations.any(|other| other != first));
        html! {
            <table class={classes!("figures", moment.map(|_| "with-now"))}>
                <thead>
                    <tr class="groups">
                        <td colspan="2" />
                        <th colspan={if moment.is_some() { "3" } else { "2" }} scope="colgroup">{ "Users" }</th>
                        <th colspan="3" scope="colgroup" class="group">{ "Availability" }</th>
                        <th colspan="5" scope="colgroup" class="group">{ "Lost per user and year" }<span class="mark derived">{ "derived" }</span></th>
                    </tr>
                    <tr>
                        <th scope="col">{ "Workload" }</th>
                        <th scope="col">{ "Users" }</th>
                        if moment.is_some() {
                            <th scope="col" class="number" title="Users served at this moment">{ "Now" }</th>
                        }
                        for (measure, name, about) in &COLUMNS {
                            <th key={measure.id()} scope="col" class={classes!("number", group(*measure))} title={*about}>{ *name }</th>
                        }
                    </tr>
                </thead>
                <tbody>{ for analysis.workloads.iter().enumerate().map(|(index, row)| {
                    let first = index.checked_sub(1).and_then(|before| analysis.workloads.get(before))
                        .is_none_or(|before| before.key.workload != row.key.workload);
                    table_row(row, moment, first, several, &self.dispatch)
                }) }</tbody>
            </table>
        }
    }
}

fn table_row(
    row: &WorkloadRow,
    moment: Option<&Moment>,
    first: bool,
    several: bool,
    dispatch: &Dispatch,
) -> Html {
    let users = row.key.users();
    let place = match row.key.location {
        Location::Office => "office",
        Location::Branch => "branch",
        Location::Remote => "remote",
    };
    let missed = row.target.filter(|target| row.measures.unavailability_user_weighted.value > 1.0 - target);
    html! {
        <tr
            key={format!("{} {users}", row.key.workload.id())}
            class={classes!(first.then_some("first"))}
            data-workload={row.key.workload.id()}
            data-population={users}
        >
            <th scope="row">{ row.key.workload.name() }</th>
            <td class="who" title={row.population_name.clone()}>
                if several { <span class="population">{ &row.population_name }</span>{ " · " } }
                { place }
            </td>
            if let Some(moment) = moment { { now_cell(row, moment, dispatch) } }
            { for COLUMNS.iter().map(|(measure, ..)| {
                let figure = measure.of(&row.measures);
                let missed = missed.filter(|_| *measure == Measure::UserWeighted);
                html! {
                    <td key={measure.id()} class={classes!("number", group(*measure), (figure.value == 0.0).then_some("none"))}>
                        if let Some(target) = missed {
                            <span class="bad" title={format!("below the target of {}", format::target(target))}>{ "▼ " }</span>
                        }
                        { figure_value(FigureKey::Row(row.key.clone(), *measure), figure, dispatch) }
                    </td>
                }
            }) }
        </tr>
    }
}

/// Users of the row served at this moment.
fn now_cell(row: &WorkloadRow, moment: &Moment, dispatch: &Dispatch) -> Html {
    let Some(now) = served(moment, Some(&row.key)) else {
        return html! { <td class="number">{ "–" }</td> };
    };
    let short = row.measures.demand_users.value - now.users.value >= 0.5;
    let users = NowFigure::Users;
    let title = format!(
        "With this down {} in the long run, {} lost a year",
        format::availability(now.unavailability.value),
        format::duration(now.lost.value)
    );
    html! {
        <td class={classes!("number", short.then_some("bad"))} {title}>
            if short { { "✕ " } }
            { figure_value(FigureKey::Now(Some(row.key.clone()), users), &users.of(now).figure(), dispatch) }
        </td>
    }
}

/// The class of columns that begin a group.
fn group(measure: Measure) -> Option<&'static str> {
    matches!(measure, Measure::UserWeighted | Measure::Total).then_some("group")
}
