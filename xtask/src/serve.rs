//! The release site on this computer.

use crate::server::{Site, listen};
use crate::tools::Tools;
use crate::{Result, project, site};

pub(crate) fn serve(port: u16) -> Result<()> {
    // Before the long work, so that a port in use is told at once.
    let listener = listen(port)?;
    site::build(&Tools::cached()?, &project::dist())?;
    let server = Site::in_folder(project::dist())?.serve(listener)?;
    println!("\nThe planner is at {}\nCtrl-C stops it.", server.address());
    server.wait();
    Ok(())
}
