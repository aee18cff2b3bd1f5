//! From one state to the next.

use std::borrow::Borrow;
use std::rc::Rc;

use super::action::Action;
use super::connecting::Connection;
use super::gesture::Gesture;
use super::pointer::{Button, Hit, Pointer};
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::geometry::{Point, Screen};

impl State {
    /// The state after an action; the very same one when nothing changes.
    #[must_use]
    pub fn reduce(self: &Rc<Self>, catalog: &Catalog, action: impl Borrow<Action>) -> Rc<Self> {
        let action = action.borrow();
        if self.gesture.is_none() && matches!(action, Action::PointerMove(_)) {
            return Rc::clone(self);
        }
        let mut next = (**self).clone();
        next.prepare(action);
        next.act(catalog, action);
        if next.is_same(self) || !self.lets(action, &next) { Rc::clone(self) } else { Rc::new(next) }
    }

    /// Ends what the action does not go along with.
    fn prepare(&mut self, action: &Action) {
        let goes_on = matches!(
            action,
            Action::PointerMove(_)
                | Action::PointerUp { .. }
                | Action::MoveAs { .. }
                | Action::Wheel { .. }
                | Action::Pinch { .. }
                | Action::ZoomBy(_)
                | Action::ZoomTo100
                | Action::Fit
                | Action::FitSelection
                | Action::Center(_)
                | Action::ShowHeat
                | Action::Resize(_)
                | Action::Say(_)
                | Action::DismissNotice
        );
        if !goes_on {
            self.bail();
            self.notice = None;
        }
        if matches!(action, Action::Select(_) | Action::SelectAll | Action::ClearSelection) {
            self.reading = None;
        }
        if !goes_on && !matches!(action, Action::Nudge(_)) {
            self.nudging = false;
        }
    }

