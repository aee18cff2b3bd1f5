//! Users are moved by hand to another home: how many fit, how long it takes, what it saves.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::analysis::{Options, Recovery, recovery};
use availability_planner::catalog::Catalog;
use availability_planner::plan::CommonMode;
use availability_planner::plan::build::PlanBuilder;
use std::rc::Rc;

/// Two sites with a pool each; the users of the north move to the south, if they move at all.
fn two_sites(south_front_ends: usize, moved: bool) -> PlanBuilder {
    PlanBuilder::new()
        .pool("north", |pool| pool.front_ends(2).balancers(2).back_ends(2))
        .pool("south", |pool| pool.front_ends(south_front_ends).balancers(2).back_ends(2))
        .site_called("far")
        .at_site("far", &["south"])
        .users_with("northern", 20_000, "north", |users| {
            users.recovery_home = moved.then(|| "south".into());
        })
        .users("southern", 10_000, "south")
        .with_site(|site| {
            site.common_mode = Some(CommonMode { availability: 0.999, mean_down_time_hours: 24.0 });
        })
}

fn planned(plan: PlanBuilder) -> Recovery {
    recovery(&plan.scenario(), &Catalog::bundled(), Options::default()).unwrap()
}

#[test]
fn those_are_moved_for_whom_the_other_home_has_room() {
    // Front Ends carry 12,500 each, of which the south's own users take 10,000.
    for (front_ends, room) in [(1, 2_500.0_f64), (2, 15_000.0), (3, 27_500.0)] {
        let recovery = planned(two_sites(front_ends, true));
        let north = &recovery.moves[0];
        let moved = room.min(20_000.0);
        assert!((north.room.value - room).abs() < 1e-6, "{front_ends}: {}", north.room.value);
        assert!((north.fitting.value - moved / 20_000.0).abs() < 1e-12);
        let lost = &recovery.sites[0];
        assert!((lost.users_cut_off.value - 20_000.0).abs() < 1e-6);
        assert!((lost.users_moved.value - moved).abs() < 1e-6);
        assert!((lost.users_waiting.value - (20_000.0 - moved)).abs() < 1e-6);
    }
}

#[test]
fn without_another_home_everybody_waits_until_the_site_is_back() {
    let recovery = planned(two_sites(3, false));
    let north = &recovery.moves[0];
    assert_eq!(north.to, None);
    assert!((north.with.value - north.without.value).abs() < 1e-12);
    assert!(recovery.sites[0].users_moved.value < 1e-9);
    assert!((recovery.sites[0].users_waiting.value - 20_000.0).abs() < 1e-6);
}

#[test]
fn moving_saves_what_outlasts_it() {
    let moved = planned(two_sites(3, true));
    let north = &moved.moves[0];
    assert!(north.hours_to_move.value > 0.0 && north.with.value < north.without.value);
    // Twice the hours leave more of an outage to sit through, and no end of hours leave all of it.
    let slow = |hours: f64| {
        planned(two_sites(3, true).adjusted(|scenario| {
            scenario.figures.insert("hours-to-move".into(), hours);
        }))
    };
    let [eight, endless] = [8.0, 8_760.0].map(|hours| slow(hours).moves[0].with.value);
    assert!(north.with.value < eight && eight < endless, "{} {eight} {endless}", north.with.value);
    assert!((endless - north.without.value).abs() < 1e-6 * north.without.value);
    // By hand: every outage of the site takes 24 h on average, and with next to nothing else failing e^(−4/24) of it is won.
    let only_site = two_sites(3, true).adjusted(|scenario| {
        for component in &mut scenario.components {
            let component = Rc::make_mut(component);
            for figure in ["hardware-mtbf", "software-mtbf", "appliance-mtbf", "storage-mtbf"] {
                component.overrides.insert(figure.into(), 1e9);
            }
            component.overrides.insert("planned-per-year".into(), 0.0);
            let role = Catalog::bundled().role(&component.role).unwrap().clone();
            let catalog = Catalog::bundled();
            let known: Vec<_> = component.overrides.keys().cloned().collect();
            for figure in known.into_iter().filter(|figure| !catalog.goes_by(&role, figure)) {
                component.overrides.remove(&figure);
            }
        }
    });
    let north = &planned(only_site).moves[0];
    let won = 1.0 - north.with.value / north.without.value;
    assert!((won - (-4.0_f64 / 24.0).exp()).abs() < 1e-3, "{won}");
}

#[test]
fn populations_that_move_to_one_home_share_its_room() {
    let plan = two_sites(2, true).users_with("others", 5_000, "north", |users| {
        users.recovery_home = Some("south".into());
    });
    let recovery = planned(plan);
    let lost = &recovery.sites[0];
    assert!((lost.users_moved.value - 15_000.0).abs() < 1e-6, "{}", lost.users_moved.value);
    assert!((lost.users_waiting.value - 10_000.0).abs() < 1e-6);
    // The pool alone takes all of them along too.
    for users in recovery.moves.iter().filter(|users| users.to.is_some()) {
        assert!((users.fitting.value - 0.6).abs() < 1e-12, "{}: {}", users.population, users.fitting.value);
    }
}

#[test]
fn a_home_at_the_same_site_is_lost_with_it() {
    let apart = planned(two_sites(3, true));
    let beside = planned(two_sites(3, true).at_site("headquarters", &["south"]));
    assert!(beside.sites[0].users_moved.value < 1e-9);
    // Moving there saves nothing of the site's outages, which are most of all.
    let won = |recovery: &Recovery| 1.0 - recovery.moves[0].with.value / recovery.moves[0].without.value;
    assert!(won(&apart) > 0.5 && won(&beside) < 0.05, "{} {}", won(&apart), won(&beside));
}

#[test]
fn those_whose_way_in_is_lost_with_the_site_wait_though_their_home_is_moved() {
    let plan = two_sites(3, true).edge("edge", 1, "north").adjusted(|scenario| {
        let north = scenario.populations.iter_mut().find(|users| users.id.as_str() == "northern").unwrap();
        Rc::make_mut(north).remote_share = 0.25;
    });
    let lost = &planned(plan).sites[0];
    let said = [&lost.users_cut_off, &lost.users_moved, &lost.users_waiting].map(|figure| figure.value);
    for (said, by_hand) in said.into_iter().zip([20_000.0, 15_000.0, 5_000.0]) {
        assert!((said - by_hand).abs() < 1e-6, "{said} is not {by_hand}");
    }
}
