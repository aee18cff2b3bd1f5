//! The plans that come with the planner.

use crate::catalog::Catalog;
use crate::exchange::file::{ReadError, read};
use crate::json::bare;
use crate::plan::Document;

/// A plan that comes with the planner. Its text is a file of its own beside the page, so that a visit fetches what it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// Its name in addresses and tests.
    pub id: &'static str,
    /// Its name on the screen.
    pub name: &'static str,
    /// What it shows, in one sentence.
    pub about: &'static str,
}

const fn template(id: &'static str, name: &'static str, about: &'static str) -> Template {
    Template { id, name, about }
}

/// All templates in the order in which they are shown.
pub static TEMPLATES: [Template; 14] = [
    template(
        "small-organisation",
        "Small organisation",
        "One Standard Edition server, one Edge Server and a reverse proxy for 4,000 users.",
    ),
    template(
        "entry-tier",
        "Entry Tier, adapted",
        "An Enterprise pool and an Edge array, both behind load-balancer pairs, for 30,000 users.",
    ),
    template(
        "group-chat-maximum",
        "Group Chat maximum",
        "Five Group Chat servers with one database for 10,000 users who all chat.",
    ),
    template(
        "two-sites",
        "Two sites",
        "Every role but the expanded ones: two pools that stand in for each other by hand, for 30,500 users.",
    ),
    template("largest-pool", "Largest pool", "Eight Front Ends for 100,000 users, the most of one pool."),
    template(
        "edge-arrays",
        "Edge and proxy arrays",
        "A pool of Directors, and both arrays of the perimeter behind load-balancer pairs.",
    ),
    template("one-armed-pool", "One-armed pool", "Two Front Ends behind one load balancer."),
    template("one-computer", "One computer", "Standard Edition under the load of 5,000 users."),
    template(
        "hosted-entry-tier",
        "Hosted Entry Tier of 2007",
        "With browser access and archiving, whose database shares the SQL Server cluster.",
    ),
    template("hosted-top-tier", "Hosted top tier of 2007", "Three pools for 250,000 users."),
    template(
        "virtual-topology",
        "Virtual topology",
        "The largest that was tested on virtual machines: 40,000 users, 10,000 of them with Group Chat.",
    ),
    template(
        "voice-two-sites",
        "Voice at two sites",
        "46 ports for 330 voice users, 80 of them at a branch.",
    ),
    template(
        "four-sites",
        "Four sites",
        "A pool and three Standard Edition servers, voice at two of the sites.",
    ),
    template(
        "global-2007",
        "Global sample of 2007",
        "An expanded pool for 125,000 users, which 2007 R2 does not support.",
    ),
];

/// The template of a first visit, whose text is a part of the page.
const FIRST: &str = bare!(include_str!("../../static/templates/entry-tier.json"));

/// The plan of a first visit.
///
/// # Errors
/// [`ReadError`] as for any file, should the template not be a valid plan.
pub fn first(catalog: &Catalog) -> Result<Document, ReadError> {
    read(FIRST, catalog)
}

impl Template {
    /// Where its text lies beside the page.
    pub fn address(&self) -> String {
        format!("./templates/{}.json", self.id)
    }

    /// The plan, from a text that is a part of the program: for the command line and tests.
    ///
    /// # Errors
    /// [`ReadError`] as for any file, should the template not be a valid plan.
    pub fn open(&self, catalog: &Catalog) -> Result<Document, ReadError> {
        read(self.text(), catalog)
    }

    fn text(&self) -> &'static str {
        match self.id {
            "small-organisation" => include_str!("../../static/templates/small-organisation.json"),
            "group-chat-maximum" => include_str!("../../static/templates/group-chat-maximum.json"),
            "two-sites" => include_str!("../../static/templates/two-sites.json"),
            "largest-pool" => include_str!("../../static/templates/largest-pool.json"),
            "edge-arrays" => include_str!("../../static/templates/edge-arrays.json"),
            "one-armed-pool" => include_str!("../../static/templates/one-armed-pool.json"),
            "one-computer" => include_str!("../../static/templates/one-computer.json"),
            "hosted-entry-tier" => include_str!("../../static/templates/hosted-entry-tier.json"),
            "hosted-top-tier" => include_str!("../../static/templates/hosted-top-tier.json"),
            "virtual-topology" => include_str!("../../static/templates/virtual-topology.json"),
            "voice-two-sites" => include_str!("../../static/templates/voice-two-sites.json"),
            "four-sites" => include_str!("../../static/templates/four-sites.json"),
            "global-2007" => include_str!("../../static/templates/global-2007.json"),
            _ => FIRST,
        }
    }
}
