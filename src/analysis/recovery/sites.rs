//! The loss of a whole site, with and without another home for its users.

use std::rc::Rc;

use super::{Casualty, FailureSet};
use crate::analysis::options::{AnalysisError, Options};
use crate::analysis::{Now, under_failure};
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::id::FigureId;
use crate::plan::{NodeId, Population, Scenario, SiteId};

/// What the loss of a site does.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteLoss {
    /// The site.
    pub site: SiteId,
    /// Its name on the screen.
    pub name: String,
    /// Users who are cut off at once.
    pub users_cut_off: Rc<Figure>,
    /// Those of them who are served again once the users homed there are moved.
    pub users_moved: Rc<Figure>,
    /// Those of them who wait until the site is back.
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
        let moved = once_moved(scenario, &site.id);
        let after = under_failure(&moved, catalog, options, &down)?;
        let cut_off = &now.impact.users_cut_off;
        let served = |now: &Now| now.headline.as_ref().map(|headline| Rc::clone(&headline.users_served));
        let won = served(&after)
            .zip(served(&now))
            .map(|(after, before)| (after.value - before.value, after, before));
        let (won, inputs) = won.map_or((0.0, Vec::new()), |(won, after, before)| (won, vec![after, before]));
        let saved = Figure::computed(
            "Users served again by moving them",
            won.clamp(0.0, cut_off.value),
            Unit::Users,
            "users served once all are moved whose other home stands at another site − users served before",
            inputs,
        );
        let waiting = Figure::computed(
            "Users who wait until the site is back",
            cut_off.value - saved.value,
            Unit::Users,
            "users cut off − users served again by moving them",
            vec![Rc::clone(cut_off), Rc::clone(&saved)],
        );
        losses.push(SiteLoss {
            site: site.id.clone(),
            name: site.name.clone(),
            users_cut_off: Rc::clone(cut_off),
            users_moved: saved,
            users_waiting: waiting,
            hours_to_move: Rc::clone(&hours_to_move),
            hours_to_rebuild: Rc::clone(&hours_to_rebuild),
            recovery_point: Rc::clone(&recovery_point),
        });
    }
    Ok(losses)
}

/// The plan once the users of the lost site are moved, as far as their other home stands elsewhere.
fn once_moved(scenario: &Scenario, lost: &SiteId) -> Scenario {
    let mut moved = scenario.clone();
    for users in &mut moved.populations {
        let stands = |home: &Option<NodeId>| home.as_ref().and_then(|home| site_of(scenario, home));
        let (from, to) = (stands(&users.home), stands(&users.recovery_home));
        if from == Some(lost) && to.is_some_and(|site| site != lost) {
            *users = Population { home: users.recovery_home.clone(), ..(**users).clone() }.into();
        }
    }
    moved
}

/// Where a home stands.
pub(super) fn site_of<'a>(scenario: &'a Scenario, home: &NodeId) -> Option<&'a SiteId> {
    let component = scenario.component(home).map(|component| &component.site);
    component.or_else(|| scenario.pool(home).map(|pool| &pool.site))
}
