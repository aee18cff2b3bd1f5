//! The page starts wherever it is put.

use browser::{Result, visit};
use serde_json::json;

fn starts(mount: &str) -> Result<()> {
    visit(mount, |page| {
        page.wait_for("#app > *")?;
        page.wait_for_no("#boot")?;
        page.screenshot("started")
    })
}

#[test]
fn the_page_starts_at_the_root_of_a_host() -> Result<()> {
    starts("/")
}

#[test]
fn the_page_starts_under_a_path() -> Result<()> {
    starts("/some/sub/path/")
}

#[test]
fn a_chosen_theme_outlives_the_browser() -> Result<()> {
    visit("/", |page| {
        page.wait_for("#app > *")?;
        page.script("localStorage.setItem('theme', 'dark')", &[])?;
        page.reload()?;
        page.wait_for("html[data-theme=dark]")?;
        page.script("localStorage.removeItem('theme')", &[])?;
        page.reload()?;
        page.wait_for("html:not([data-theme])")
    })
}

#[test]
fn a_program_that_cannot_be_loaded_is_explained() -> Result<()> {
    visit("/", |page| {
        page.block(Some(".wasm"))?;
        page.reload()?;
        page.wait_for("#boot [role=alert] button")?;
        let told = page.text("#boot")?;
        assert!(
            told.contains("The planner could not start") && told.contains("Load the page again"),
            "{told}"
        );
        page.screenshot("explained")?;
        page.block(None)?;
        // What it says of the blocked file is as it should be.
        page.console()?;
        page.click("#boot button")?;
        page.wait_for("#app > *")
    })
}

#[test]
fn a_program_that_is_not_whole_is_refused() -> Result<()> {
    // The header, a section named "packed", and one part of five bytes, of which none is there.
    let cut: [u8; 23] = *b"\0asm\x01\0\0\0\0\x89\x80\x80\x80\0\x06packed\x01\x05";
    let unpack = "try { return unpackedProgram(new Uint8Array(arguments[0])).length; } catch (error) { return error.message; }";
    visit("/", |page| {
        let told = page.script(unpack, &[json!(cut)])?;
        assert_eq!(told, json!("The program is not whole."));
        assert_eq!(page.script(unpack, &[json!(&cut[..8])])?, json!(8), "one that was never taken apart");
        Ok(())
    })
}
