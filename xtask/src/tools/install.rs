//! Installing a tool whole or not at all.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use crate::command::{self, cargo, on_path};
use crate::tools::Tool;
use crate::{Error, Result, rust};

/// Installs beside the tool's home, then moves it there, so that an interrupted installation is never taken for a whole one.
pub(crate) fn install(tool: &Tool, folder: &Path, home: &Path) -> Result<()> {
    demand_compiler(tool)?;
    fs::create_dir_all(folder).map_err(Error::file("making", folder))?;
    let incoming = Incoming(folder.join(format!(".incoming-{}-{}", tool.label(), process::id())));
    let label = tool.label();
    eprintln!("==> Installing {label}, {}: {}, once", tool.purpose, tool.patience);
    eprintln!("    into {}", home.display());
    compile(tool, folder, &incoming.0)?;
    if !tool.is_whole(&incoming.0.join("bin")) {
        return Err(Error::WrongTool { tool: label, folder: incoming.0.clone() });
    }
    take_home(tool, &incoming.0, home)
}

fn compile(tool: &Tool, folder: &Path, incoming: &Path) -> Result<()> {
    let mut install = cargo();
    // Outside of the workspace, whose settings are not the tool's.
    install.current_dir(folder).args(["install", tool.package, "--version", &tool.version]);
    install.args(tool.options).arg("--root").arg(incoming);
    let (status, said) = command::overheard(&mut install)?;
    if !status.success() && rust::speaks_of_the_network(&said) {
        return Err(Error::NoNetwork { what: tool.label() });
    }
    command::demand(&install, status)
}

fn take_home(tool: &Tool, incoming: &Path, home: &Path) -> Result<()> {
    // Another run may have been quicker; what else lies there is a ruin.
    if tool.is_whole(&home.join("bin")) {
        return Ok(());
    }
    if home.exists() {
        fs::remove_dir_all(home).map_err(Error::file("removing", home))?;
    }
    match fs::rename(incoming, home) {
        Err(_) if tool.is_whole(&home.join("bin")) => Ok(()),
        moved => moved.map_err(Error::file("moving the new tool to", home)),
    }
}

fn demand_compiler(tool: &Tool) -> Result<()> {
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".into());
    let name = compiler.split_whitespace().next().unwrap_or("cc");
    let found = cfg!(windows) || Path::new(name).is_absolute() || on_path(name).next().is_some();
    if found { Ok(()) } else { Err(Error::NoCompiler { compiler: name.into(), tool: tool.label() }) }
}

/// What has been installed so far; removed unless it was moved away.
struct Incoming(PathBuf);

impl Drop for Incoming {
    fn drop(&mut self) {
        // Not there after it was moved.
        let _ = fs::remove_dir_all(&self.0);
    }
}
