//! The shipped plans are supported, but for those that show what is not.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::rules::{Severity, check};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Templates that are unsupported on purpose: what they show is why.
const UNSUPPORTED: [&str; 2] = ["one-computer", "global-2007"];

#[test]
fn only_the_plans_that_show_what_is_unsupported_have_errors() {
    let catalog = Catalog::bundled();
    for template in TEMPLATES {
        let document = template.open(&catalog).unwrap();
        for scenario in &document.scenarios {
            let findings = check(scenario, &catalog);
            let errors: Vec<_> =
                findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
            let expected = UNSUPPORTED.contains(&template.id);
            assert_eq!(!errors.is_empty(), expected, "{}: {errors:#?}", template.id);
        }
    }
}
