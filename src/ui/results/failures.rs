//! What happens when one server dies, the worst first.

use yew::prelude::*;

use crate::analysis::{Analysis, Failure, RowKey};
use crate::catalog::workload::Workload;
use crate::ui::format;
use crate::ui::memo::View;
use crate::ui::shared::Shared;

/// The table of failures.
#[derive(PartialEq)]
pub struct Failures {
    /// The figures.
    pub analysis: Shared<Analysis>,
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
                <tbody>for failure in failures { { table_row(failure) } }</tbody>
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

fn table_row(failure: &Failure) -> Html {
    let impact = &failure.impact;
    let number = |figure: &crate::catalog::figure::Figure, name: &'static str, bad: bool| {
        let some = figure.value >= 0.05;
        html! {
            <td
                class={classes!("number", (!some).then_some("none"), (some && bad).then_some("bad"))}
                data-figure={name}
                data-value={format!("{:e}", figure.value)}
                title={format::exact(figure)}
            >{ format::users(figure.value) }</td>
        }
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
            <th scope="row">{ &failure.component_name }<span class="server-id">{ failure.server.to_string() }</span></th>
            { number(&impact.users_cut_off, "users_cut_off", true) }
            { number(&impact.users_over_capacity, "users_over_capacity", true) }
            { number(&impact.users_reconnecting, "users_reconnecting", false) }
            <td class={classes!("number", (!reconnects).then_some("none"))} title={format::exact(&impact.reconnect_time)}>
                { if reconnects { format::figure(&impact.reconnect_time) } else { "–".into() } }
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
    names.join(", ")
}
