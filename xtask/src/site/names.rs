//! Leaving out of the compiled program what only a debugger reads: the names of its functions and of the tools that made
//! it. The bindings' own tool keeps them, and they are a tenth of what a first visit would fetch.

use super::sections::{Section, joined, sections, text};

/// The custom sections that nothing in a browser needs.
const NEEDLESS: [&str; 2] = ["name", "producers"];

/// The program without its needless sections, or none where it does not read as one.
pub(super) fn without_names(program: &[u8]) -> Option<Vec<u8>> {
    let kept = sections(program)?.into_iter().filter(|section| !is_needless(section));
    Some(joined(program, kept.map(|section| (section.kind, section.content))))
}

fn is_needless(section: &Section<'_>) -> bool {
    section.kind == Section::CUSTOM && text(section.content).is_some_and(|(name, _)| NEEDLESS.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_and_all_else_stays() {
        let header = b"\0asm\x01\0\0\0";
        let types = b"\x01\x04\x01\x60\0\0";
        let names = b"\0\x06\x04name\0";
        let features = b"\0\x09\x07feature\0";
        let program = [&header[..], types, names, features].concat();
        assert_eq!(without_names(&program).unwrap(), [&header[..], types, features].concat());
    }
}
