//! What the page opens when it is loaded: the plan saved last, or a template.

use std::rc::Rc;

use yew::AttrValue;

use super::clock;
use super::top_bar::{Offer, Problem};
use crate::catalog::Catalog;
use crate::exchange::storage::{self, Head, Kept, PlanStore, StorageError, Stored, Wish, purge};
use crate::exchange::template;
use crate::plan::{Document, Scenario};

/// What a first visit says.
const WELCOME: &str = "Drag a component onto the canvas, or click a server’s dot to kill it.";

/// A plan about to be opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its key in storage.
    pub key: String,
    /// The plan.
    pub document: Rc<Document>,
    /// What of it is in storage.
    pub stored: Stored,
    /// Where it comes from, in the words of a step.
    pub label: String,
    /// What to say first.
    pub hint: Option<AttrValue>,
    /// What went wrong with what this browser keeps.
    pub problem: Option<Problem>,
    /// Why nothing can be kept, if that is known already.
    pub fault: Option<StorageError>,
}

impl Opened {
    /// A plan under that key, which is kept once it is edited.
    pub fn under(key: String, document: Rc<Document>) -> Self {
        let label = "New plan".into();
        Self { key, document, stored: Stored::Untouched, label, hint: None, problem: None, fault: None }
    }

    /// A plan under a new key, which is kept once it is edited.
    pub fn new(document: Document) -> Self {
        Self::under(clock::new_key(), Rc::new(document))
    }

    /// A plan under a new key, which is kept at once.
    pub fn to_keep(document: Document, label: String) -> Self {
        Self { stored: Stored::Nothing, label, ..Self::new(document) }
    }

    /// A plan as it is kept.
    pub fn kept(head: Head, document: Document) -> Self {
        let stored = Stored::All { revision: head.revision, saved_at_ms: head.saved_at_ms };
        Self { stored, ..Self::under(head.key, Rc::new(document)) }
    }
}

/// A plan with nothing in it.
pub fn empty_plan() -> Document {
    Document::new("New plan", Scenario::empty("plan", "As planned"))
}

/// Why the plan saved last is not opened.
enum Reason {
    /// There is none yet.
    FirstVisit,
    /// Nothing that is kept can be read.
    Fault(StorageError),
    /// It cannot be opened, and stays as it is; what to say.
    Flaw(String),
}

/// The plan saved last. What cannot be read stays as it is in storage, and a template opens under a new key.
pub async fn start(store: &dyn PlanStore, catalog: &Catalog) -> Opened {
    let reason = match saved_last(store, catalog).await {
        Ok((head, document)) => return Opened::kept(head, document),
        Err(reason) => reason,
    };
    let mut opened = first(catalog);
    match reason {
        Reason::FirstVisit => opened.hint = Some(WELCOME.into()),
        Reason::Fault(fault) => {
            opened.problem = Some(Problem { text: fault.to_string().into(), offer: Some(Offer::SaveFile) });
            opened.fault = Some(fault);
        }
        Reason::Flaw(why) => opened.problem = Some(why.into()),
    }
    opened
}

async fn saved_last(store: &dyn PlanStore, catalog: &Catalog) -> Result<(Head, Document), Reason> {
    let kept = store.visit(Wish::All).await.map_err(Reason::Fault)?.kept;
    purge(store, &kept, clock::now_ms()).await;
    let plans = kept.iter().filter_map(Kept::plan).filter(|head| head.deleted_at_ms.is_none());
    let last = plans.max_by(|a, b| a.saved_at_ms.total_cmp(&b.saved_at_ms)).ok_or(Reason::FirstVisit)?;
    storage::open(store, catalog, &last.key).await.map_err(|why| {
        let name = &last.name;
        Reason::Flaw(format!(
            "The plan “{name}”, which was saved last, cannot be opened; it was left as it is and a template is shown instead. {why}"
        ))
    })
}

fn first(catalog: &Catalog) -> Opened {
    Opened::new(template::first(catalog).unwrap_or_else(|_| empty_plan()))
}
