//! Data-centre tiers, as a choice of what takes a site down as a whole.

use crate::catalog::figure::Mark;
use crate::chart::nines::availability;
use crate::panel::element::{Element, element};
use crate::panel::parts::{mark, order_choice, source};
use crate::plan::{CommonMode, Site};
use crate::rules::Source;

/// A data-centre tier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::panel) struct Tier {
    /// Its name in orders.
    pub id: &'static str,
    /// Its name on the screen, with its availability.
    pub name: &'static str,
    /// Share of time in which power, cooling and network are up.
    pub availability: f64,
}

/// The tiers of the Uptime Institute, as they are usually quoted.
pub(in crate::panel) const TIERS: [Tier; 4] = [
    Tier { id: "1", name: "Tier I, 99.671 %", availability: 0.996_71 },
    Tier { id: "2", name: "Tier II, 99.741 %", availability: 0.997_41 },
    Tier { id: "3", name: "Tier III, 99.982 %", availability: 0.999_82 },
    Tier { id: "4", name: "Tier IV, 99.995 %", availability: 0.999_95 },
];

const SOURCE: Source = Source {
    title: "Pingdo, Data centre tiers and their availability",
    url: "https://pingdo.net/datacenter/data-center-tier-reliability",
};

/// How long an outage of a site is taken to last until somebody says otherwise, in hours.
const HOURS: f64 = 4.0;

impl Tier {
    /// What it says of a site. How long an outage lasts is the planner's assumption: a tier does not say.
    pub(in crate::panel) fn common_mode(self) -> CommonMode {
        CommonMode { availability: self.availability, mean_down_time_hours: HOURS }
    }
}

/// What the choice means.
pub(super) fn about() -> Element {
    element("div").class("about").with(source(Mark::Documented, SOURCE)).with(
        element("p").with(mark(Mark::Assumed)).with(
            "A tier gives an availability and not how long an outage lasts: 4 h are taken, to be changed in the inspector of the plan. Without a choice a site never fails as a whole.",
        ),
    )
}

/// The choice for a site.
pub(super) fn choice(site: &Site) -> Element {
    #[allow(clippy::float_cmp, reason = "a tier that was chosen is kept as it is written here")]
    let is_of = |tier: &&Tier| site.common_mode.is_some_and(|mode| mode.availability == tier.availability);
    let chosen = match (site.common_mode, TIERS.iter().find(is_of)) {
        (None, _) => "none",
        (Some(_), Some(tier)) => tier.id,
        (Some(_), None) => "own",
    };
    let mut choices = vec![("none", "never fails as a whole")];
    choices.extend(TIERS.iter().map(|tier| (tier.id, tier.name)));
    let entered = site.common_mode.map_or(0.0, |mode| mode.availability);
    let entered = format!("as entered, {}", availability(1.0 - entered));
    if chosen == "own" {
        choices.push(("own", &entered));
    }
    order_choice(&format!("tier/{}", site.id), &format!("What takes {} down", site.name), chosen, &choices)
}
