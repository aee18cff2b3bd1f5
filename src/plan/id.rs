//! Identifiers within a plan. They are stable: an edit never changes the id of what it leaves standing.

use crate::catalog::id::identifiers;

identifiers! {
    /// Names a scenario of a document.
    ScenarioId;
    /// Names a site of a scenario.
    SiteId;
    /// Names a component, a pool or a population; no two of these share a name in a scenario.
    NodeId;
    /// Names a server of a component; unique in a scenario.
    ServerId;
    /// Names a computer; servers that name the same one fail together.
    ComputerId;
    /// Names a link of a scenario.
    LinkId;
}
