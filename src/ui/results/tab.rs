//! The tabs of the panel.

use crate::panel::PanelKind;

/// What the panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Three charts that answer the first questions.
    Overview,
    /// What the loss of each server does.
    Failures,
    /// What users lose, by cause.
    Losses,
    /// What single years look like.
    Years,
    /// What the worker writes.
    Panel(PanelKind),
}

impl Tab {
    /// Every tab in its order, with the end of its element's name and what it is called.
    pub(super) const ALL: [(Self, &'static str, &'static str); 11] = [
        (Self::Overview, "overview", "Overview"),
        panel(PanelKind::Findings),
        panel(PanelKind::Checklist),
        panel(PanelKind::Workloads),
        (Self::Failures, "failures", "If a server dies"),
        panel(PanelKind::Failure),
        panel(PanelKind::Recovery),
        panel(PanelKind::Capacity),
        panel(PanelKind::Bill),
        (Self::Losses, "losses", "Losses"),
        (Self::Years, "years", "Single year"),
    ];

    /// What the tab shows, where the worker writes it.
    pub(super) fn panel(self) -> Option<PanelKind> {
        if let Self::Panel(kind) = self { Some(kind) } else { None }
    }
}

const fn panel(kind: PanelKind) -> (Tab, &'static str, &'static str) {
    (Tab::Panel(kind), kind.id(), kind.label())
}
