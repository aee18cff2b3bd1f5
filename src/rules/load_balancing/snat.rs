//! Addresses that a load balancer of a pool needs for translating those of clients.

use crate::catalog::role::Function;
use crate::plan::NodeId;
use crate::rules::balancer::stands_in;
use crate::rules::drawing::Drawing;
use crate::rules::words::{grouped, users};

/// How many addresses each pool needs: its connected users, each with a connection, over the connections of one address;
/// at least one.
pub(in crate::rules) fn addresses(drawing: &Drawing<'_>) -> Option<String> {
    let each = drawing.catalog.figure(&"users-per-snat-address".into())?.value;
    let mut texts = Vec::new();
    for pool in drawing.pools().filter(|pool| stands_in(drawing, &pool.id)) {
        let connected = drawing.homed(&pool.id).connected;
        let needed = (connected / each).ceil().max(1.0);
        let addresses = if needed > 1.0 { "addresses" } else { "address" };
        texts.push(format!("“{}” {} {addresses} for {}", pool.name, grouped(needed), users(connected)));
    }
    let connections = grouped(each);
    (!texts.is_empty())
        .then(|| format!("At {connections} connections for each address: {}.", texts.join(", ")))
}

/// The load balancers of pools.
pub(super) fn pool_balancers(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let balancers = drawing.with_function(Function::LoadBalancer).iter();
    balancers.filter(|balancer| balancer.pool.is_some()).map(|balancer| balancer.id.clone()).collect()
}
