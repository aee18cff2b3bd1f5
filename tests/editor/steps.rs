//! Steps of history, and actions that are none.

use std::rc::Rc;

use availability_planner::editor::commands::Asked;
use availability_planner::editor::{Action, History, Target, commands};
use availability_planner::geometry::{Point, Vector};
use availability_planner::plan::Edit;

use crate::bench::{Bench, node};

fn grow(count: usize) -> Action {
    Action::Edit {
        label: "Set servers".into(),
        edits: vec![Edit::SetServerCount { component: "edge".into(), count }],
    }
}

#[test]
fn what_changes_nothing_returns_the_very_same_state() {
    let mut bench = Bench::sample();
    bench.act(Action::Fit);
    for action in [
        Action::PointerMove(Point::new(5.0, 5.0)),
        Action::Cancel,
        Action::ClearSelection,
        Action::DeleteSelection,
        Action::Nudge(Vector::new(8.0, 0.0)),
        Action::Select(vec![node("nowhere"), Target::RemoteUsers("se".into()), Target::Link("no".into())]),
        Action::StartRename,
        Action::FinishRename(Some("Name".into())),
        Action::RenameDocument("Plan".into()),
        Action::RenameDocument("  ".into()),
        Action::Fit,
        Action::DismissNotice,
        Action::Edit { label: "Nothing".into(), edits: Vec::new() },
        grow(1),
    ] {
        assert!(!bench.act(action.clone()), "{action:?}");
    }
}

#[test]
fn selection_and_view_do_not_end_what_can_be_made_again() {
    let mut bench = Bench::sample();
    bench.act(grow(3));
    bench.act(Action::Undo);
    for action in [Action::SelectAll, Action::ClearSelection, Action::ZoomBy(1.2), Action::Fit] {
        bench.act(action);
    }
    bench.act(Action::Redo);
    assert_eq!(bench.scenario().component(&"edge".into()).unwrap().servers.len(), 3);
    assert_eq!(bench.state.notice, None);
}

#[test]
fn undo_with_nothing_to_undo_says_so() {
    let mut bench = Bench::sample();
    assert!(bench.act(Action::Undo));
    assert_eq!(bench.state.notice.as_ref().unwrap().text, "There is nothing to undo.");
    assert!(!bench.act(Action::Undo));
}

#[test]
fn undo_keeps_the_selection_to_what_is_there() {
    let mut bench = Bench::sample();
    bench.act(Action::Select(vec![node("edge"), node("se")]));
    bench.act(Action::DeleteSelection);
    assert!(bench.selected().is_empty() && bench.scenario().links.is_empty());
    bench.act(Action::Undo);
    bench.act(Action::SelectAll);
    bench.act(Action::Redo);
    assert!(!bench.selected().contains(&node("edge")) && bench.selected().contains(&node("pool")));
}

#[test]
fn nudges_in_a_row_are_one_step_that_ends_with_anything_else() {
    let mut bench = Bench::sample();
    bench.act(Action::Select(vec![node("edge")]));
    let start = bench.rect(&node("edge")).origin;
    for _ in 0..5 {
        bench.act(Action::Nudge(Vector::new(8.0, 0.0)));
    }
    assert_eq!(bench.rect(&node("edge")).origin, start + Vector::new(40.0, 0.0));
    assert_eq!(bench.state.history.past().len(), 1);
    bench.act(Action::ClearSelection);
    bench.act(Action::Select(vec![node("edge")]));
    bench.act(Action::Nudge(Vector::new(8.0, 0.0)));
    assert_eq!(bench.state.history.past().len(), 2);
    bench.act(Action::Undo);
    bench.act(Action::Undo);
    assert_eq!(bench.rect(&node("edge")).origin, start);
}

#[test]
fn history_is_capped_and_the_latest_steps_are_kept() {
    let mut bench = Bench::sample();
    for step in 0..History::CAP + 10 {
        bench.act(Action::RenameDocument(format!("Plan {step}")));
    }
    assert_eq!(bench.state.history.past().len(), History::CAP);
    bench.act(Action::Undo);
    assert_eq!(bench.state.document.name, format!("Plan {}", History::CAP + 8));
}

#[test]
fn a_refused_edit_changes_nothing_and_says_why() {
    let mut bench = Bench::sample();
    let before = Rc::clone(&bench.state.document);
    bench.act(grow(0));
    assert!(Rc::ptr_eq(&before, &bench.state.document));
    assert!(bench.state.notice.as_ref().unwrap().text.contains("at least one server"));
}

#[test]
fn deleting_remote_users_brings_them_to_the_office() {
    let mut bench = Bench::sample();
    bench.act(Action::Select(vec![Target::RemoteUsers("users".into())]));
    bench.act(Action::DeleteSelection);
    assert!(bench.scenario().population(&"users".into()).unwrap().remote_share.abs() < 1e-12);
    bench.act(Action::SelectAll);
    bench.act(Action::DeleteSelection);
    assert!(bench.scenario().components.is_empty() && bench.scenario().populations.is_empty());
}

#[test]
fn a_name_is_typed_in_place() {
    let mut bench = Bench::sample();
    bench.act(Action::Select(vec![node("edge")]));
    bench.act(Action::StartRename);
    assert_eq!(bench.state.renaming, Some("edge".into()));
    bench.act(Action::FinishRename(Some(" Way in ".into())));
    assert_eq!(bench.scenario().component(&"edge".into()).unwrap().name, "Way in");
    bench.act(Action::StartRename);
    bench.act(Action::FinishRename(None));
    assert_eq!((bench.state.renaming.clone(), bench.state.history.past().len()), (None, 1));
}

#[test]
fn every_enabled_command_keeps_the_invariants() {
    let mut bench = Bench::sample();
    bench.act(Action::SelectAll);
    for command in commands::COMMANDS {
        if (command.enabled)(&bench.state)
            && let Asked::Act(action) = (command.asked)(&bench.state)
        {
            bench.act(action);
        }
    }
}

#[test]
fn opening_a_plan_starts_anew_and_shows_all_of_it() {
    let mut bench = Bench::sample();
    bench.act(grow(3));
    bench.act(Action::SelectAll);
    let document = Bench::empty().state.document.clone();
    bench.act(Action::Open { key: "other".into(), document });
    assert_eq!(bench.state.key, "other");
    assert!(bench.selected().is_empty() && bench.state.history.past().is_empty());
    assert!((bench.state.window.width - 1000.0).abs() < 1e-9);
}
