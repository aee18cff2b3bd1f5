//! Places: data centres and branches.

use serde::Serialize;

use super::id::SiteId;
use crate::json;

/// What takes a whole site down at once: power, cooling, network.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommonMode {
    /// Share of time in which the site is up, above 0 and below 1.
    pub availability: f64,
    /// Mean time that an outage lasts, in hours. An availability alone says nothing of how often it breaks.
    pub mean_down_time_hours: f64,
}

json::fields!(CommonMode { availability, mean_down_time_hours });

/// A line to another site.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WanLink {
    /// The other site.
    pub to: SiteId,
    /// Share of time in which the line is up, above 0 and below 1.
    pub availability: f64,
    /// Mean time that an outage lasts, in hours.
    pub mean_down_time_hours: f64,
}

json::fields!(WanLink { to, availability, mean_down_time_hours });

/// A place where components stand.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Its name in components.
    pub id: SiteId,
    /// Its name on the screen.
    pub name: String,
    /// What takes all of it down at once; assumed perfect where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub common_mode: Option<CommonMode>,
    /// Lines to other sites; assumed perfect where absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wan_links: Vec<WanLink>,
}

json::fields!(Site { id, name, common_mode if filled = null, wan_links if filled = [] });
