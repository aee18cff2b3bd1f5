//! What follows from what happens.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Element;

use super::{Focus, WHEEL, Workspace};
use crate::analysis::Options;
use crate::compute::{Done, Errand, Ordering, Outcome, Progress, Reply, Simulate};
use crate::editor::field::Field;
use crate::editor::{Action, Notice, NoticeKind, Place, State};
use crate::exchange::file;
use crate::geometry::Point;
use crate::panel::Order;
use crate::plan::Item;
use crate::ui::computed::Computed;
use crate::ui::errands::Word;
use crate::ui::kept::keep;
use crate::ui::message::{Dispatch, Message};
use crate::ui::object::{call, of_window};
use crate::ui::palette;
use crate::ui::results;
use crate::ui::shared::Shared;
use crate::ui::told::Told;
use crate::ui::typing::Keying;

/// How long a notice stays: longer where something went wrong.
const INFO_MS: u32 = 5_000;
const PROBLEM_MS: u32 = 10_000;
/// The canvas while what stands on it glides to its new place, and for how long.
const GLIDES: &str = "data-glides";
const GLIDE_MS: u32 = 200;

impl Workspace {
    /// Takes what happened; says whether it is to be seen.
    pub fn update(&mut self, message: Message) -> bool {
        // What is due is sent once the page is drawn.
        self.take(message) || !self.due.is_empty()
    }

    fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Start(_) => return false,
            Message::Act(action) => return self.act(&action),
            Message::Compute(question) => return self.compute(question),
            Message::SendOut => return self.send_unsent(),
            Message::Worker(word) => {
                self.hear(word);
                self.go_on();
            }
            Message::Order(order) => self.order(order),
            Message::Explain(figure) => self.explain(figure),
            Message::Trace(step) => self.trace(&step),
            Message::Fold(id) => self.asked().folds.turn(id),
            Message::Key(field, keying, text) => self.key(&field, keying, text),
            Message::Tell(problem) => {
                // It is to be seen, and a dialog lies over everything.
                if problem.is_some() {
                    self.close();
                }
                self.problem = problem.map(Into::into);
            }
            Message::Paint(theme) => {
                theme.choose();
                self.theme = theme;
            }
            Message::Results(input) => return self.at_results(input),
            Message::Palette(input) => self.at_palette(input),
            Message::Task(task) => self.task(task),
            Message::Choose(choosing, place) => self.choose_from(choosing, Some(place)),
            Message::Chooser(input) => self.at_chooser(input),
            Message::Paste(plan) => self.paste(&plan),
            Message::Space(held) => return std::mem::replace(&mut self.space, held) != held,
            other => self.keep(other),
        }
        true
    }

    fn key(&mut self, field: &Field, keying: Keying, text: String) {
        let Some(entry) = self.state.entry(&self.catalog, field) else { return };
        if let Some(action) = self.asked().typing.take(field, &entry, keying, text) {
            self.dispatch.emit(action);
        }
    }

    pub(super) fn act(&mut self, action: &Action) -> bool {
        let next = Shared(self.state.reduce(&self.catalog, action));
        if next == self.state {
            return false;
        }
        let before = std::mem::replace(&mut self.state, next);
        self.follow(&before);
        if matches!(action, Action::Replace { .. } | Action::Arrange(_) | Action::Undo | Action::Redo) {
            self.glide();
        }
        true
    }

    /// Lets what stands elsewhere than before glide there.
    fn glide(&mut self) {
        let Some(canvas) = self.canvas.cast::<Element>().filter(|_| self.drawing.is_rearranged()) else {
            return;
        };
        // Any element can be marked.
        let _ = canvas.set_attribute(GLIDES, "");
        self.gliding = Some(Timeout::new(GLIDE_MS, move || drop(canvas.remove_attribute(GLIDES))));
    }

    /// Does what a new state asks for.
    fn follow(&mut self, before: &State) {
        // Another selection is another subject.
        if before.selection != self.state.selection {
            self.ask_nothing();
        }
        let state = &self.state;
        if before.key != state.key || !state.history.past().is_empty() {
            self.hint = None;
        }
        if before.notice != state.notice {
            self.dismissal = state.notice.as_ref().map(|notice| dismissal(notice, &self.dispatch));
        }
        if before.renaming != state.renaming {
            self.focus = state.renaming.is_some().then_some(Focus::Name);
        }
        let zooms = state.preferences.wheel_zooms;
        if zooms != before.preferences.wheel_zooms {
            keep(WHEEL, zooms.then_some("zooms"));
        }
        self.keep_edit(before);
        if before.presenting.is_some() && self.state.presenting.is_none() {
            // What another tab has saved meanwhile can be followed now.
            self.keeper.catch_up();
        }
        let state = &self.state;
        self.listening.follow(state.clone(), self.palette.is_held());
        if !Rc::ptr_eq(before.scenario(), state.scenario()) {
            self.ask();
        } else if before.killed != state.killed {
            self.send_out();
        }
        self.draw();
    }

    /// Asks for the figures of the scenario once what caused the question is on the screen.
    pub(super) fn ask(&mut self) {
        let question = self.desk.ask(self.state.scenario(), &self.catalog, Options::default());
        self.computed.stale = true;
        self.told.stale = true;
        self.unsent = false;
        self.errands.overtake();
        self.results.take(results::Input::Tip(None));
        self.results.give_up();
        self.due.push(Message::Compute(question));
    }

    /// Works on a question for a turn, and takes the answer once it is there.
    fn compute(&mut self, question: u64) -> bool {
        match self.desk.go_on(question) {
            Progress::Overtaken => false,
            Progress::GoesOn => {
                self.dispatch.later(Message::Compute(question));
                false
            }
            Progress::Done(result) => {
                self.computed = Computed::of(result);
                self.draw();
                // The figures come first; writing the plan down for the worker takes its time.
                self.unsent = true;
                self.due.push(Message::SendOut);
                true
            }
        }
    }

    /// Asks the worker for what the page does not work out itself.
    pub(super) fn send_out(&mut self) {
        self.unsent = false;
        self.send(None);
        self.told.stale = true;
    }

    /// Asks for what goes with new figures, unless that was done for another reason since, or they are old already. Nothing of it is
    /// to be seen: that the worker has not told yet is known since the change.
    fn send_unsent(&mut self) -> bool {
        if self.unsent {
            self.send_out();
        }
        false
    }

    /// Asks for what is open of single years, while the worker has nothing else to do.
    fn go_on(&mut self) {
        if self.errands.is_idle()
            && let Some(simulate) = self.results.simulate(&self.state.key)
        {
            self.send(Some(simulate));
        }
    }

    fn send(&mut self, simulate: Option<Simulate>) {
        let state = &self.state;
        // A plan that is open can be written.
        let Ok(plan) = file::write(&state.document) else { return };
        let (scenario, down) = (state.scenario_id.clone(), state.killed.clone());
        let order = self.ordering.as_ref().and_then(|asked| asked.wanted(&state.document));
        let (charts, panels) = (self.results.charts(), self.results.panels());
        self.errands.ask(Errand { sequence: 0, plan, scenario, down, charts, panels, order, simulate });
    }

    fn hear(&mut self, word: Word) {
        match self.errands.take(word) {
            Ok(None) => {}
            Ok(Some(mut reply)) => {
                let outcome = self.outcome(&mut reply);
                if let Some(years) = reply.years.take() {
                    self.results.heard(years.goes_on);
                    self.told.years = Some(Shared::new(years));
                    return;
                }
                if self.errands.is_latest(&reply) {
                    let years = self.told.years.take();
                    self.told = Told { reply: Some(Shared::new(reply)), years, problem: None, stale: false };
                    self.draw();
                }
                self.finish(outcome);
            }
            Err(problem) => {
                self.orders.clear();
                if self.ordering.take().is_some() {
                    self.act(&Action::Say(Notice::problem(&problem)));
                }
                self.results.give_up();
                self.told.problem = Some(problem.into());
                self.told.stale = false;
            }
        }
    }

    /// Asks for a change that a finding or a panel offers.
    pub(super) fn order(&mut self, order: Order) {
        if self.ordering.is_some() {
            // It is for the plan as the one before leaves it.
            self.orders.push(order);
            return;
        }
        self.ordering = Some(Ordering::new(order, &self.state.document, self.errands.next()));
        self.send_out();
    }

    fn outcome(&self, reply: &mut Reply) -> Option<Outcome> {
        let reply_to = (reply.done.take(), reply.parcel.take(), reply.refused.take());
        self.ordering.as_ref()?.outcome(reply.sequence, reply_to, &self.state.document)
    }

    /// Goes on with the plan in which an order was carried out, as one step, and says what was done or why nothing was.
    fn finish(&mut self, outcome: Option<Outcome>) {
        let Some(outcome) = outcome else { return };
        self.ordering = None;
        if self.state.presenting.is_some() {
            self.orders.clear();
            return;
        }
        let notice = match outcome {
            Outcome::Parcel(parcel) => {
                // It is told there what became of it.
                let _ = of_window("window").and_then(|page| call(&page, "handOver", &[parcel.into()]));
                None
            }
            Outcome::Done(Done { label, plan }) => Some(match file::read(&plan, &self.catalog) {
                Ok(document) => {
                    let notice = Notice::info(format!("Done: {label}. Undo takes it back."));
                    self.act(&Action::Replace { label, document: Rc::new(document) });
                    notice
                }
                Err(error) => Notice::problem(&error),
            }),
            Outcome::Overtaken => {
                self.orders.clear();
                Some(Notice::problem(
                    &"The plan changed before this was ready, so it was dropped. Ask for it again if it is still wanted",
                ))
            }
            Outcome::Refused(problem) => Some(Notice::problem(&problem)),
        };
        if let Some(notice) = notice {
            self.act(&Action::Say(notice));
        }
        if !self.orders.is_empty() {
            let next = self.orders.remove(0);
            self.order(next);
        }
    }

    fn at_results(&mut self, input: results::Input) -> bool {
        let shown = |results: &results::Results| (results.charts(), results.panels());
        let before = shown(&self.results);
        let is_other = self.results.take(input);
        if shown(&self.results) != before && !self.computed.stale {
            self.send_out();
        }
        self.go_on();
        is_other
    }

    fn draw(&mut self) {
        let told = self.told.reply.as_ref();
        self.drawing.follow(&self.state, &self.catalog, self.computed.analysis.as_ref(), told);
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
