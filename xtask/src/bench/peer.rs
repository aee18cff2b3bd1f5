//! The peer's page: the same scenes, drawn with React Flow.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::npm;
use crate::{Error, Result, command, project};

/// What the page is made of.
const SOURCES: [&str; 5] = ["package.json", "package-lock.json", "index.html", "page.css", "page.jsx"];
/// One script with what it imports, as for visitors.
const BUNDLE: [&str; 6] = [
    "page.jsx",
    "--bundle",
    "--minify",
    "--jsx=automatic",
    "--define:process.env.NODE_ENV=\"production\"",
    "--outfile=site/page.js",
];

/// Builds the page in the scratch folder, and says where its site is.
pub(crate) fn build() -> Result<PathBuf> {
    let (sources, folder) = (project::root().join("benches").join("peer"), project::scratch()?.join("peer"));
    let site = folder.join("site");
    fs::create_dir_all(&site).map_err(Error::file("making", &site))?;
    let is_fetched = is_same(&sources, &folder, "package-lock.json") && folder.join("node_modules").is_dir();
    for name in SOURCES {
        copy(&sources.join(name), &folder.join(name))?;
    }
    copy(&sources.join("index.html"), &site.join("index.html"))?;
    if !is_fetched {
        npm::ensure("which fetches React Flow")?;
        eprintln!("==> Fetching React Flow, with which the canvas is compared: a few seconds, once");
        npm::fetch(&folder)?;
    }
    let bundler = folder.join("node_modules").join(".bin").join("esbuild");
    command::run(Command::new(bundler).current_dir(&folder).args(BUNDLE))?;
    Ok(site)
}

fn is_same(one: &Path, other: &Path, name: &str) -> bool {
    let read = |folder: &Path| fs::read(folder.join(name)).ok();
    read(other).is_some_and(|content| Some(content) == read(one))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).map_err(Error::file("writing", to))
}
