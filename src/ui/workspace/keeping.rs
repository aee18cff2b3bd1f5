//! What follows from what happens to plans as a whole: opened, saved, gone back to, changed elsewhere.

use std::rc::Rc;

use yew::prelude::*;

use super::{Focus, Workspace};
use crate::catalog::Catalog;
use crate::editor::{Action, State};
use crate::exchange::file;
use crate::exchange::storage::{self, Diverted, SaveState};
use crate::ui::asking::{Question, ask};
use crate::ui::markup::html;
use crate::ui::message::{Dialog, Message};
use crate::ui::plans::{self, Change, Choice, Input};
use crate::ui::start::{Opened, empty_plan};
use crate::ui::top_bar::{Offer, Problem};
use crate::ui::{dialog, files, versions};

impl Workspace {
    /// Takes what happened to plans as a whole.
    pub(super) fn keep(&mut self, message: Message) {
        match message {
            // What is presented stays as it is.
            Message::Files(_) | Message::Hover(_) | Message::Theirs(_) if self.state.presenting.is_some() => {
            }
            Message::Saved => self.saved(),
            Message::Dialog(dialog) => self.show_dialog(dialog),
            Message::Close => self.close(),
            Message::Plans(input) => self.at_plans(input),
            Message::Open(choice) => self.choose(choice),
            Message::Files(chosen) => {
                self.close();
                files::open(&chosen, &self.store, &self.dispatch);
            }
            Message::Hover(hovers) => self.hovers = hovers,
            Message::Versions(list) => self.versions.list(list),
            Message::Restore(number) => {
                versions::restore(&self.store, &self.state.key, number, &self.dispatch);
            }
            Message::Replace(label, document) => {
                self.close();
                self.act(&Action::Replace { label: label.to_string(), document });
            }
            Message::Heard(key, revision) => self.keeper.heard(&key, revision),
            Message::Theirs(theirs) => {
                let (head, document) = &*theirs;
                if head.key == self.state.key && self.keeper.follow(head, document) {
                    let label = "Changes from another tab".to_string();
                    self.act(&Action::Replace { label, document: Rc::clone(document) });
                    self.hint = Some("This plan was changed in another tab; this is how it is now.".into());
                }
            }
            Message::Diverted(diverted) => self.divert(&diverted.0, &diverted.1),
            _ => {}
        }
    }

    fn saved(&mut self) {
        let saved = self.keeper.state();
        let failed = |state: &SaveState| matches!(state, SaveState::Failed(_));
        if failed(&self.saved) != failed(&saved) {
            self.problem = match &saved {
                SaveState::Failed(why) => {
                    Some(Problem { text: why.to_string().into(), offer: Some(Offer::SaveFile) })
                }
                _ => self.problem.take().filter(|problem| problem.offer != Some(Offer::SaveFile)),
            };
        }
        if matches!((&self.dialog, &saved), (Some(Dialog::Versions), SaveState::Saved(_))) {
            versions::read(&self.store, &self.state.key, &self.dispatch);
        }
        self.saved = saved;
    }

    pub(super) fn show_dialog(&mut self, dialog: Dialog) {
        self.dialog = Some(dialog);
        match dialog {
            Dialog::Plans => {
                self.plans = plans::Plans::default();
                plans::list(&self.store, &self.dispatch);
            }
            Dialog::Chooser => {}
            Dialog::Versions => {
                self.versions = versions::Versions::default();
                versions::read(&self.store, &self.state.key, &self.dispatch);
            }
        }
    }

    pub(super) fn close(&mut self) {
        dialog::hide(&self.over);
        self.dialog = None;
    }

    fn at_plans(&mut self, input: Input) {
        match &input {
            Input::List(kept) => plans::check(&self.store, kept, &self.dispatch),
            Input::Change(key, change) => self.change_plan(key, change),
            Input::Naming(Some(_)) => self.focus = Some(Focus::Row),
            _ => {}
        }
        self.plans.take(input);
    }

