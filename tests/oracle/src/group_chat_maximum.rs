//! The largest Group Chat: five chat servers for 10,000 users.

use crate::chains::{database_cluster, load_balancer_pair, load_shared, single};
use crate::figures::{Expected, GROUP_CHAT, OFFICE, Row, rows_of};
use crate::part::Part;
use crate::units::{load_balancer, planned_work_begins, server, shared_storage};

/// 10,000 users in the office, all of them in Group Chat: a pool of four Front Ends behind a load-balancer pair
/// with a two-node SQL cluster and shared storage, five chat servers with a database server of their own.
///
/// One Front End of 12,500 users is enough, so the pool is whole or down; each chat server of 2,000 that is
/// missing costs a fifth of the users.
pub fn group_chat_maximum(planned_work: bool) -> Expected {
    const USERS: f64 = 10_000.0;
    let begins = planned_work_begins(planned_work);
    let core = load_balancer_pair(load_balancer())
        .part()
        .with(&load_shared(4, server(), begins, USERS, 12_500.0))
        .with(&database_cluster(server(), begins).part())
        .with(&single(shared_storage(), 0.0));
    let chat = core.with(&load_shared(5, server(), begins, USERS, 2_000.0)).with(&single(server(), begins));
    let mut rows = rows_of(OFFICE, USERS, &core, &Part::perfect());
    rows.push(Row::new(GROUP_CHAT, OFFICE, USERS, &chat));
    Expected::new("group-chat-maximum", rows)
}
