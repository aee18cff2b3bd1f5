//! A list to choose from by typing, pointing or arrow keys: commands, what can be added, parts of the plan.

mod entry;
mod view;

use super::message::Message;
use super::words;
use crate::editor::commands::Choosing;
use crate::geometry::{Canvas, Point};
pub use entry::{Entry, Offer};

/// Entries that a page of the list has.
const PAGE: usize = 10;

/// What happens to the list.
#[derive(Debug, Clone)]
pub enum Input {
    /// Something is looked for.
    Search(String),
    /// A key of that name goes through the list.
    Key(String),
    /// The entry of that number is taken.
    Take(usize),
}

/// The list that is open.
#[derive(Debug, Default)]
pub struct Chooser {
    /// What is chosen.
    choosing: Option<Choosing>,
    entries: Vec<Entry>,
    wanted: String,
    /// Which of those that are found the keys have come to.
    at: usize,
    /// Where a menu opens, in the window.
    place: Option<(f64, f64)>,
}

impl Chooser {
    /// The list of these entries; a menu opens at its place.
    pub fn new(choosing: Choosing, entries: Vec<Entry>, place: Option<(f64, f64)>) -> Self {
        Self { choosing: Some(choosing), entries, place, ..Self::default() }
    }

    /// Takes what happened; says what follows.
    pub fn take(&mut self, input: Input) -> Option<Message> {
        match input {
            Input::Search(wanted) => (self.wanted, self.at) = (wanted, 0),
            Input::Take(number) => return self.entries.get(number).and_then(|entry| entry.message.clone()),
            Input::Key(key) => {
                let last = self.found().count().saturating_sub(1);
                self.at = match &*key {
                    "ArrowDown" if self.at < last => self.at + 1,
                    "ArrowUp" if self.at == 0 => last,
                    "ArrowUp" => self.at - 1,
                    "PageDown" => (self.at + PAGE).min(last),
                    "PageUp" => self.at.saturating_sub(PAGE),
                    "End" => last,
                    "Enter" => return self.found().nth(self.at).and_then(|(_, entry)| entry.message.clone()),
                    _ => 0,
                };
            }
        }
        None
    }

    /// Where it opens, if that is not the middle of the page.
    pub fn place(&self) -> Option<(f64, f64)> {
        self.place
    }

    /// Those whose names hold all that is looked for, then those of which it is said otherwise.
    fn found(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let named = |entry: &Entry| words::are_in(&entry.name, &self.wanted);
        let told = move |entry: &Entry| !named(entry) && words::are_in(&entry.searched, &self.wanted);
        let all = || self.entries.iter().enumerate();
        all().filter(move |(_, entry)| named(entry)).chain(all().filter(move |(_, entry)| told(entry)))
    }
}

/// Where something is to be added.
pub type Spot = Option<Point<Canvas>>;
