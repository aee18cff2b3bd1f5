//! The shipped plans are supported: no rule finds an error in them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::rules::{Severity, check};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[test]
fn the_shipped_plans_have_no_errors() {
    let catalog = Catalog::bundled();
    for template in TEMPLATES {
        let document = template.open(&catalog).unwrap();
        for scenario in &document.scenarios {
            let findings = check(scenario, &catalog);
            let errors: Vec<_> =
                findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", template.id);
        }
    }
}
