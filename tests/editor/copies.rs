//! Copies: duplicated, dragged away with Alt, cut out and put in again.

use std::rc::Rc;

use availability_planner::editor::{Action, Hit, NoticeKind, Pointer, Target};
use availability_planner::geometry::{Point, Vector};
use availability_planner::plan::build::PlanBuilder;

use crate::bench::{Bench, down, node};

#[test]
fn a_duplicate_is_one_step_and_is_selected() {
    let mut bench = Bench::sample();
    let before = bench.scenario().components.len();
    bench.act(Action::Select(vec![node("edge")]));
    bench.command("duplicate");
    assert_eq!(bench.scenario().components.len(), before + 1);
    let [Target::Node(copy)] = &*bench.selected() else { panic!("{:?}", bench.selected()) };
    assert_eq!(bench.scenario().node(copy).unwrap().name(), "edge 2");
    assert_eq!(bench.state.history.undo_label(), Some("Duplicate edge"));
    bench.act(Action::Undo);
    assert_eq!(bench.scenario().components.len(), before);
}

#[test]
fn with_alt_a_copy_is_dragged_away_and_the_original_stays() {
    let mut bench = Bench::sample();
    let (start, from) = (bench.rect(&node("edge")).origin, bench.middle_of("edge"));
    let to = from + Vector::new(0.0, 200.0 * bench.state.view.zoom);
    bench.press(Pointer { alt: true, ..down(from, Hit::Card(node("edge"))) });
    bench.pull(from, to, Hit::Canvas);
    assert_eq!(bench.rect(&node("edge")).origin, start);
    let copy = bench.selected().pop().unwrap();
    assert!((bench.rect(&copy).origin - start).length() > 150.0);
    assert_eq!(bench.state.history.past().len(), 1);
}

#[test]
fn alt_let_go_before_the_pointer_makes_a_move_of_the_copy() {
    let mut bench = Bench::sample();
    let (before, from) = (bench.scenario().components.len(), bench.middle_of("edge"));
    bench.press(Pointer { alt: true, ..down(from, Hit::Card(node("edge"))) });
    bench.act(Action::PointerMove(from + Vector::new(0.0, 100.0)));
    bench.act(Action::MoveAs { free: false, copy: false });
    bench.act(Action::PointerUp { at: from + Vector::new(0.0, 100.0), on: Hit::Canvas });
    assert_eq!(bench.scenario().components.len(), before);
    assert_eq!(bench.state.history.undo_label(), Some("Move"));
}

#[test]
fn what_is_cut_out_can_be_put_into_another_plan_and_again_beside_itself() {
    let mut from = Bench::sample();
    from.act(Action::Select(vec![node("pool"), node("users")]));
    let (cut, names) = from.state.cut_out(&from.catalog).unwrap();
    assert_eq!(names, "pool\nusers");
    let paste = Action::Paste(Rc::clone(&cut.scenarios[0]));
    let mut other = Bench::empty();
    other.act(paste.clone());
    assert_eq!((other.scenario().pools.len(), other.scenario().populations.len()), (1, 1));
    let home = other.scenario().populations[0].home.clone().unwrap();
    assert_eq!(home, other.scenario().pools[0].id);
    other.act(paste);
    let pools: Vec<_> =
        other.scenario().pools.iter().map(|pool| other.rect(&node(pool.id.as_str()))).collect();
    assert_eq!(pools.len(), 2);
    assert!((pools[0].origin - pools[1].origin).length() > 8.0, "one lies on the other");
    assert_eq!(other.state.history.undo_label(), Some("Paste 2 parts"));
}

#[test]
fn nothing_selected_is_nothing_to_copy() {
    let mut bench = Bench::sample();
    assert!(bench.state.cut_out(&bench.catalog).is_none());
    bench.act(Action::Duplicate);
    assert!(bench.state.history.past().is_empty());
}

#[test]
fn copies_for_which_there_is_no_room_are_refused_and_nothing_changes() {
    let mut bench = Bench::sample();
    bench.act(Action::SelectAll);
    let mut refused = false;
    for _ in 0..12 {
        let before = Rc::clone(&bench.state.document);
        bench.act(Action::Duplicate);
        refused = bench.state.notice.as_ref().is_some_and(|notice| notice.kind == NoticeKind::Problem);
        if refused {
            assert!(Rc::ptr_eq(&before, &bench.state.document));
            break;
        }
        bench.act(Action::SelectAll);
    }
    assert!(refused, "the plan has a limit");
}

#[test]
fn cut_removes_what_it_copies_and_says_so() {
    let remote = || Target::RemoteUsers("users".into());
    for (selected, said) in [(vec![remote()], "Cut users"), (vec![remote(), node("edge")], "Cut 2 parts")] {
        let mut bench = Bench::sample();
        bench.act(Action::Select(selected));
        let (cut, _) = bench.state.cut_out(&bench.catalog).unwrap();
        bench.act(Action::CutSelection);
        assert!(bench.scenario().populations.is_empty());
        assert_eq!(bench.state.history.undo_label(), Some(said));
        bench.act(Action::Paste(Rc::clone(&cut.scenarios[0])));
        assert_eq!(bench.scenario().populations.len(), 1);
    }
}

#[test]
fn a_copied_part_belongs_to_the_pool_in_whose_frame_it_comes_to_stand() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.balancers(2).front_ends(2).back_ends(2).file_share())
        .placed("loose", "front-end", 1)
        .with("loose", |part| part.position = Point::new(1200.0, 80.0));
    let document = plan.document();
    let pool_of_copy = |bench: &Bench| {
        let [Target::Node(copy)] = &*bench.selected() else { panic!("{:?}", bench.selected()) };
        assert_ne!(copy.as_str(), "loose");
        bench.scenario().component(copy).unwrap().pool.clone()
    };
    let into_the_frame = |bench: &Bench| bench.middle_of("pool-back-end") - bench.middle_of("loose");

    let mut pasted = Bench::new(document.clone());
    pasted.act(Action::Select(vec![node("pool-front-ends")]));
    let (cut, _) = pasted.state.cut_out(&pasted.catalog).unwrap();
    pasted.act(Action::Paste(Rc::clone(&cut.scenarios[0])));
    assert_eq!(pool_of_copy(&pasted), Some("pool".into()));
    assert_eq!(pasted.state.history.past().len(), 1);

    let mut dragged = Bench::new(document.clone());
    let (from, way) = (dragged.middle_of("loose"), into_the_frame(&dragged));
    dragged.press(Pointer { alt: true, ..down(from, Hit::Card(node("loose"))) });
    dragged.pull(from, from + way, Hit::Canvas);
    assert_eq!(pool_of_copy(&dragged), Some("pool".into()));

    let mut away = Bench::new(document);
    away.press(Pointer { alt: true, ..down(from, Hit::Card(node("loose"))) });
    away.pull(from, from + Vector::new(0.0, 120.0), Hit::Canvas);
    assert_eq!(pool_of_copy(&away), None);
}
