//! Whatever is done in whatever order, the invariants hold and every step can be taken back.

use std::rc::Rc;

use availability_planner::analysis::Casualty;
use availability_planner::editor::commands::{Asked, COMMANDS};
use availability_planner::editor::scene::LinkPath;
use availability_planner::editor::{Action, Blow, Button, Hit, Place, Pointer, Target};
use availability_planner::geometry::{Point, Screen, Size, Vector};
use availability_planner::plan::{Edit, Item, LinkId, NodeId};
use proptest::prelude::*;

use crate::bench::Bench;

/// Something done; numbers choose among what there is at that moment.
#[derive(Debug, Clone)]
enum Deed {
    Insert(usize, Option<(f64, f64)>),
    Pull { on: usize, hit: usize, held: usize, way: (f64, f64), end: usize },
    Press(usize),
    Select(usize, usize),
    Servers(usize, usize),
    Strike { on: usize, what: usize, blow: usize },
    Rename(usize, String),
    Wheel(f64, f64, bool),
    Nudge(f64, f64),
    Window(f64, f64),
    Plain(usize),
    Command(usize),
    Connect(usize, usize),
    Paste(usize),
    Pinch((f64, f64), (f64, f64)),
}

const ITEMS: [&str; 9] = [
    "standard-edition",
    "front-end",
    "back-end",
    "file-share",
    "edge",
    "reverse-proxy",
    "load-balancer",
    "chat-server",
    "chat-database",
];

fn deed() -> impl Strategy<Value = Deed> {
    let place = (-600.0..1400.0, -400.0..900.0);
    let corner = (0.0..900.0, 0.0..700.0);
    let name = proptest::string::string_regex("[ a-zé]{0,12}").unwrap();
    prop_oneof![
        4 => (0..11_usize, proptest::option::of(place.clone())).prop_map(|(item, at)| Deed::Insert(item, at)),
        8 => (0..99_usize, 0..5_usize, 0..7_usize, place, 0..4_usize)
            .prop_map(|(on, hit, held, way, end)| Deed::Pull { on, hit, held, way, end }),
        1 => (0..99_usize).prop_map(Deed::Press),
        2 => (0..99_usize, 0..99_usize).prop_map(|(a, b)| Deed::Select(a, b)),
        2 => (0..99_usize, 0..120_usize).prop_map(|(on, count)| Deed::Servers(on, count)),
        4 => (0..99_usize, 0..4_usize, 0..3_usize).prop_map(|(on, what, blow)| Deed::Strike { on, what, blow }),
        1 => (0..99_usize, name).prop_map(|(on, name)| Deed::Rename(on, name)),
        1 => (-500.0..500.0, -500.0..500.0, any::<bool>()).prop_map(|(x, y, zoom)| Deed::Wheel(x, y, zoom)),
        2 => (-40.0..40.0, -40.0..40.0).prop_map(|(x, y)| Deed::Nudge(x, y)),
        1 => (0.0..2000.0, 0.0..2000.0).prop_map(|(width, height)| Deed::Window(width, height)),
        6 => (0..13_usize).prop_map(Deed::Plain),
        6 => (0..99_usize).prop_map(Deed::Command),
        2 => (0..99_usize, 0..99_usize).prop_map(|(a, b)| Deed::Connect(a, b)),
        1 => (0..99_usize).prop_map(Deed::Paste),
        1 => (corner.clone(), corner).prop_map(|(from, to)| Deed::Pinch(from, to)),
    ]
}

fn targets(bench: &Bench) -> Vec<Target> {
    let scene = bench.state.scene(&bench.catalog);
    let cards = scene.cards.iter().map(|card| card.target.clone());
    let frames = scene.frames.iter().map(|frame| Target::Node(frame.pool.clone()));
    cards.chain(frames).chain(scene.links.iter().filter_map(LinkPath::target)).collect()
}

fn chosen(bench: &Bench, number: usize) -> Target {
    let targets = targets(bench);
    let missing = || Target::Link(LinkId::from("nowhere"));
    targets.get(number % targets.len().max(1)).cloned().unwrap_or_else(missing)
}

fn hit(target: &Target, number: usize) -> Hit {
    match (target, number) {
        (_, 0) => Hit::Canvas,
        (Target::Link(link), _) => Hit::Link(link.clone()),
        (Target::Node(node) | Target::RemoteUsers(node), 1) => Hit::Port(node.clone()),
        (Target::Node(node), 2) => Hit::Frame(node.clone()),
        (target, _) => Hit::Card(target.clone()),
    }
}

fn middle(bench: &Bench, target: &Target) -> Point<Screen> {
    let at = if target.can_move() { bench.rect(target).center() } else { Point::new(400.0, 300.0) };
    bench.state.view.screen_from_canvas(at)
}

