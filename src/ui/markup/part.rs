//! What can stand between tags.

use yew::virtual_dom::{VList, VNode, VText};
use yew::{AttrValue, Html};

/// What can stand between tags: words, or something drawn.
pub trait Part {
    /// It, drawn.
    fn into_node(self) -> VNode;
}

/// What `{ for parts }` draws.
pub fn each<P: Part>(parts: impl IntoIterator<Item = P>) -> Html {
    let mut nodes = Vec::new();
    for part in parts {
        nodes.push(part.into_node());
    }
    VList::with_children(nodes, None).into()
}

impl Part for VNode {
    fn into_node(self) -> VNode {
        self
    }
}

impl Part for Option<VNode> {
    fn into_node(self) -> VNode {
        self.unwrap_or_default()
    }
}

impl Part for Vec<VNode> {
    fn into_node(self) -> VNode {
        VList::with_children(self, None).into()
    }
}

impl Part for AttrValue {
    fn into_node(self) -> VNode {
        VText::new(self).into()
    }
}

impl Part for &AttrValue {
    fn into_node(self) -> VNode {
        self.clone().into_node()
    }
}

impl Part for String {
    fn into_node(self) -> VNode {
        AttrValue::from(self).into_node()
    }
}

impl Part for &String {
    fn into_node(self) -> VNode {
        self.as_str().into_node()
    }
}

impl Part for &str {
    fn into_node(self) -> VNode {
        self.to_owned().into_node()
    }
}

impl Part for usize {
    fn into_node(self) -> VNode {
        self.to_string().into_node()
    }
}
