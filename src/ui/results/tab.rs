//! The tabs of the panel.

/// What the panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Three charts that answer the first questions.
    Overview,
    /// Figures by workload.
    Workloads,
    /// What the loss of each server does.
    Failures,
    /// What users lose, by cause.
    Losses,
    /// What single years look like.
    Years,
    /// What the rules say.
    Findings,
}

impl Tab {
    /// Every tab in its order, with the end of its element's name and what it is called.
    pub(super) const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::Overview, "overview", "Overview"),
        (Self::Workloads, "workloads", "Workloads"),
        (Self::Failures, "failures", "If a server dies"),
        (Self::Losses, "losses", "Where the minutes go"),
        (Self::Years, "years", "A single year"),
        (Self::Findings, "findings", "Findings"),
    ];
}
