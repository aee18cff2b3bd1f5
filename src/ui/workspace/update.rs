//! What follows from what happens.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Element;

use super::Workspace;
use crate::analysis::Options;
use crate::compute::{ChartErrand, Errand, Mend, Mended, Request, answer};
use crate::editor::{Action, Notice, NoticeKind, Place, State};
use crate::exchange::file;
use crate::geometry::Point;
use crate::plan::Item;
use crate::ui::computed::Computed;
use crate::ui::derivation::Explained;
use crate::ui::errands::Word;
use crate::ui::message::{Dispatch, Message};
use crate::ui::palette;
use crate::ui::shared::Shared;
use crate::ui::told::Told;

/// How long a notice stays: longer where something went wrong.
const INFO_MS: u32 = 5_000;
const PROBLEM_MS: u32 = 10_000;

impl Workspace {
    /// Takes what happened; says whether it is to be seen.
    pub fn update(&mut self, message: Message) -> bool {
        match message {
            Message::Start(_) => return false,
            Message::Act(action) => return self.act(action),
            Message::Compute(request) => return self.compute(&request),
            Message::Worker(word) => self.hear(word),
            Message::Mend(mend) => self.send_out(Some((*mend).clone())),
            Message::Explain(figure) => {
                if self.explained.as_ref().map(|explained| &explained.figure) != figure.as_ref() {
                    self.explained = figure.map(Explained::new);
                }
            }
            Message::Unfold(path) => {
                if let Some(explained) = &mut self.explained {
                    explained.unfold(&path);
                }
            }
            Message::Tell(problem) => {
                // It is to be seen, and a dialog lies over everything.
                if problem.is_some() {
                    self.dialog = None;
                }
                self.problem = problem.map(Into::into);
            }
            Message::Paint(theme) => {
                theme.choose();
                self.theme = theme;
            }
            Message::Show(tab) => self.tab = tab,
            Message::Palette(input) => self.at_palette(input),
            Message::Space(held) => return std::mem::replace(&mut self.space, held) != held,
            other => self.keep(other),
        }
        true
    }

    pub(super) fn act(&mut self, action: Action) -> bool {
        let next = Shared(self.state.reduce(&self.catalog, action));
        if next == self.state {
            return false;
        }
        let before = std::mem::replace(&mut self.state, next);
        self.follow(&before);
        true
    }

    /// Does what a new state asks for.
    fn follow(&mut self, before: &State) {
        let state = &self.state;
        // Another selection is another subject.
        if before.selection != state.selection {
            self.explained = None;
        }
        if before.key != state.key || !state.history.past().is_empty() {
            self.hint = None;
        }
        if before.notice != state.notice {
            self.dismissal = state.notice.as_ref().map(|notice| dismissal(notice, &self.dispatch));
        }
        if before.renaming != state.renaming {
            self.focus_name = state.renaming.is_some();
        }
        self.keep_edit(before);
        let state = &self.state;
        self.listening.follow(state.clone(), self.palette.is_held());
        if !Rc::ptr_eq(before.scenario(), state.scenario()) {
            self.ask();
        } else if before.killed != state.killed {
            self.send_out(None);
        }
        self.draw();
    }

    /// Asks for the figures of the scenario, in a task of its own, so that what caused the question is on the screen
    /// first.
    pub(super) fn ask(&mut self) {
        let request = self.desk.ask(Rc::clone(self.state.scenario()), Options::default());
        self.computed.stale = true;
        let dispatch = self.dispatch.clone();
        Timeout::new(0, move || dispatch.send(Message::Compute(request))).forget();
    }

    /// Only the answer to the latest question is computed and taken.
    fn compute(&mut self, request: &Request) -> bool {
        if !self.desk.wants(request.sequence) {
            return false;
        }
        let Some(answer) = self.desk.accept(answer(&self.catalog, request)) else { return false };
        self.computed = Computed::of(answer.result);
        self.draw();
        self.send_out(None);
        true
    }

    /// Asks the worker for what the page does not work out itself.
    pub(super) fn send_out(&mut self, mend: Option<Mend>) {
        let state = &self.state;
        // A plan that is open can be written.
        let Ok(plan) = file::write(&state.document) else { return };
        let (scenario, down) = (state.scenario_id.clone(), state.killed.clone());
        self.errands.ask(Errand { sequence: 0, plan, scenario, down, charts: self.charts_shown(), mend });
        self.told.stale = true;
    }

    fn charts_shown(&self) -> Vec<ChartErrand> {
        Vec::new()
    }

    fn hear(&mut self, word: Word) {
        match self.errands.take(word) {
            Ok(None) => {}
            Ok(Some(mut reply)) => {
                if let Some(mended) = reply.mended.take() {
                    self.put_in_place(&mended);
                }
                self.told = Told { reply: Some(Shared::new(reply)), problem: None, stale: false };
                self.draw();
            }
            Err(problem) => {
                self.told.problem = Some(problem.into());
                self.told.stale = false;
            }
        }
    }

    /// Goes on with a plan in which a finding was mended, as one step.
    fn put_in_place(&mut self, mended: &Mended) {
        match file::read(&mended.plan, &self.catalog) {
            Ok(document) => self
                .dispatch
                .emit(Action::Replace { label: mended.label.clone(), document: Rc::new(document) }),
            Err(error) => self.problem = Some(error.to_string().into()),
        }
    }

    fn draw(&mut self) {
        self.drawing.follow(&self.state, &self.catalog, self.computed.analysis.as_ref());
    }

    fn at_palette(&mut self, input: palette::Input) {
        if let Some((item, at)) = self.palette.take(input) {
            self.place(item, at);
        }
        self.listening.follow(self.state.clone(), self.palette.is_held());
    }

    /// Places something where it was dropped, if that is on the canvas, or in the middle of what is shown.
    fn place(&self, item: Item, at: Option<(f64, f64)>) {
        let Some((x, y)) = at else {
            self.dispatch.emit(Action::Insert { item, at: Place::ViewCentre });
            return;
        };
        let Some(element) = self.canvas.cast::<Element>() else { return };
        let rect = element.get_bounding_client_rect();
        let inside = (rect.left()..=rect.right()).contains(&x) && (rect.top()..=rect.bottom()).contains(&y);
        if inside {
            let at = self.state.view.canvas_from_screen(Point::new(x - rect.left(), y - rect.top()));
            self.dispatch.emit(Action::Insert { item, at: Place::At(at) });
        }
    }
}

fn dismissal(notice: &Notice, dispatch: &Dispatch) -> Timeout {
    let stays = if notice.kind == NoticeKind::Problem { PROBLEM_MS } else { INFO_MS };
    let dispatch = dispatch.clone();
    Timeout::new(stays, move || dispatch.emit(Action::DismissNotice))
}
