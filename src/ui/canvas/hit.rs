//! What lies under the pointer, as it is written on the elements of the canvas and read back.

use crate::editor::{Hit, Target};

/// The attribute that says what an element is.
pub(super) const ATTRIBUTE: &str = "data-hit";

/// What an element that stands for the hit says of itself.
pub(super) fn code(hit: &Hit) -> String {
    match hit {
        Hit::Canvas => "canvas".into(),
        Hit::Card(Target::Node(node)) => format!("card/{node}"),
        Hit::Card(Target::RemoteUsers(node)) => format!("remote/{node}"),
        Hit::Card(Target::Link(link)) | Hit::Link(link) => format!("link/{link}"),
        Hit::Port(node) => format!("port/{node}"),
        Hit::Frame(node) => format!("frame/{node}"),
        Hit::Corner(node) => format!("corner/{node}"),
        Hit::Server(node, place) => format!("server/{place}/{node}"),
    }
}

/// The hit that an element stands for.
pub(super) fn read(code: &str) -> Hit {
    match code.split_once('/') {
        Some(("card", id)) => Hit::Card(Target::Node(id.into())),
        Some(("remote", id)) => Hit::Card(Target::RemoteUsers(id.into())),
        Some(("corner", id)) => Hit::Corner(id.into()),
        Some(("link", id)) => Hit::Link(id.into()),
        Some(("port", id)) => Hit::Port(id.into()),
        Some(("frame", id)) => Hit::Frame(id.into()),
        Some(("server", rest)) => match rest.split_once('/').map(|(place, node)| (place.parse(), node)) {
            Some((Ok(place), node)) => Hit::Server(node.into(), place),
            _ => Hit::Canvas,
        },
        _ => Hit::Canvas,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hit_reads_back_as_itself() {
        for hit in [
            Hit::Canvas,
            Hit::Card(Target::Node("a/b".into())),
            Hit::Card(Target::RemoteUsers("users".into())),
            Hit::Port("edge".into()),
            Hit::Frame("pool".into()),
            Hit::Corner("pool".into()),
            Hit::Link("link-1".into()),
            Hit::Server("a/b".into(), 3),
        ] {
            assert_eq!(read(&code(&hit)), hit);
        }
    }
}
