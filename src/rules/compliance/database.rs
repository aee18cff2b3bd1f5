//! Where the record of chat rooms is kept.

use crate::catalog::figure::Mark;
use crate::catalog::id::FigureId;
use crate::catalog::role::Function;
use crate::geometry::{Canvas, Vector};
use crate::plan::{Component, Edit, LinkKind, NodeId};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::finding::Severity;
use crate::rules::fix::{NewPart, component, link};
use crate::rules::words::{grouped, users};

/// Group Chat users for which one shared database is enough.
const SMALL: &str = "small-chat-database";

/// Where a new database stands, seen from the Compliance Servers.
const BELOW_SERVERS: Vector<Canvas> = Vector::new(0.0, 128.0);

pub(super) fn shared(drawing: &Drawing<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for recorder in drawing.with_function(Function::Compliance) {
        let stores = drawing.linked_from(LinkKind::Stores, &recorder.id).iter();
        let chat = stores.copied().find(|database| is_chat_database(drawing, database));
        let Some(chat) = chat else { continue };
        let text = format!("“{}” keeps its record in “{}”", recorder.name, drawing.name(chat));
        let breach = weighed(drawing, &[&recorder.id, chat], &text);
        breaches.push(breach.fixed_by("Add a compliance database", moved_out(drawing, recorder)));
    }
    for tenants in drawing.computers.tenants() {
        let chat = tenants.iter().find(|tenant| tenant.function == Function::ChatDatabase);
        let Some(chat) = chat else { continue };
        for tenant in tenants.iter().filter(|tenant| tenant.function == Function::ComplianceDatabase) {
            let (record, chat) = (tenant.component, chat.component);
            // A cluster that shares several computers is said once.
            if breaches.iter().any(|breach: &Breach| breach.nodes.first() == Some(&record.id)) {
                continue;
            }
            let text = format!("“{}” shares a computer with “{}”", record.name, chat.name);
            let breach = weighed(drawing, &[&record.id, &chat.id], &text);
            let edits = vec![drawing.computers.separated(record)];
            breaches.push(breach.fixed_by("Give it computers of its own", Some(edits)));
        }
    }
    breaches
}

fn is_chat_database(drawing: &Drawing<'_>, id: &NodeId) -> bool {
    drawing.with_function(Function::ChatDatabase).iter().any(|database| database.id == *id)
}

/// The breach with the weight that the number of users gives it.
fn weighed(drawing: &Drawing<'_>, nodes: &[&NodeId], what: &str) -> Breach {
    let small = drawing.catalog.figure(&FigureId::from(SMALL)).map_or(f64::INFINITY, |figure| figure.value);
    let chatting = users(drawing.chat_users);
    let few = grouped(small);
    if drawing.chat_users > small {
        let text = format!(
            "{what}, for {chatting} of Group Chat; the planner takes up to {few} as a small deployment."
        );
        Breach::new(nodes, text).weighing(Severity::Warning, Mark::Assumed)
    } else {
        let text = format!(
            "{what}, which {chatting} of Group Chat allow: up to {few} the planner takes as a small deployment."
        );
        Breach::new(nodes, text)
    }
}

/// The edits that give the record a database of its own.
fn moved_out(drawing: &Drawing<'_>, recorder: &Component) -> Option<Vec<Edit>> {
    let part = NewPart {
        function: Function::ComplianceDatabase,
        servers: if drawing.targets().high_availability_internal { 2 } else { 1 },
        site: &recorder.site,
        pool: None,
        position: recorder.position + BELOW_SERVERS,
    };
    let database = component(drawing, &part)?;
    let mut cut = Vec::new();
    for link in &drawing.scenario.links {
        if link.kind == LinkKind::Stores && link.from == recorder.id {
            cut.push(link.id.clone());
        }
    }
    let linked = link(drawing, LinkKind::Stores, &recorder.id, &database.id);
    let mut edits = vec![Edit::RemoveLinks(cut), Edit::AddComponent(database)];
    edits.extend(linked);
    Some(edits)
}
