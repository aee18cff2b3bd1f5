//! What the page opens when it is loaded: the plan saved last, or a template.

use std::rc::Rc;

use super::clock;
use crate::catalog::Catalog;
use crate::exchange::file;
use crate::exchange::storage::PlanStore;
use crate::exchange::template::TEMPLATES;
use crate::plan::{Document, Scenario};

/// The template of a first visit.
const FIRST: &str = "entry-tier";
/// What a first visit says.
const WELCOME: &str = "Drag a component onto the canvas, or select one to change its figures.";

/// A plan about to be opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its key in storage.
    pub key: String,
    /// The plan.
    pub document: Rc<Document>,
    /// When it was saved, where it was.
    pub saved_at_ms: Option<f64>,
    /// What to say first.
    pub hint: Option<String>,
    /// What went wrong with what this browser keeps.
    pub problem: Option<String>,
}

impl Opened {
    /// A plan under a new key.
    pub fn new(document: Document) -> Self {
        Self {
            key: clock::new_key(),
            document: Rc::new(document),
            saved_at_ms: None,
            hint: None,
            problem: None,
        }
    }
}

/// A plan with nothing in it.
pub fn empty_plan() -> Document {
    Document::new("New plan", Scenario::empty("plan", "As planned"))
}

/// The plan saved last. What cannot be read stays as it is in storage, and a template opens under a new key.
pub async fn start(store: &impl PlanStore, catalog: &Catalog) -> Opened {
    let record = match store.latest().await {
        Ok(Some(record)) => record,
        Ok(None) => return Opened { hint: Some(WELCOME.into()), ..first(catalog) },
        Err(error) => return Opened { problem: Some(error.to_string()), ..first(catalog) },
    };
    match file::read(&record.text, catalog) {
        Ok(document) => Opened {
            key: record.key,
            document: Rc::new(document),
            saved_at_ms: Some(record.saved_at_ms),
            hint: None,
            problem: None,
        },
        Err(error) => {
            let name =
                if record.name.is_empty() { "saved last".into() } else { format!("“{}”", record.name) };
            let problem = format!(
                "The plan {name} in this browser cannot be opened; it was left as it is and a template is shown instead. {error}"
            );
            Opened { problem: Some(problem), ..first(catalog) }
        }
    }
}

fn first(catalog: &Catalog) -> Opened {
    let template = TEMPLATES.iter().find(|template| template.id == FIRST);
    let document = template.and_then(|template| template.open(catalog).ok());
    Opened::new(document.unwrap_or_else(empty_plan))
}
