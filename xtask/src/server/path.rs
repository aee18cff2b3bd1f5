//! From the path of a URL to a file of the site, and never to one outside of it.

use std::path::PathBuf;

#[derive(Debug, PartialEq)]
pub(crate) enum Target {
    /// A file, relative to the site's folder.
    File(PathBuf),
    /// The same page at the address that its relative links need.
    Elsewhere(String),
    /// Nothing of this site.
    Nothing,
}

pub(crate) fn target(url: &str, mount: &str) -> Target {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if path != mount && mount.strip_suffix('/') == Some(path) {
        return Target::Elsewhere(mount.into());
    }
    let name = path.strip_prefix(mount).and_then(decoded);
    match name.as_deref() {
        Some("") => Target::File("index.html".into()),
        Some(name) if name.split('/').all(is_plain) => Target::File(name.split('/').collect()),
        None | Some(_) => Target::Nothing,
    }
}

/// Neither a way out of the folder, nor a hidden file, nor what Windows takes for a drive or another folder.
fn is_plain(part: &str) -> bool {
    !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0'])
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { hex(rest.next()?)? << 4 | hex(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(url: &str, mount: &str, expected: &str) {
        let found = match target(url, mount) {
            Target::File(name) => name.to_string_lossy().replace('\\', "/"),
            Target::Elsewhere(url) => format!("-> {url}"),
            Target::Nothing => "nothing".into(),
        };
        assert_eq!(found, expected, "{url} under {mount}");
    }

    #[test]
    fn files_are_found_under_the_mount() {
        case("/", "/", "index.html");
        case("/?plan=1#x", "/", "index.html");
        case("/schema/plan.schema.json", "/", "schema/plan.schema.json");
        case("/a/b/", "/a/b/", "index.html");
        case("/a/b/boot.js", "/a/b/", "boot.js");
        case("/a%20file.svg", "/", "a file.svg");
    }

    #[test]
    fn a_mount_without_its_slash_is_completed() {
        case("/a/b", "/a/b/", "-> /a/b/");
        case("/a/b?x", "/a/b/", "-> /a/b/");
    }

    #[test]
    fn nothing_outside_is_reached() {
        for url in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/a//b",
            "/.stage/x",
            "/a%5c..%5cb",
            "/c:/x",
            "/%zz",
            "/%2",
        ] {
            case(url, "/", "nothing");
        }
        case("/", "/a/", "nothing");
        case("/a/../x", "/a/", "nothing");
    }
}
