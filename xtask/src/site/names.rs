//! Leaving out of the compiled program what only a debugger reads: the names of its functions and of the tools that made
//! it. The bindings' own tool keeps them, and they are a tenth of what a first visit would fetch.

use std::fs;
use std::path::Path;

use crate::{Error, Result};

/// The custom sections that nothing in a browser needs.
const NEEDLESS: [&[u8]; 2] = [b"name", b"producers"];

/// Rewrites every program in the folder without them.
pub(super) fn leave_out(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file("reading", folder))? {
        let path = entry.map_err(Error::file("reading", folder))?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            let program = fs::read(&path).map_err(Error::file("reading", &path))?;
            if let Some(shorter) = without_names(&program) {
                fs::write(&path, shorter).map_err(Error::file("writing", &path))?;
            }
        }
    }
    Ok(())
}

/// The program without its needless sections, or none where it does not read as one.
///
/// A module is eight bytes of header and then sections: a byte that tells the kind, the length in LEB128, the content; a
/// custom section (kind 0) begins with its name (WebAssembly Core Specification, 5.5).
fn without_names(program: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = program.split_at_checked(8)?;
    let mut kept = header.strip_prefix(b"\0asm").map(|_| header.to_vec())?;
    while let Some((kind, after_kind)) = rest.split_first() {
        let (length, content) = leb128(after_kind)?;
        let (content, next) = content.split_at_checked(length)?;
        let needless = *kind == 0 && {
            let (length, name) = leb128(content)?;
            NEEDLESS.contains(&name.get(..length)?)
        };
        if !needless {
            kept.extend(rest.get(..rest.len() - next.len())?);
        }
        rest = next;
    }
    Some(kept)
}

/// An unsigned number and what follows it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0_usize;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(index + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn names_go_and_all_else_stays() {
        let types = b"\x01\x04\x01\x60\0\0";
        let names = b"\0\x06\x04name\0";
        let features = b"\0\x09\x07feature\0";
        let program = [HEADER, types, names, features].concat();
        assert_eq!(without_names(&program).unwrap(), [HEADER, types, features].concat());
    }

    #[test]
    fn what_is_no_program_is_left_alone() {
        for other in [&b"<html>"[..], b"", b"\0asm\x01\0\0\0\0\xff"] {
            assert_eq!(without_names(other), None);
        }
    }
}
