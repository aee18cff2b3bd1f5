//! What kind of file a name stands for.

use std::path::Path;

fn extension(name: &Path) -> &str {
    name.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

pub(crate) fn content_type(name: &Path) -> &'static str {
    match extension(name) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether the file gets smaller; pictures and fonts are compressed already.
pub(crate) fn compresses(name: &Path) -> bool {
    !matches!(content_type(name), "image/png" | "font/woff2" | "application/octet-stream")
}
