//! A sentence whose mark leads to where it was read.

use crate::analysis::knowledge::Fact;
use crate::panel::element::{Element, element};

/// A sentence with its mark, in an element of that name.
pub(super) fn fact(name: &'static str, fact: &Fact) -> Element {
    element(name).set("data-fact", &fact.id).with(&fact.text).with(" ").with(mark(fact))
}

/// How sure it is; a click opens the document.
fn mark(fact: &Fact) -> Element {
    let how = fact.mark();
    let (word, title) = (how.word(), &fact.source.title);
    let link = match &fact.source.url {
        Some(url) => element("a").set("href", url).set("target", "_blank").set("rel", "noopener noreferrer"),
        None => element("span"),
    };
    link.class(&format!("mark {word}"))
        .set("data-mark", word)
        .set("title", title)
        .set("aria-label", &format!("{word}: {title}"))
        .with(word)
}
