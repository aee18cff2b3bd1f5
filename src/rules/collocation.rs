//! Which roles may share a computer.

use super::breach::Breach;
use super::computers::Tenant;
use super::drawing::Drawing;
use super::finding::Severity;
use super::rule::Rule;
use super::sources::{
    BACK_END, BALANCED_ROLES, COLLOCATION, EXTERNAL_ACCESS, FILE_SHARES, GROUP_CHAT_COMPONENT,
    HIGH_AVAILABILITY, VIRTUALIZATION,
};
use super::words::{count, names};
use crate::catalog::figure::Mark;
use crate::catalog::role::{Function, Redundancy};
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
        reason: "Combinations that the documentation does not list are untested and unsupported; Front Ends, Edge \
                 Servers and Group Chat servers share their computers with nothing.",
        source: COLLOCATION,
        check: |drawing| shared(drawing, Meeting::Unlisted),
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
    Rule {
        id: "VIRT-HOST",
        title: "Servers that stand in for one another on one computer",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Servers on one computer fail together, so the second one is no help when the computer fails. Several \
                 on one computer have to be virtual machines, which only some workloads support.",
        source: VIRTUALIZATION,
        check: alike_on_one,
    },
];

/// What it is called that two functions meet on a computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meeting {
    BackEndWithRole,
    TwoBackEnds,
    PassiveNode,
    BackEndWithDatabase,
    ChatWithDatabase,
    ChatWithCompliance,
    EdgeWithProxy,
    BalancerOnServer,
    FileShareOnFrontEnd,
    Unlisted,
}

/// Others that a sentence names at the most.
const NAMED: usize = 4;

/// Components of one computer that are looked at. A computer with more is wrong already; as the first ones are moved away, the
/// next are found.
const LOOKED_AT: usize = 64;

/// What it is called that the first has servers where the second has some, seen from the one that should move.
fn meeting(mover: &Tenant<'_>, other: &Tenant<'_>) -> Option<Meeting> {
    use Function::{
        BackEnd, ChatDatabase, ChatServer, Compliance, Edge, FileShare, FrontEnd, LoadBalancer, ReverseProxy,
        Standalone,
    };
    match (mover.function, other.function) {
        (LoadBalancer, LoadBalancer) | (FileShare, Standalone) | (Standalone, FileShare) => None,
        (LoadBalancer, _) => Some(Meeting::BalancerOnServer),
        (BackEnd, Standalone | FrontEnd | Edge | ChatServer) => Some(Meeting::BackEndWithRole),
        (BackEnd, BackEnd) if mover.number < other.number => None,
        (BackEnd, BackEnd) if mover.serves || other.serves => Some(Meeting::TwoBackEnds),
        (BackEnd, ChatDatabase) if mover.serves => Some(Meeting::BackEndWithDatabase),
        (BackEnd, BackEnd | ChatDatabase) => Some(Meeting::PassiveNode),
        (ChatDatabase, ChatServer) => Some(Meeting::ChatWithDatabase),
        (Compliance, ChatServer) => Some(Meeting::ChatWithCompliance),
        (ReverseProxy, Edge) => Some(Meeting::EdgeWithProxy),
        (FileShare, FrontEnd) => Some(Meeting::FileShareOnFrontEnd),
        (FrontEnd, FileShare)
        | (Edge, ReverseProxy)
        | (ChatServer, ChatDatabase | Compliance)
        | (Standalone | FrontEnd | Edge | ChatServer, BackEnd)
        | (_, LoadBalancer) => None,
        // Each pair once: the later role moves, or the later component of one role.
        (a, b) if a < b || (a == b && mover.number < other.number) => None,
        (Standalone | FrontEnd | Edge | ChatServer, _) | (_, Standalone | FrontEnd | Edge | ChatServer) => {
            Some(Meeting::Unlisted)
        }
        _ => None,
    }
}

/// A breach for each component that meets others in the way that is looked for, on whichever computers.
fn shared(drawing: &Drawing<'_>, wanted: Meeting) -> Vec<Breach> {
    let mut found: Vec<(usize, &Component, Vec<&Component>)> = Vec::new();
    for tenants in drawing.computers.tenants() {
        let tenants = tenants.get(..LOOKED_AT).unwrap_or(tenants);
        for mover in tenants {
            let meets =
                |other: &&Tenant<'_>| other.number != mover.number && meeting(mover, other) == Some(wanted);
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

/// A breach for each component that has several of its servers on one computer.
fn alike_on_one(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for component in &drawing.scenario.components {
        let helps = drawing.role(component).is_some_and(|role| role.redundancy != Redundancy::Single);
        let most = if helps { most_on_one(component) } else { 1 };
        if most < 2 {
            continue;
        }
        let text = format!("{} of “{}” run on one computer.", count(most, "server"), component.name);
        let edits = vec![drawing.computers.separated(component)];
        breaches.push(Breach::new(&[&component.id], text).fixed_by(OWN_COMPUTERS, Some(edits)));
    }
    breaches
}

/// Servers on that computer of the component that carries most of them.
fn most_on_one(component: &Component) -> usize {
    let mut most = 0;
    for server in &component.servers {
        let alike = component.servers.iter().filter(|other| other.computer == server.computer).count();
        most = most.max(alike);
    }
    most
}

const OWN_COMPUTERS: &str = "Give it computers of its own";
