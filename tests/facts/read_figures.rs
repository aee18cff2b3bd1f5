//! Where figures of the catalog are read: by roles, units and settings of the catalog itself, or by name in the program.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The list of figures that a plan can replace, which reads none of them.
const LIST: &str = "src/analysis/sizing/profile.rs";

/// All texts that can read a figure. Figures themselves and families, which replace figures, do not.
pub fn readers() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let catalog = fs::read_to_string(root.join("src/catalog/ocs-2007-r2.json")).unwrap();
    let mut catalog: Value = serde_json::from_str(&catalog).unwrap();
    let parts = catalog.as_object_mut().unwrap();
    parts.remove("figures").unwrap();
    parts.remove("families").unwrap();
    let mut texts = vec![catalog.to_string()];
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    for file in files.iter().filter(|file| **file != root.join(LIST)) {
        texts.push(fs::read_to_string(file).unwrap());
    }
    texts
}

/// Source files outside of tests.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_test = path.file_stem().is_some_and(|stem| stem == "tests");
        if path.is_dir() && !is_test {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test {
            files.push(path);
        }
    }
}
