//! The panel below the canvas: figures by workload, and what the loss of each server does.

mod chart;
mod failures;
mod workloads;

use yew::prelude::*;

use super::figure_value::Explain;
use super::hooks::Computed;
use super::memo::memo;
use chart::AvailabilityChart;
use failures::Failures;
use workloads::Workloads;

/// What to show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The figures.
    pub computed: Computed,
    /// Opens the derivation of a figure.
    pub explain: Explain,
}

/// Which table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Workloads,
    Chart,
    Failures,
}

impl Tab {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Workloads, "workloads", "Availability by workload"),
        (Self::Chart, "chart", "Against targets"),
        (Self::Failures, "failures", "If a server dies"),
    ];
}

/// Two tables, one of them shown.
#[component]
pub fn Results(props: &Props) -> Html {
    let tab = use_state(|| Tab::Workloads);
    let buttons = Tab::ALL.into_iter().map(|(this, id, name)| {
        let onclick = {
            let tab = tab.setter();
            Callback::from(move |_: MouseEvent| tab.set(this))
        };
        html! {
            <button
                key={id}
                type="button"
                role="tab"
                id={format!("tab-{id}")}
                aria-controls="results-panel"
                aria-selected={(*tab == this).to_string()}
                {onclick}
            >{ name }</button>
        }
    });
    let analysis = props.computed.analysis.as_ref().filter(|analysis| analysis.headline.is_some());
    let body = match (analysis, *tab) {
        (None, Tab::Workloads) => html! {
            <p class="empty">{ "Every workload gets a row here for office users and one for remote users: demand, capacity, availability in three views, and the minutes lost by cause. Add users to see them." }</p>
        },
        (None, Tab::Chart) => html! {
            <p class="empty">{ "Every workload gets a bar here, one nine longer for every tenfold fewer losses, with a tick at its target. Add users to see them." }</p>
        },
        (None, Tab::Failures) => html! {
            <p class="empty">{ "Every server gets a row here: who is cut off when it dies, who does not fit any more, who connects again. Add users to see them." }</p>
        },
        (Some(analysis), Tab::Workloads) => {
            let (analysis, explain) = (analysis.clone(), props.explain.clone());
            memo("workloads", Workloads { analysis, explain })
        }
        (Some(analysis), Tab::Chart) => memo("chart", AvailabilityChart { analysis: analysis.clone() }),
        (Some(analysis), Tab::Failures) => memo("failures", Failures { analysis: analysis.clone() }),
    };
    let stale = props.computed.stale;
    html! {
        <section class={classes!("results", stale.then_some("stale"))} aria-label="Results">
            <div class="tabs" role="tablist" aria-label="Results">{ for buttons }</div>
            <div class="panel" id="results-panel" role="tabpanel" tabindex="0">{ body }</div>
        </section>
    }
}
