//! What happens when one server dies, the worst first.

use yew::prelude::*;

use crate::analysis::{Analysis, Failure, Location, RowKey};
use crate::catalog::figure::Figure;
use crate::catalog::workload::Workload;
use crate::ui::figure_key::{FigureKey, Harm};
use crate::ui::figure_value::figure_value;
use crate::ui::markup::{classes, html};
use crate::ui::memo::View;
use crate::ui::message::Dispatch;
use crate::ui::shared::Shared;

/// The table of failures.
#[derive(PartialEq)]
pub struct Failures {
    /// The figures.
    pub analysis: Shared<Analysis>,
    /// Takes what happens.
    pub dispatch: Dispatch,
}

impl View for Failures {
    fn view(&self) -> Html {
        let mut failures: Vec<&Failure> = Vec::new();
        for failure in &self.analysis.failures {
            let place = failures.partition_point(|known| weight(known).total_cmp(&weight(failure)).is_ge());
            failures.insert(place, failure);
        }
        html! {
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{ "If this server dies" }</th>
                        <th scope="col" class="number">{ "Cut off" }</th>
                        <th scope="col" class="number">{ "Over capacity" }</th>
                        <th scope="col" class="number">{ "Connect again" }</th>
                        <th scope="col" class="number">{ "within" }</th>
                        <th scope="col">{ "Workloads" }</th>
                    </tr>
                </thead>
                <tbody>for failure in failures { { table_row(failure, &self.dispatch) } }</tbody>
            </table>
        }
    }
}

/// Users without service first, then those who have to connect again.
fn weight(failure: &Failure) -> f64 {
    let impact = &failure.impact;
    impact.users_cut_off.value * 1e6
        + impact.users_over_capacity.value * 1e3
        + impact.users_reconnecting.value
}

fn table_row(failure: &Failure, dispatch: &Dispatch) -> Html {
    let impact = &failure.impact;
    let value = |harm: Harm, figure: &Figure| {
        figure_value(FigureKey::Failure(failure.server.clone(), harm), figure, dispatch)
    };
    let number = |harm: Harm, figure: &Figure, bad: bool| {
        let some = figure.value >= 0.05;
        let class = classes!("number", (!some).then_some("none"), (some && bad).then_some("bad"));
        html! { <td {class}>{ value(harm, figure) }</td> }
    };
    let reconnects = impact.users_reconnecting.value >= 0.05;
    let (verdict, class) = if !impact.workloads_down.is_empty() {
        (format!("✕ {} down", names(&impact.workloads_down)), "bad")
    } else if !impact.workloads_degraded.is_empty() {
        (format!("▲ {} degraded", names(&impact.workloads_degraded)), "risk")
    } else {
        ("● all still served".into(), "ok")
    };
    html! {
        <tr key={failure.server.to_string()} data-component={failure.component.to_string()} data-server={failure.server.to_string()}>
            <th scope="row">{ &failure.component_name }if failure.of > 1 { <span class="server-id">{ failure.number }</span> }</th>
            { number(Harm::CutOff, &impact.users_cut_off, true) }
            { number(Harm::OverCapacity, &impact.users_over_capacity, true) }
            { number(Harm::Reconnecting, &impact.users_reconnecting, false) }
            <td class={classes!("number", (!reconnects).then_some("none"))}>
                { if reconnects { value(Harm::ReconnectTime, &impact.reconnect_time) } else { html! { "–" } } }
            </td>
            <td><span class={class}>{ verdict }</span></td>
        </tr>
    }
}

/// The workloads of the rows, each once.
fn names(rows: &[RowKey]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for workload in Workload::ALL {
        if rows.iter().any(|row| row.workload == workload) {
            names.push(workload.name());
        }
    }
    let mut said = names.join(", ");
    if rows.iter().all(|row| row.location == Location::Remote) {
        said.push_str(" for remote users");
    }
    said
}
