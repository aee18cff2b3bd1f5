//! What the first load of the site fetches, against a bound and against what it was.

mod baseline;
mod first_load;
mod table;

use std::path::Path;

pub(crate) use crate::size::baseline::Baseline;
use crate::size::first_load::measure;
use crate::tools::Tools;
use crate::{Error, Result, project, site};

/// Bytes of Brotli that the page is to need at the most to be used. While the baseline is above it, the distance is printed and
/// only growth beyond the baseline fails; once the baseline is below, a first load above it fails.
const BOUND: usize = 250_000;
/// A rise of more than this is said in the change that makes it.
const ALLOWED_PERCENT: f64 = 3.0;

pub(crate) fn command(accept: bool) -> Result<()> {
    site::build(&Tools::cached()?, &project::dist())?;
    if !accept {
        return check(&project::dist());
    }
    let now = measure(&project::dist())?;
    print!("{}", table::table(&now, &Baseline::read().unwrap_or_default(), BOUND));
    now.write()?;
    println!("Later figures are compared with these: commit {}.", Baseline::FILE);
    Ok(())
}

/// Prints the table, and fails if the site is too large or has grown unseen.
pub(crate) fn check(folder: &Path) -> Result<()> {
    let now = measure(folder)?;
    let before = Baseline::read();
    let none = Baseline::default();
    print!("{}", table::table(&now, before.as_ref().unwrap_or(&none), BOUND));
    judge(now.total().brotli, before?.total().brotli)
}

fn judge(total: usize, before: usize) -> Result<()> {
    let percent = percent(total, before);
    if total > BOUND && before > BOUND {
        println!("The first load is {} bytes (brotli) above its bound of {BOUND}.", total - BOUND);
    }
    if total > BOUND && before <= BOUND {
        Err(Error::TooLarge { total, bound: BOUND })
    } else if percent > ALLOWED_PERCENT {
        Err(Error::Grown { percent, total, allowed: ALLOWED_PERCENT })
    } else {
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^52")]
fn percent(now: usize, before: usize) -> f64 {
    if before == 0 { 0.0 } else { 100.0 * (now as f64 - before as f64) / before as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_judged_against_the_baseline_and_the_bound() {
        assert!(judge(103_000, 100_000).is_ok());
        assert!(matches!(judge(103_100, 100_000), Err(Error::Grown { .. })));
        assert!(judge(90_000, 100_000).is_ok());
        assert!(matches!(judge(250_001, 250_000), Err(Error::TooLarge { .. })));
        assert!(judge(310_000, 320_000).is_ok(), "on the way down to the bound");
        assert!(matches!(judge(330_000, 320_000), Err(Error::Grown { .. })));
    }
}
