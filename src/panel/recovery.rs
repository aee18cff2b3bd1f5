//! Disaster recovery: what the loss of a site takes, where its users are moved by hand, and what that saves.

mod tier;

use std::rc::Rc;

use super::element::{Element, Markup, element};
use super::parts::{empty, heading, mark, order_choice, problem, shows};
use super::table::{Column, Table};
use super::{Asked, Figures};
use crate::analysis::{Move, Options, SiteLoss, recovery};
use crate::catalog::figure::{Figure, Mark, Unit};
use crate::chart::time::duration;
use crate::plan::{NodeId, Scenario};

pub(super) use tier::{TIERS, Tier};

const ABOUT: &str = "What the loss of each site takes appears here, and for every population the home to which an operator can move it, how long that takes, whether it fits there and what it saves. Place servers and users to see it.";

const BY_HAND: &str = "The product moves nobody from one pool to another by itself: everything here is done by an operator, and none of it is in the availability figures.";

const SITES: [Column; 7] = [
    Column::Words("Site"),
    Column::Numbers("Cut off at once"),
    Column::Numbers("Served again by moving"),
    Column::Numbers("after"),
    Column::Numbers("Wait until it is back"),
    Column::Numbers("about"),
    Column::Numbers("Data lost, up to"),
];

const MOVES: [Column; 8] = [
    Column::Words("Users"),
    Column::Words("Home"),
    Column::Words("Moved to"),
    Column::Numbers("To be moved"),
    Column::Numbers("Room there"),
    Column::Numbers("Fit"),
    Column::Numbers("Nobody served in a year, without"),
    Column::Numbers("with moving"),
];

const TIER_COLUMNS: [Column; 2] = [Column::Words("Site"), Column::Words("Power, cooling and network")];

pub(super) fn write(asked: &Asked<'_>, figures: &mut Figures) -> Markup {
    let scenario = asked.scenario;
    if scenario.components.is_empty() {
        return empty(ABOUT).into();
    }
    let recovery = match recovery(scenario, asked.catalog, Options::default()) {
        Ok(recovery) => recovery,
        Err(error) => return problem(&format!("This plan cannot be computed. {error}")).into(),
    };
    let mut sites = Table::new("What the loss of each site takes", &SITES);
    for site in &recovery.sites {
        sites.row(site.site.as_str(), loss(site, figures));
    }
    let mut moves = Table::new("Where users are moved by hand", &MOVES);
    for users in &recovery.moves {
        moves.row(users.population.as_str(), moved(asked, users, figures));
    }
    let mut tiers = Table::new("What takes a site down as a whole", &TIER_COLUMNS);
    for site in &scenario.sites {
        tiers.row(site.id.as_str(), [Markup::from(&site.name), tier::choice(site).into()]);
    }
    element("div")
        .class("recovery")
        .with(heading("If a site is lost"))
        .with(sites)
        .with(heading("Where users are moved"))
        .with(element("p").class("about").with(mark(Mark::Derived)).with(BY_HAND))
        .with(moves)
        .with(heading("Sites"))
        .with(tier::about())
        .with(tiers)
        .into()
}

fn loss(site: &SiteLoss, figures: &mut Figures) -> [Markup; 7] {
    let id = &site.site;
    let mut said = |name: &str, figure| Markup::from(figures.said(&format!("{id}.{name}"), figure));
    [
        Markup::from(&site.name),
        said("cut-off", &site.users_cut_off),
        said("moved", &site.users_moved),
        said("hours-to-move", &site.hours_to_move),
        said("waiting", &site.users_waiting),
        said("hours-to-rebuild", &site.hours_to_rebuild),
        said("recovery-point", &site.recovery_point),
    ]
}

fn moved(asked: &Asked<'_>, users: &Move, figures: &mut Figures) -> [Markup; 8] {
    let scenario = asked.scenario;
    let id = &users.population;
    let mut said = |name: &str, figure: &Rc<Figure>| -> Markup {
        let name = format!("{id}.{name}");
        match figure.unit {
            // The head says that it is of a year.
            Unit::MinutesPerUserYear => figures.said_as(&name, figure, &duration(figure.value)).into(),
            _ => figures.said(&name, figure).into(),
        }
    };
    let (users_there, without) = (said("users", &users.users), said("without", &users.without));
    // Where nothing is planned there is no room to speak of, and nothing is saved.
    let mut planned = |name: &str, figure| match users.to {
        Some(_) => said(name, figure),
        None => element("span").class("none").with("–").into(),
    };
    [
        shows(scenario, id).into(),
        shows(scenario, &users.home).into(),
        target(asked, users).into(),
        users_there,
        planned("room", &users.room),
        planned("fitting", &users.fitting),
        without,
        planned("with", &users.with),
    ]
}

/// The choice of another home.
fn target(asked: &Asked<'_>, users: &Move) -> Element {
    let homes = homes(asked.scenario, asked);
    let mut choices = vec![("", "nobody moves them")];
    choices.extend(homes.iter().filter(|(id, _)| **id != users.home).map(|(id, name)| (id.as_str(), *name)));
    let chosen = users.to.as_ref().map_or("", NodeId::as_str);
    let label = format!("Where {} are moved", users.population_name);
    order_choice(&format!("recovery/{}", users.population), &label, chosen, &choices)
}

fn homes<'a>(scenario: &'a Scenario, asked: &Asked<'_>) -> Vec<(&'a NodeId, &'a str)> {
    let pools = scenario.pools.iter().map(|pool| (&pool.id, pool.name.as_str()));
    let servers = scenario.components.iter().map(|component| (&component.id, component.name.as_str()));
    pools.chain(servers).filter(|(id, _)| scenario.is_home(asked.catalog, id)).collect()
}
