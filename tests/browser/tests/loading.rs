//! The page starts wherever it is put.

use browser::{Result, visit};

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
        page.script("localStorage.setItem('theme', 'dark')", &[])?;
        page.reload()?;
        page.wait_for("html[data-theme=dark]")?;
        page.script("localStorage.removeItem('theme')", &[])?;
        page.reload()?;
        page.wait_for("html:not([data-theme])")
    })
}
