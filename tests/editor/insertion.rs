//! Placing things from the palette: their links to the nearest neighbours, and their places.

use availability_planner::editor::{Action, Place, Target};
use availability_planner::geometry::Point;
use availability_planner::plan::LinkKind;

use crate::bench::Bench;

fn at(x: f64, y: f64) -> Place {
    Place::At(Point::new(x, y))
}

#[test]
fn a_pool_an_edge_server_group_chat_and_users_find_one_another() {
    let mut bench = Bench::empty();
    for item in ["pool", "edge", "chat-server", "users"] {
        bench.insert(item, Place::ViewCentre);
    }
    assert_eq!(bench.links(LinkKind::NextHop), ["edge-1 → pool-1"]);
    assert_eq!(bench.links(LinkKind::ChatHost), ["chat-server-1 → pool-1"]);
    assert_eq!(bench.links(LinkKind::ChatDatabase), ["chat-server-1 → chat-database-1"]);
    let users = bench.scenario().populations[0].clone();
    assert_eq!(users.home, Some("pool-1".into()));
    assert!(users.remote_share > 0.0, "there is a way in");
}

#[test]
fn what_came_first_is_linked_when_its_neighbour_comes() {
    let mut bench = Bench::empty();
    for item in ["users", "edge", "chat-database", "chat-server", "reverse-proxy", "standard-edition"] {
        bench.insert(item, Place::ViewCentre);
    }
    assert_eq!(bench.links(LinkKind::NextHop), ["edge-1 → standard-edition-1"]);
    assert_eq!(bench.links(LinkKind::Publishes), ["reverse-proxy-1 → standard-edition-1"]);
    assert_eq!(bench.links(LinkKind::ChatHost), ["chat-server-1 → standard-edition-1"]);
    assert_eq!(bench.links(LinkKind::ChatDatabase), ["chat-server-1 → chat-database-1"]);
    assert_eq!(bench.scenario().populations[0].home, Some("standard-edition-1".into()));
}

#[test]
fn the_nearest_home_is_chosen() {
    let mut bench = Bench::empty();
    bench.insert("standard-edition", at(500.0, 100.0));
    bench.insert("standard-edition", at(500.0, 2000.0));
    bench.insert("edge", at(160.0, 1900.0));
    bench.insert("users", at(500.0, 300.0));
    bench.insert("chat-server", at(900.0, 2000.0));
    assert_eq!(bench.links(LinkKind::NextHop), ["edge-1 → standard-edition-2"]);
    assert_eq!(bench.links(LinkKind::ChatHost), ["chat-server-1 → standard-edition-2"]);
    assert_eq!(bench.scenario().populations[0].home, Some("standard-edition-1".into()));
}

#[test]
fn a_load_balancer_goes_before_edge_servers_where_every_pool_has_one() {
    let mut bench = Bench::empty();
    bench.insert("pool", Place::ViewCentre);
    let edge = bench.insert("edge", Place::ViewCentre);
    let balancer = bench.insert("load-balancer", Place::ViewCentre);
    assert_eq!(bench.links(LinkKind::Balances), ["load-balancer-2 → edge-1"]);
    let (before, array) = (bench.rect(&Target::Node(balancer)), bench.rect(&Target::Node(edge)));
    assert!(before.origin.x >= 0.0 && before.far_corner().x < array.origin.x);
}

#[test]
fn a_part_goes_into_the_pool_that_lacks_it() {
    let mut bench = Bench::empty();
    let pool = bench.insert("pool", Place::ViewCentre);
    let share = bench.scenario().parts_of(&pool).last().unwrap().id.clone();
    bench.act(Action::Select(vec![Target::Node(share)]));
    bench.act(Action::DeleteSelection);
    let share = bench.insert("file-share", Place::ViewCentre);
    assert_eq!(bench.scenario().component(&share).unwrap().pool, Some(pool));
}

#[test]
fn a_part_dropped_into_a_frame_joins_that_pool() {
    let mut bench = Bench::empty();
    let first = bench.insert("pool", at(600.0, 300.0));
    let second = bench.insert("pool", at(1200.0, 300.0));
    let front_ends = bench.scenario().parts_of(&second).nth(1).unwrap().id.clone();
    bench.act(Action::Select(vec![Target::Node(front_ends)]));
    bench.act(Action::DeleteSelection);
    let part = bench.insert("front-end", at(640.0, 300.0));
    assert_eq!(bench.scenario().component(&part).unwrap().pool, Some(first));
}

#[test]
fn the_middle_goes_where_it_is_dropped_and_keeps_to_the_grid() {
    let mut bench = Bench::empty();
    for item in ["standard-edition", "users", "pool", "load-balancer"] {
        let id = bench.insert(item, at(700.0, 301.0));
        let rect = bench.rect(&Target::Node(id));
        let off = rect.center() - Point::new(700.0, 301.0);
        assert!(off.x.abs() <= 4.0 && off.y.abs() <= 4.0, "{item}: {off:?}");
        assert_eq!(rect.origin, rect.origin.snapped(8.0), "{item}");
        bench.act(Action::Undo);
    }
}

#[test]
fn nothing_is_put_on_top_of_another_and_all_stands_in_its_zone() {
    let mut bench = Bench::empty();
    let items = ["pool", "edge", "standard-edition", "users", "chat-server", "reverse-proxy"];
    for item in items.iter().chain(&items).chain(&items) {
        bench.insert(item, Place::ViewCentre);
    }
    let scene = bench.state.scene(&bench.catalog);
    for (index, card) in scene.cards.iter().enumerate() {
        for other in scene.cards.iter().skip(index + 1) {
            assert!(!card.rect.meets(&other.rect), "{card:?} {other:?}");
        }
        let inside = matches!(card.icon.as_str(), "edge" | "proxy");
        let remote = matches!(card.target, Target::RemoteUsers(_));
        let (near, far) = (card.rect.origin.x, card.rect.far_corner().x);
        let band = if remote {
            far < 0.0
        } else if inside {
            near >= 0.0 && far < 320.0
        } else {
            near >= 320.0
        };
        assert!(band, "{card:?}");
    }
    for frame in &scene.frames {
        for card in scene.cards.iter().filter(|card| card.in_pool.as_ref() != Some(&frame.pool)) {
            assert!(!frame.rect.meets(&card.rect), "{} {card:?}", frame.name);
        }
    }
}

#[test]
fn where_there_is_no_room_it_says_so() {
    let mut bench = Bench::empty();
    bench.act(Action::Insert {
        item: availability_planner::plan::Item::Users,
        at: Place::At(Point::new(1e9, 0.0)),
    });
    assert!(bench.state.notice.is_some() && bench.scenario().populations.is_empty());
}
