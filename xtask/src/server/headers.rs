//! What is said beside a file.

use std::ops::RangeInclusive;
use std::path::Path;

/// What the page may do; the same as in `index.html`, but for what only a header can say.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

pub(crate) fn always() -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "no-referrer".into()),
    ]
}

/// A file whose name changes with its content is never asked for again; any other is always.
pub(crate) fn cache_control(name: &Path) -> &'static str {
    let stem = name.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if is_hashed(stem) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Digits of the hashes that Trunk puts into names: of 64 bits, less the leading zeros.
pub(crate) const HASH_DIGITS: RangeInclusive<usize> = 12..=16;

/// Whether Trunk has put a hash into the name: `page-0123456789abcdef`, `page-0123456789abcdef_bg`.
fn is_hashed(stem: &str) -> bool {
    let Some((_, end)) = stem.rsplit_once('-') else { return false };
    let hash = end.strip_suffix("_bg").unwrap_or(end);
    HASH_DIGITS.contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_asks_for_the_same_policy() {
        let page = include_str!("../../../index.html");
        assert!(page.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"")));
    }

    #[test]
    fn only_hashed_names_are_kept_for_good() {
        assert!(is_hashed("page-6358b8f37394811a"));
        assert!(is_hashed("page-6358b8f37394811a_bg"));
        assert!(!is_hashed("index"));
        assert!(!is_hashed("plan-schema"));
        assert!(is_hashed("page-e93b3d01683afe3"), "a leading zero is not written");
        assert!(!is_hashed("boot-decade"));
    }
}
