//! The figures of the first load, and the file that keeps them.

use std::collections::BTreeMap;
use std::fs;
use std::iter::Sum;
use std::ops::Add;

use serde::{Deserialize, Serialize};

use crate::{Error, Result, project};

/// Bytes of a file as it is and as it travels.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sizes {
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

impl Add for Sizes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

impl Sum for Sizes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// The sizes by file, under names without their hashes.
#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub(crate) struct Baseline {
    pub(crate) files: BTreeMap<String, Sizes>,
}

impl Baseline {
    /// Where it is kept, from the root of the repository.
    pub(crate) const FILE: &str = "tests/size-baseline.toml";

    pub(crate) fn total(&self) -> Sizes {
        self.files.values().copied().sum()
    }

    pub(crate) fn read() -> Result<Self> {
        let path = project::root().join(Self::FILE);
        let bad = |reason: String| Error::Baseline { path: path.clone(), reason };
        let text = fs::read_to_string(&path).map_err(|error| bad(error.to_string()))?;
        toml::from_str(&text).map_err(|error| bad(error.message().into()))
    }

    pub(crate) fn write(&self) -> Result<()> {
        let path = project::root().join(Self::FILE);
        fs::write(&path, self.text()).map_err(Error::file("writing", &path))
    }

    fn text(&self) -> String {
        let lines = self.files.iter().map(|(name, Sizes { raw, gzip, brotli })| {
            format!("\"{name}\" = {{ raw = {raw}, gzip = {gzip}, brotli = {brotli} }}\n")
        });
        let about = "# Bytes that the first load fetches. Written by `cargo xtask size --accept`.\n";
        std::iter::once(about.to_owned()).chain(lines).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let files = [("page.js", Sizes { raw: 3, gzip: 2, brotli: 1 }), ("page_bg.wasm", Sizes::default())];
        let figures = Baseline { files: files.map(|(name, sizes)| (name.into(), sizes)).into() };
        assert_eq!(toml::from_str::<Baseline>(&figures.text()).unwrap(), figures);
        assert_eq!(figures.total(), Sizes { raw: 3, gzip: 2, brotli: 1 });
    }
}
