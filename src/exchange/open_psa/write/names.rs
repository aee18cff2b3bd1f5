//! Names as SCRAM takes them: a letter, then letters, digits and underscores, with single hyphens between.

use crate::collected::Set;

/// Names that have been given.
#[derive(Debug, Default)]
pub(super) struct Names(Set<String>);

impl Names {
    /// A name like an id, which nothing else has.
    pub fn unused(&mut self, id: &str) -> String {
        let plain = plain(id);
        let mut name = plain.clone();
        let mut number = 2_u32;
        while !self.0.insert(name.clone()) {
            name = format!("{plain}-{number}");
            number += 1;
        }
        name
    }
}

fn plain(id: &str) -> String {
    let mut plain = String::new();
    for character in id.chars() {
        if character.is_ascii_alphanumeric() || character == '_' {
            plain.push(character);
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    let plain = plain.trim_end_matches('-');
    if plain.starts_with(|first: char| first.is_ascii_alphabetic()) {
        plain.into()
    } else {
        format!("n{plain}")
    }
}

/// A text as it stands in XML.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            other if other.is_control() || matches!(other, '\u{fffe}' | '\u{ffff}') => shown.push(' '),
            other => shown.push(other),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_no_two_the_same() {
        let mut names = Names::default();
        for (id, expected) in [
            ("front-ends", "front-ends"),
            ("front ends", "front-ends-2"),
            ("front--ends-", "front-ends-3"),
            ("2nd.site", "n2nd-site"),
            ("Größe", "Gr-e"),
            ("", "n"),
            ("--", "n-2"),
            ("_x", "n_x"),
        ] {
            assert_eq!(names.unused(id), expected, "{id}");
        }
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(shown("a<b> & \"c\"\u{1}\n"), "a&lt;b&gt; &amp; \"c\"  ");
    }
}
