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
}

#[wasm_bindgen_test]
async fn a_server_more_or_less_changes_the_figures_and_undo_brings_them_back() {
    let page = Page::open().await;
    let before = page.figure("headline.unavailability_user_weighted").await;
    page.select("front-ends").await;
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
    page.click("[data-figure='headline.unavailability_user_weighted']").await;
    page.click("[data-explains='headline.unavailability_user_weighted'][data-depth='0'] .d-input").await;
    page.click("[data-depth='1'] .d-input").await;
    page.click("[data-depth='2'] .back").await;
    page.click("[data-depth='1'] .back").await;
    page.click("[data-depth='0'] .back").await;
    page.find(".inspector:not(:has([data-explains]))").await;
}

#[wasm_bindgen_test]
async fn another_plan_is_shown_without_what_was_asked_about_the_one_before() {
    let page = Page::open().await;
    page.type_over("#target-im-presence", "much").await;
    page.find("#target-im-presence-error").await;
    page.click("[data-figure='headline.unavailability_user_weighted']").await;
    page.find("[data-explains]").await;
    page.open_empty().await;
    page.find(".inspector:not(:has([data-explains])):not(:has(.error)) #target-im-presence").await;
}

#[wasm_bindgen_test]
async fn a_wrong_number_says_what_to_type_and_changes_nothing() {
    let page = Page::open().await;
    page.select("front-ends").await;
    page.type_into("#figure-hardware-mtbf", "0").await;
    page.find(".error").await;
    assert!(page.text(".error").contains("Type at least 1."), "{}", page.text(".error"));
    assert_eq!(page.text("[data-field='figure-hardware-mtbf'] .mark"), "assumed");
    page.type_into("#figure-hardware-mtbf", "90,000").await;
    page.find("[data-field='figure-hardware-mtbf'] .mark.entered").await;
}

#[wasm_bindgen_test]
async fn escape_gives_up_what_was_typed_into_a_field() {
    let page = Page::open().await;
    page.select("front-ends").await;
    let before = page.value("#figure-hardware-mtbf");
    page.type_over("#figure-hardware-mtbf", "0").await;
    assert_eq!(page.count(".error"), 1);
    page.press_key("#figure-hardware-mtbf", "Escape").await;
    assert_eq!(page.count(".error"), 0);
    assert_eq!(page.value("#figure-hardware-mtbf"), before);
}

#[wasm_bindgen_test]
async fn a_name_that_is_asked_for_takes_the_focus_and_another_one() {
    let page = Page::open().await;
    page.select("front-ends").await;
    assert!(!page.has_focus(".name-field"));
    page.press_key("svg.drawing", "F2").await;
    page.takes_focus(".name-field").await;
    page.type_over(".name-field", "Our Front Ends").await;
    page.press_key(".name-field", "Enter").await;
    page.find("[data-hit='card/front-ends'][aria-label^='Our Front Ends']").await;
    assert!(!page.has_focus(".name-field"));
}

#[wasm_bindgen_test]
async fn a_name_that_is_being_typed_outlives_other_changes() {
    let page = Page::open().await;
    page.select("front-ends").await;
    let before = page.figure("headline.unavailability_user_weighted").await;
    page.type_over(".plan-name", "Half a na").await;
    page.click("[data-step='less']").await;
    page.other_figure("headline.unavailability_user_weighted", before).await;
    assert_eq!(page.value(".plan-name"), "Half a na");
}

#[wasm_bindgen_test]
async fn the_palette_is_searched_whatever_the_case() {
    let page = Page::open().await;
    let all = page.count("[data-item]");
    page.type_over(".search input", "STANDARD edition").await;
    assert_eq!(page.count("[data-item='standard-edition']"), 1);
    assert!(page.count("[data-item]") < all);
    page.type_over(".search input", "ÜBER").await;
    assert_eq!((page.count("[data-item]"), page.count(".palette .empty")), (0, 1));
}

#[wasm_bindgen_test]
async fn nothing_on_the_page_carries_a_style_of_its_own() {
    let page = Page::open().await;
    page.click("#tab-failures").await;
    page.click("#tab-losses").await;
    page.click("#tab-overview").await;
    page.click("[data-menu='open']").await;
    assert_eq!(page.count("[style]"), 0);
}
