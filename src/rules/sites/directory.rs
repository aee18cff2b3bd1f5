//! Domain controllers, site by site.

use crate::catalog::role::Function;
use crate::collected::Map;
use crate::plan::{Component, SiteId};
use crate::rules::breach::Breach;
use crate::rules::drawing::{Drawing, servers};
use crate::rules::fix::set_servers;

/// Servers of a site that stand in for one another.
const ENOUGH: usize = 2;

pub(super) fn alone(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut sites: Map<&SiteId, Vec<&Component>> = Map::new();
    for directory in drawing.with_function(Function::Directory) {
        sites.or_default(&directory.site).push(directory);
    }
    let mut breaches = Vec::new();
    for directories in sites.values() {
        if let ([only], true) = (directories.as_slice(), servers(directories) < ENOUGH) {
            let text = format!("“{}” is the only domain controller of its site.", only.name);
            let edits = set_servers(drawing, only, ENOUGH);
            breaches.push(Breach::new(&[&only.id], text).fixed_by("Use two", edits));
        }
    }
    breaches
}
