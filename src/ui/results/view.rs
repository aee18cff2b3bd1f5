//! The panel as it is drawn.

use yew::prelude::*;

use super::chart::chart;
use super::failures::Failures;
use super::overview::overview;
use super::years::years;
use super::{Input, Room, Tab};
use crate::analysis::Analysis;
use crate::compute::{ChartErrand, ChartKind};
use crate::panel::PanelKind;
use crate::ui::computed::Computed;
use crate::ui::icon::icon;
use crate::ui::markup::{classes, html};
use crate::ui::memo::{View, memo};
use crate::ui::message::{Dispatch, Message};
use crate::ui::shared::Shared;
use crate::ui::told::Told;

/// What stands in place of the tables before there are users.
const NO_FAILURES: &str = "Every server gets a row here: who is cut off when it dies, who does not fit any more, who connects again. Add users to see them.";
const NO_LOSSES: &str = "Every workload gets a bar here: the minutes that a user loses in a year to outages, to too little room, to connecting again, and to planned work. Add users to see them.";

/// Width from which the chart of failures stands beside its table, and which part of the width it takes.
const BESIDE: u32 = 900;
const PARTS: u32 = 3;

/// Space left and right of a chart.
const SIDES: u32 = 40;

/// Width of the place of the chart of failures in a panel so wide.
pub(super) fn beside(width: u32) -> u32 {
    if width >= BESIDE { width / PARTS } else { width }
}

/// A chart that has so wide a place for itself.
pub(super) fn alone(kind: ChartKind, width: u32) -> Vec<ChartErrand> {
    vec![ChartErrand { kind, width: width.saturating_sub(SIDES), height: None }]
}

/// What the panel shows.
#[derive(PartialEq)]
pub(super) struct Shown {
    pub computed: Computed,
    pub tab: Tab,
    pub open: bool,
    pub room: Room,
    pub told: Told,
    pub panel: NodeRef,
    pub place: NodeRef,
    pub dispatch: Dispatch,
}

impl View for Shown {
    fn view(&self) -> Html {
        let Self { computed, tab, open, dispatch, .. } = self;
        let mut tabs: Vec<Html> = Vec::new();
        for (this, id, name) in Tab::ALL {
            let chosen = *tab == this;
            tabs.push(html! {
                <button
                    key={id}
                    type="button"
                    role="tab"
                    id={format!("tab-{id}")}
                    aria-controls="results-panel"
                    aria-selected={chosen.to_string()}
                    tabindex={if chosen { "0" } else { "-1" }}
                    onclick={dispatch.click(Message::Results(Input::Show(this)))}
                >{ name }{ this.panel().map(|kind| self.told.count(kind)).unwrap_or_default() }</button>
            });
        }
        let (fold, sign) = if *open { ("Hide results", "open") } else { ("Show results", "up") };
        html! {
            <section class={classes!("results", computed.stale.then_some("stale"))} aria-label="Results">
                <div class="results-bar">
                    <div class="tabs" role="tablist" aria-label="Results">{ for tabs }</div>
                    <button
                        type="button"
                        class="quiet"
                        title={fold}
                        aria-label={fold}
                        aria-expanded={open.to_string()}
                        aria-controls="results-panel"
                        data-command="fold-results"
                        onclick={dispatch.click(Message::Results(Input::Fold(*open)))}
                    >{ icon(sign) }</button>
                </div>
                <div
                    ref={self.panel.clone()}
                    class="panel"
                    id="results-panel"
                    role="tabpanel"
                    aria-labelledby={Tab::ALL.iter().find(|(this, ..)| this == tab).map(|(_, id, _)| format!("tab-{id}"))}
                    tabindex="0"
                    hidden={!open}
                >
                    if *open && self.room.0 > 0 { { self.body() } }
                </div>
            </section>
        }
    }
}

impl Shown {
    fn body(&self) -> Html {
        let Self { computed, room, dispatch, .. } = self;
        if let Some(kind) = self.tab.panel() {
            return self.written(kind);
        }
        let says = |words: &str, bad: bool| html! { <p class={classes!("empty", bad.then_some("bad"))}>{ words }</p> };
        if let Some(problem) = &computed.problem {
            return says(&format!("✕ This plan cannot be computed. {problem}"), true);
        }
        if computed.analysis.is_none() {
            return says("Computing…", false);
        }
        let analysis = computed.analysis.as_ref().filter(|analysis| analysis.headline.is_some());
        match (self.tab, analysis) {
            (Tab::Panel(_), _) => Html::default(),
            (Tab::Years, _) => years(&self.told, dispatch),
            (Tab::Overview, _) => overview(analysis.is_some(), &self.told, *room),
            (Tab::Failures, None) => says(NO_FAILURES, false),
            (Tab::Losses, None) => says(NO_LOSSES, false),
            (Tab::Failures, Some(analysis)) => self.failures(analysis),
            (Tab::Losses, Some(_)) => {
                html! { <div class="alone">{ chart(ChartKind::Losses, &self.told) }</div> }
            }
        }
    }

    /// The place of what the worker writes, which is filled once it is on the screen.
    fn written(&self, kind: PanelKind) -> Html {
        let Told { problem, stale, .. } = &self.told;
        let waits = match problem {
            Some(problem) => Some(format!("✕ {problem}")),
            None => self.told.panel(kind).is_none().then(|| "Working it out…".into()),
        };
        if let Some(waits) = waits {
            return html! { <p class="empty" role="status" data-stale={stale.to_string()}>{ waits }</p> };
        }
        // Yew does not know what is put into this element, so no other tab may go on with it.
        html! {
            <div key={kind.id()} ref={self.place.clone()} class={classes!("told", stale.then_some("stale"))} aria-busy={stale.to_string()} data-stale={stale.to_string()} />
        }
    }

    fn failures(&self, analysis: &Shared<Analysis>) -> Html {
        let (analysis, dispatch) = (analysis.clone(), self.dispatch.clone());
        let beside = self.room.0 >= BESIDE;
        html! {
            <div class={classes!("failures", beside.then_some("beside"))}>
                <div class="alone">{ chart(ChartKind::Failures, &self.told) }</div>
                { memo("failures", Failures { analysis, dispatch }) }
            </div>
        }
    }
}
