//! Short names for what the program is given by its bindings.
//!
//! The bindings' tool names each after its type, its method and sixteen digits. Nobody reads them, and they do not compress:
//! they would be a fiftieth of what a first visit fetches.

use std::collections::{BTreeMap, BTreeSet};

use super::sections::{Section, joined, number, push_number, push_text, sections, text};

/// Kind of an import that is a function; its index of a type follows.
const FUNCTION: u8 = 0;

/// The program and its bindings with short names between them, or none where the program does not read as one or imports more
/// than functions.
pub(super) fn with_short_names(program: &[u8], bindings: &str) -> Option<(Vec<u8>, String)> {
    let sections = sections(program)?;
    let mut given = BTreeSet::new();
    for section in sections.iter().filter(|section| section.kind == Section::EXPORT) {
        given.extend(exports(section.content)?);
    }
    let mut short = BTreeMap::new();
    let mut contents: Vec<(u8, Vec<u8>)> = Vec::new();
    for section in &sections {
        let content = if section.kind == Section::IMPORT {
            renamed(section.content, &given, &mut short)?
        } else {
            section.content.to_vec()
        };
        contents.push((section.kind, content));
    }
    let program = joined(program, contents.iter().map(|(kind, content)| (*kind, content.as_slice())));
    Some((program, with_words_replaced(bindings, &short)))
}

/// The names that a section of exports gives: each a text, a kind and an index.
fn exports(content: &[u8]) -> Option<Vec<&str>> {
    let (count, mut rest) = number(content)?;
    let mut names = Vec::new();
    for _ in 0..count {
        let (name, after) = text(rest)?;
        names.push(name);
        (_, rest) = number(after.get(1..)?)?;
    }
    Some(names)
}

/// The section of imports with short names in place of those that the bindings alone use. Notes which became which.
fn renamed<'a>(
    content: &'a [u8],
    given: &BTreeSet<&str>,
    short: &mut BTreeMap<&'a str, String>,
) -> Option<Vec<u8>> {
    let (count, mut rest) = number(content)?;
    let mut section = Vec::new();
    push_number(&mut section, count);
    for index in 0..count {
        let (module, after) = text(rest)?;
        let (name, after) = text(after)?;
        let (kind, after) = after.split_first()?;
        if *kind != FUNCTION {
            return None;
        }
        let (of_type, after) = number(after)?;
        push_text(&mut section, module);
        if given.contains(name) {
            push_text(&mut section, name);
        } else {
            let new = format!("i{index}");
            push_text(&mut section, &new);
            short.insert(name, new);
        }
        section.push(FUNCTION);
        push_number(&mut section, of_type);
        rest = after;
    }
    Some(section)
}

/// The text with whole words replaced.
fn with_words_replaced(text: &str, words: &BTreeMap<&str, String>) -> String {
    let in_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(|letter| !in_word(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(word);
        replaced.push_str(words.get(word).map_or(word, String::as_str));
        let between = after.find(in_word).unwrap_or(after.len());
        let (between, after) = after.split_at(between);
        replaced.push_str(between);
        rest = after;
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two functions given by `./page_bg.js`, of which the program gives the second on.
    const PROGRAM: &[u8] = b"\0asm\x01\0\0\0\x02\x1a\x02\x01b\x08__wbg_ab\0\0\x01b\x07__start\0\x01\x07\x0b\x01\x07__start\0\x01";

    #[test]
    fn both_sides_get_the_same_short_names() {
        let (program, bindings) =
            with_short_names(PROGRAM, "{ __wbg_ab: 1, __wbg_abc: 2, __start: __start }").unwrap();
        assert_eq!(bindings, "{ i0: 1, __wbg_abc: 2, __start: __start }");
        assert_eq!(
            program,
            b"\0asm\x01\0\0\0\x02\x14\x02\x01b\x02i0\0\0\x01b\x07__start\0\x01\x07\x0b\x01\x07__start\0\x01"
        );
    }

    #[test]
    fn a_program_that_imports_more_than_functions_stays_as_it_is() {
        let memory = b"\0asm\x01\0\0\0\x02\x08\x01\x01b\x01m\x02\0\x01";
        assert!(with_short_names(memory, "").is_none());
    }
}
