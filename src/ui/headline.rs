//! The plan in one line: how available, how much is lost, how it breaks, who fits.

mod availability;
mod breaks;
mod capacity;
mod cell;
mod downtime;
mod empty;
mod lose_one;

use yew::prelude::*;

use super::hooks::Computed;
use super::shared::Shared;
use crate::analysis::Analysis;
use availability::Availability;
use breaks::Breaks;
use capacity::Capacity;
use cell::Cell;
use downtime::Downtime;
use empty::Empty;
use lose_one::LoseOne;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// The figures.
    pub computed: Computed,
    /// Places users on the canvas.
    pub add_users: Callback<()>,
}

/// What each cell shows a part of.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CellProps {
    /// The figures.
    pub analysis: Shared<Analysis>,
}

/// The strip below the top bar.
#[component]
pub fn Headline(props: &Props) -> Html {
    let Computed { analysis, problem, stale } = &props.computed;
    let class = classes!("headline", stale.then_some("stale"));
    let body = match (analysis, problem) {
        (_, Some(problem)) => html! {
            <Cell label="No figures" class="wide">
                <p class="value small bad">{ "✕ This plan cannot be computed" }</p>
                <p class="under">{ problem }</p>
            </Cell>
        },
        (Some(analysis), None) if analysis.headline.is_some() => {
            let analysis = analysis.clone();
            html! {
                <>
                    <Availability analysis={analysis.clone()} />
                    <Downtime analysis={analysis.clone()} />
                    <Breaks analysis={analysis.clone()} />
                    <LoseOne analysis={analysis.clone()} />
                    <Capacity {analysis} />
                </>
            }
        }
        (Some(_), None) => html! { <Empty add_users={props.add_users.clone()} /> },
        (None, None) => {
            html! { <Cell label="Figures" class="wide"><p class="under">{ "Computing…" }</p></Cell> }
        }
    };
    html! {
        <section {class} aria-label="Headline" aria-busy={stale.to_string()} data-stale={stale.to_string()}>
            { body }
        </section>
    }
}
