//! What the pointer does.

use std::rc::Rc;

use availability_planner::editor::{Action, Button, Gesture, Hit, NoticeKind, Place, Pointer, Target};
use availability_planner::geometry::{Point, Vector};
use availability_planner::plan::LinkKind;

use crate::bench::{Bench, down, node};

#[test]
fn a_press_selects_and_shift_adds_and_takes_away() {
    let mut bench = Bench::sample();
    let mut click = |id: &str, shift| {
        let at = bench.middle_of(id);
        bench.press(Pointer { shift, ..down(at, Hit::Card(node(id))) });
        bench.act(Action::PointerUp { at, on: Hit::Card(node(id)) });
        bench.selected()
    };
    assert_eq!(click("se", false), [node("se")]);
    assert_eq!(click("edge", true), [node("edge"), node("se")]);
    assert_eq!(click("se", true), [node("edge")]);
    assert_eq!(click("se", true), [node("edge"), node("se")]);
    assert_eq!(click("edge", false), [node("edge")]);
}

#[test]
fn a_small_stray_is_no_move() {
    let mut bench = Bench::sample();
    let before = Rc::clone(&bench.state.document);
    let at = bench.middle_of("se");
    bench.press(down(at, Hit::Card(node("se"))));
    bench.pull(at, at + Vector::new(2.0, 2.0), Hit::Card(node("se")));
    assert!(Rc::ptr_eq(&before, &bench.state.document));
}

#[test]
fn a_move_stays_out_of_the_document_until_the_pointer_is_lifted_and_is_one_step() {
    let mut bench = Bench::sample();
    let before = Rc::clone(&bench.state.document);
    let start = bench.rect(&node("edge")).origin;
    let from = bench.middle_of("edge");
    let zoom = bench.state.view.zoom;
    bench.press(down(from, Hit::Card(node("edge"))));
    for step in 1..=10 {
        bench.act(Action::PointerMove(from + Vector::new(f64::from(step) * 10.0 * zoom, 0.0)));
        assert!(Rc::ptr_eq(&before, &bench.state.document));
    }
    let (moved, by) = bench.state.drag_offset().unwrap();
    assert_eq!(moved, [node("edge")]);
    bench.act(Action::PointerUp { at: from + Vector::new(100.0 * zoom, 0.0), on: Hit::Canvas });
    assert_eq!(bench.state.history.past().len(), 1);
    let end = bench.rect(&node("edge")).origin;
    assert_eq!(end - start, by);
    assert_eq!(end, end.snapped(8.0));
    bench.act(Action::Undo);
    assert_eq!(bench.rect(&node("edge")).origin, start);
}

#[test]
fn a_move_leaves_the_grid_while_ctrl_is_held() {
    let mut bench = Bench::sample();
    let (start, from) = (bench.rect(&node("edge")).origin, bench.middle_of("edge"));
    let way = Vector::new(13.0, 11.0);
    let to = from + Vector::new(way.x * bench.state.view.zoom, way.y * bench.state.view.zoom);
    bench.press(down(from, Hit::Card(node("edge"))));
    bench.act(Action::PointerMove(to));
    assert_ne!(bench.state.drag_offset().unwrap().1, way);
    bench.act(Action::MoveAs { free: true, copy: false });
    bench.act(Action::PointerUp { at: to, on: Hit::Canvas });
    let moved = bench.rect(&node("edge")).origin - start;
    assert!((moved.x - way.x).abs() < 1e-6 && (moved.y - way.y).abs() < 1e-6, "{moved:?}");
}

#[test]
fn the_whole_selection_moves_with_what_is_pressed() {
    let mut bench = Bench::sample();
    let remote = Target::RemoteUsers("users".into());
    let all = vec![node("se"), node("edge"), remote.clone()];
    bench.act(Action::Select(all.clone()));
    let before: Vec<_> = all.iter().map(|target| bench.rect(target).origin).collect();
    bench.drag("se", 64.0, 32.0);
    let moved: Vec<_> =
        all.iter().zip(before).map(|(target, before)| bench.rect(target).origin - before).collect();
    assert!(moved.iter().all(|by| *by == moved[0] && by.length() > 60.0), "{moved:?}");
    assert_eq!(bench.selected().len(), 3);
    assert_eq!(bench.state.history.past().len(), 1);
}

#[test]
fn a_frame_moves_its_pool_with_all_parts() {
    let mut bench = Bench::sample();
    let before = bench.rect(&node("pool"));
    let at = bench.state.view.screen_from_canvas(before.origin);
    bench.press(down(at, Hit::Frame("pool".into())));
    bench.act(Action::PointerMove(at + Vector::new(200.0, 0.0)));
    let (moved, _) = bench.state.drag_offset().unwrap();
    assert_eq!(moved.len(), 5, "{moved:?}");
    bench.act(Action::PointerUp { at: at + Vector::new(200.0, 0.0), on: Hit::Canvas });
    let after = bench.rect(&node("pool"));
    assert!(after.origin.x > before.origin.x && after.size == before.size);
}

#[test]
fn escape_leaves_no_trace() {
    let table = [Hit::Card(node("se")), Hit::Frame("pool".into()), Hit::Port("edge".into()), Hit::Canvas];
    for on in table {
        let mut bench = Bench::sample();
        bench.act(Action::Select(vec![node("users")]));
        let before = Rc::clone(&bench.state);
        let at = Point::new(300.0, 300.0);
        bench.press(down(at, on.clone()));
        bench.act(Action::PointerMove(at + Vector::new(150.0, 150.0)));
        assert!(bench.state.gesture.is_some());
        bench.act(Action::Cancel);
        assert!(Rc::ptr_eq(&before.document, &bench.state.document), "{on:?}");
        assert_eq!(before.selection, bench.state.selection, "{on:?}");
        assert_eq!(before.view, bench.state.view, "{on:?}");
        assert_eq!(bench.state.history.past().len(), 0, "{on:?}");
    }
}

