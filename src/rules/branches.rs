//! Users who sit at another site than their home.

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::homes::homes;
use super::rule::Rule;
use super::sources::sites::{BRANCHES_LYNC, REMOTE_SITES};
use super::words::{grouped, users};
use crate::catalog::figure::Mark;
use crate::collected::Map;
use crate::plan::{NodeId, Population, SiteId};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "BRANCH-VOICE",
        title: "Telephony of a branch depends on its line",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Calls of a branch are set up by the home of its users, at the other end of the line. Equipment with which a \
                 branch goes on telephoning without its line came with the next release, Lync Server 2010.",
        source: BRANCHES_LYNC,
        check: voice,
    },
    Rule {
        id: "BRANCH-100",
        title: "A branch large enough for servers of its own",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "A site with more than 100 users at the end of a WAN line is better given a pool or a Standard Edition server; \
                 with fewer, its users use the central site's.",
        source: REMOTE_SITES,
        check: large,
    },
];

/// Users of one site, a figure of the catalog.
const LIMIT: &str = "branch-users";

/// Populations that sit at another site than their home, with that site.
fn away<'a>(drawing: &Drawing<'a>) -> Vec<(&'a Population, &'a SiteId)> {
    let sites: Map<&NodeId, &SiteId> = homes(drawing).iter().map(|home| (home.id, home.site)).collect();
    let mut found = Vec::new();
    for population in &drawing.scenario.populations {
        let home = population.home.as_ref().and_then(|home| sites.get(home));
        if let (Some(site), Some(home)) = (&population.site, home) {
            if site != *home && population.users > 0 {
                found.push((population.as_ref(), site));
            }
        }
    }
    found
}

fn voice(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (population, site) in away(drawing) {
        if population.voice_share > 0.0 {
            let text = format!(
                "“{}” at {} use telephony, and their home is at another site.",
                population.name,
                site_name(drawing, site)
            );
            breaches.push(Breach::new(&[&population.id], text));
        }
    }
    breaches
}

/// All populations of a site count together.
fn large(drawing: &Drawing<'_>) -> Vec<Breach> {
    let Some(limit) = drawing.catalog.figure(&LIMIT.into()) else { return Vec::new() };
    let mut branches: Map<&SiteId, Vec<&Population>> = Map::new();
    for (population, site) in away(drawing) {
        branches.or_default(site).push(population);
    }
    let mut breaches = Vec::new();
    for (site, populations) in &branches {
        let number: f64 = populations.iter().map(|population| f64::from(population.users)).sum();
        if number > limit.value {
            let text = format!(
                "{} sit at {} with their home at another site; from more than {} on, a home of their own is advised.",
                users(number),
                site_name(drawing, site),
                grouped(limit.value)
            );
            let ids: Vec<&NodeId> = populations.iter().map(|population| &population.id).collect();
            breaches.push(Breach::new(&ids, text));
        }
    }
    breaches
}

fn site_name<'a>(drawing: &Drawing<'a>, site: &'a SiteId) -> String {
    let name = drawing.scenario.site(site).map_or(site.as_str(), |site| site.name.as_str());
    format!("“{name}”")
}
