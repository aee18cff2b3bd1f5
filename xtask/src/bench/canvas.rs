//! How long the canvas of the site takes for what is done to it, and a peer's for the same.

use crate::bench::peer;
use crate::check::Environment;
use crate::command::{self, cargo};
use crate::tools::Tools;
use crate::{Result, project, site};

/// Builds the site, and the peer's where it is to be compared with it, and prints how long both take.
pub(crate) fn bench(with_peer: bool, words: &[String]) -> Result<()> {
    let mut environment = Environment::new(Tools::cached()?);
    site::build(&environment.tools, &project::dist())?;
    let peer = if with_peer { Some(peer::build()?) } else { None };
    let variables = environment.for_browser_tests()?;
    let mut measure = cargo();
    measure.args(["run", "--quiet", "--package", "browser", "--bin", "canvas", "--"]);
    measure.args(peer.map(|site| format!("--peer={}", site.display()))).args(words);
    command::run(measure.envs(variables))
}
