//! A row of the chart: whose it is, how available, and what was wanted.

use crate::analysis::WorkloadRow;
use crate::chart::label::{Label, label};
use crate::chart::nines::{nines, percent, target};

/// A row of the chart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// The workload, and the users where there are several kinds of them.
    pub label: Label,
    /// Share of the users' time that is lost.
    pub unavailability: f64,
    /// The availability wanted.
    pub target: Option<f64>,
}

impl Row {
    /// The rows in the order of the table of workloads.
    pub fn all(rows: &[WorkloadRow]) -> Vec<Self> {
        rows.iter()
            .map(|row| Self {
                label: label(row, rows),
                unavailability: row.measures.unavailability_user_weighted.value,
                target: row.target,
            })
            .collect()
    }

    /// Length of its bar.
    pub fn nines(&self) -> f64 {
        nines(self.unavailability)
    }

    /// Place of its target.
    pub fn target_nines(&self) -> Option<f64> {
        self.target.map(|target| nines(1.0 - target))
    }

    /// Whether the target is wanted and not reached.
    pub fn misses_target(&self) -> bool {
        self.target.is_some_and(|target| self.unavailability > 1.0 - target)
    }

    /// The availability: `99.985 %`.
    pub fn value(&self) -> String {
        percent(self.unavailability)
    }

    /// The availability and how it stands to the target.
    pub fn in_words(&self) -> String {
        match self.target {
            None => self.value(),
            Some(wanted) => {
                let verb = if self.misses_target() { "misses" } else { "meets" };
                format!("{}, {verb} the target of {}", self.value(), target(wanted))
            }
        }
    }
}
