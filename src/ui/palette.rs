//! What can be placed on the canvas, by groups, to be found, dragged or clicked.

mod drag;
mod entry;
mod ghost;
mod view;

use yew::prelude::*;

use super::memo::memo;
use super::message::Dispatch;
use super::shared::Shared;
use crate::catalog::Catalog;
use crate::plan::Item;
use drag::Drag;
pub use entry::Entry;
use entry::{Group, groups};
use view::Shown;

/// Something to place and, where it was dropped, at which point of the window.
pub type Placed = (Item, Option<(f64, f64)>);

/// What the pointer and the keys do at the palette.
#[derive(Debug, Clone)]
pub enum Input {
    /// Something is looked for.
    Search(String),
    /// The pointer is pressed on the entry of that id, at that point of the window.
    Press(String, (f64, f64)),
    /// The pointer that holds an entry is at another point.
    Move((f64, f64)),
    /// It is lifted there.
    Lift((f64, f64)),
    /// The drag is given up.
    Cancel,
    /// The entry of that id is clicked.
    Click(String),
}

/// An entry that is held, by its id.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    id: String,
    drag: Drag,
}

/// The panel at the left.
#[derive(Debug)]
pub struct Palette {
    groups: Shared<Vec<Group>>,
    wanted: String,
    held: Option<Held>,
    /// A drag ends in a click, which is not meant.
    was_drag: bool,
}

impl Palette {
    /// All that the catalog knows.
    pub fn new(catalog: &Catalog) -> Self {
        Self { groups: Shared::new(groups(catalog)), wanted: String::new(), held: None, was_drag: false }
    }

    /// All entries, each with the name of its group.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.groups.iter().flat_map(|group| group.entries.iter().map(|entry| (&*group.name, entry)))
    }

    /// Whether an entry is held.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Takes what the pointer or a key did; says what is to be placed by it.
    pub fn take(&mut self, input: Input) -> Option<Placed> {
        match input {
            Input::Search(wanted) => self.wanted = wanted,
            Input::Press(id, at) => {
                self.was_drag = false;
                self.held = Some(Held { id, drag: Drag::new(at) });
            }
            Input::Move(at) => {
                if let Some(held) = &mut self.held {
                    held.drag = held.drag.at(at);
                    self.was_drag |= held.drag.moved;
                }
            }
            Input::Lift(at) => {
                let held = self.held.take().filter(|held| held.drag.at(at).moved)?;
                return Some((self.item(&held.id)?, Some(at)));
            }
            Input::Cancel => self.held = None,
            Input::Click(id) => {
                let was_drag = std::mem::take(&mut self.was_drag);
                return self.item(&id).filter(|_| !was_drag).map(|item| (item, None));
            }
        }
        None
    }

    fn item(&self, id: &str) -> Option<Item> {
        self.entries().find(|(_, entry)| *entry.id == *id).map(|(_, entry)| entry.item.clone())
    }

    /// Draws it.
    pub fn view(&self, dispatch: &Dispatch) -> Html {
        let (groups, wanted, held) = (self.groups.clone(), self.wanted.clone(), self.held.clone());
        memo("palette", Shown { groups, wanted, held, dispatch: dispatch.clone() })
    }
}
