//! Pools over two sites, domains and names.

mod directory;
mod stretched;

use super::drawing::Drawing;
use super::finding::Severity;
use super::homes::homes;
use super::item::Item;
use super::placed::{PRODUCT, placed};
use super::rule::Rule;
use super::sources::sites::{
    INFRASTRUCTURE, NOT_STARTING, SIGN_IN_RECORDS, STRETCHED_LYNC, STRETCHED_TESTS_LYNC,
};
use super::sources::{EDGE_DEPLOYMENT, SITE_RESILIENCY};
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::NodeId;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "SITE-STRETCH",
        title: "A pool over two sites",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Microsoft published a paper of its own for such pools in July 2009. Its text could not be read: limits of delay, \
                 tested times and supported workloads are not known here. Of the next release, Lync Server 2010, is known: Front \
                 Ends at both sites, SQL Server clusters over both with synchronous replication, a file share as a witness, \
                 Group Chat active at one site only.",
        source: SITE_RESILIENCY,
        check: stretched::over_sites,
    },
    Rule {
        id: "SITE-STRETCH-SCOPE",
        title: "What does not fail over with the pool",
        severity: Severity::Warning,
        mark: Mark::Assumed,
        reason: "Documented for the next release, Lync Server 2010; nothing could be read for 2007 R2: federation, public \
                 providers and browser users do not fail over by themselves; Group Chat, archiving and monitoring need somebody.",
        source: STRETCHED_LYNC,
        check: stretched::left_behind,
    },
    Rule {
        id: "SITE-STRETCH-NODES",
        title: "Too few SQL Server nodes for two sites",
        severity: Severity::Warning,
        mark: Mark::Assumed,
        reason: "Advised for the next release, Lync Server 2010; nothing could be read for 2007 R2: more than one SQL Server node \
                 at each site, so that the loss of one node does not move the database to the other site.",
        source: STRETCHED_TESTS_LYNC,
        check: stretched::few_nodes,
    },
    Rule {
        id: "AD-DC-REDUNDANT",
        title: "A single domain controller",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "With all domain controllers and global catalogs down, services of the product do not start. It is a report from \
                 the field that says so.",
        source: NOT_STARTING,
        check: directory::alone,
    },
];

pub(super) const ITEMS: &[Item] = &[
    Item {
        id: "AD-SINGLE-LABEL",
        statement: "The domain's DNS name has more than one label.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Domains whose name is one word without a dot are not supported.",
        source: INFRASTRUCTURE,
        about: |drawing| {
            let mut inside = placed(drawing, PRODUCT);
            let edges = drawing.with_function(Function::Edge);
            inside.retain(|node| !edges.iter().any(|edge| edge.id == *node));
            inside
        },
    },
    Item {
        id: "DNS-SRV",
        statement: "The records for automatic sign-in are there: _sipinternaltls._tcp inside, and _sip._tls outside where users come in.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Clients that sign in automatically find their pool by these records, and do not find it without.",
        source: SIGN_IN_RECORDS,
        about: all_homes,
    },
    Item {
        id: "AD-EDGE-NONE",
        statement: "Nothing in the perimeter counts on Active Directory: Edge Servers need none.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "An Edge Server works without a domain, so no domain controller has to stand in the perimeter for it.",
        source: EDGE_DEPLOYMENT,
        about: |drawing| placed(drawing, &[Function::Edge]),
    },
];

fn all_homes(drawing: &Drawing<'_>) -> Vec<NodeId> {
    homes(drawing).iter().map(|home| home.id.clone()).collect()
}
