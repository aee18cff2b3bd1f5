//! The Entry Tier, adapted: one pool and one Edge array, each behind a pair of load balancers.

use crate::chains::{database_cluster, load_balancer_pair, load_shared, single};
use crate::figures::{Expected, OFFICE, REMOTE, rows_of};
use crate::part::Part;
use crate::units::{load_balancer, planned_work_begins, server, shared_storage};

/// 30,000 users, of them 3,000 remote: four Front Ends behind a load-balancer pair, a two-node SQL cluster with
/// shared storage, four Edges behind a load-balancer pair, a reverse proxy.
///
/// Two Front Ends of 12,500 users are too few, so the pool's share falls in steps; one Edge of 5,000 is enough,
/// so the Edge array is whole or down.
pub fn entry_tier(planned_work: bool) -> Expected {
    with_content_on(&Part::perfect(), planned_work)
}

/// The same with a file share in the pool, which content lies on: one server of its own.
pub fn entry_tier_with_a_file_share(planned_work: bool) -> Expected {
    with_content_on(&single(server(), planned_work_begins(planned_work)), planned_work)
}

fn with_content_on(share: &Part, planned_work: bool) -> Expected {
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
    let proxy = single(server(), begins);
    let mut rows = rows_of(OFFICE, 27_000.0, &office, share);
    rows.extend(rows_of(REMOTE, 3_000.0, &remote, &share.with(&proxy)));
    Expected::new("entry-tier", rows)
}
