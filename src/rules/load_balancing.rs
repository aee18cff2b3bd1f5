//! Load balancers: where they are needed and where not, when one unit is too few, and how they are set up.

mod items;
mod required;
mod single;
mod snat;
mod unneeded;

use super::finding::Severity;
use super::rule::Rule;
use super::sources::pools::{DIRECTOR, GROUP_CHAT_BALANCES_ITSELF};
use super::sources::{BACK_END, BALANCED_ROLES, LOAD_BALANCERS};
use crate::catalog::figure::Mark;

pub(super) use items::ITEMS;
pub(super) use snat::addresses as snat_addresses;
pub(super) use unneeded::{in_front_of, removed};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "HLB-REQ-POOL",
        title: "Several Front Ends need a load balancer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "An Enterprise pool of two or more Front Ends needs a hardware load balancer: without one, clients \
                 reach only one of them.",
        source: LOAD_BALANCERS,
        check: required::by_pools,
    },
    Rule {
        id: "HLB-REQ-DIRECTOR",
        title: "Several Directors need a load balancer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "A Director of two or more servers needs a hardware load balancer, as any other pool does.",
        source: DIRECTOR,
        check: required::by_directors,
    },
    Rule {
        id: "HLB-REQ-EDGE",
        title: "Several Edge Servers need a load balancer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Two or more Edge Servers at one site need a hardware load balancer in front of them. The 2007 edition \
                 only recommended one (bb964010).",
        source: LOAD_BALANCERS,
        check: required::by_edge_arrays,
    },
    Rule {
        id: "HLB-REQ-CWA",
        title: "Several Communicator Web Access servers need a load balancer",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Two or more Communicator Web Access servers for the same kind of users need a hardware load balancer. \
                 The planner takes the servers of one component to be for the same kind.",
        source: BALANCED_ROLES,
        check: required::by_web_access,
    },
    Rule {
        id: "HLB-SPOF",
        title: "A load balancer without a second unit",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "Everything behind a load balancer depends on it. Where high availability is wanted it has to be a \
                 redundant pair, or it is the single point of failure.",
        source: LOAD_BALANCERS,
        check: single::units,
    },
    Rule {
        id: "HLB-OPT-SINGLE",
        title: "One Front End without a load balancer",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "The page on the topology of Back-Ends (dd425285) lists pools of one Front End with a load balancer and \
                 without. The Resource Kit for 2007 R2 (https://ebookreading.net/view/book/EB9780735626355_41.html) has one \
                 in front of every Enterprise pool. The planner goes by the page.",
        source: BACK_END,
        check: unneeded::by_one_front_end,
    },
    Rule {
        id: "HLB-SE",
        title: "A load balancer in front of a Standard Edition server",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "A Standard Edition server is one server and needs no load balancer: there is nothing to choose from, and \
                 one more part that can fail.",
        source: LOAD_BALANCERS,
        check: unneeded::by_standard_edition,
    },
    Rule {
        id: "HLB-GROUPCHAT",
        title: "A load balancer in front of Group Chat",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Group Chat spreads its users by itself: its Lookup service names the servers in turn, and no load balancer \
                 belongs in front of it (dd441154). The page on planning load balancers \
                 (https://technet.microsoft.com/en-us/library/dd441257(v=office.13).aspx) says that chat-room servers inside \
                 may be balanced. The planner goes by the first.",
        source: GROUP_CHAT_BALANCES_ITSELF,
        check: unneeded::by_group_chat,
    },
];
