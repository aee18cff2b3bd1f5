//! What the rules say is shown in the headline, in the list and on the component, and is mended by a button.

use browser::{Key, Page, Result, visit};

const RULE: &str = "EDGE-RP-HA";
const CHECKED: &str = ".supported[data-checked=told]";

fn findings(page: &Page, rule: &str) -> Result<u64> {
    page.count(&format!(".findings [data-finding={rule}]"))
}

/// Waits until the list holds so many findings of a rule.
fn found(page: &Page, rule: &str, count: u64) -> Result<()> {
    page.wait_until(
        &format!("{count} findings of {rule}"),
        "return !!document.querySelector(arguments[2]) && document.querySelectorAll(`.findings [data-finding=${arguments[0]}]`).length === arguments[1]",
        &[rule.into(), count.into(), CHECKED.into()],
    )
}

#[test]
fn a_finding_is_shown_in_three_places_mended_by_its_button_and_brought_back_by_undo() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        let rules = page.text(".supported")?;
        assert!(rules.contains("of ") && rules.contains("rules") && rules.contains('▲'), "{rules}");
        page.click(".supported button")?;
        page.wait_for("#tab-findings[aria-selected=true]")?;
        found(page, RULE, 1)?;
        let all = page.count(".findings .finding")?;
        assert_eq!(page.text("#tab-findings .tab-count")?, all.to_string());
        let entry = format!(".findings [data-finding={RULE}]");
        assert!(
            page.text(&format!(".findings [data-severity=warning] [data-finding={RULE}]"))?
                .contains("Reverse proxy")
        );
        page.wait_for(&format!("{entry} [data-mark=documented]"))?;
        page.wait_for(&format!("{entry} a[href^=http]"))?;

        // On the component, which the list leads to.
        page.click(&format!("{entry} [data-shows=reverse-proxy]"))?;
        page.wait_for("[data-node=reverse-proxy].selected [data-badge=findings][data-severity=warning]")?;
        page.wait_for(&format!(".own-findings [data-finding={RULE}]"))?;
        page.screenshots("found")?;

        page.click(&format!(".own-findings [data-fix={RULE}]"))?;
        found(page, RULE, 0)?;
        page.wait_for_no("[data-node=reverse-proxy] [data-badge=findings]")?;
        assert!(page.text("[data-notice=info]")?.contains("Undo takes it back"));
        assert_eq!(page.count(&format!(".own-findings [data-finding={RULE}]"))?, 0);
        page.screenshots("mended")?;

        page.chord(&[Key::Control], 'z')?;
        found(page, RULE, 1)?;
        page.wait_for("[data-node=reverse-proxy] [data-badge=findings]")?;

        // The list mends too, and one step takes that back as well.
        page.click(&format!("{entry} [data-fix={RULE}]"))?;
        found(page, RULE, 0)?;
        page.click("[data-command=undo]")?;
        found(page, RULE, 1)
    })
}

#[test]
fn a_pool_bears_the_sign_of_what_is_found_in_it() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        page.wait_for("[data-node=pool].frame-group [data-badge=findings]")?;
        let title = page.script(
            "return document.querySelector('[data-node=pool].frame-group [data-badge=findings] title').textContent",
            &[],
        )?;
        assert!(title.as_str().is_some_and(|title| title.starts_with("warning: ")), "{title}");
        Ok(())
    })
}

#[test]
fn a_fix_is_dropped_when_the_plan_changes_before_it_is_ready() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        page.click("#tab-findings")?;
        found(page, RULE, 1)?;
        // Both in one task: the worker cannot have answered in between.
        page.script(
            "document.querySelector(arguments[0]).click(); document.querySelector('[data-item=standard-edition]').click();",
            &[format!(".findings [data-fix={RULE}]").into()],
        )?;
        page.wait_for("[data-notice=bad]")?;
        assert!(page.text("[data-notice=bad]")?.contains("it was dropped"));
        page.wait_for(CHECKED)?;
        assert_eq!((findings(page, RULE)?, page.count("[data-node=standard-edition-1]")?), (1, 1));
        Ok(())
    })
}

#[test]
fn an_empty_plan_says_what_will_appear() -> Result<()> {
    visit("/", |page| {
        page.wait_for("[data-menu=open]")?;
        page.click("[data-menu=open]")?;
        page.wait_for("[data-template=empty]")?;
        page.click("[data-template=empty]")?;
        page.click("#tab-findings")?;
        page.wait_until(
            "nothing is found",
            "return document.querySelector('#results-panel').innerText.includes('appears here as you draw')",
            &[],
        )?;
        assert!(page.text(".supported")?.contains("✓ no findings"));
        page.screenshots("nothing")
    })
}
