//! Which roles may share a computer.

mod matrix;
mod meeting;

use meeting::{Meeting, meeting};

use super::breach::Breach;
use super::computers::Tenant;
use super::drawing::Drawing;
use super::finding::Severity;
use super::item::Item;
use super::placed::{PRODUCT, placed};
use super::rule::Rule;
use super::sources::computers::{CAPACITY_LYNC, MONITORING_PLACE};
use super::sources::{
    BACK_END, BALANCED_ROLES, COLLOCATION, EXTERNAL_ACCESS, FILE_SHARES, GROUP_CHAT_COMPONENT,
    HIGH_AVAILABILITY,
};
use super::words::names;
use crate::catalog::figure::Mark;
use crate::plan::Component;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "BE-SEPARATE",
        title: "The Back-End needs a computer of its own",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "The Back-End database must be on a separate physical computer from any Enterprise Edition server; \
                 sharing one with any Office Communications Server role is not supported.",
        source: HIGH_AVAILABILITY,
        check: |drawing| shared(drawing, Meeting::BackEndWithRole),
    },
    Rule {
        id: "BE-TWO-POOLS",
        title: "Two Back-Ends on one computer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "The Back-Ends of two pools must not share a computer.",
        source: COLLOCATION,
        check: |drawing| shared(drawing, Meeting::TwoBackEnds),
    },
    Rule {
        id: "BE-PASSIVE-SHARED",
        title: "A passive node that is shared",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "For performance, the passive node that the Back-End's SQL Server instance fails over to should not \
                 be shared by any other instance.",
        source: HIGH_AVAILABILITY,
        check: |drawing| shared(drawing, Meeting::PassiveNode),
    },
    Rule {
        id: "BE-INSTANCE-OCSDB",
        title: "A Back-End that shares its database server",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Databases of other Office Communications Server roles may be on the Back-End, but the published \
                 capacity assumes a dedicated SQL Server instance.",
        source: BACK_END,
        check: |drawing| shared(drawing, Meeting::BackEndWithDatabase),
    },
    Rule {
        id: "GC-DB-SEPARATE",
        title: "The Group Chat database needs a computer of its own",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "The Group Chat database must not be on a Group Chat server's computer.",
        source: GROUP_CHAT_COMPONENT,
        check: |drawing| shared(drawing, Meeting::ChatWithDatabase),
    },
    Rule {
        id: "GC-COMPLIANCE-SEP",
        title: "A Compliance Server on a Group Chat server",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A Compliance Server must not be on a Group Chat server's computer.",
        source: GROUP_CHAT_COMPONENT,
        check: |drawing| shared(drawing, Meeting::ChatWithCompliance),
    },
    Rule {
        id: "COLLOC-EDGE-RP",
        title: "A reverse proxy on an Edge Server",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "An Edge Server must not share its computer with a reverse proxy or a firewall.",
        source: EXTERNAL_ACCESS,
        check: |drawing| shared(drawing, Meeting::EdgeWithProxy),
    },
    Rule {
        id: "HLB-NO-NLB",
        title: "A load balancer in software",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A load balancer has to be hardware of its own: Windows Network Load Balancing and other balancers \
                 in software are not supported in front of any server role.",
        source: BALANCED_ROLES,
        check: |drawing| shared(drawing, Meeting::BalancerOnServer),
    },
    Rule {
        id: "COLLOC-MATRIX",
        title: "Roles that may not share a computer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Combinations that the documentation does not list are untested and unsupported. Front Ends, conferencing \
                 servers, Edge Servers, Directors, Communicator Web Access, Mediation Servers, Group Chat and Compliance \
                 Servers share their computers with nothing.",
        source: COLLOCATION,
        check: |drawing| shared(drawing, Meeting::Unlisted),
    },
    Rule {
        id: "COLLOC-DC",
        title: "A server on a domain controller",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "No server role may be installed on a domain controller.",
        source: COLLOCATION,
        check: |drawing| shared(drawing, Meeting::DomainController),
    },
    Rule {
        id: "COLLOC-SE-ARCH",
        title: "Archiving on a Standard Edition server",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "An Archiving Server may share the computer of a Standard Edition server, but that is not recommended: \
                 archiving is a heavy load.",
        source: COLLOCATION,
        check: |drawing| shared(drawing, Meeting::ArchivingOnStandardEdition),
    },
    Rule {
        id: "COLLOC-SE-MON",
        title: "Monitoring on a Standard Edition server",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A Monitoring Server may share the computer of a Standard Edition server in very small deployments only.",
        source: MONITORING_PLACE,
        check: |drawing| shared(drawing, Meeting::MonitoringOnStandardEdition),
    },
    Rule {
        id: "COLLOC-ARCH-MON",
        title: "Archiving and monitoring on one computer",
        severity: Severity::Warning,
        mark: Mark::Assumed,
        reason: "Recalled and unverified: what 2007 R2 says of an Archiving Server and a Monitoring Server on one computer \
                 could not be read. It is documented for the next release, Lync Server 2010, with a much lower capacity.",
        source: CAPACITY_LYNC,
        check: |drawing| shared(drawing, Meeting::ArchivingWithMonitoring),
    },
    Rule {
        id: "FILE-SHARE-SEPARATE",
        title: "A file share on a Front End",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Meeting content and address-book files are better kept on a file server than on a Front End, \
                 whose failure would take them along.",
        source: FILE_SHARES,
        check: |drawing| shared(drawing, Meeting::FileShareOnFrontEnd),
    },
];

