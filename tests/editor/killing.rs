//! Killing and repairing servers: steps of history that leave the plan alone.

use std::rc::Rc;

use availability_planner::analysis::Casualty;
use availability_planner::editor::commands::{KeyPress, by_shortcut};
use availability_planner::editor::{Action, Blow, Hit, Place};
use availability_planner::geometry::Vector;
use availability_planner::plan::Edit;

use crate::bench::{Bench, down as press_at, node};

fn strike(what: Casualty, blow: Blow) -> Action {
    Action::Strike { what, blow }
}

fn server(component: &str, server: &str) -> Casualty {
    Casualty::Server { component: component.into(), server: server.into() }
}

fn front_end() -> Casualty {
    server("pool-front-ends", "pool-front-ends-2")
}

fn down(bench: &Bench) -> Vec<&str> {
    bench.state.killed.servers().iter().map(|(_, server)| server.as_str()).collect()
}

fn key(bench: &mut Bench, key: &str, shift: bool) -> bool {
    let press = KeyPress { key: key.into(), shift, ..KeyPress::default() };
    let command = by_shortcut(&press).unwrap();
    let enabled = (command.enabled)(&bench.state);
    if enabled {
        bench.command(command.id);
    }
    enabled
}

#[test]
fn killing_a_server_is_a_step_that_leaves_the_plan_alone() {
    let mut bench = Bench::sample();
    let plan = Rc::clone(&bench.state.document);
    bench.act(strike(front_end(), Blow::Toggle));
    assert_eq!(down(&bench), ["pool-front-ends-2"]);
    assert_eq!(bench.state.history.undo_label(), Some("Kill Front End 2"));
    bench.act(strike(front_end(), Blow::Toggle));
    assert_eq!(bench.state.history.undo_label(), Some("Repair Front End 2"));
    assert!(bench.state.killed.is_empty());
    bench.act(Action::Undo);
    assert_eq!(down(&bench), ["pool-front-ends-2"]);
    bench.act(Action::Undo);
    assert!(bench.state.killed.is_empty());
    bench.act(Action::Redo);
    assert_eq!(down(&bench), ["pool-front-ends-2"]);
    assert!(Rc::ptr_eq(&plan, &bench.state.document));
}

#[test]
fn what_is_down_already_cannot_be_killed_again() {
    let mut bench = Bench::sample();
    assert!(!bench.act(strike(front_end(), Blow::Repair)));
    assert!(bench.act(strike(front_end(), Blow::Kill)));
    assert!(!bench.act(strike(front_end(), Blow::Kill)));
    assert!(!bench.act(strike(server("nowhere", "none"), Blow::Toggle)));
    assert!(bench.act(Action::RepairAll));
    assert_eq!(bench.state.history.undo_label(), Some("Repair everything"));
    assert!(!bench.act(Action::RepairAll));
}

#[test]
fn components_computers_pools_and_sites_are_killed_as_one() {
    for (what, servers, label) in [
        (Casualty::Node("pool-front-ends".into()), 2, "Kill pool-front-ends"),
        (Casualty::Node("pool".into()), 7, "Kill pool"),
        (Casualty::Computer("edge-1-computer".into()), 1, "Kill computer edge-1-computer"),
        (Casualty::Site("headquarters".into()), 9, "Kill Headquarters"),
    ] {
        let mut bench = Bench::sample();
        bench.act(strike(what.clone(), Blow::Kill));
        assert_eq!(down(&bench).len(), servers, "{what:?}");
        assert_eq!(bench.state.history.undo_label(), Some(label));
        bench.act(strike(what, Blow::Toggle));
        assert!(bench.state.killed.is_empty());
    }
}

