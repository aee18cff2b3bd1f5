//! The panels that the worker writes.

use crate::json;

/// What a panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PanelKind {
    /// What the rules say.
    Findings,
    /// What has to be looked at by hand.
    Checklist,
    /// Figures by workload.
    Workloads,
    /// What the servers and sites that are down do.
    Failure,
    /// Whom each component has room for.
    Capacity,
    /// What has to be bought.
    Bill,
    /// What the loss of a site takes.
    Recovery,
}

json::names!(PanelKind { Findings, Checklist, Workloads, Failure, Capacity, Bill, Recovery });

impl PanelKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Findings,
        Self::Checklist,
        Self::Workloads,
        Self::Failure,
        Self::Capacity,
        Self::Bill,
        Self::Recovery,
    ];

    /// Its name in the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Checklist => "checklist",
            Self::Workloads => "workloads",
            Self::Failure => "failure",
            Self::Capacity => "capacity",
            Self::Bill => "bill",
            Self::Recovery => "recovery",
        }
    }

    /// What its tab is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Findings => "Findings",
            Self::Checklist => "Checklist",
            Self::Workloads => "Workloads",
            Self::Failure => "Behaviour",
            Self::Capacity => "Capacity",
            Self::Bill => "Parts",
            Self::Recovery => "Recovery",
        }
    }
}
