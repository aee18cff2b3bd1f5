//! What can be asked for.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::check::Step;
use crate::project;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Sets up, builds, serves and tests the planner",
    version
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Build the release site and serve it to this computer
    Serve {
        /// The port to serve at
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Write the static site, which works under any path of any static host
    Build {
        /// The folder to write to
        #[arg(long, value_name = "DIR", default_value_os_t = project::dist())]
        out: PathBuf,
    },
    /// Run every check and every test, and sum them up
    Test {
        /// Install the tools into a new temporary folder, as on a computer that has none of them
        #[arg(long)]
        fresh_tools: bool,
        /// Let the step `firefox` run all tests of the site that Firefox can, not only some
        #[arg(long)]
        all_in_firefox: bool,
        /// Run these steps only, with the steps that they need
        #[arg(long, value_name = "STEP", num_args = 1..)]
        only: Vec<Step>,
    },
    /// Serve a debug build, and build and load it again whenever a file changes
    Dev {
        /// The port to serve at
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Build the release site and measure what its first load fetches
    Size {
        /// Make today's figures the ones that later figures are compared with
        #[arg(long)]
        accept: bool,
    },
    /// Time the engine in the browser beside the same code on this computer, then the canvas
    BenchBrowser {
        /// Time the canvas only
        #[arg(long)]
        canvas: bool,
        /// Time the canvas only, and in turn with it one that shows the same with React Flow, fetched by npm
        #[arg(long)]
        peer: bool,
        /// Only cases whose names have one of these words in them; of the engine only, unless an option says otherwise
        #[arg(value_name = "WORD")]
        words: Vec<String>,
    },
    /// Build the release site and take the README's picture of the running page
    Picture {
        /// The file to write
        #[arg(long, value_name = "FILE", default_value_os_t = project::root().join("docs/screen.png"))]
        out: PathBuf,
    },
}
