//! Users who are homed together.

use serde::Serialize;

use super::id::{NodeId, SiteId};
use crate::geometry::{Canvas, Point};
use crate::json;

/// Users homed on one pool or Standard Edition server.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Its name, unique among components, pools and populations.
    pub id: NodeId,
    /// Its name on the screen.
    pub name: String,
    /// The pool or Standard Edition server on which the users are homed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<NodeId>,
    /// Number of users.
    pub users: u32,
    /// Share of them connected at the busy hour, 0 to 1.
    #[serde(default = "all")]
    pub connected_share: f64,
    /// Share of them who come in from outside, 0 to 1.
    #[serde(default)]
    pub remote_share: f64,
    /// Share of them who use Group Chat, 0 to 1.
    #[serde(default)]
    pub group_chat_share: f64,
    /// Share of them who use voice, 0 to 1.
    #[serde(default)]
    pub voice_share: f64,
    /// Share of them who use the browser client, 0 to 1.
    #[serde(default)]
    pub web_access_share: f64,
    /// Share of them who talk with other organisations, 0 to 1.
    #[serde(default)]
    pub federation_share: f64,
    /// Share of them who talk with users of public providers, 0 to 1.
    #[serde(default)]
    pub public_im_share: f64,
    /// Share of them who hold conferences that are joined by telephone, 0 to 1.
    #[serde(default)]
    pub dial_in_share: f64,
    /// Where those in the office sit; with their home where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// The home to which an operator moves them when theirs is lost for long; none is planned where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_home: Option<NodeId>,
    /// Upper left corner of the card of those in the office.
    pub position: Point<Canvas>,
    /// Upper left corner of the card of those outside.
    pub remote_position: Point<Canvas>,
}

json::fields!(Population { id, name, home if filled = null, users, connected_share = 1.0, remote_share = 0.0, group_chat_share = 0.0, voice_share = 0.0, web_access_share = 0.0, federation_share = 0.0, public_im_share = 0.0, dial_in_share = 0.0, site if filled = null, recovery_home if filled = null, position, remote_position });

#[cfg(feature = "schema")]
fn all() -> f64 {
    1.0
}

impl Population {
    /// Users connected at the busy hour, in the office and outside.
    pub fn connected_users(&self) -> f64 {
        f64::from(self.users) * self.connected_share
    }

    /// Connected users who come in from outside.
    pub fn remote_users(&self) -> f64 {
        self.connected_users() * self.remote_share
    }

    /// Connected users in the office.
    pub fn office_users(&self) -> f64 {
        self.connected_users() - self.remote_users()
    }
}