fn perform(bench: &mut Bench, deed: Deed) {
    match deed {
        Deed::Insert(item, at) => {
            let item = match item {
                9 => Item::Pool,
                10 => Item::Users,
                role => Item::Role(ITEMS[role].into()),
            };
            let at = at.map_or(Place::ViewCentre, |(x, y)| Place::At(Point::new(x, y)));
            bench.act(Action::Insert { item, at });
        }
        Deed::Pull { on, hit: kind, held, way, end } => {
            let target = chosen(bench, on);
            let from = middle(bench, &target);
            let button = match held {
                0 => Button::Middle,
                1 => Button::Secondary,
                _ => Button::Primary,
            };
            let (shift, ctrl, space, alt) = (held == 2, held == 3, held == 4, held == 6);
            let (on_it, touch) = (hit(&target, kind), way.0 > 0.0);
            bench.press(Pointer { at: from, on: on_it, button, shift, ctrl, alt, touch, space });
            let other = chosen(bench, on + kind + 1);
            let to = if end == 0 { middle(bench, &other) } else { from + Vector::new(way.0, way.1) };
            bench.act(Action::PointerMove(to));
            bench.act(Action::MoveAs { free: ctrl, copy: alt });
            match end {
                0 => bench.pull(from, to, hit(&other, 3)),
                1 => {
                    bench.act(Action::Cancel);
                }
                _ => bench.pull(from, to, Hit::Canvas),
            }
        }
        Deed::Press(on) => {
            let target = chosen(bench, on);
            let at = middle(bench, &target);
            bench.press(crate::bench::down(at, hit(&target, 3)));
        }
        Deed::Select(a, b) => {
            bench.act(Action::Select(vec![chosen(bench, a), chosen(bench, b)]));
        }
        Deed::Servers(on, count) => {
            let component = chosen(bench, on).node().cloned().unwrap_or_else(|| NodeId::from("nowhere"));
            let edits = vec![Edit::SetServerCount { component, count }];
            bench.act(Action::Edit { label: "Set servers".into(), edits });
        }
        Deed::Strike { on, what, blow } => {
            let what = casualty(bench, on, what);
            let blow = [Blow::Kill, Blow::Repair, Blow::Toggle][blow];
            bench.act(Action::Strike { what, blow });
        }
        Deed::Rename(on, name) => {
            bench.act(Action::Select(vec![chosen(bench, on)]));
            bench.act(Action::StartRename);
            bench.act(Action::FinishRename(Some(name.clone())));
            bench.act(Action::RenameDocument(name));
        }
        Deed::Wheel(x, y, zoom) => {
            let (at, delta) = (Point::new(x, y), Vector::new(x, y));
            bench.act(Action::Wheel { at, delta, zoom });
        }
        Deed::Nudge(x, y) => {
            bench.act(Action::Nudge(Vector::new(x, y)));
        }
        Deed::Window(width, height) => {
            bench.act(Action::Resize(Size::new(width, height)));
        }
        Deed::Plain(number) => {
            bench.act(plain(number));
        }
        Deed::Command(number) => {
            if let Some(command) = COMMANDS.get(number % COMMANDS.len())
                && command.can(&bench.state)
                && let Asked::Act(action) = (command.asked)(&bench.state)
            {
                bench.act(action);
            }
        }
        Deed::Connect(from, to) => {
            let node = |on| chosen(bench, on).node().cloned().unwrap_or_else(|| NodeId::from("nowhere"));
            let (from, to) = (node(from), node(to));
            bench.act(Action::Connect { from, to });
        }
        Deed::Paste(on) => {
            bench.act(Action::Select(vec![chosen(bench, on)]));
            if let Some((cut, _)) = bench.state.cut_out(&bench.catalog) {
                bench.act(Action::Paste(Rc::clone(&cut.scenarios[0])));
            }
        }
        Deed::Pinch(from, to) => {
            let fingers = |(x, y)| [Point::new(x, y), Point::new(y, x)];
            bench.act(Action::Pinch { from: fingers(from), to: fingers(to) });
        }
    }
}

/// A server, its component or pool, its computer or its site.
fn casualty(bench: &Bench, on: usize, what: usize) -> Casualty {
    let servers: Vec<_> = bench.scenario().servers().collect();
    let Some((component, server)) = servers.get(on % servers.len().max(1)) else {
        return Casualty::Node("nowhere".into());
    };
    match what {
        0 => Casualty::Server { component: component.id.clone(), server: server.id.clone() },
        1 => Casualty::Node(component.pool.clone().unwrap_or_else(|| component.id.clone())),
        2 => Casualty::Computer(server.computer.clone()),
        _ => Casualty::Site(component.site.clone()),
    }
}

fn plain(number: usize) -> Action {
    match number {
        0 => Action::SelectAll,
        1 => Action::ClearSelection,
        2 => Action::DeleteSelection,
        3 => Action::ZoomBy(1.25),
        4 => Action::ZoomTo100,
        5 => Action::Fit,
        6 => Action::StartRename,
        7 => Action::DismissNotice,
        8 => Action::Redo,
        9 => Action::StrikeSelection,
        10 => Action::RepairAll,
        _ => Action::Undo,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn invariants_hold_and_every_step_can_be_taken_back_and_made_again(
        deeds in proptest::collection::vec(deed(), 1..32),
    ) {
        let mut bench = Bench::sample();
        let start = Rc::clone(&bench.state.document);
        for deed in deeds {
            perform(&mut bench, deed);
        }
        bench.act(Action::Present(false));
        while bench.state.history.redo_label().is_some() {
            bench.act(Action::Redo);
        }
        let end = (Rc::clone(&bench.state.document), bench.state.killed.clone());
        while bench.state.history.undo_label().is_some() {
            bench.act(Action::Undo);
        }
        prop_assert_eq!(&bench.state.document, &start);
        prop_assert!(bench.state.killed.is_empty());
        while bench.state.history.redo_label().is_some() {
            bench.act(Action::Redo);
        }
        prop_assert_eq!((&bench.state.document, &bench.state.killed), (&end.0, &end.1));
    }

    #[test]
    fn nothing_changes_a_plan_while_it_is_presented(
        before in proptest::collection::vec(deed(), 0..8),
        deeds in proptest::collection::vec(deed(), 1..24),
    ) {
        let mut bench = Bench::sample();
        for deed in before {
            perform(&mut bench, deed);
        }
        let plan = Rc::clone(&bench.state.document);
        for deed in deeds {
            // Some of the commands leave the presentation.
            bench.act(Action::Present(true));
            perform(&mut bench, deed);
            prop_assert!(Rc::ptr_eq(&bench.state.document, &plan));
        }
    }
}
