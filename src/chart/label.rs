//! Names of rows, of which one part may be shortened and the other may not.

use super::bars::ROOM;
use super::metrics;
use super::sheet::FONT;
use crate::analysis::{Location, WorkloadRow};

/// A name that tells its row from the others by its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// What may be shortened.
    pub head: String,
    /// What may not.
    pub tail: String,
}

impl Label {
    /// The name in full.
    pub fn full(&self) -> String {
        format!("{}{}", self.head, self.tail)
    }

    /// Its width, with room for the reader's own font.
    pub fn width(&self) -> f64 {
        (metrics::width(&self.head, FONT) + metrics::width(&self.tail, FONT)) * ROOM
    }

    /// The name, shortened to the width.
    pub fn fitted(&self, room: f64) -> String {
        if self.width() <= room {
            return self.full();
        }
        let room = room / ROOM;
        let tail = metrics::fitted(&self.tail, FONT, room * 0.6);
        let head = metrics::fitted(&self.head, FONT, room - metrics::width(&tail, FONT));
        head + &tail
    }
}

/// The name of a row of the table of workloads: the workload, the population where there are several, and the location where
/// some users are remote.
pub(super) fn label(row: &WorkloadRow, among: &[WorkloadRow]) -> Label {
    let mut label = Label { head: row.key.workload.name().into(), tail: String::new() };
    if among.iter().any(|other| other.key.population != row.key.population) {
        label.head.push_str(", ");
        label.head.push_str(&row.population_name);
    }
    if among.iter().any(|other| other.key.location == Location::Remote) {
        label.tail.push_str(", ");
        label.tail.push_str(row.key.location.id());
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_too_long_keeps_its_end() {
        let label = Label { head: "IM and presence, Users of a large city".into(), tail: ", remote".into() };
        assert_eq!(label.fitted(label.width()), "IM and presence, Users of a large city, remote");
        let short = label.fitted(200.0);
        assert!(short.starts_with("IM and presence") && short.ends_with("…, remote"), "{short}");
        assert!(metrics::width(&short, FONT) * ROOM <= 200.0);
        assert!(metrics::width(&label.fitted(40.0), FONT) * ROOM <= 45.0, "{}", label.fitted(40.0));
    }
}
