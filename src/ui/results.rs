//! The panel below the canvas: charts and tables of the figures, one tab at a time.

mod chart;
mod failures;
mod overview;
mod replace;
mod roving;
mod tab;
mod tip;
mod view;
mod years;

use web_sys::Element;
use yew::prelude::*;

use super::computed::Computed;
use super::memo::memo;
use super::message::{Dispatch, Message};
use super::size::SizeWatch;
use super::told::Told;
use crate::compute::{ChartErrand, ChartKind, Simulate};
use crate::panel::PanelKind;
use crate::ui::markup::html;
pub use roving::rove;
pub use tab::Tab;
pub use tip::Tip;
use view::Shown;
use years::Years;

/// What the pointer and the keys do at the results, and what comes to them.
#[derive(Debug, Clone)]
pub enum Input {
    /// Another tab is chosen.
    Show(Tab),
    /// The panel is to be folded away, or to come back.
    Fold(bool),
    /// The panel has this width and height for what it shows.
    Fit(Room),
    /// A part of a chart is pointed at, or none any more.
    Tip(Option<Tip>),
    /// Years are to be simulated, or no more of them.
    Simulate,
}

/// Width and height of the inside of the panel.
pub type Room = (u32, u32);

/// The panel.
#[derive(Debug)]
pub struct Results {
    tab: Tab,
    open: bool,
    room: Room,
    tip: Option<Tip>,
    years: Years,
    panel: NodeRef,
    /// Where what the worker writes stands, and what stands there.
    place: NodeRef,
    written: Option<(PanelKind, String)>,
    size: Option<SizeWatch>,
}

impl Default for Results {
    fn default() -> Self {
        Self {
            tab: Tab::Overview,
            open: true,
            room: (0, 0),
            tip: None,
            years: Years::default(),
            panel: NodeRef::default(),
            place: NodeRef::default(),
            written: None,
            size: None,
        }
    }
}

impl Results {
    /// Takes what happened; says whether it is to be seen.
    pub fn take(&mut self, input: Input) -> bool {
        match input {
            Input::Show(tab) => (self.tab, self.open, self.tip) = (tab, true, None),
            Input::Fold(folded) => (self.open, self.tip) = (!folded, None),
            // A panel that is folded away has no size, and gets back the one that it had.
            Input::Fit((0, _)) => return false,
            Input::Fit(room) => {
                let is_other = std::mem::replace(&mut self.room, room) != room;
                self.years.fit();
                return is_other;
            }
            Input::Simulate => self.years.press(),
            Input::Tip(tip) => {
                let is_other = self.tip != tip;
                self.tip = tip;
                return is_other;
            }
        }
        true
    }

    /// The charts that are shown, at the size of their places.
    pub fn charts(&self) -> Vec<ChartErrand> {
        let (width, height) = self.room;
        if !self.open || width == 0 {
            return Vec::new();
        }
        match self.tab {
            Tab::Years | Tab::Panel(_) => Vec::new(),
            Tab::Overview => overview::charts((width, height)),
            Tab::Failures => view::alone(ChartKind::Failures, view::beside(width)),
            Tab::Losses => view::alone(ChartKind::Losses, width),
        }
    }

    /// What the worker is to write.
    pub fn panels(&self) -> Vec<PanelKind> {
        if !self.open || self.room.0 == 0 {
            return Vec::new();
        }
        self.tab.panel().into_iter().collect()
    }

    /// The plan is another, or was changed.
    pub fn give_up(&mut self) {
        self.years.give_up();
    }

    /// What is told of single years has come.
    pub fn heard(&mut self, goes_on: bool) {
        self.years.heard(goes_on);
    }

    /// What is to be asked of single years of the open plan now, if anything is.
    pub fn simulate(&mut self, key: &str) -> Option<Simulate> {
        let shown = self.open && self.room.0 > 0 && self.tab == Tab::Years;
        self.years.ask(key, self.room, shown)
    }

    /// What can only be done with what is on the screen.
    pub fn rendered(&mut self, told: &Told, dispatch: &Dispatch) {
        if self.size.is_none() {
            self.size = self.panel.cast().and_then(|panel| SizeWatch::new(&panel, dispatch, room));
        }
        self.write(told);
    }

    /// Puts what the worker has written in its place, unless it stands there.
    fn write(&mut self, told: &Told) {
        let Some(place) = self.place.cast::<Element>() else {
            self.written = None;
            return;
        };
        let Some(panel) = self.tab.panel().and_then(|kind| told.panel(kind)) else { return };
        match &self.written {
            // An element that is new on the screen is empty, whatever was written into the one before.
            Some((kind, html))
                if *kind == panel.kind && *html == panel.html && place.first_element_child().is_some() =>
            {
                return;
            }
            Some((kind, _)) if *kind == panel.kind => replace::replace(&place, &panel.html),
            _ => place.set_inner_html(&panel.html),
        }
        self.written = Some((panel.kind, panel.html.clone()));
    }

    /// Draws it.
    pub fn view(&self, computed: &Computed, told: &Told, dispatch: &Dispatch) -> Html {
        let shown = Shown {
            computed: computed.clone(),
            tab: self.tab,
            open: self.open,
            room: self.room,
            told: told.clone(),
            panel: self.panel.clone(),
            place: self.place.clone(),
            dispatch: dispatch.clone(),
        };
        html! {
            <>
                { memo("results", shown) }
                { self.tip.as_ref().map(Tip::view).unwrap_or_default() }
            </>
        }
    }
}

/// The inside of the panel, without its scroll bar.
fn room(panel: &Element) -> Message {
    let [width, height] = [panel.client_width(), panel.client_height()].map(i32::unsigned_abs);
    Message::Results(Input::Fit((width, height)))
}
