//! A plan that is tidied up: nothing overlaps, nothing else changes, and the order of before is kept.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::editor::{Scene, Target};
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::geometry::{Canvas, Point, Rect};
use availability_planner::panel::Order;
use availability_planner::panel::order::carry_out;
use availability_planner::plan::{Item, Scenario, insert};

fn tidied(scenario: &Scenario, catalog: &Catalog) -> Result<Scenario, String> {
    let order = Order { name: "tidy/".into(), value: None };
    let (label, edits) = carry_out(scenario, catalog, &[], &order)?;
    assert_eq!(label, "Tidy up");
    Ok(scenario.edited(catalog, &edits).unwrap())
}

fn templates(catalog: &Catalog) -> Vec<(&'static str, Rc<Scenario>)> {
    let all = TEMPLATES.iter();
    all.map(|template| (template.id, Rc::clone(template.open(catalog).unwrap().scenarios.first().unwrap())))
        .collect()
}

/// Frames, and cards that stand in none.
fn wholes(scenario: &Scenario, catalog: &Catalog) -> Vec<(Target, Rect<Canvas>)> {
    let scene = Scene::of(scenario, catalog);
    let frames = scene.frames.iter().map(|frame| (Target::Node(frame.pool.clone()), frame.rect));
    let alone = scene.cards.iter().filter(|card| card.in_pool.is_none());
    frames.chain(alone.map(|card| (card.target.clone(), card.rect))).collect()
}

#[test]
fn nothing_overlaps_and_tidying_again_finds_everything_in_its_place() {
    let catalog = Catalog::bundled();
    for (name, scenario) in templates(&catalog) {
        let once = tidied(&scenario, &catalog).unwrap_or_else(|_| (*scenario).clone());
        let wholes = wholes(&once, &catalog);
        for (place, (target, rect)) in wholes.iter().enumerate() {
            let covers = wholes[place + 1..].iter().find(|(_, other)| other.meets(rect));
            assert!(covers.is_none(), "{name}: {target:?} and {covers:?}");
        }
        let scene = Scene::of(&once, &catalog);
        for frame in &scene.frames {
            let parts = scene.cards.iter().filter(|card| card.in_pool.as_ref() == Some(&frame.pool));
            let parts: Vec<Rect<Canvas>> = parts.map(|card| card.rect).collect();
            for (place, rect) in parts.iter().enumerate() {
                assert!(parts[place + 1..].iter().all(|other| !other.meets(rect)), "{name}: {}", frame.name);
            }
        }
        let order = Order { name: "tidy/".into(), value: None };
        assert_eq!(
            carry_out(&once, &catalog, &[], &order).map(|(_, edits)| edits).ok(),
            None,
            "{name} is not at rest"
        );
    }
}

#[test]
fn only_places_change() {
    let catalog = Catalog::bundled();
    for (name, scenario) in templates(&catalog) {
        let Ok(after) = tidied(&scenario, &catalog) else { continue };
        let placeless = |scenario: &Scenario| {
            let mut bare = scenario.clone();
            for part in &mut bare.components {
                Rc::make_mut(part).position = Point::default();
            }
            for pool in &mut bare.pools {
                Rc::make_mut(pool).position = Point::default();
            }
            for users in &mut bare.populations {
                let users = Rc::make_mut(users);
                (users.position, users.remote_position) = (Point::default(), Point::default());
            }
            bare
        };
        assert_eq!(placeless(&scenario), placeless(&after), "{name}");
    }
}

#[test]
fn something_new_leaves_the_rest_in_its_order() {
    let catalog = Catalog::bundled();
    for (name, scenario) in templates(&catalog) {
        let once = tidied(&scenario, &catalog).unwrap_or_else(|_| (*scenario).clone());
        let order = |scenario: &Scenario, known: &Scenario| {
            let mut wholes = wholes(scenario, &catalog);
            wholes.retain(|(target, _)| target.exists(known));
            wholes.sort_by(|(_, a), (_, b)| {
                a.origin.x.total_cmp(&b.origin.x).then(a.origin.y.total_cmp(&b.origin.y))
            });
            wholes.into_iter().map(|(target, _)| target).collect::<Vec<_>>()
        };
        let at = Scene::of(&once, &catalog).bounds.far_corner();
        let (edits, _) = insert(&once, &catalog, &Item::Role("mediation".into()), at).unwrap();
        let more = once.edited(&catalog, &edits).unwrap();
        let again = tidied(&more, &catalog).unwrap_or(more);
        assert_eq!(order(&again, &once), order(&once, &once), "{name}");
    }
}