pub(super) const ITEMS: &[Item] = &[Item {
    id: "COLLOC-EXCHUM",
    statement: "Exchange Unified Messaging is on none of these computers.",
    severity: Severity::Error,
    mark: Mark::Documented,
    reason: "Exchange Unified Messaging and Office Communications Server may not share a computer. A plan does not say what \
             else runs on its servers.",
    source: COLLOCATION,
    about: |drawing| placed(drawing, PRODUCT),
}];

/// Others that a sentence names at the most.
const NAMED: usize = 4;

/// Components of one computer that are looked at. A computer with more is wrong already; as the first ones are moved away, the
/// next are found.
const LOOKED_AT: usize = 64;

/// A breach for each component that meets others in the way that is looked for, on whichever computers.
fn shared(drawing: &Drawing<'_>, wanted: Meeting) -> Vec<Breach> {
    let mut found: Vec<(usize, &Component, Vec<&Component>)> = Vec::new();
    for tenants in drawing.computers.tenants() {
        let tenants = tenants.get(..LOOKED_AT).unwrap_or(tenants);
        for mover in tenants {
            let meets = |other: &&Tenant<'_>| {
                other.number != mover.number && meeting(drawing, mover, other) == Some(wanted)
            };
            if !tenants.iter().any(|other| meets(&other)) {
                continue;
            }
            let place = found.partition_point(|(number, ..)| *number < mover.number);
            let known = found.get(place).is_some_and(|(number, ..)| *number == mover.number);
            if !known {
                found.insert(place, (mover.number, mover.component, Vec::new()));
            }
            let Some((_, _, met)) = found.get_mut(place) else { continue };
            for other in tenants.iter().filter(meets) {
                if met.len() < NAMED && !met.iter().any(|known| known.id == other.component.id) {
                    met.push(other.component);
                }
            }
        }
    }
    let mut breaches = Vec::new();
    for (_, mover, mut met) in found {
        let text = format!("“{}” shares a computer with {}.", mover.name, names(&met));
        met.insert(0, mover);
        let edits = vec![drawing.computers.separated(mover)];
        breaches.push(Breach::among(&met, text).fixed_by(OWN_COMPUTERS, Some(edits)));
    }
    breaches
}

/// What the fix of servers that may not share a computer is called.
pub(super) const OWN_COMPUTERS: &str = "Give it computers of its own";
