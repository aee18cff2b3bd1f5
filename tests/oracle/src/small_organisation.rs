//! A small organisation: one Standard Edition server, one Edge, one reverse proxy.

use crate::chains::single;
use crate::figures::{CONFERENCING, Expected, IM_AND_PRESENCE, OFFICE, REMOTE, Row};
use crate::units::{planned_work_begins, server};

/// 4,000 users, of them 400 remote, on one Standard Edition server with one Edge.
///
/// Both servers are large enough (5,000 users each), so a path is either whole or down. The reverse proxy takes
/// content from a conference, not the conference.
pub fn small_organisation(planned_work: bool) -> Expected {
    let begins = planned_work_begins(planned_work);
    let office = single(server(), begins);
    let remote = office.with(&single(server(), begins));
    let rows = [IM_AND_PRESENCE, CONFERENCING]
        .into_iter()
        .flat_map(|workload| {
            [Row::new(workload, OFFICE, 3_600.0, &office), Row::new(workload, REMOTE, 400.0, &remote)]
        })
        .collect();
    Expected::new("small-organisation", rows)
}
