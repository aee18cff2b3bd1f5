//! What has to be looked at by hand where there is Group Chat.

use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::plan::NodeId;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::item::Item;
use crate::rules::sources::GROUP_CHAT_COMPONENT;
use crate::rules::sources::recording::GROUP_CHAT_REQUIREMENTS;

pub(in crate::rules) const ITEMS: &[Item] = &[
    Item {
        id: "GC-CERT",
        statement: "Every Group Chat and Compliance Server has a certificate of the authority that the pools use.",
        severity: Severity::Info,
        mark: Mark::Documented,
        reason: "The servers prove to one another who they are. A plan does not hold certificates.",
        source: GROUP_CHAT_COMPONENT,
        about: chat_and_compliance,
    },
    Item {
        id: "GC-AD",
        statement: "The Group Chat servers are members of an Active Directory domain, and the root domain of the forest has \
                    a global catalog server.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "Group Chat finds its users in the directory of the forest.",
        source: GROUP_CHAT_REQUIREMENTS,
        about: chat,
    },
];

fn chat(drawing: &Drawing<'_>) -> Vec<NodeId> {
    drawing.with_function(Function::ChatServer).iter().map(|server| server.id.clone()).collect()
}

fn chat_and_compliance(drawing: &Drawing<'_>) -> Vec<NodeId> {
    let mut all = chat(drawing);
    all.extend(drawing.with_function(Function::Compliance).iter().map(|server| server.id.clone()));
    all
}
