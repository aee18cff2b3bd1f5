//! What holds after every action.

use std::collections::BTreeSet;

use availability_planner::catalog::Catalog;
use availability_planner::editor::{History, State, Target};
use availability_planner::geometry::{Canvas, Rect, View};
use availability_planner::plan::validate;

#[track_caller]
pub fn sweep(state: &State, catalog: &Catalog, pressed: bool, after: &str) {
    validate(&state.document, catalog).unwrap_or_else(|error| panic!("after {after}: {error}"));
    let scenario = state.scenario();
    for target in &state.selection {
        assert!(target.exists(scenario), "after {after}, {target:?} is selected and is not there");
    }
    let read = state.reading.as_ref();
    assert!(
        read.is_none_or(|target| target.exists(scenario)),
        "after {after}, {read:?} is read and is not there"
    );
    let mut settled = state.killed.clone();
    settled.settle(scenario);
    assert_eq!(settled, state.killed, "after {after}, what is down is out of line with the plan");
    assert!(pressed || state.gesture.is_none(), "after {after}: {:?}", state.gesture);
    let renaming = state.renaming.as_ref();
    assert!(renaming.is_none_or(|node| scenario.node(node).is_some()), "after {after}: {renaming:?}");
    assert!(state.history.past().len() <= History::CAP && state.history.future().len() <= History::CAP);
    let View { zoom, offset } = state.view;
    assert!((View::MIN_ZOOM..=View::MAX_ZOOM).contains(&zoom), "after {after}: zoom {zoom}");
    assert!(offset.x.is_finite() && offset.y.is_finite(), "after {after}: {offset:?}");
    scene(state, catalog, after);
}

#[track_caller]
fn scene(state: &State, catalog: &Catalog, after: &str) {
    let (scene, scenario) = (state.scene(catalog), state.scenario());
    let shown: Vec<_> = scene.cards.iter().map(|card| card.target.clone()).collect();
    let mut expected: Vec<_> =
        scenario.components.iter().map(|component| Target::Node(component.id.clone())).collect();
    for users in &scenario.populations {
        if users.remote_share < 1.0 {
            expected.push(Target::Node(users.id.clone()));
        }
        if users.remote_share > 0.0 {
            expected.push(Target::RemoteUsers(users.id.clone()));
        }
    }
    assert_eq!(shown, expected, "after {after}");
    assert_eq!(scene.frames.len(), scenario.pools.len(), "after {after}");
    let bounds = scene.bounds.grown(1e-6);
    let rects = scene.cards.iter().map(|card| card.rect).chain(scene.frames.iter().map(|frame| frame.rect));
    for rect in rects {
        assert!(is_finite(rect) && bounds.encloses(&rect), "after {after}: {rect:?}");
    }
    for link in &scenario.links {
        let paths = scene.links.iter().filter(|path| path.target() == Some(Target::Link(link.id.clone())));
        assert_eq!(paths.count(), 1, "after {after}: {link:?}");
    }
    let names: BTreeSet<_> = scene.links.iter().map(|path| &path.id).collect();
    assert_eq!(names.len(), scene.links.len(), "after {after}, two paths share a name");
    for path in &scene.links {
        assert!(path.path.starts_with('M') && !path.path.contains(['N', 'i']), "after {after}: {path:?}");
    }
}

fn is_finite(rect: Rect<Canvas>) -> bool {
    let far = rect.far_corner();
    [rect.origin.x, rect.origin.y, far.x, far.y].iter().all(|number| number.is_finite())
        && rect.size.width > 0.0
        && rect.size.height > 0.0
}
