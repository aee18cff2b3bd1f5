//! Communicator Web Access: browser users, and the pages of conferences by telephone.

mod load;
mod single;

use super::breach::Breach;
use super::drawing::Drawing;
use super::finding::Severity;
use super::fix::{NewPart, component, link};
use super::homes::{Home, homes, with_most};
use super::rule::Rule;
use super::sources::BALANCED_ROLES;
use super::sources::voice::{DIAL_IN, WEB_ACCESS, WEB_ACCESS_REQUIREMENTS};
use super::wishes::wanting;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Edit, LinkKind, NodeId};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "CWA-NEEDS-OCS",
        title: "Communicator Web Access without a home",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Communicator Web Access signs its users in at a pool or a Standard Edition server; by itself it does nothing.",
        source: WEB_ACCESS_REQUIREMENTS,
        check: without_home,
    },
    Rule {
        id: "CWA-DIALIN",
        title: "Conferences by telephone without Communicator Web Access",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Conferences by telephone need Communicator Web Access, even where nobody uses a browser to talk.",
        source: DIAL_IN,
        check: missing_for_dial_in,
    },
    Rule {
        id: "CWA-CAPACITY",
        title: "Too many browser users",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A server of Communicator Web Access carries about 5,000 connections at the same time.",
        source: WEB_ACCESS,
        check: load::over_capacity,
    },
    Rule {
        id: "CWA-SINGLE",
        title: "A single server of Communicator Web Access where high availability is wanted",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Browser users sign in by Communicator Web Access and by nothing else. Several servers of it behind a hardware \
                 load balancer are documented; with one, its failure leaves them without service.",
        source: BALANCED_ROLES,
        check: single::alone,
    },
];

/// Where a new server stands, seen from its home.
const BEFORE_HOME: Vector<Canvas> = Vector::new(-280.0, 320.0);

fn without_home(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let home = with_most(drawing, |users| users.users);
    for server in drawing.with_function(Function::WebAccess) {
        if !drawing.linked_from(LinkKind::SignsIn, &server.id).is_empty() {
            continue;
        }
        let text = format!("“{}” signs its users in nowhere.", server.name);
        let breach = Breach::new(&[&server.id], text);
        breaches.push(match &home {
            Some(home) => {
                let edits = link(drawing, LinkKind::SignsIn, &server.id, home.id);
                breach.fixed_by(format!("Sign them in at “{}”", home.name), Some(edits))
            }
            None => breach,
        });
    }
    breaches
}

/// One finding for the whole plan: one installation serves the conferences of all homes.
fn missing_for_dial_in(drawing: &Drawing<'_>) -> Vec<Breach> {
    let wanted = wanting(drawing, |population| population.dial_in_share);
    if wanted.is_empty() || !drawing.with_function(Function::WebAccess).is_empty() {
        return Vec::new();
    }
    let ids: Vec<&NodeId> = wanted.keys().copied().collect();
    let text = "Conferences by telephone are wanted, and there is no Communicator Web Access.".into();
    let users = |home: &Home<'_>| wanted.get(home.id).copied().unwrap_or_default();
    let most = homes(drawing).into_iter().max_by(|a, b| users(a).total_cmp(&users(b)));
    let edits = most.and_then(|home| added(drawing, &home));
    vec![Breach::new(&ids, text).fixed_by("Add Communicator Web Access", edits)]
}

fn added(drawing: &Drawing<'_>, home: &Home<'_>) -> Option<Vec<Edit>> {
    let part = NewPart {
        function: Function::WebAccess,
        servers: 1,
        site: home.site,
        pool: None,
        position: home.position + BEFORE_HOME,
    };
    let server = component(drawing, &part)?;
    let links = link(drawing, LinkKind::SignsIn, &server.id, home.id);
    let mut edits = vec![Edit::AddComponent(server)];
    edits.extend(links);
    Some(edits)
}
