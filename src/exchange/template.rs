//! The plans that come with the planner.

use crate::catalog::Catalog;
use crate::exchange::file::{ReadError, read};
use crate::json::bare;
use crate::plan::Document;

/// A plan that comes with the planner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// Its name in addresses and tests.
    pub id: &'static str,
    /// Its name on the screen.
    pub name: &'static str,
    /// What it shows, in one sentence.
    pub about: &'static str,
    text: &'static str,
}

impl Template {
    /// The plan.
    ///
    /// # Errors
    /// [`ReadError`] as for any file, should the template not be a valid plan.
    pub fn open(&self, catalog: &Catalog) -> Result<Document, ReadError> {
        read(self.text, catalog)
    }
}

/// All templates in the order in which they are shown.
pub static TEMPLATES: [Template; 3] = [
    Template {
        id: "small-organisation",
        name: "Small organisation",
        about: "One Standard Edition server, one Edge Server and a reverse proxy for 4,000 users.",
        text: bare!(include_str!("../../static/templates/small-organisation.json")),
    },
    Template {
        id: "entry-tier",
        name: "Entry Tier, adapted",
        about: "An Enterprise pool and an Edge array, both behind load-balancer pairs, for 30,000 users.",
        text: bare!(include_str!("../../static/templates/entry-tier.json")),
    },
    Template {
        id: "group-chat-maximum",
        name: "Group Chat maximum",
        about: "Five Group Chat servers with one database for 10,000 users who all chat.",
        text: bare!(include_str!("../../static/templates/group-chat-maximum.json")),
    },
];
