//! How load balancers are set up, of which a plan says nothing.

use super::snat::pool_balancers;
use super::unneeded::in_front_of;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::{LinkKind, NodeId};
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::item::Item;
use crate::rules::sources::LOAD_BALANCERS;
use crate::rules::sources::pools::{ARMS, DNS_BALANCING_LYNC, IDLE_TIME_2005, RESOURCE_KIT, SNAT_2007};

pub(in crate::rules) const ITEMS: &[Item] = &[
    Item {
        id: "HLB-NAT-MODE",
        statement: "The load balancer of the pool translates the addresses of clients (SNAT), not only its own (DNAT).",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "For pools of 2007 R2 the Resource Kit and a page of a vendor of load balancers (CAI Networks, “SNAT and DNAT for \
                 OCS”) say that DNAT is no longer supported. The 2007 edition allowed DNAT where each pool had a subnet of its own (bb870398).",
        source: RESOURCE_KIT,
        about: pool_balancers,
    },
    Item {
        id: "HLB-SNAT-IPS",
        statement: "The load balancer of the pool has enough addresses for SNAT.",
        severity: Severity::Warning,
        mark: Mark::Derived,
        reason: "An address has ports for some 65,000 connections, and each connected user has about one. Documented for the \
                 2007 edition; nothing was read for 2007 R2.",
        source: SNAT_2007,
        about: pool_balancers,
    },
    Item {
        id: "HLB-NO-DNSLB",
        statement: "Connections are spread by the load balancer, not by several addresses of one name in DNS.",
        severity: Severity::Error,
        mark: Mark::Derived,
        reason: "2007 R2 asks for a hardware load balancer; DNS load balancing is described for the next release, Lync Server \
                 2010, alone.",
        source: DNS_BALANCING_LYNC,
        about: balancers,
    },
    Item {
        id: "HLB-ARMS",
        statement: "The load balancer stands in a one-armed or a two-armed topology.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Only these two are supported: one network interface for both sides, or one for each.",
        source: ARMS,
        about: balancers,
    },
    Item {
        id: "HLB-VENDOR",
        statement: "The load balancer is a model that was tested, or its vendor supports it for this use.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Tested were F5 BIG-IP, Nortel Application Switch, CAI Networks WebMux, Foundry ServerIron, Cisco ACE and Citrix \
                 NetScaler.",
        source: RESOURCE_KIT,
        about: balancers,
    },
    Item {
        id: "HLB-AFFINITY",
        statement: "A client stays with one server behind the load balancer for as long as its session lasts.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "A session lives on one Front End. Communicator Web Access needs the same of its load balancer (dd441196).",
        source: RESOURCE_KIT,
        about: keeping_sessions,
    },
    Item {
        id: "HLB-PORTS",
        statement: "The virtual address of the pool answers on ports 5060, 5061, 135, 443 and 444, and on those of the \
                    applications in use.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "Clients and other servers reach the services of a pool by these ports of its virtual address.",
        source: LOAD_BALANCERS,
        about: pool_balancers,
    },
    Item {
        id: "HLB-IDLE",
        statement: "The load balancer keeps silent TCP connections at least as long as clients take between two REGISTER \
                    requests.",
        severity: Severity::Info,
        mark: Mark::Derived,
        reason: "Otherwise it cuts off clients that have nothing to say; asking the servers every 5 seconds whether they live is \
                 fine. Documented for Live Communications Server 2005; nothing was read for 2007 R2.",
        source: IDLE_TIME_2005,
        about: balancers,
    },
];

/// Load balancers that stand in a pool or in front of servers.
fn balancers(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let all = drawing.with_function(Function::LoadBalancer).iter();
    all.filter(|balancer| {
        balancer.pool.is_some() || !drawing.linked_from(LinkKind::Balances, &balancer.id).is_empty()
    })
    .map(|balancer| balancer.id.clone())
    .collect()
}

fn keeping_sessions(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let mut nodes = pool_balancers(drawing);
    for balancer in drawing.with_function(Function::LoadBalancer) {
        if !in_front_of(drawing, balancer, Function::WebAccess).is_empty() {
            nodes.push(balancer.id.clone());
        }
    }
    nodes
}
