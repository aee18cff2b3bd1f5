//! Times the canvas of the built site: `canvas [--peer=SITE] [WORD...]`.
//!
//! With a peer, a page that draws the same scenes with React Flow, both are measured in turn, in browsers that draw frames as fast as
//! they can and not sixty times a second. Words choose the rows whose names have one of them in them.

mod figure;
mod plan;
mod scene;
mod stage;
mod table;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use browser::Result;

use crate::plan::Subject;
use crate::stage::{Ours, Peer};
use crate::table::Table;

/// Components of the plans.
const SIZES: [usize; 4] = [100, 500, 1_000, 2_000];
/// How often everything is measured.
const RUNS: usize = 5;

fn main() -> ExitCode {
    let (options, words): (Vec<_>, Vec<_>) = env::args().skip(1).partition(|word| word.starts_with("--"));
    let peer = options.iter().find_map(|option| option.strip_prefix("--peer=")).map(PathBuf::from);
    match measure(peer, Table::new(words)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("canvas: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(peer: Option<PathBuf>, mut table: Table) -> Result<()> {
    let mut ours = Ours::start()?;
    let mut peer = peer.map(|site| Peer::start(&site)).transpose()?;
    print!("{}", Table::head(peer.is_some()));
    for size in SIZES {
        if !table.asks_for(size) {
            continue;
        }
        let subject = Subject::of(size)?;
        for run in 1..=RUNS {
            eprintln!("==> {size} components, run {run} of {RUNS}");
            let (figures, shown) = ours.measure(&subject)?;
            table.take(figures, false);
            if let Some(peer) = &mut peer {
                table.take(peer.measure(&subject, &shown)?, true);
            }
        }
        print!("{}", table.rows(size));
    }
    Ok(())
}
