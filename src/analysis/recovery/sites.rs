//! The loss of a whole site, with and without another home for its users.

use std::rc::Rc;

use super::{Casualty, FailureSet, Move};
use crate::analysis::options::{AnalysisError, Options};
use crate::analysis::under_failure;
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::id::FigureId;
use crate::plan::{NodeId, Scenario, SiteId};

/// What the loss of a site does.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteLoss {
    /// The site.
    pub site: SiteId,
    /// Its name on the screen.
    pub name: String,
    /// Users who are cut off at once.
    pub users_cut_off: Rc<Figure>,
    /// Of the users homed there, those who are served again once they are moved.
    pub users_moved: Rc<Figure>,
    /// Of the users homed there, those who wait until the site is back.
    pub users_waiting: Rc<Figure>,
    /// Hours until those who are moved are served again.
    pub hours_to_move: Rc<Figure>,
    /// Hours until a site is rebuilt.
    pub hours_to_rebuild: Rc<Figure>,
    /// Age of what is lost of the data of its homes, at the most, in hours.
    pub recovery_point: Rc<Figure>,
}

pub(super) fn losses(
    scenario: &Scenario,
    catalog: &Catalog,
    options: Options,
    moves: &[Move],
) -> Result<Vec<SiteLoss>, AnalysisError> {
    let own = scenario.catalog(catalog);
    let named = |id: &str| own.figure(&FigureId::from(id));
    let figures = (named("hours-to-move"), named("hours-to-rebuild"), named("recovery-point"));
    let (Some(hours_to_move), Some(hours_to_rebuild), Some(recovery_point)) = figures else {
        return Ok(Vec::new());
    };
    let mut losses = Vec::new();
    for site in &scenario.sites {
        if !scenario.components.iter().any(|component| component.site == site.id) {
            continue;
        }
        let mut down = FailureSet::default();
        down.kill(scenario, &Casualty::Site(site.id.clone()));
        let now = under_failure(scenario, catalog, options, &down)?;
        let homed: Vec<&Move> =
            moves.iter().filter(|users| site_of(scenario, &users.home) == Some(&site.id)).collect();
        let (saved, waiting) = saved_from(scenario, &site.id, &homed);
        losses.push(SiteLoss {
            site: site.id.clone(),
            name: site.name.clone(),
            users_cut_off: Rc::clone(&now.impact.users_cut_off),
            users_moved: saved,
            users_waiting: waiting,
            hours_to_move: Rc::clone(&hours_to_move),
            hours_to_rebuild: Rc::clone(&hours_to_rebuild),
            recovery_point: Rc::clone(&recovery_point),
        });
    }
    Ok(losses)
}

/// Those of a lost site's users who find room at other sites, and those who do not. Populations that are moved to the same home
/// share its room.
fn saved_from(scenario: &Scenario, lost: &SiteId, homed: &[&Move]) -> (Rc<Figure>, Rc<Figure>) {
    let mut rooms: Vec<(&NodeId, f64)> = Vec::new();
    let (mut moved, mut all) = (0.0, 0.0);
    let mut inputs = Vec::new();
    for users in homed {
        all += users.users.value;
        inputs.push(Rc::clone(&users.users));
        let to = users.to.as_ref().filter(|to| site_of(scenario, to).is_some_and(|site| site != lost));
        let Some(to) = to else { continue };
        inputs.push(Rc::clone(&users.room));
        let known = rooms.iter().position(|(home, _)| *home == to);
        let place = known.unwrap_or(rooms.len());
        if known.is_none() {
            rooms.push((to, users.room.value));
        }
        if let Some((_, left)) = rooms.get_mut(place) {
            let fits = users.users.value.min(*left);
            *left -= fits;
            moved += fits;
        }
    }
    let figure = |name: &str, value: f64, formula: &str| {
        Figure::computed(name, value, Unit::Users, formula, inputs.clone())
    };
    let formula =
        "Σ min(users to be moved, room left at their other home), where that stands at another site";
    (
        figure("Users served again by moving them", moved, formula),
        figure(
            "Users who wait until the site is back",
            all - moved,
            "users homed there − those who are moved",
        ),
    )
}

/// Where a home stands.
pub(super) fn site_of<'a>(scenario: &'a Scenario, home: &NodeId) -> Option<&'a SiteId> {
    let component = scenario.component(home).map(|component| &component.site);
    component.or_else(|| scenario.pool(home).map(|pool| &pool.site))
}
