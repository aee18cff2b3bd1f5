//! Building the static site.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{self, cargo, output};
use crate::tools::Tools;
use crate::{Error, Result, project};

/// The documents that the command line can describe.
const SCHEMAS: [&str; 2] = ["plan", "evaluation"];

/// All but the warning about JavaScript that it cannot minify, of which `Trunk.toml` knows.
const LOGGED: &str = "error,trunk=info,trunk::processing::minify=error";

/// Writes the release site into the folder.
pub(crate) fn build(tools: &Tools, out: &Path) -> Result<()> {
    let path = tools.for_site()?;
    eprintln!("==> Building the release site");
    command::run(trunk(&path, "build").args(["--release", "--dist"]).arg(absolute(out)?))?;
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
