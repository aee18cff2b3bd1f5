//! What single years look like: a simulation that is begun and cancelled here, and what the worker tells of it.

use yew::prelude::*;

use super::{Input, Room};
use crate::compute::Simulate;
use crate::ui::markup::{classes, html};
use crate::ui::message::{Dispatch, Message};
use crate::ui::object::{call, field, of_window};
use crate::ui::told::Told;

/// Years that are simulated where nothing else is chosen.
const USUAL: u32 = 10_000;

/// Width from which the chart and the table stand side by side; the room that the bar takes; the height of the chart without one.
const BESIDE: u32 = 800;
const TABLE: u32 = 460;
const SIDES: u32 = 40;
const BAR: u32 = 60;

/// What is asked of the worker.
#[derive(Debug, Default)]
pub(super) struct Years {
    /// Whether more is wanted.
    goes: bool,
    count: Option<u32>,
    seed: u32,
    /// How often something was to be asked anew, up to now, when it was asked last, and when that was answered.
    now: u32,
    asked: u32,
    told: u32,
}

impl Years {
    /// Begins, or cancels what is under way.
    pub fn press(&mut self) {
        self.goes = !self.goes;
        self.now += 1;
        if self.goes {
            self.seed += 1;
            self.count = chosen();
        }
    }

    /// There is another room for what is told.
    pub fn fit(&mut self) {
        self.now += 1;
    }

    /// The plan is another: what is under way is given up.
    pub fn give_up(&mut self) {
        self.goes = false;
        self.now += 1;
    }

    /// The worker has told what it has.
    pub fn heard(&mut self, goes_on: bool) {
        self.told = self.asked;
        self.goes &= goes_on || self.told != self.now;
    }

    /// What is to be asked now for the open plan, if anything is. A run goes on while nobody looks.
    pub fn ask(&mut self, key: &str, (width, height): Room, shown: bool) -> Option<Simulate> {
        if !self.goes && (!shown || self.told == self.now) {
            return None;
        }
        self.asked = self.now;
        let beside = if width >= BESIDE { TABLE } else { 0 };
        Some(Simulate {
            key: key.into(),
            years: self.count.unwrap_or(USUAL),
            seed: self.seed,
            go: self.goes,
            width: width.saturating_sub(beside + SIDES),
            height: height.saturating_sub(BAR),
        })
    }
}

/// How many years are chosen in the worker's list.
fn chosen() -> Option<u32> {
    let document = of_window("document").ok()?;
    let list = call(&document, "getElementById", &["years-count".into()]).ok()?;
    field(&list, "value").as_string()?.parse().ok()
}

/// The button, what is told beside it, and below it chart and figures.
pub(super) fn years(told: &Told, dispatch: &Dispatch) -> Html {
    let years = match (&told.years, &told.problem) {
        (Some(years), _) => years,
        (None, Some(problem)) => return html! { <p class="empty bad">{ "✕ " }{ problem }</p> },
        (None, None) => return html! { <p class="empty">{ "Computing…" }</p> },
    };
    html! {
        <div class={classes!("years", years.is_stale.then_some("outdated"))}>
            <div class="years-bar">
                if !years.button.is_empty() {
                    <button type="button" class="button" data-command="simulate" onclick={dispatch.click(Message::Results(Input::Simulate))}>{ &years.button }</button>
                }
                { Html::from_html_unchecked(years.bar.clone().into()) }
                <p role="status">{ &years.status }</p>
            </div>
            { Html::from_html_unchecked(years.body.clone().into()) }
        </div>
    }
}
