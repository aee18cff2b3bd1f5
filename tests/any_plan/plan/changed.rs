//! A plan with a few things changed, each of them within its range and often at an end of it.

use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::catalog::FigureSpec;
use availability_planner::plan::{CommonMode, Component, NodeId, Population, Scenario, Site, WanLink};
use proptest::prelude::*;

/// Where in its range a number lies.
#[derive(Debug, Clone, Copy)]
pub enum To {
    Least,
    Most,
    /// So far between the two.
    Between(f64),
    /// So many times what it is by default.
    Times(f64),
}

/// One change. Numbers choose among what there is.
#[derive(Debug, Clone)]
pub enum Change {
    OfPart { part: usize, figure: usize, to: To },
    OfPlan { figure: usize, to: To },
    Family(usize),
    Moved { part: usize, site: usize },
    Computer { part: usize, with: usize },
    Crews { part: usize, crews: u32 },
    Virtual(usize),
    Outages { site: usize, availability: f64, hours: f64 },
    Line { from: usize, to: usize, availability: f64, hours: f64 },
    Users { of: usize, number: u32 },
    Wants { of: usize, what: usize, share: f64 },
    Sits { of: usize, site: usize },
    MovesTo { of: usize, home: usize },
    Wish { what: usize, wanted: bool },
}

fn to() -> impl Strategy<Value = To> {
    prop_oneof![
        2 => Just(To::Least),
        2 => Just(To::Most),
        1 => (0.0..1.0).prop_map(To::Between),
        2 => (0.25..4.0).prop_map(To::Times),
    ]
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..1.0_f64, 0.0..1e-9_f64]
}

fn change() -> impl Strategy<Value = Change> {
    let any = || 0..997_usize;
    let availability = || prop_oneof![Just(1e-6), Just(1.0 - 1e-15), Just(0.997_41), 0.5..0.999_999_f64];
    let hours = || prop_oneof![Just(1e-6), Just(87_600.0), 0.1..50.0_f64];
    let number = prop_oneof![Just(0), Just(100_000), Just(10_000_000), 1..120_000_u32];
    let figures = prop_oneof![
        4 => (any(), any(), to()).prop_map(|(part, figure, to)| Change::OfPart { part, figure, to }),
        1 => (any(), to()).prop_map(|(figure, to)| Change::OfPlan { figure, to }),
        1 => any().prop_map(Change::Family),
    ];
    let places =
        prop_oneof![
            (any(), any()).prop_map(|(part, site)| Change::Moved { part, site }),
            (any(), any()).prop_map(|(part, with)| Change::Computer { part, with }),
            (any(), 1..4_u32).prop_map(|(part, crews)| Change::Crews { part, crews }),
            any().prop_map(Change::Virtual),
            (any(), availability(), hours()).prop_map(|(site, availability, hours)| Change::Outages {
                site,
                availability,
                hours
            }),
            (any(), any(), availability(), hours())
                .prop_map(|(from, to, availability, hours)| Change::Line { from, to, availability, hours }),
        ];
    let users = prop_oneof![
        1 => (any(), number).prop_map(|(of, number)| Change::Users { of, number }),
        4 => (any(), any(), share()).prop_map(|(of, what, share)| Change::Wants { of, what, share }),
        1 => (any(), any()).prop_map(|(of, site)| Change::Sits { of, site }),
        1 => (any(), any()).prop_map(|(of, home)| Change::MovesTo { of, home }),
    ];
    let wish = (any(), proptest::bool::ANY).prop_map(|(what, wanted)| Change::Wish { what, wanted });
    prop_oneof![2 => figures, 2 => places, 2 => users, 1 => wish]
}

/// A few of them, in their order.
pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    proptest::collection::vec(change(), 0..10)
}

/// The plan with the changes made, as far as there is anything that they can change.
pub fn with(mut scenario: Scenario, changes: &[Change]) -> Scenario {
    let catalog = Catalog::bundled();
    for change in changes {
        make(&mut scenario, &catalog, change);
    }
    scenario
}

fn make(scenario: &mut Scenario, catalog: &Catalog, change: &Change) {
    match *change {
        Change::OfPart { part, figure, to } => {
            if let Some(part) = part_of(scenario, part) {
                let role = catalog.role(&part.role).unwrap();
                let figures = catalog.figures_of_role(role);
                if let Some((_, id)) = figures.get(figure % figures.len().max(1)) {
                    let value = value(catalog.figure_spec(id).unwrap(), to);
                    part.overrides.insert((*id).clone(), value);
                }
            }
        }
        Change::OfPlan { figure, to } => {
            let specs: Vec<&FigureSpec> = catalog.figure_specs().collect();
            let spec = specs[figure % specs.len()];
            scenario.figures.insert(spec.id.clone(), value(spec, to));
        }
        Change::Family(family) => {
            let family = catalog.families().get(family % (catalog.families().len() + 1));
            scenario.family = family.map(|family| family.id.clone());
        }
        Change::Wish { what, wanted } => wish(scenario, what, wanted),
        Change::Users { .. } | Change::Wants { .. } | Change::Sits { .. } | Change::MovesTo { .. } => {
            of_users(scenario, catalog, change);
        }
        _ => of_places(scenario, change),
    }
}

