//! Which files the first load fetches: the page, what it names, and what its program imports.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::server::{HASH_DIGITS, brotli, gzip};
use crate::size::baseline::{Baseline, Sizes};
use crate::{Error, Result};

pub(crate) fn measure(folder: &Path) -> Result<Baseline> {
    if !folder.join("index.html").is_file() {
        return Err(Error::NoSite(folder.to_owned()));
    }
    let mut files = BTreeSet::new();
    follow("index.html".into(), folder, &mut files)?;
    let measured = files.iter().map(|name| {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(Error::file("reading", &path))?;
        let sizes = Sizes { raw: bytes.len(), gzip: gzip(&bytes, 9).len(), brotli: brotli(&bytes, 11).len() };
        Ok((without_hash(name), sizes))
    });
    Ok(Baseline { files: measured.collect::<Result<_>>()? })
}

fn follow(name: String, folder: &Path, found: &mut BTreeSet<String>) -> Result<()> {
    let path = folder.join(&name);
    let leads_on = path.extension().is_some_and(|extension| extension == "html" || extension == "js");
    if !found.insert(name) || !leads_on {
        return Ok(());
    }
    let text = fs::read_to_string(&path).map_err(Error::file("reading", &path))?;
    for named in named_in(&text) {
        if folder.join(named).is_file() {
            follow(named.to_owned(), folder, found)?;
        }
    }
    Ok(())
}

/// What stands after `./` up to a quote, a space or the end of a tag.
fn named_in(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '>' | '`');
    text.split("./").skip(1).filter_map(move |rest| rest.split(ends).next()).filter(|name| !name.is_empty())
}

/// `page_bg.wasm` for `page-0123456789abcdef_bg.wasm`, so that a file can be compared with its former self.
fn without_hash(name: &str) -> String {
    let parts: Vec<&str> = name.split('-').collect();
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
            match part.get(digits..) {
                Some(rest) if at > 0 && HASH_DIGITS.contains(&digits) => rest.to_owned(),
                _ if at == 0 => (*part).to_owned(),
                _ => format!("-{part}"),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_hashes_only() {
        assert_eq!(without_hash("page-6358b8f37394811a_bg.wasm"), "page_bg.wasm");
        assert_eq!(without_hash("boot-6358b8f37394811a.js"), "boot.js");
        assert_eq!(without_hash("page-e93b3d01683afe3.js"), "page.js");
        assert_eq!(without_hash("index.html"), "index.html");
        assert_eq!(without_hash("snippets/a-b-6358b8f37394811a/inline0.js"), "snippets/a-b/inline0.js");
    }

    #[test]
    fn what_a_page_names_is_found() {
        let page = "<link href=./a.css rel=x><script src=\"./b.js\"></script><meta content=./c.wasm>";
        assert_eq!(named_in(page).collect::<Vec<_>>(), ["a.css", "b.js", "c.wasm"]);
    }
}
