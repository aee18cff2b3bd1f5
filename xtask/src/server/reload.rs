//! Loading the page again when it has been built again, under the same policy as in earnest: no inline script.

use std::path::Path;

pub(crate) const SCRIPT_NAME: &str = "~reload.js";
pub(crate) const VERSION_NAME: &str = "~version";

pub(crate) const SCRIPT: &str = r#""use strict";
let loaded = null;
async function look() {
  try {
    const answer = await fetch("./~version");
    const version = answer.ok ? await answer.text() : loaded;
    if (loaded !== null && version !== loaded) location.reload();
    loaded = version;
  } catch {
    // The server is being started again.
  }
  setTimeout(look, 500);
}
look();
"#;

pub(crate) fn with_script(name: &Path, bytes: Vec<u8>) -> Vec<u8> {
    if name != Path::new("index.html") {
        return bytes;
    }
    let page = String::from_utf8_lossy(&bytes);
    let tag = format!("<script src=\"./{SCRIPT_NAME}\" defer></script></head>");
    page.replacen("</head>", &tag, 1).into_bytes()
}