    fn act(&mut self, catalog: &Catalog, action: &Action) {
        match action {
            Action::Open { key, document } => self.open(catalog, key.clone(), Rc::clone(document)),
            Action::Edit { label, edits } => self.edit(catalog, label, edits),
            Action::Replace { label, document } => self.replace(label, Rc::clone(document)),
            Action::Enter { field, typed } => self.enter(catalog, field, *typed),
            Action::Choose { choice, value } => self.choose(catalog, choice, value),
            Action::Divert { key, name } => {
                self.key.clone_from(key);
                self.rename_document(name);
            }
            Action::RenameDocument(name) => self.rename_document(name),
            Action::Insert { item, at } => self.insert(catalog, item, *at),
            Action::PointerDown(pointer) => self.press(catalog, pointer),
            Action::PointerMove(at) => self.follow(catalog, *at),
            Action::PointerUp { at, on } => self.release(catalog, *at, on),
            Action::MoveAs { free, copy } => self.move_as(*free, *copy),
            Action::Pinch { from, to } => self.pinch(*from, *to),
            // The gesture has ended already.
            Action::Cancel => {}
            Action::Wheel { at, delta, zoom } => self.wheel(*at, *delta, *zoom),
            Action::Select(targets) => self.select(targets.clone()),
            Action::Reveal(node) => self.reveal(catalog, node.clone()),
            Action::Read { step, extend } => self.read(catalog, *step, *extend),
            Action::SelectAll => self.select_all(),
            Action::ClearSelection => self.selection.clear(),
            Action::DeleteSelection => self.delete_selection(catalog),
            Action::CutSelection => self.cut_selection(catalog),
            Action::Nudge(by) => self.nudge(catalog, *by),
            Action::Arrange(arrangement) => self.arrange(catalog, *arrangement),
            Action::ResizeFrame { larger } => self.resize_selected(catalog, *larger),
            Action::Duplicate => self.duplicate(catalog, None),
            Action::Paste(from) => self.paste(catalog, from),
            Action::Connect { from, to } => {
                let connection = Connection::between(self.scenario(), catalog, from, to);
                self.connect(catalog, connection);
                self.say_linked(from, to);
            }
            Action::Strike { what, blow } => self.strike(catalog, what, *blow),
            Action::StrikeSelection => self.strike_selection(catalog),
            Action::RepairAll => self.repair_all(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::ZoomBy(factor) => self.zoom_by(*factor),
            Action::ZoomTo100 => self.zoom_by(1.0 / self.view.zoom),
            Action::Fit => self.fit(catalog),
            Action::Center(at) => self.center(*at),
            Action::FitSelection => self.fit_selection(catalog),
            Action::ShowHeat => self.preferences.heat = !self.preferences.heat,
            Action::TurnWheel => self.turn_wheel(),
            Action::Resize(size) => self.resize(catalog, *size),
            Action::Present(begin) => self.present(catalog, *begin),
            Action::StartRename => self.start_rename(),
            Action::FinishRename(name) => self.finish_rename(catalog, name.as_deref()),
            Action::Say(notice) => self.notice = Some(notice.clone()),
            Action::DismissNotice => self.notice = None,
        }
    }

    /// Ends the gesture without a trace.
    fn bail(&mut self) {
        let pans = matches!(self.gesture.take(), Some(Gesture::Pan { .. }));
        if let Some((selection, view, reading)) = self.before_gesture.take() {
            self.selection = selection;
            self.reading = reading;
            if pans {
                self.view = view;
            }
        }
    }

    fn press(&mut self, catalog: &Catalog, pointer: &Pointer) {
        self.before_gesture = Some((self.selection.clone(), self.view, self.reading.clone()));
        let is_shown = self.presenting.is_some();
        let pans = pointer.button == Button::Middle || pointer.space;
        if !pans {
            self.reading = None;
        }
        match (&pointer.on, pointer.button) {
            _ if pans => self.gesture = Some(Gesture::Pan { last: pointer.at }),
            (on, Button::Secondary) => self.point_out(on.target()),
            (Hit::Port(node), _) if !is_shown => {
                let to = self.view.canvas_from_screen(pointer.at);
                self.gesture = Some(Gesture::Connect { from: node.clone(), to, over: None });
            }
            (Hit::Corner(pool), _) if !is_shown => self.begin_resize(catalog, pool, pointer.at),
            (on, _) => match on.target().filter(|target| target.exists(self.scenario())) {
                Some(target) => self.begin_press(target, pointer),
                None if is_shown => self.gesture = Some(Gesture::Pan { last: pointer.at }),
                None => self.begin_marquee(pointer),
            },
        }
        if self.gesture.is_none() {
            self.before_gesture = None;
        }
    }

    /// Selects what a context menu is asked for, unless it is a part of what is selected already.
    fn point_out(&mut self, target: Option<Target>) {
        match target.filter(|target| target.exists(self.scenario())) {
            Some(target) if self.selection.contains(&target) => {}
            Some(target) => self.selection = Set::of(target),
            None => self.selection.clear(),
        }
    }

    pub(super) fn follow(&mut self, catalog: &Catalog, at: Point<Screen>) {
        match self.gesture.take() {
            None => {}
            Some(Gesture::Press(press)) => {
                self.stray(catalog, press, at);
            }
            Some(Gesture::Move(drag)) => self.drag(drag, at),
            Some(Gesture::Connect { from, .. }) => self.connect_to(catalog, from, at),
            Some(Gesture::Marquee { from, kept, .. }) => self.stretch_marquee(catalog, from, kept, at),
            Some(Gesture::Resize { pool, from, before, pressed, .. }) => {
                let to = self.corner_at(from, before, pressed, at);
                self.gesture = Some(Gesture::Resize { pool, from, to, before, pressed });
            }
            Some(Gesture::Pan { last }) => {
                self.pan(at - last);
                self.gesture = Some(Gesture::Pan { last: at });
            }
        }
    }
}
