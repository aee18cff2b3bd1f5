//! What follows from what is asked of the page, and from what is chosen from a list.

use std::rc::Rc;

use web_sys::Element;

use super::Workspace;
use crate::editor::commands::{Choosing, Task};
use crate::editor::{Action, Notice};
use crate::exchange::file;
use crate::geometry::Point;
use crate::panel::Order;
use crate::ui::chooser::{Chooser, Input, Offer};
use crate::ui::clipboard;
use crate::ui::message::{Dialog, Message};

impl Workspace {
    pub(super) fn task(&mut self, task: Task) {
        match task {
            Task::Choose(choosing) => self.choose_from(choosing, None),
            Task::Copy => clipboard::ask_for("copy"),
            Task::Cut => clipboard::ask_for("cut"),
            Task::Paste => match self.listening.copied() {
                Some(plan) => self.paste(&plan),
                None => self.say(Notice::info(
                    "Nothing was copied on this page. Ctrl+V pastes what was copied on another one.",
                )),
            },
            Task::Order(name) => self.order(Order { name: name.into(), value: None }),
            Task::SaveFile => self.save_file(),
            Task::Open => self.show_dialog(Dialog::Plans),
        }
    }

    /// Opens a list, at that point of the window if it is told.
    pub(super) fn choose_from(&mut self, choosing: Choosing, place: Option<(f64, f64)>) {
        if choosing == Choosing::Item && self.state.presenting.is_some() {
            return;
        }
        let spot = place.filter(|_| choosing == Choosing::Item).and_then(|(x, y)| {
            let rect = self.canvas.cast::<Element>()?.get_bounding_client_rect();
            Some(self.state.view.canvas_from_screen(Point::new(x - rect.left(), y - rect.top())))
        });
        // A list over the canvas ends what the pointer was doing there.
        if self.state.gesture.is_some() {
            self.act(&Action::Cancel);
        }
        let place = place.filter(|_| choosing == Choosing::Menu);
        let offer = Offer { state: &self.state, catalog: &self.catalog, palette: &self.palette, spot };
        self.chooser = Chooser::new(choosing, offer.entries(choosing), place);
        self.show_dialog(Dialog::Chooser);
    }

    pub(super) fn at_chooser(&mut self, input: Input) {
        let Some(message) = self.chooser.take(input) else { return };
        // What opens next takes the place of the list, and needs no other dialog.
        if !matches!(message, Message::Task(Task::Choose(_) | Task::Open)) {
            self.close();
        }
        self.dispatch.send(message);
    }

    /// Puts in what was copied.
    pub(super) fn paste(&mut self, plan: &str) {
        match file::read(plan, &self.catalog) {
            Ok(document) => {
                if let Some(scenario) = document.scenarios.first() {
                    self.act(&Action::Paste(Rc::clone(scenario)));
                }
            }
            Err(error) => {
                self.say(Notice::problem(&format!("What was copied is no part of a plan. {error}")));
            }
        }
    }

    fn say(&mut self, notice: Notice) {
        self.act(&Action::Say(notice));
    }
}
