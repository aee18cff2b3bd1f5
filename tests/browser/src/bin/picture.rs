//! Takes a picture of the page as it opens on a first visit: `picture FILE`.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use browser::visit;

fn main() -> ExitCode {
    let Some(file) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("picture: name the file to write");
        return ExitCode::FAILURE;
    };
    let taken = visit("/", |page| {
        page.wait_for("[data-figure='headline.unavailability_user_weighted']")?;
        page.wait_for_no("[data-stale=true]")?;
        for drawn in ["availability", "failures", "served"] {
            page.wait_for(&format!("[data-chart={drawn}]"))?;
        }
        page.save_picture(&file)
    });
    match taken {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("picture: {error}");
            ExitCode::FAILURE
        }
    }
}
