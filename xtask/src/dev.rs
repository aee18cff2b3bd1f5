//! A debug build that follows every change.
//!
//! Trunk watches and builds; our own server serves, because Trunk's puts an inline script into the page, which the page's policy
//! forbids: a breach of the policy is to be seen while developing, not after.

use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use crate::server::{Site, listen};
use crate::tools::Tools;
use crate::{Error, Result, command, project, site};

pub(crate) fn dev(port: u16) -> Result<()> {
    let listener = listen(port)?;
    let path = Tools::cached()?.for_site()?;
    let folder = project::scratch()?.join("dev");
    let mut watch = site::trunk(&path, "watch");
    let mut trunk = Watching::start(watch.arg("--dist").arg(&folder))?;
    trunk.wait_for(&folder.join("index.html"), &watch)?;
    let server = Site::in_folder(folder)?.reloading().serve(listener)?;
    println!(
        "\nThe planner is at {}\nIt is built and loaded again when a file changes. Ctrl-C stops it.",
        server.address()
    );
    trunk.wait(&watch)
}

struct Watching(Child);

impl Watching {
    fn start(command: &mut Command) -> Result<Self> {
        let child = command.spawn().map_err(|source| Error::Start { program: "trunk".into(), source })?;
        Ok(Self(child))
    }

    fn wait_for(&mut self, file: &Path, command: &Command) -> Result<()> {
        while !file.exists() {
            if let Ok(Some(status)) = self.0.try_wait() {
                return Err(Error::Failed { command: command::line(command), status });
            }
            thread::sleep(Duration::from_millis(200));
        }
        Ok(())
    }

    fn wait(&mut self, command: &Command) -> Result<()> {
        let status = self.0.wait().map_err(|source| Error::Start { program: "trunk".into(), source })?;
        Err(Error::Failed { command: command::line(command), status })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