fn of_places(scenario: &mut Scenario, change: &Change) {
    let sites: Vec<_> = scenario.sites.iter().map(|site| site.id.clone()).collect();
    match *change {
        Change::Moved { part, site } => {
            if let Some(part) = part_of(scenario, part) {
                part.site = sites[site % sites.len()].clone();
            }
        }
        Change::Computer { part, with } => {
            let other =
                part_of(scenario, with).map(|other| other.servers[with % other.servers.len()].clone());
            if let Some((part, other)) = part_of(scenario, part).zip(other) {
                part.servers.last_mut().unwrap().computer = other.computer;
            }
        }
        Change::Crews { part, crews } => {
            if let Some(part) = part_of(scenario, part) {
                part.repair_crews = Some(crews);
            }
        }
        Change::Virtual(part) => {
            if let Some(part) = part_of(scenario, part) {
                part.virtualised = !part.virtualised;
            }
        }
        Change::Outages { site, availability, hours } => {
            site_of(scenario, site).common_mode =
                Some(CommonMode { availability, mean_down_time_hours: hours });
        }
        Change::Line { from, to, availability, hours } => {
            let to = sites[to % sites.len()].clone();
            let from = site_of(scenario, from);
            if from.id != to && !from.wan_links.iter().any(|line| line.to == to) {
                from.wan_links.push(WanLink { to, availability, mean_down_time_hours: hours });
            }
        }
        _ => {}
    }
}

fn of_users(scenario: &mut Scenario, catalog: &Catalog, change: &Change) {
    let homes = homes(scenario, catalog);
    let sites: Vec<_> = scenario.sites.iter().map(|site| site.id.clone()).collect();
    match *change {
        Change::Users { of, number } => {
            users(scenario, of, |users| users.users = number);
        }
        Change::Wants { of, what, share } => users(scenario, of, |users| {
            let shares = [
                &mut users.connected_share,
                &mut users.remote_share,
                &mut users.group_chat_share,
                &mut users.voice_share,
                &mut users.web_access_share,
                &mut users.federation_share,
                &mut users.public_im_share,
                &mut users.dial_in_share,
            ];
            let count = shares.len();
            if let Some(wanted) = shares.into_iter().nth(what % count) {
                *wanted = share;
            }
        }),
        Change::Sits { of, site } => users(scenario, of, |users| {
            users.site = sites.get(site % (sites.len() + 1)).cloned();
        }),
        Change::MovesTo { of, home } => users(scenario, of, |users| {
            users.recovery_home = homes.get(home % (homes.len() + 1)).cloned();
        }),
        _ => {}
    }
}

fn wish(scenario: &mut Scenario, what: usize, wanted: bool) {
    let targets = Rc::make_mut(&mut scenario.targets);
    let wishes = [
        &mut targets.spare_server,
        &mut targets.high_availability_internal,
        &mut targets.high_availability_perimeter,
        &mut targets.external_conferencing,
        &mut targets.archiving_required,
        &mut targets.archiving_critical,
        &mut targets.compliance_required,
        &mut targets.site_resiliency,
        &mut targets.planned_work_counts,
    ];
    let count = wishes.len();
    if let Some(wish) = wishes.into_iter().nth(what % count) {
        *wish = wanted;
    }
}

fn value(spec: &FigureSpec, to: To) -> f64 {
    let value = match to {
        To::Least => spec.min,
        To::Most => spec.max,
        To::Between(share) => spec.min + share * (spec.max - spec.min),
        To::Times(factor) => spec.value * factor,
    };
    value.clamp(spec.min, spec.max)
}

fn part_of(scenario: &mut Scenario, number: usize) -> Option<&mut Component> {
    let parts = scenario.components.len();
    scenario.components.get_mut(number % parts.max(1)).map(Rc::make_mut)
}

fn site_of(scenario: &mut Scenario, number: usize) -> &mut Site {
    let sites = scenario.sites.len();
    Rc::make_mut(&mut scenario.sites[number % sites])
}

fn users(scenario: &mut Scenario, number: usize, change: impl FnOnce(&mut Population)) {
    let populations = scenario.populations.len();
    if let Some(population) = scenario.populations.get_mut(number % populations.max(1)) {
        change(Rc::make_mut(population));
    }
}

/// Pools and Standard Edition servers.
pub fn homes(scenario: &Scenario, catalog: &Catalog) -> Vec<NodeId> {
    let pools = scenario.pools.iter().map(|pool| &pool.id);
    let nodes = pools.chain(scenario.components.iter().map(|part| &part.id));
    nodes.filter(|node| scenario.is_home(catalog, node)).cloned().collect()
}
