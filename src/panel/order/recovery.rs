//! `recovery/POPULATION` with a home: says where users are moved by hand; `tier/SITE` with a tier: says what takes a site down.

use super::Change;
use crate::catalog::Catalog;
use crate::panel::recovery::{TIERS, Tier};
use crate::plan::{Edit, NodeId, Population, Scenario, Site, SiteId};

pub(super) fn carry_out(
    scenario: &Scenario,
    catalog: &Catalog,
    population: &str,
    home: &str,
) -> Result<Change, String> {
    let users =
        scenario.population(&NodeId::from(population)).ok_or("These users are no longer in the plan")?;
    let to = Some(home).filter(|home| !home.is_empty()).map(NodeId::from);
    if to.as_ref().is_some_and(|to| !scenario.is_home(catalog, to)) {
        return Err(format!(
            "“{home}” is no pool and no Standard Edition server, so nobody can be moved there"
        ));
    }
    let label = match to.as_ref().and_then(|to| scenario.node(to)) {
        Some(node) => format!("Plan to move {} to {}", users.name, node.name()),
        None => format!("Plan to move {} nowhere", users.name),
    };
    Ok((label, vec![Edit::SetPopulation(Population { recovery_home: to, ..Population::clone(users) })]))
}

pub(super) fn set_tier(scenario: &Scenario, site: &str, tier: &str) -> Result<Change, String> {
    let site = scenario.site(&SiteId::from(site)).ok_or("This site is no longer in the plan")?;
    let known = TIERS.iter().find(|known| known.id == tier);
    let (common_mode, what) = match (tier, known) {
        ("none", _) => (None, "nothing"),
        (_, Some(known)) => (Some(Tier::common_mode(*known)), known.name),
        ("own", None) => (site.common_mode, "what was entered"),
        _ => return Err(format!("There is no tier “{tier}”; choose one of the list")),
    };
    let label = format!("Take {} down by {what}", site.name);
    Ok((label, vec![Edit::SetSite(Site { common_mode, ..Site::clone(site) })]))
}
