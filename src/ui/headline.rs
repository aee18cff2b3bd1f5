//! The plan in one line: how available, how much is lost, how it breaks, who fits.

mod availability;
mod breaks;
mod capacity;
mod cell;
mod downtime;
mod empty;
mod lose_one;
mod now;
mod supported;

use yew::prelude::*;

use super::computed::Computed;
use super::element::{all, line};
use super::memo::View;
use super::message::Dispatch;
use super::shared::Shared;
use super::told::Told;
use crate::compute::Reply;
use crate::plan::NodeId;
use crate::ui::markup::{classes, html};
use cell::{cell, more, wide_cell};

/// The strip below the top bar.
#[derive(PartialEq)]
pub struct Headline {
    /// The figures.
    pub computed: Computed,
    /// What is told of this moment, where anything is down.
    pub now: Option<Shared<Reply>>,
    /// The findings.
    pub told: Told,
    /// Users that are drawn.
    pub users: Option<NodeId>,
    /// Takes what happens.
    pub dispatch: Dispatch,
}

impl View for Headline {
    fn view(&self) -> Html {
        let Computed { analysis, problem, stale } = &self.computed;
        let moment = self.now.as_ref().and_then(|reply| reply.moment.as_ref());
        let served = moment.and_then(|moment| moment.headline.as_ref());
        let class = classes!("headline", stale.then_some("stale"));
        let dispatch = &self.dispatch;
        let said = |text| line("value small bad", text);
        let mut cells = match (analysis, problem) {
            (_, Some(problem)) => {
                vec![wide_cell("No figures", said("✕ This plan cannot be computed"), problem)]
            }
            (None, None) => vec![wide_cell("Figures", Html::default(), "Computing…")],
            (Some(analysis), None) => match &analysis.headline {
                None => vec![empty::empty(self.users.as_ref(), dispatch)],
                Some(headline) => vec![
                    availability::availability(analysis, headline, served, dispatch),
                    downtime::downtime(headline, served, dispatch),
                    breaks::breaks(headline, dispatch),
                    lose_one::lose_one(analysis, headline, served.is_some(), dispatch),
                    match moment.zip(served) {
                        Some((moment, served)) => now::users(moment, served, headline, dispatch),
                        None => capacity::capacity(analysis, headline, dispatch),
                    },
                ],
            },
        };
        cells.push(supported::supported(&self.told, dispatch));
        html! {
            <section {class} aria-label="Headline" aria-busy={stale.to_string()} data-stale={stale.to_string()}>
                { all(cells) }
            </section>
        }
    }
}
