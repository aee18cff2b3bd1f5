//! What can go wrong, each with what it means and how to mend it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// The result of work that can go wrong in the ways of [`enum@Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A program of this computer is not there or cannot be run.
    #[error(
        "`{program}` could not be started: {source}\n  means: the step that needs it was not done\n  mend:  install {program}, or put it on the PATH"
    )]
    Start {
        /// The program.
        program: String,
        /// Why.
        source: io::Error,
    },
    /// A command ran and failed; it has said why.
    #[error("`{command}` failed ({status}); its own words are above")]
    Failed {
        /// The command line.
        command: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// A file could not be read or written.
    #[error("{action} {} did not work: {source}", path.display())]
    File {
        /// What was tried: "reading", "writing".
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// `Cargo.lock` does not name the package.
    #[error(
        "Cargo.lock does not name `{package}`\n  means: which version of its tool is needed is not known\n  mend:  run `cargo fetch`, then this command again"
    )]
    NotLocked {
        /// The package.
        package: &'static str,
    },
    /// Neither the variable nor a home folder says where the cache is.
    #[error(
        "no cache folder: neither a home folder nor a cache folder is set\n  means: there is no place to install tools to\n  mend:  set HOME, or XDG_CACHE_HOME to a folder that may be written"
    )]
    NoCacheFolder,
    /// The compiler has no WebAssembly target or component and no rustup to add it.
    #[error(
        "rustup is missing, and Rust's {part} with it\n  means: {meaning}\n  mend:  install rustup from https://rustup.rs, then run this command again"
    )]
    NoRustup {
        /// What is missing.
        part: &'static str,
        /// What cannot be done.
        meaning: &'static str,
    },
    /// Installing something needs a C compiler.
    #[error(
        "a C compiler (`{compiler}`) is missing\n  means: {tool} cannot be installed: parts of it are written in C\n  mend:  on Debian or Ubuntu `apt-get install build-essential`, on macOS `xcode-select --install`; then run this command again"
    )]
    NoCompiler {
        /// What was looked for.
        compiler: String,
        /// What was to be installed.
        tool: String,
    },
    /// The registry of crates cannot be reached.
    #[error(
        "the registry of crates could not be reached\n  means: {what} could not be fetched\n  mend:  connect this computer to the Internet (behind a proxy, set HTTPS_PROXY), then run this command again; it is needed only once"
    )]
    NoNetwork {
        /// What was to be fetched.
        what: String,
    },
    /// What is written in JavaScript cannot be fetched.
    #[error(
        "npm is missing\n  means: neither axe-core nor React Flow can be fetched, by which the page is tested and compared\n  mend:  on Debian `apt-get install npm`; elsewhere install Node.js, which npm comes with"
    )]
    NoNpm,
    /// A tool was installed but is not what it should be.
    #[error(
        "{tool} was installed, yet {} does not hold it in that version\n  means: it cannot be used\n  mend:  remove that folder and run this command again", folder.display()
    )]
    WrongTool {
        /// Its name and version.
        tool: String,
        /// Where it was installed.
        folder: PathBuf,
    },
    /// No browser or no driver for it.
    #[error(
        "{missing} is missing\n  means: the tests that need a browser cannot run\n  mend:  on Debian `apt-get install chromium chromium-driver`; elsewhere install Chrome or Chromium and the ChromeDriver of the same version, and put both on the PATH or name them by CHROME and CHROMEDRIVER"
    )]
    NoBrowser {
        /// Which of the two.
        missing: &'static str,
    },
    /// No Firefox.
    #[error(
        "Firefox is missing\n  means: the tests that run in it cannot\n  mend:  on Debian `apt-get install firefox-esr`; elsewhere install Firefox and put it on the PATH or name it by FIREFOX"
    )]
    NoFirefox,
    /// No driver for Firefox.
    #[error(
        "geckodriver is missing\n  means: the tests that run in Firefox cannot\n  mend:  `cargo xtask test --only firefox` installs it; or put it on the PATH or name it by GECKODRIVER"
    )]
    NoGeckodriver,
    /// Tests that were asked for by their names are not there.
    #[error(
        "{ran} tests ran of the {wanted} that were asked for by name\n  means: some of them are there no more, or have other names\n  mend:  correct the list in `xtask/src/check/firefox.rs`"
    )]
    OtherTests {
        /// How many ran.
        ran: usize,
        /// How many should have.
        wanted: usize,
    },
    /// An environment variable names a program that is not there.
    #[error(
        "{variable} names {}, which is not a program\n  means: the browser tests cannot run\n  mend:  correct {variable}, or unset it to have the program looked for on the PATH", path.display()
    )]
    NotAProgram {
        /// The variable.
        variable: &'static str,
        /// Its value.
        path: PathBuf,
    },
    /// Another program listens at the port.
    #[error(
        "port {port} is in use by another program\n  means: the site cannot be served there\n  mend:  stop that program, or choose another port: `--port {}`", port.checked_add(1).unwrap_or(8080)
    )]
    PortInUse {
        /// The port.
        port: u16,
    },
    /// The port cannot be listened at for another reason.
    #[error(
        "this computer refused to serve at 127.0.0.1:{port}: {source}\n  means: the site cannot be served there\n  mend:  choose another port: `--port 8081`"
    )]
    Port {
        /// The port.
        port: u16,
        /// Why.
        source: io::Error,
    },
    /// The server did not start.
    #[error("the server did not start: {0}")]
    Server(String),
    /// The folder holds no built site.
    #[error(
        "there is no site in {}\n  means: there is nothing to serve or to measure\n  mend:  build it: `cargo xtask build`", .0.display()
    )]
    NoSite(PathBuf),
    /// The folder to write to holds something else.
    #[error(
        "{} holds files that are not a site of the planner\n  means: writing the site there would remove them\n  mend:  choose an empty or a new folder: `--out DIR`", .0.display()
    )]
    ForeignFolder(PathBuf),
    /// The command line printed something that is not a schema.
    #[error(
        "`planner schema {name}` did not print JSON: {source}\n  means: the site would publish a broken schema\n  mend:  correct that command of the planner"
    )]
    Schema {
        /// Which schema.
        name: &'static str,
        /// Why it cannot be read.
        source: serde_json::Error,
    },
    /// The file with the figures to compare with is not as it should be.
    #[error(
        "{} cannot be read: {reason}\n  means: there are no figures to compare the size with\n  mend:  write them anew: `cargo xtask size --accept`", path.display()
    )]
    Baseline {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// More bytes than allowed.
    #[error(
        "the first load is {total} bytes (brotli), more than the {bound} allowed\n  means: the page starts too slowly on a slow line\n  mend:  make it smaller, or move what the first screen does not need to the worker"
    )]
    TooLarge {
        /// What it is.
        total: usize,
        /// What it may be.
        bound: usize,
    },
    /// More bytes than before.
    #[error(
        "the first load grew by {percent:.1} % to {total} bytes (brotli), more than the {allowed} % allowed unseen\n  means: something made the page larger; the table shows which file\n  mend:  make it smaller, or accept it with `cargo xtask size --accept`, commit the file it writes and say why in the change"
    )]
    Grown {
        /// By how much.
        percent: f64,
        /// What it is.
        total: usize,
        /// How much may go unseen.
        allowed: f64,
    },
}

impl Error {
    /// For `map_err` on an operation on a file.
    pub(crate) fn file(action: &'static str, path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { action, path, source }
    }
}
