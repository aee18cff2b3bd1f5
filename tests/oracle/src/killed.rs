//! The Entry Tier with a server killed that does not come back.

use crate::chains::{database_cluster, load_balancer_pair, load_shared, single};
use crate::figures::{Expected, OFFICE, REMOTE, rows_of};
use crate::part::Part;
use crate::units::{load_balancer, planned_work_begins, server, shared_storage};

/// One Front End killed: three of three are left, with 10,000 users each.
pub fn entry_tier_without_a_front_end(planned_work: bool) -> Expected {
    let begins = planned_work_begins(planned_work);
    let office = load_balancer_pair(load_balancer())
        .part()
        .with(&load_shared(3, server(), begins, 30_000.0, 12_500.0))
        .with(&database_cluster(server(), begins).part())
        .with(&single(shared_storage(), 0.0));
    let remote = office.with(&edges(4, begins));
    rows(&office, &remote, begins)
}

/// One node of the Back-End killed: the other one runs by itself, on the storage that they shared.
pub fn entry_tier_without_a_back_end_node(planned_work: bool) -> Expected {
    let begins = planned_work_begins(planned_work);
    let office = load_balancer_pair(load_balancer())
        .part()
        .with(&load_shared(4, server(), begins, 30_000.0, 12_500.0))
        .with(&single(server(), begins))
        .with(&single(shared_storage(), 0.0));
    let remote = office.with(&edges(4, begins));
    rows(&office, &remote, begins)
}

/// One unit of the pool's load-balancer pair and two Edge Servers killed.
pub fn entry_tier_without_a_balancer_and_two_edges(planned_work: bool) -> Expected {
    let begins = planned_work_begins(planned_work);
    let office = single(load_balancer(), 0.0)
        .with(&load_shared(4, server(), begins, 30_000.0, 12_500.0))
        .with(&database_cluster(server(), begins).part())
        .with(&single(shared_storage(), 0.0));
    let remote = office.with(&edges(2, begins));
    rows(&office, &remote, begins)
}

/// So many Edge Servers for 3,000 remote users, of which any one is enough, behind a pair.
fn edges(servers: u8, begins: f64) -> Part {
    load_balancer_pair(load_balancer()).part().with(&load_shared(servers, server(), begins, 3_000.0, 5_000.0))
}

/// Content lies on no file share, and comes to those outside by one reverse proxy.
fn rows(office: &Part, remote: &Part, begins: f64) -> Expected {
    let mut rows = rows_of(OFFICE, 27_000.0, office, &Part::perfect());
    rows.extend(rows_of(REMOTE, 3_000.0, remote, &single(server(), begins)));
    Expected::new("entry-tier", rows)
}
