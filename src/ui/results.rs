//! The panel below the canvas: figures by workload, and what the loss of each server does.

mod chart;
mod failures;
mod workloads;

use yew::prelude::*;

use super::computed::Computed;
use super::memo::{View, memo};
use super::message::{Dispatch, Message};
use chart::AvailabilityChart;
use failures::Failures;
use workloads::Workloads;

/// Two tables and a drawing, one of them shown.
#[derive(PartialEq)]
pub struct Results {
    /// The figures.
    pub computed: Computed,
    /// Which table is shown.
    pub tab: Tab,
    /// Takes what happens.
    pub dispatch: Dispatch,
}

/// Which table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Figures by workload.
    Workloads,
    /// The same as bars.
    Chart,
    /// What the loss of each server does.
    Failures,
}

impl Tab {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Workloads, "workloads", "Availability by workload"),
        (Self::Chart, "chart", "Against targets"),
        (Self::Failures, "failures", "If a server dies"),
    ];
}

impl View for Results {
    fn view(&self) -> Html {
        let Self { computed, tab, dispatch } = self;
        let analysis = computed.analysis.as_ref().filter(|analysis| analysis.headline.is_some());
        let body = match (analysis, tab) {
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
                let (analysis, dispatch) = (analysis.clone(), dispatch.clone());
                memo("workloads", Workloads { analysis, dispatch })
            }
            (Some(analysis), Tab::Chart) => memo("chart", AvailabilityChart { analysis: analysis.clone() }),
            (Some(analysis), Tab::Failures) => memo("failures", Failures { analysis: analysis.clone() }),
        };
        html! {
            <section class={classes!("results", computed.stale.then_some("stale"))} aria-label="Results">
                <div class="tabs" role="tablist" aria-label="Results">
                    for (this, id, name) in Tab::ALL {
                        <button
                            key={id}
                            type="button"
                            role="tab"
                            id={format!("tab-{id}")}
                            aria-controls="results-panel"
                            aria-selected={(*tab == this).to_string()}
                            onclick={dispatch.click(Message::Show(this))}
                        >{ name }</button>
                    }
                </div>
                <div class="panel" id="results-panel" role="tabpanel" tabindex="0">{ body }</div>
            </section>
        }
    }
}
