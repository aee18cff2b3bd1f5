//! Bringing parts in line: by command, and by what catches them while they are moved.

use availability_planner::editor::{Action, Gesture, Hit};
use availability_planner::geometry::Vector;

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
    assert!(!drag.guides().is_empty());
    bench.act(Action::MoveAs { free: true, copy: false });
    let Some(Gesture::Move(drag)) = &bench.state.gesture else { panic!("{:?}", bench.state.gesture) };
    assert!((edge.origin.x + drag.by().x - se.origin.x).abs() > 1.0 && drag.guides().is_empty());
}