#[test]
fn the_marquee_selects_the_cards_it_meets() {
    let mut bench = Bench::sample();
    let rect = bench.rect(&node("edge")).grown(4.0);
    let view = bench.state.view;
    let (from, to) = (view.screen_from_canvas(rect.origin), view.screen_from_canvas(rect.center()));
    bench.press(down(from, Hit::Canvas));
    bench.pull(from, to, Hit::Canvas);
    assert!(bench.selected().contains(&node("edge")));
    let bounds = bench.state.scene(&bench.catalog).bounds.grown(8.0);
    let (from, to) = (view.screen_from_canvas(bounds.origin), view.screen_from_canvas(bounds.far_corner()));
    bench.press(down(from, Hit::Canvas));
    bench.pull(from, to, Hit::Canvas);
    let everything = bench.selected();
    bench.act(Action::SelectAll);
    assert_eq!(everything, bench.selected());
    assert_eq!(bench.state.history.past().len(), 0);
}

#[test]
fn space_and_the_middle_button_move_the_view() {
    for (button, space) in [(Button::Primary, true), (Button::Middle, false)] {
        let mut bench = Bench::sample();
        let before = bench.state.view;
        let at = bench.middle_of("se");
        bench.press(Pointer { button, space, ..down(at, Hit::Card(node("se"))) });
        bench.pull(at, at + Vector::new(40.0, -30.0), Hit::Canvas);
        let by = bench.state.view.offset;
        assert!((by.x - before.offset.x - 40.0).abs() < 1e-9 && (by.y - before.offset.y + 30.0).abs() < 1e-9);
        assert!(bench.selected().is_empty());
    }
}

#[test]
fn a_connection_links_homes_or_is_refused_with_the_reason() {
    let mut bench = Bench::sample();
    bench.connect("edge", "se");
    assert_eq!(bench.links(LinkKind::NextHop), ["edge → pool", "edge → se"]);
    bench.connect("users", "se");
    assert_eq!(bench.scenario().population(&"users".into()).unwrap().home, Some("se".into()));
    assert_eq!(bench.state.history.past().len(), 2);
    bench.connect("edge", "users");
    let notice = bench.state.notice.clone().unwrap();
    assert_eq!(notice.kind, NoticeKind::Problem);
    assert!(notice.text.starts_with("Users are homed, not linked"), "{}", notice.text);
    assert_eq!(bench.state.history.past().len(), 2);
    assert!(bench.act(Action::DismissNotice) && !bench.act(Action::DismissNotice));
}

#[test]
fn a_connection_may_be_drawn_from_either_end_and_to_a_part_of_a_pool() {
    let mut bench = Bench::sample();
    let chat = bench.insert("chat-server", Place::At(Point::new(1200.0, 400.0)));
    let link = bench.scenario().links.iter().find(|link| link.kind == LinkKind::ChatHost).unwrap().id.clone();
    bench.act(Action::Select(vec![Target::Link(link)]));
    bench.act(Action::DeleteSelection);
    bench.connect("pool-front-ends", chat.as_str());
    assert!(bench.state.notice.is_some());
    bench.connect(chat.as_str(), "pool-front-ends");
    assert_eq!(bench.links(LinkKind::ChatHost), [format!("{chat} → pool")]);
    bench.connect("se", chat.as_str());
    assert_eq!(bench.links(LinkKind::ChatHost), [format!("{chat} → pool"), format!("{chat} → se")]);
}

#[test]
fn a_connection_says_what_it_would_mean_before_it_is_made() {
    let mut bench = Bench::sample();
    let (from, to) = (bench.middle_of("edge"), bench.middle_of("se"));
    bench.press(down(from, Hit::Port("edge".into())));
    bench.act(Action::PointerMove(to));
    let Some(Gesture::Connect { over: Some((over, Ok(_))), .. }) = &bench.state.gesture else { panic!() };
    assert_eq!(over.as_str(), "se");
    bench.act(Action::PointerMove(bench.middle_of("users")));
    let Some(Gesture::Connect { over: Some((_, Err(_))), .. }) = &bench.state.gesture else { panic!() };
    bench.act(Action::PointerMove(from));
    assert!(matches!(&bench.state.gesture, Some(Gesture::Connect { over: None, .. })));
}

#[test]
fn a_part_dropped_into_another_pools_frame_joins_it() {
    let mut bench = Bench::empty();
    let first = bench.insert("pool", Place::ViewCentre);
    let second = bench.insert("pool", Place::ViewCentre);
    let part = bench.scenario().parts_of(&first).nth(1).unwrap().id.clone();
    let way =
        bench.rect(&Target::Node(second.clone())).center() - bench.rect(&Target::Node(part.clone())).center();
    bench.drag(part.as_str(), way.x, way.y);
    assert_eq!(bench.scenario().component(&part).unwrap().pool.as_ref(), Some(&second));
    assert_eq!(bench.state.history.past().len(), 3);
    bench.act(Action::Undo);
    assert_eq!(bench.scenario().component(&part).unwrap().pool.as_ref(), Some(&first));
}

#[test]
fn a_part_pulled_out_of_its_frame_stays_in_its_pool() {
    let mut bench = Bench::sample();
    bench.drag("pool-file-share", 900.0, 600.0);
    assert!(bench.scenario().component(&"pool-file-share".into()).unwrap().pool.is_some());
}
