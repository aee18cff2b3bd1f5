//! Bringing parts in line: by command, and by what catches them while they are moved.

use availability_planner::editor::{Action, Gesture, Hit};
use availability_planner::geometry::{Point, Vector};
use availability_planner::plan::Component;
use availability_planner::plan::build::PlanBuilder;

use crate::bench::{Bench, down, node};

#[test]
fn parts_are_aligned_as_one_step() {
    for (command, side) in
        [("align-left", "left"), ("align-right", "right"), ("align-top", "top"), ("align-bottom", "bottom")]
    {
        let mut bench = Bench::sample();
        bench.act(Action::Select(vec![node("edge"), node("se")]));
        bench.command(command);
        let [edge, se] = ["edge", "se"].map(|id| bench.rect(&node(id)));
        let gap = match side {
            "left" => edge.origin.x - se.origin.x,
            "right" => edge.far_corner().x - se.far_corner().x,
            "top" => edge.origin.y - se.origin.y,
            _ => edge.far_corner().y - se.far_corner().y,
        };
        assert!(gap.abs() < 1e-9, "{command}: {gap}");
        assert_eq!(bench.state.history.past().len(), 1, "{command}");
    }
}

#[test]
fn parts_of_a_selected_pool_are_no_parts_of_their_own() {
    let mut bench = Bench::sample();
    bench.act(Action::Select(vec![node("pool"), node("pool-front-ends"), node("edge")]));
    let within =
        |bench: &Bench| bench.rect(&node("pool-front-ends")).origin - bench.rect(&node("pool")).origin;
    let before = within(&bench);
    bench.command("align-top");
    assert_eq!(within(&bench), before);
    assert!((bench.rect(&node("pool")).origin.y - bench.rect(&node("edge")).origin.y).abs() < 1e-9);
}

#[test]
fn three_are_distributed_and_two_are_not() {
    let mut bench = Bench::sample();
    bench.act(Action::Select(vec![node("edge"), node("se")]));
    let command = availability_planner::editor::commands::by_id("distribute-across").unwrap();
    assert!(!(command.enabled)(&bench.state));
    bench.act(Action::Select(vec![node("edge"), node("se"), node("users")]));
    bench.command("distribute-across");
    let mut rects = ["edge", "se", "users"].map(|id| bench.rect(&node(id)));
    rects.sort_by(|a, b| a.origin.x.total_cmp(&b.origin.x));
    let gap = |a: usize, b: usize| rects[b].origin.x - rects[a].far_corner().x;
    assert!((gap(0, 1) - gap(1, 2)).abs() < 1e-9);
}

#[test]
fn what_is_dragged_is_caught_by_what_it_comes_in_line_with_unless_ctrl_is_held() {
    let mut bench = Bench::sample();
    let (edge, se) = (bench.rect(&node("edge")), bench.rect(&node("se")));
    let zoom = bench.state.view.zoom;
    let from = bench.middle_of("edge");
    // Three pixels beside being in line with the other card.
    let way =
        Vector::new((se.origin.x - edge.origin.x) * zoom + 3.0, (se.origin.y - edge.origin.y + 160.0) * zoom);
    bench.press(down(from, Hit::Card(node("edge"))));
    bench.act(Action::PointerMove(from + way));
    let Some(Gesture::Move(drag)) = &bench.state.gesture else { panic!("{:?}", bench.state.gesture) };
    assert!((edge.origin.x + drag.by().x - se.origin.x).abs() < 1e-9, "{:?}", drag.by());
    assert!(!drag.guides(drag.by()).is_empty());
    bench.act(Action::MoveAs { free: true, copy: false });
    let Some(Gesture::Move(drag)) = &bench.state.gesture else { panic!("{:?}", bench.state.gesture) };
    assert!((edge.origin.x + drag.by().x - se.origin.x).abs() > 1.0 && drag.guides(drag.by()).is_empty());
}

#[test]
fn a_click_on_the_corner_of_a_frame_leaves_no_trace_and_a_drag_makes_it_larger_by_whole_steps() {
    let mut bench = Bench::sample();
    let before = bench.rect(&node("pool"));
    let zoom = bench.state.view.zoom;
    // The corner is grasped a little inside of the frame.
    let at = bench.state.view.screen_from_canvas(before.far_corner()) + Vector::new(-5.0, -3.0);
    bench.press(down(at, Hit::Corner("pool".into())));
    bench.act(Action::PointerUp { at, on: Hit::Corner("pool".into()) });
    assert!(bench.state.history.past().is_empty());
    bench.press(down(at, Hit::Corner("pool".into())));
    bench.pull(at, at + Vector::new(33.0 * zoom, 17.0 * zoom), Hit::Canvas);
    let after = bench.rect(&node("pool"));
    let grown = (after.size.width - before.size.width, after.size.height - before.size.height);
    assert!((grown.0 - 32.0).abs() < 1e-9 && (grown.1 - 16.0).abs() < 1e-9, "{grown:?}");
    bench.act(Action::Select(vec![node("pool")]));
    bench.command("fit-frame");
    assert_eq!(bench.rect(&node("pool")), before);
}

#[test]
fn what_is_dropped_into_the_area_of_another_site_joins_that_site_a_pool_with_all_its_parts() {
    let at = |x: f64, y: f64| move |part: &mut Component| part.position = Point::new(x, y);
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).back_ends(1))
        .standard_edition("alone")
        .with("alone", at(1400.0, 80.0))
        .site_called("south")
        .standard_edition("there")
        .with("there", at(400.0, 2000.0))
        .standard_edition("there-too")
        .with("there-too", at(1400.0, 2900.0))
        .at_site("south", &["there", "there-too"]);
    let mut bench = Bench::new(plan.document());
    let sites = |bench: &Bench, ids: &[&str]| -> Vec<String> {
        let of = |id: &&str| bench.scenario().component(&(*id).into()).map(|part| part.site.to_string());
        ids.iter().filter_map(of).collect()
    };
    bench.drag("alone", 0.0, 2300.0);
    assert_eq!(sites(&bench, &["alone"]), ["south"]);
    assert_eq!(bench.state.history.past().len(), 1);
    let frame = bench.rect(&node("pool"));
    let from = bench.state.view.screen_from_canvas(frame.origin);
    let zoom = bench.state.view.zoom;
    bench.press(down(from, Hit::Frame("pool".into())));
    bench.pull(from, from + Vector::new(400.0 * zoom, 2300.0 * zoom), Hit::Canvas);
    assert_eq!(bench.scenario().pools[0].site.as_str(), "south");
    assert_eq!(sites(&bench, &["pool-front-ends", "pool-back-end"]), ["south", "south"]);
}
