//! How long the engine takes in the browser, and natively on the same computer at the same time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::check::Environment;
use crate::command::{self, cargo};
use crate::tools::Tools;
use crate::{Error, Result, project, rust};

/// What the program is compiled for: speed, and size as the site is.
const PROFILES: [&str; 2] = ["release", "site"];

/// Nothing but a place for workers.
const PAGE: &str = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>Engine</title>\n";

/// What a worker begins with.
const START: &str = "import start from \"./engine.js\";\n\nstart();\n";

/// Builds the programs that measure, and prints what they find of the cases whose names have one of the words in them, or of all.
pub(crate) fn bench(words: &[String]) -> Result<()> {
    let mut environment = Environment::new(Tools::cached()?);
    let folder = project::scratch()?.join("bench");
    let path = environment.tools.for_wasm_tests()?;
    for profile in PROFILES {
        eprintln!("==> Compiling the cases for the browser, profile {profile}");
        command::run(&mut compile("engine-browser", profile, Some(rust::WASM)))?;
        let program = compiled(&format!("{}/{profile}/engine-browser.wasm", rust::WASM));
        let mut bind = Command::new("wasm-bindgen");
        bind.env("PATH", &path).args(["--target", "web", "--no-typescript", "--out-name", "engine"]);
        command::run(bind.arg("--out-dir").arg(folder.join(profile)).arg(program))?;
        write(&folder.join(profile).join("start.js"), START)?;
    }
    write(&folder.join("index.html"), PAGE)?;
    eprintln!("==> Compiling the cases for this computer, profile release");
    command::run(&mut compile("engine-native", "release", None))?;
    let variables = environment.for_browser_tests()?;
    let mut measure = cargo();
    measure.args(["run", "--quiet", "--package", "browser", "--bin", "bench", "--"]);
    measure.arg(compiled(&format!("release/engine-native{}", std::env::consts::EXE_SUFFIX)));
    measure.arg(PROFILES.join(",")).args(words);
    command::run(measure.envs(variables).env("PLANNER_SITE", &folder))
}

/// Into the workspace's own folder, wherever else the user lets cargo write to.
fn compile(program: &str, profile: &str, target: Option<&str>) -> Command {
    let mut build = cargo();
    build.args(["build", "--package", "engine-cases", "--bin", program, "--profile", profile]);
    build.arg("--target-dir").arg(project::target());
    if let Some(target) = target {
        build.args(["--target", target]);
    }
    build
}

fn compiled(file: &str) -> PathBuf {
    project::target().join(file)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(Error::file("writing", path))
}
