//! The page in a browser: what a visitor sees and what his clicks and keys do.

#![cfg(all(target_arch = "wasm32", feature = "ui"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a page that is not as it should be fails the test")]

mod page;

use page::Page;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Share of the users' time lost in the entry-tier template, computed by the oracle.
const ENTRY_TIER: f64 = 1.546_040_273_966_265_2e-4;

#[wasm_bindgen_test]
async fn a_template_shows_its_figures() {
    let page = Page::open().await;
    let lost = page.figure("headline.unavailability_user_weighted").await;
    assert!((lost / ENTRY_TIER - 1.0).abs() < 1e-12, "{lost:e}");
    assert_eq!(page.text("[data-figure='headline.unavailability_user_weighted']"), "99.985 %");
    assert_eq!(page.count("tr[data-workload='im-presence'][data-population$='/office']"), 1);
}

#[wasm_bindgen_test]
async fn a_server_more_or_less_changes_the_figures_and_undo_brings_them_back() {
    let page = Page::open().await;
    let before = page.figure("headline.unavailability_user_weighted").await;
    page.press_key("[data-hit='card/front-ends']", "Enter").await;
    page.click("[data-step='less']").await;
    let fewer = page.other_figure("headline.unavailability_user_weighted", before).await;
    assert!(fewer > before);
    page.click("[data-command='undo']").await;
    let again = page.other_figure("headline.unavailability_user_weighted", fewer).await;
    assert_eq!(again.to_bits(), before.to_bits());
}

#[wasm_bindgen_test]
async fn a_click_in_the_palette_places_a_component() {
    let page = Page::open().await;
    let before = page.count(".cards > g");
    page.click("[data-item='standard-edition']").await;
    assert_eq!(page.count(".cards > g"), before + 1);
    assert_eq!(page.count(".card-group.selected"), 1);
}

#[wasm_bindgen_test]
async fn every_figure_opens_its_derivation() {
    let page = Page::open().await;
    page.click("[data-figure='headline.unavailability_any']").await;
    let parts = page.count("[data-explains='headline.unavailability_any'] .derivation");
    page.click(".derivation .derivation summary").await;
    assert!(page.count(".derivation") > parts, "a part has parts of its own");
    page.click(".back").await;
    assert_eq!(page.count("[data-explains]"), 0);
}

#[wasm_bindgen_test]
async fn a_wrong_number_says_what_to_type_and_changes_nothing() {
    let page = Page::open().await;
    page.press_key("[data-hit='card/front-ends']", "Enter").await;
    page.type_into("#figure-hardware-mtbf", "0").await;
    assert!(page.text(".error").contains("Type at least 1."), "{}", page.text(".error"));
    assert_eq!(page.text("[data-catalog-figure='hardware-mtbf'] .mark"), "assumed");
    page.type_into("#figure-hardware-mtbf", "90,000").await;
    assert_eq!(page.text("[data-catalog-figure='hardware-mtbf'] .mark"), "entered");
}

#[wasm_bindgen_test]
async fn nothing_on_the_page_carries_a_style_of_its_own() {
    let page = Page::open().await;
    page.click("#tab-failures").await;
    page.click("#tab-chart").await;
    page.click("[data-menu='open']").await;
    assert_eq!(page.count("[style]"), 0);
}
