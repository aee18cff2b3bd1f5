//! Building the static site.

mod imports;
mod instructions;
mod names;
mod packing;
mod recent;
mod scripts;
mod sections;
mod trim;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{self, cargo, output};
use crate::tools::Tools;
use crate::{Error, Result, project};

/// The documents that the command line can describe.
const SCHEMAS: [&str; 6] = ["plan", "evaluation", "findings", "capacity", "model", "solution"];

/// What every built page has in it, and no other; see `Trunk.toml`.
const MARK: &str = "planner-module";

/// The standard library compiled along, without a word for each place where the program could panic: a twentieth of the first load. The
/// compiler offers this under reserve: should a later one do without it, the site is built as any other program by leaving these out.
const WITH_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
];

/// All but the warning about JavaScript that it cannot minify, of which `Trunk.toml` knows.
const LOGGED: &str = "error,trunk=info,trunk::processing::minify=error";

/// Writes the release site into the folder.
pub(crate) fn build(tools: &Tools, out: &Path) -> Result<()> {
    demand_ours(out)?;
    let path = tools.for_site()?;
    eprintln!("==> Building the release site");
    let mut build = trunk(&path, "build");
    build.args(["--release", "--dist"]).arg(absolute(out)?).envs(WITH_STD);
    command::run(&mut build)?;
    trim::trim(out)?;
    write_schemas(&out.join("schema"))?;
    eprintln!("==> The site is in {}", out.display());
    Ok(())
}

/// Trunk on this search path, fetching nothing: all it needs is there already.
pub(crate) fn trunk(path: &OsStr, task: &str) -> Command {
    let mut trunk = Command::new("trunk");
    trunk.current_dir(project::root()).args([task, "--offline", "--locked"]).env("PATH", path);
    // Trunk takes a value for NO_COLOR that the convention does not know, and fails on the usual "1".
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0").env("RUST_LOG", LOGGED);
    trunk
}

/// Trunk removes all that is in the folder before it writes to it.
fn demand_ours(folder: &Path) -> Result<()> {
    let is_empty = fs::read_dir(folder).map_or(true, |mut files| files.next().is_none());
    let is_site = || fs::read_to_string(folder.join("index.html")).is_ok_and(|page| page.contains(MARK));
    let is_own = folder == project::dist();
    if is_own || is_empty || is_site() { Ok(()) } else { Err(Error::ForeignFolder(folder.to_owned())) }
}

fn absolute(folder: &Path) -> Result<std::path::PathBuf> {
    std::path::absolute(folder).map_err(Error::file("finding", folder))
}

fn write_schemas(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Error::file("making", folder))?;
    for name in SCHEMAS {
        let mut planner = cargo();
        planner.args(["run", "--quiet", "--locked", "--package", "availability_planner", "--bin", "planner"]);
        let schema = output(planner.args(["--", "schema", name]))?;
        serde_json::from_str::<serde::de::IgnoredAny>(&schema)
            .map_err(|source| Error::Schema { name, source })?;
        let path = folder.join(format!("{name}.schema.json"));
        fs::write(&path, schema).map_err(Error::file("writing", &path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_site_is_written_over() {
        let folder = std::env::temp_dir().join(format!("xtask-site-{}", std::process::id()));
        assert!(demand_ours(&folder).is_ok(), "not there yet");
        fs::create_dir(&folder).unwrap();
        assert!(demand_ours(&folder).is_ok(), "empty");
        fs::write(folder.join("index.html"), "<title>Somebody's page</title>").unwrap();
        assert!(matches!(demand_ours(&folder), Err(Error::ForeignFolder(_))));
        fs::write(folder.join("index.html"), "<meta name=planner-module>").unwrap();
        assert!(demand_ours(&folder).is_ok(), "an earlier build");
        fs::remove_dir_all(folder).unwrap();
    }
}