#[test]
fn a_key_kills_what_is_selected_and_repairs_it() {
    let mut bench = Bench::sample();
    assert!(!key(&mut bench, "k", false));
    bench.act(Action::Select(vec![node("edge"), node("se"), node("users")]));
    assert!(key(&mut bench, "k", false));
    assert_eq!(down(&bench), ["se-1", "edge-1"]);
    assert_eq!(bench.state.history.undo_label(), Some("Kill 2 parts"));
    // As long as any of it is up, the key kills.
    bench.act(strike(server("edge", "edge-1"), Blow::Repair));
    key(&mut bench, "k", false);
    assert_eq!(down(&bench), ["se-1", "edge-1"]);
    key(&mut bench, "k", false);
    assert!(bench.state.killed.is_empty());
    key(&mut bench, "k", false);
    assert!(key(&mut bench, "K", true));
    assert!(bench.state.killed.is_empty() && !key(&mut bench, "K", true));
}

#[test]
fn what_is_removed_is_down_no_longer_and_comes_back_dead() {
    let mut bench = Bench::sample();
    bench.act(strike(Casualty::Node("edge".into()), Blow::Kill));
    bench.act(strike(front_end(), Blow::Kill));
    bench.act(Action::Select(vec![node("edge")]));
    bench.act(Action::DeleteSelection);
    assert_eq!(down(&bench), ["pool-front-ends-2"]);
    bench.act(Action::Undo);
    assert_eq!(down(&bench), ["pool-front-ends-2", "edge-1"]);
}

#[test]
fn fewer_servers_take_the_dead_ones_along() {
    let mut bench = Bench::sample();
    bench.act(strike(front_end(), Blow::Kill));
    let edits = vec![Edit::SetServerCount { component: "pool-front-ends".into(), count: 1 }];
    bench.act(Action::Edit { label: "Remove a server".into(), edits });
    assert!(bench.state.killed.is_empty());
    bench.act(Action::Undo);
    assert_eq!(down(&bench), ["pool-front-ends-2"]);
}

#[test]
fn what_is_placed_at_a_site_that_is_down_is_down() {
    let mut bench = Bench::sample();
    bench.act(strike(Casualty::Site("headquarters".into()), Blow::Kill));
    let servers = down(&bench).len();
    bench.insert("standard-edition", Place::ViewCentre);
    assert_eq!(down(&bench).len(), servers + 1);
    bench.act(Action::RepairAll);
    assert!(bench.state.killed.is_empty() && bench.state.killed.sites().is_empty());
}

#[test]
fn another_plan_opens_with_everything_up() {
    let mut bench = Bench::sample();
    bench.act(strike(front_end(), Blow::Kill));
    let document = Rc::clone(&bench.state.document);
    bench.act(Action::Open { key: "other".into(), document });
    assert!(bench.state.killed.is_empty());
    bench.act(Action::Undo);
    assert!(bench.state.killed.is_empty());
}

#[test]
fn a_click_on_a_server_kills_it_and_a_drag_from_it_moves_its_card() {
    let mut bench = Bench::sample();
    let at = bench.middle_of("pool-front-ends");
    let server = || Hit::Server("pool-front-ends".into(), 1);
    bench.press(press_at(at, server()));
    assert!(down(&bench).is_empty(), "nothing is killed before the pointer is lifted");
    bench.act(Action::PointerUp { at, on: server() });
    assert_eq!(down(&bench), ["pool-front-ends-2"]);
    assert_eq!(bench.selected(), [node("pool-front-ends")]);
    bench.press(press_at(at, server()));
    bench.act(Action::PointerUp { at, on: server() });
    assert!(down(&bench).is_empty());

    let before = bench.rect(&node("pool-front-ends")).origin;
    bench.press(press_at(at, server()));
    bench.pull(at, at + Vector::new(80.0, 40.0), server());
    assert_ne!(bench.rect(&node("pool-front-ends")).origin, before);
    assert!(down(&bench).is_empty());

    // A place at which no server stands any more.
    bench.press(press_at(at, Hit::Server("pool-front-ends".into(), 9)));
    bench.act(Action::PointerUp { at, on: Hit::Canvas });
    assert!(down(&bench).is_empty());
}