    fn change_plan(&self, key: &Rc<str>, change: &Change) {
        if *change == Change::Duplicate && **key == *self.state.key {
            // What is on the screen is copied, saved or not.
            self.keeper.flush();
        }
        plans::change(&self.store, key, change.clone(), &self.dispatch);
    }

    fn choose(&mut self, choice: Choice) {
        let opened = match choice {
            Choice::Empty => Opened::new(empty_plan()).into(),
            Choice::Read(opened) => opened,
            Choice::Template(template) => return files::open_template(template, &self.dispatch),
            Choice::Kept(key) if *key == *self.state.key => {
                self.close();
                return;
            }
            Choice::Kept(key) => {
                let left = self.keeper.left();
                let Some((key, document)) = left.iter().find(|(left, _)| **left == *key) else {
                    self.load(key);
                    return;
                };
                Opened::under(key.clone(), Rc::clone(document)).into()
            }
        };
        self.close();
        self.problem = None;
        // What was asked and typed was about the plan before.
        self.ask_nothing();
        self.keeper.open(&opened);
        self.act(&Action::Open { key: opened.key.clone(), document: Rc::clone(&opened.document) });
    }

    fn load(&self, key: Rc<str>) {
        let saying = |found| {
            Some(match storage::opened(found, &Catalog::bundled()) {
                Ok((head, document)) => Message::Open(Choice::Read(Opened::kept(head, document).into())),
                Err(why) => Message::Tell(Some(format!("The plan cannot be opened. {why}").into())),
            })
        };
        ask(&self.store, Question::Plan(key), &self.dispatch, Box::new(saying));
    }

    /// What is on the screen goes on as a plan of its own beside the one that another tab has changed.
    fn divert(&mut self, diverted: &Diverted, name: &str) {
        let text = format!(
            "The plan was changed in another tab at the same time. Your changes are kept as a plan of their own, “{name}”; the other tab’s plan is untouched."
        );
        let offer = Some(Offer::ShowTheirs(diverted.from.as_str().into()));
        self.problem = Some(Problem { text: text.into(), offer });
        if diverted.is_open {
            self.act(&Action::Divert { key: diverted.to.clone(), name: name.into() });
        }
    }

    pub(super) fn save_file(&mut self) {
        match file::write(&self.state.document) {
            Ok(text) => files::write(&file::file_name(&self.state.document.name), &text),
            Err(error) => self.problem = Some(error.to_string().into()),
        }
    }

    /// Lets the edit that led away from `before` be saved.
    pub(super) fn keep_edit(&self, before: &State) {
        if !Rc::ptr_eq(&before.document, &self.state.document) {
            let label = self.state.history.last_label(&before.history);
            self.keeper.edit(&self.state.document, &label);
        }
    }

    /// The dialog that is open, if one is, and what shows that files can be dropped.
    pub(super) fn view_over(&self) -> Html {
        let dispatch = &self.dispatch;
        let left = self.keeper.left();
        let around =
            plans::Surroundings { key_open: &self.state.key, left: &left, element: &self.over, dispatch };
        let why = match &self.saved {
            SaveState::Failed(why) => Some(why.to_string()),
            _ => None,
        };
        html! {
            <>
                {
                    match self.dialog {
                        None => Html::default(),
                        Some(Dialog::Plans) => self.plans.view(&around),
                        Some(Dialog::Chooser) => self.chooser.view(&self.over, dispatch),
                        Some(Dialog::Versions) => self.versions.view(&self.over, dispatch, why),
                    }
                }
                if self.hovers {
                    <div class="drop" data-drop="true"><p>{ "Drop the file to open its plan" }</p></div>
                }
            </>
        }
    }

    /// Shows the dialog once it is on the page.
    pub(super) fn show_over(&self) {
        if self.dialog.is_some() {
            dialog::show(&self.over, self.chooser.place().filter(|_| self.dialog == Some(Dialog::Chooser)));
        }
    }
}
