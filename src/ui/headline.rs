//! The plan in one line: how available, how much is lost, how it breaks, who fits.

mod availability;
mod breaks;
mod capacity;
mod cell;
mod downtime;
mod empty;
mod lose_one;

use yew::prelude::*;

use super::computed::Computed;
use super::memo::View;
use super::message::Dispatch;
use cell::{cell, wide_cell};

/// The strip below the top bar.
#[derive(PartialEq)]
pub struct Headline {
    /// The figures.
    pub computed: Computed,
    /// Takes what happens.
    pub dispatch: Dispatch,
}

impl View for Headline {
    fn view(&self) -> Html {
        let Computed { analysis, problem, stale } = &self.computed;
        let class = classes!("headline", stale.then_some("stale"));
        let body = match (analysis, problem) {
            (_, Some(problem)) => wide_cell(
                "No figures",
                html! {
                    <>
                        <p class="value small bad">{ "✕ This plan cannot be computed" }</p>
                        <p class="under">{ problem }</p>
                    </>
                },
            ),
            (Some(analysis), None) => match &analysis.headline {
                Some(headline) => html! {
                    <>
                        { availability::availability(analysis, headline, &self.dispatch) }
                        { downtime::downtime(headline, &self.dispatch) }
                        { breaks::breaks(headline, &self.dispatch) }
                        { lose_one::lose_one(analysis, headline) }
                        { capacity::capacity(headline, &self.dispatch) }
                    </>
                },
                None => empty::empty(&self.dispatch),
            },
            (None, None) => wide_cell("Figures", html! { <p class="under">{ "Computing…" }</p> }),
        };
        html! {
            <section {class} aria-label="Headline" aria-busy={stale.to_string()} data-stale={stale.to_string()}>
                { body }
            </section>
        }
    }
}
