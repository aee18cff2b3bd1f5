//! Users who are homed together.

use serde::Serialize;

use super::id::NodeId;
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
    /// Upper left corner of the card of those in the office.
    pub position: Point<Canvas>,
    /// Upper left corner of the card of those outside.
    pub remote_position: Point<Canvas>,
}

json::fields!(Population { id, name, home if filled = null, users, connected_share = 1.0, remote_share = 0.0, group_chat_share = 0.0, voice_share = 0.0, web_access_share = 0.0, position, remote_position });

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
