//! A compiled program as its sections.
//!
//! A module is eight bytes of header and then sections: a byte that tells the kind, the length in LEB128, the content
//! (WebAssembly Core Specification, 5.5).

/// The bytes before the first section.
const HEADER: usize = 8;

/// A part of a compiled program.
pub(super) struct Section<'a> {
    /// What it holds, by the specification's number.
    pub kind: u8,
    /// What it holds, without kind and length.
    pub content: &'a [u8],
}

impl Section<'_> {
    /// Kind of a section that browsers skip; its content begins with its name.
    pub const CUSTOM: u8 = 0;
    /// Kind of the section that lists what the program is given.
    pub const IMPORT: u8 = 2;
    /// Kind of the section that lists what the program gives.
    pub const EXPORT: u8 = 7;
    /// Kind of the section that holds the functions' instructions.
    pub const CODE: u8 = 10;
}

/// The sections of a program in their order, or none where the bytes do not read as a program.
pub(super) fn sections(program: &[u8]) -> Option<Vec<Section<'_>>> {
    let (header, mut rest) = program.split_at_checked(HEADER)?;
    header.strip_prefix(b"\0asm")?;
    let mut all = Vec::new();
    while let Some((kind, after_kind)) = rest.split_first() {
        let (length, content) = number(after_kind)?;
        let (content, next) = content.split_at_checked(length)?;
        all.push(Section { kind: *kind, content });
        rest = next;
    }
    Some(all)
}

/// A program of the same header as `program` with these sections.
pub(super) fn joined<'a>(program: &[u8], sections: impl IntoIterator<Item = (u8, &'a [u8])>) -> Vec<u8> {
    let mut joined = program.get(..HEADER).unwrap_or_default().to_vec();
    for (kind, content) in sections {
        joined.push(kind);
        push_number(&mut joined, content.len());
        joined.extend(content);
    }
    joined
}

/// An unsigned number in LEB128 and what follows it.
pub(super) fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0_usize;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(index + 1..)?));
        }
    }
    None
}

/// Appends an unsigned number in LEB128.
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or(0x7f);
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

/// A text with its length before it, and what follows it.
pub(super) fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(text).ok()?, rest))
}

/// Appends a text with its length before it.
pub(super) fn push_text(bytes: &mut Vec<u8>, text: &str) {
    push_number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_as_they_were_written() {
        for written in [0, 1, 127, 128, 300, 16_384, 1_000_000] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, written);
            assert_eq!(number(&bytes), Some((written, &[][..])));
        }
    }

    #[test]
    fn a_program_comes_back_from_its_sections() {
        let program = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\0\x09\x07feature\0";
        let read = sections(program).unwrap();
        assert_eq!(read.iter().map(|section| section.kind).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(joined(program, read.iter().map(|section| (section.kind, section.content))), program);
    }

    #[test]
    fn what_is_no_program_has_no_sections() {
        for other in [&b"<html>"[..], b"", b"\0asm\x01\0\0\0\0\xff"] {
            assert!(sections(other).is_none());
        }
    }
}
