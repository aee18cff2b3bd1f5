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
    let label = tool.label();
    let incoming = Incoming::in_folder(folder, &label);
    eprintln!("==> Installing {label}, {}: {}, once", tool.purpose, tool.patience);
    eprintln!("    into {}", home.display());
    compile(tool, folder, &incoming.0)?;
    incoming.take_home(&label, home, |folder| tool.is_whole(&folder.join("bin")))
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

fn demand_compiler(tool: &Tool) -> Result<()> {
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".into());
    let name = compiler.split_whitespace().next().unwrap_or("cc");
    let found = cfg!(windows) || Path::new(name).is_absolute() || on_path(name).next().is_some();
    if found { Ok(()) } else { Err(Error::NoCompiler { compiler: name.into(), tool: tool.label() }) }
}

/// What has been installed so far; removed unless it was moved away.
pub(crate) struct Incoming(pub(crate) PathBuf);

impl Incoming {
    /// A place beside the tools of the folder.
    pub(crate) fn in_folder(folder: &Path, label: &str) -> Self {
        Self(folder.join(format!(".incoming-{label}-{}", process::id())))
    }

    /// Moves it to its home if it is whole.
    pub(crate) fn take_home(&self, label: &str, home: &Path, is_whole: impl Fn(&Path) -> bool) -> Result<()> {
        if !is_whole(&self.0) {
            return Err(Error::WrongTool { tool: label.to_owned(), folder: self.0.clone() });
        }
        // Another run may have been quicker; what else lies there is a ruin.
        if is_whole(home) {
            return Ok(());
        }
        if home.exists() {
            fs::remove_dir_all(home).map_err(Error::file("removing", home))?;
        }
        match fs::rename(&self.0, home) {
            Err(_) if is_whole(home) => Ok(()),
            moved => moved.map_err(Error::file("moving the new tool to", home)),
        }
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // Not there after it was moved.
        let _ = fs::remove_dir_all(&self.0);
    }
}
