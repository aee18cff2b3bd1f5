//! Running other programs.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::{Error, Result, project};

/// Cargo itself, in the workspace's folder.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(project::root());
    command
}

/// Runs the command with its output shown, and fails if it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|source| not_started(command, source))?;
    demand(command, status)
}

/// What the command prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|source| not_started(command, source))?;
    demand(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What the command prints if it can be run and succeeds; silent otherwise.
pub(crate) fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the command with its output shown, and gives how it ended and what it printed.
pub(crate) fn watched(command: &mut Command) -> Result<(ExitStatus, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| not_started(command, source))?;
    let printed = child.stdout.take().map(|from| show(from, io::stdout())).unwrap_or_default();
    let status = child.wait().map_err(|source| not_started(command, source))?;
    Ok((status, printed))
}

/// As [`watched`], for what the command says on its error channel; cargo goes on showing its progress.
pub(crate) fn overheard(command: &mut Command) -> Result<(ExitStatus, String)> {
    if io::stderr().is_terminal() {
        command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
    }
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(|source| not_started(command, source))?;
    let said = child.stderr.take().map(|from| show(from, io::stderr())).unwrap_or_default();
    let status = child.wait().map_err(|source| not_started(command, source))?;
    Ok((status, said))
}

fn show(mut from: impl Read, mut to: impl Write) -> String {
    let mut all = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(length @ 1..) = from.read(&mut piece) {
        let read = piece.get(..length).unwrap_or_default();
        // Nobody listening any more is no reason to stop the command.
        let _ = to.write_all(read).and_then(|()| to.flush());
        all.extend_from_slice(read);
    }
    String::from_utf8_lossy(&all).into_owned()
}

/// Fails if the command did.
pub(crate) fn demand(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() { Ok(()) } else { Err(Error::Failed { command: line(command), status }) }
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command, source: io::Error) -> Error {
    Error::Start { program: command.get_program().to_string_lossy().into_owned(), source }
}

/// The search path with these folders before all others.
pub(crate) fn path_with(folders: &[PathBuf]) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&rest));
    env::join_paths(all).unwrap_or(rest)
}

/// The folders of the search path that hold a program of this name, with the program.
pub(crate) fn on_path(name: &str) -> impl Iterator<Item = PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let folders: Vec<PathBuf> = env::var_os("PATH").iter().flat_map(env::split_paths).collect();
    folders.into_iter().map(move |folder| folder.join(&file)).filter(|path| is_program(path))
}

/// The program that the variable names; without it, the first of these names that is on the search path or where systems usually have
/// their programs.
pub(crate) fn chosen(variable: &'static str, names: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        return if is_program(&path) { Ok(Some(path)) } else { Err(Error::NotAProgram { variable, path }) };
    }
    let usual = Path::new("/usr/bin");
    let found = names.iter().find_map(|name| {
        on_path(name).next().or_else(|| Some(usual.join(name)).filter(|path| is_program(path)))
    });
    Ok(found)
}

/// Whether the file is there and may be run.
pub(crate) fn is_program(path: &Path) -> bool {
    let Ok(about) = path.metadata() else { return false };
    #[cfg(unix)]
    let runnable = std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let runnable = true;
    about.is_file() && runnable
}
