//! The Entry Tier, adapted: one pool and one Edge array, each behind a pair of load balancers.

use crate::chains::{database_cluster, load_balancer_pair, load_shared, single};
use crate::figures::{CONFERENCING, Expected, IM_AND_PRESENCE, OFFICE, REMOTE, Row};
use crate::units::{load_balancer, planned_work_begins, server, shared_storage};

/// 30,000 users, of them 3,000 remote: four Front Ends behind a load-balancer pair, a two-node SQL cluster with
/// shared storage, four Edges behind a load-balancer pair, a reverse proxy.
///
/// Two Front Ends of 12,500 users are too few, so the pool's share falls in steps; one Edge of 5,000 is enough,
/// so the Edge array is whole or down.
pub fn entry_tier(planned_work: bool) -> Expected {
    let begins = planned_work_begins(planned_work);
    let office = load_balancer_pair(load_balancer())
        .part()
        .with(&load_shared(4, server(), begins, 30_000.0, 12_500.0))
        .with(&database_cluster(server(), begins).part())
        .with(&single(shared_storage(), 0.0));
    let remote = office.with(&load_balancer_pair(load_balancer()).part()).with(&load_shared(
        4,
        server(),
        begins,
        3_000.0,
        5_000.0,
    ));
    let rows = [IM_AND_PRESENCE, CONFERENCING]
        .into_iter()
        .flat_map(|workload| {
            [Row::new(workload, OFFICE, 27_000.0, &office), Row::new(workload, REMOTE, 3_000.0, &remote)]
        })
        .collect();
    Expected::new("entry-tier", rows)
}
