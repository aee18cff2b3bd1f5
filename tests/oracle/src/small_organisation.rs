//! A small organisation: one Standard Edition server, one Edge, one reverse proxy.

use crate::chains::single;
use crate::figures::{Expected, OFFICE, REMOTE, rows_of};
use crate::part::Part;
use crate::units::{planned_work_begins, server};

/// 4,000 users, of them 400 remote, on one Standard Edition server with one Edge.
///
/// Both servers are large enough (5,000 users each), so a path is either whole or down. Content lies on the Standard
/// Edition server itself; to users outside it comes by the reverse proxy, and they have to be in the conference.
pub fn small_organisation(planned_work: bool) -> Expected {
    let begins = planned_work_begins(planned_work);
    let office = single(server(), begins);
    let remote = office.with(&single(server(), begins));
    let mut rows = rows_of(OFFICE, 3_600.0, &office, &Part::perfect());
    rows.extend(rows_of(REMOTE, 400.0, &remote, &single(server(), begins)));
    Expected::new("small-organisation", rows)
}
