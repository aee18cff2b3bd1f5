//! Markup as values: text is escaped wherever it goes in, so no text of a plan can become an element.

use crate::chart::escaped;

/// Markup that is sound.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup(String);

impl Markup {
    /// Markup that somebody else vouches for.
    pub fn sound(markup: String) -> Self {
        Self(markup)
    }

    /// The markup as text.
    pub fn into_html(self) -> String {
        self.0
    }
}

impl<M: Into<Markup>> FromIterator<M> for Markup {
    fn from_iter<I: IntoIterator<Item = M>>(parts: I) -> Self {
        Self(parts.into_iter().map(|part| part.into().0).collect())
    }
}

impl<M: Into<Markup>> From<Option<M>> for Markup {
    fn from(part: Option<M>) -> Self {
        part.map(Into::into).unwrap_or_default()
    }
}

/// Words, whatever stands in them.
pub fn text(words: &str) -> Markup {
    Markup(escaped(words))
}

impl From<&str> for Markup {
    fn from(words: &str) -> Self {
        text(words)
    }
}

impl From<String> for Markup {
    fn from(words: String) -> Self {
        text(&words)
    }
}

impl From<&String> for Markup {
    fn from(words: &String) -> Self {
        text(words)
    }
}

/// An element with attributes and what stands in it.
#[derive(Debug, Clone)]
pub struct Element {
    name: &'static str,
    attributes: String,
    inside: String,
}

/// An element without anything yet.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: String::new(), inside: String::new() }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn set(mut self, attribute: &'static str, value: &str) -> Self {
        self.attributes.extend([" ", attribute, "=\"", &escaped(value), "\""]);
        self
    }

    /// With an attribute where there is a value for it.
    #[must_use]
    pub fn set_some(self, attribute: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(attribute, value),
            None => self,
        }
    }

    /// With an attribute that has no value, where that is so.
    #[must_use]
    pub fn flag(mut self, attribute: &'static str, is_set: bool) -> Self {
        if is_set {
            self.attributes.extend([" ", attribute]);
        }
        self
    }

    /// Of these classes, one or several apart by spaces; none where it is empty.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.set_some("class", Some(class).filter(|class| !class.is_empty()))
    }

    /// With something more inside, at the end: words, an element, or markup.
    #[must_use]
    pub fn with(mut self, part: impl Into<Markup>) -> Self {
        self.inside.push_str(&part.into().0);
        self
    }

    /// With all of these inside, at the end.
    #[must_use]
    pub fn all<M: Into<Markup>>(self, parts: impl IntoIterator<Item = M>) -> Self {
        self.with(parts.into_iter().collect::<Markup>())
    }
}

impl From<Element> for Markup {
    fn from(element: Element) -> Self {
        let Element { name, attributes, inside } = element;
        // These stand alone: an end would be taken for another element.
        let end = if matches!(name, "input" | "br") { String::new() } else { format!("{inside}</{name}>") };
        Self(format!("<{name}{attributes}>{end}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_plan_is_never_markup() {
        let evil = "</p><script>\"&'";
        let html = Markup::from(element("p").set("title", evil).with(evil)).into_html();
        let safe = "&lt;/p&gt;&lt;script&gt;&quot;&amp;'";
        assert_eq!(html, format!("<p title=\"{safe}\">{safe}</p>"));
    }

    #[test]
    fn elements_stand_in_elements_in_their_order() {
        let list = element("ul").all(["a", "b"].map(|word| element("li").with(word)));
        let markup =
            element("div").class("").flag("hidden", true).with(list).with(element("input").set("value", "1"));
        assert_eq!(
            Markup::from(markup).into_html(),
            "<div hidden><ul><li>a</li><li>b</li></ul><input value=\"1\"></div>"
        );
        assert_eq!(Markup::from(None::<Element>).into_html(), "");
    }
}
