//! Parts of the XML tree, and faults that know their place.

use roxmltree::Node;

use super::error::Problem;

/// An element of the file.
pub(super) type Xml<'d> = Node<'d, 'd>;

/// Something wrong, and at which byte. The problem is behind a pointer so that what goes well stays small.
#[derive(Debug)]
pub(super) struct Fault {
    pub at: usize,
    pub problem: Box<Problem>,
}

/// Where an element begins.
pub(super) fn at(node: Xml<'_>) -> usize {
    node.range().start
}

pub(super) fn fault<T>(node: Xml<'_>, problem: Problem) -> Result<T, Fault> {
    fault_at(at(node), problem)
}

pub(super) fn fault_at<T>(at: usize, problem: Problem) -> Result<T, Fault> {
    Err(Fault { at, problem: Box::new(problem) })
}

/// The name of an element as a message shows it.
pub(super) fn shown(node: Xml<'_>) -> String {
    shortened(node.tag_name().name())
}

/// The beginning of a text that may be of any length.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 100;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_string() + "…",
        None => text.into(),
    }
}

/// The elements within an element, without its label and its attributes, which may say what they like.
pub(super) fn parts(node: Xml<'_>) -> Result<Vec<Xml<'_>>, Fault> {
    let mut parts = Vec::new();
    for child in node.children() {
        if child.is_element() {
            if !matches!(child.tag_name().name(), "label" | "attributes") {
                parts.push(child);
            }
        } else if child.is_text() && child.text().is_some_and(|text| !text.trim().is_empty()) {
            return fault(child, Problem::StrayText { within: shown(node) });
        }
    }
    Ok(parts)
}
