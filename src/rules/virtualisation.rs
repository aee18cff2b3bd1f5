//! What may run on virtual machines.

mod hosts;
mod pools;
mod roles;

use super::finding::Severity;
use super::item::Item;
use super::placed::{PRODUCT, placed};
use super::rule::Rule;
use super::sources::VIRTUALIZATION;
use crate::catalog::figure::Mark;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "VIRT-ROLES",
        title: "What has to be physical is virtual",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Conferencing with audio, video or slides, telephony, conferences by telephone and Communicator Web Access are \
                 not supported on virtual machines, neither inside nor on Edge Servers.",
        source: VIRTUALIZATION,
        check: roles::refused,
    },
    Rule {
        id: "VIRT-ARCH",
        title: "Archiving or monitoring on virtual machines",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Archiving and monitoring of a virtual pool, the latter of call details only, have to be on physical computers. \
                 Sources differ; the planner follows Microsoft's page, which is the later one.",
        source: VIRTUALIZATION,
        check: roles::recording,
    },
    Rule {
        id: "VIRT-CAP",
        title: "More users than were tested on virtual machines",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "A virtual pool was tested with up to 40,000 users, 10,000 of them with Group Chat.",
        source: VIRTUALIZATION,
        check: pools::beyond_the_test,
    },
    Rule {
        id: "VIRT-HOST",
        title: "Servers that stand in for one another on one computer",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Servers on one computer fail together, so the second one is no help when the computer fails. Several \
                 on one computer have to be virtual machines, which only some workloads support.",
        source: VIRTUALIZATION,
        check: hosts::alike_on_one,
    },
    Rule {
        id: "VIRT-NEW-POOL",
        title: "No physical pool beside the virtual one",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Users who want telephony or conferences need a pool of their own on physical computers.",
        source: VIRTUALIZATION,
        check: pools::no_physical_one,
    },
    Rule {
        id: "VIRT-OK",
        title: "What virtual machines are good for",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Front Ends, a Back-End with SQL Server 2008 of 64 bits, Group Chat and Compliance Servers and the Access Edge \
                 service may be virtual, for messages, presence, users outside, federation, public providers and Group Chat.",
        source: VIRTUALIZATION,
        check: roles::allowed,
    },
];

pub(super) const ITEMS: &[Item] = &[Item {
    id: "VIRT-GUEST",
    statement: "Every virtual machine runs Windows Server 2008 of 64 bits.",
    severity: Severity::Error,
    mark: Mark::Documented,
    reason: "No other operating system is supported inside a virtual machine.",
    source: VIRTUALIZATION,
    about: |drawing| {
        let mut nodes = placed(drawing, PRODUCT);
        let virtuals = roles::virtual_ids(drawing);
        nodes.retain(|node| virtuals.contains(node));
        nodes
    },
}];
