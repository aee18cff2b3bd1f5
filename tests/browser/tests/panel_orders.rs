//! What is done in the tabs of the panel, by the keys alone: it changes the plan, keeps the focus, is taken back and is kept.

use browser::{Key, Page, Result, visit};
use serde_json::Value;

const CHECKED: &str = ".supported[data-checked=told]";
const HEADLINE: &str = "[data-figure='headline.unavailability_user_weighted']";

fn open(page: &Page, template: &str) -> Result<()> {
    page.wait_for(CHECKED)?;
    page.click("[data-menu=open]")?;
    page.wait_for(&format!("[data-template={template}]"))?;
    page.click(&format!("[data-template={template}]"))?;
    page.wait_for_no("[data-template]")
}

/// Chooses a tab, and waits for what is in it.
fn show(page: &Page, tab: &str) -> Result<()> {
    page.click(&format!("#tab-{tab}"))?;
    page.wait_for(&format!("#tab-{tab}[aria-selected=true]"))?;
    page.wait_for("#results-panel .told[data-stale=false] > *")
}

fn order(name: &str) -> String {
    format!("#results-panel [data-order='{name}']")
}

/// Gives the focus to what orders that, as the Tab key does, and presses the key.
fn press_on(page: &Page, name: &str, key: Key) -> Result<()> {
    let selector = order(name);
    page.wait_for(&selector)?;
    page.script("document.querySelector(arguments[0]).focus()", &[selector.into()])?;
    page.key(key)
}

/// Waits until that is chosen in the plan, and the list that chose it has the focus.
fn chosen(page: &Page, name: &str, value: &str) -> Result<()> {
    let body = "const list = document.querySelector(arguments[0]);
        return list?.querySelector('option[selected]')?.value === arguments[1] && document.activeElement === list
            && !document.querySelector('[data-stale=true]')";
    page.wait_until(&format!("{name} is {value}"), body, &[order(name).into(), value.into()])
}

/// Waits until the plan says that of the list, wherever the focus is.
fn stands(page: &Page, name: &str, value: &str) -> Result<()> {
    let body = "return document.querySelector(arguments[0] + ' option[selected]')?.value === arguments[1]
        && !document.querySelector('[data-stale=true]')";
    page.wait_until(&format!("{name} stands at {value}"), body, &[order(name).into(), value.into()])
}

fn headline(page: &Page) -> Result<Value> {
    page.wait_for_no("[data-stale=true], .stale")?;
    page.script("return document.querySelector(arguments[0]).dataset.value", &[HEADLINE.into()])
}

fn undo(page: &Page) -> Result<()> {
    page.click("[data-command=undo]")
}

/// The names of the first items of the checklist.
fn items(page: &Page) -> Result<[String; 2]> {
    let body = "return [...document.querySelectorAll('#results-panel [data-item]')].slice(0, 2).map(item => 'check/' + item.dataset.item)";
    let names = page.script(body, &[])?;
    let name = |place: usize| names.get(place).and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok([name(0), name(1)])
}

fn counts(page: &Page, count: u64) -> Result<()> {
    let body = "return document.querySelector('#tab-checklist .tab-count')?.textContent === arguments[0]";
    page.wait_until(&format!("{count} items are open"), body, &[count.to_string().into()])
}

#[test]
fn items_of_the_checklist_are_marked_kept_and_taken_back() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        show(page, "checklist")?;
        let [first, second] = items(page)?;
        let open = page.count("#results-panel [data-item]")?;
        counts(page, open)?;
        press_on(page, &first, Key::Down)?;
        chosen(page, &first, "done")?;
        press_on(page, &second, Key::End)?;
        chosen(page, &second, "not-applicable")?;
        counts(page, open - 2)?;
        undo(page)?;
        stands(page, &second, "open")?;
        counts(page, open - 1)?;
        page.click("[data-command=redo]")?;
        stands(page, &second, "not-applicable")?;

        page.wait_for("[data-save-state=saved]")?;
        page.reload()?;
        page.wait_for(CHECKED)?;
        counts(page, open - 2)?;
        show(page, "checklist")?;
        stands(page, &first, "done")?;
        stands(page, &second, "not-applicable")
    })
}

#[test]
fn a_family_of_figures_changes_the_headline_and_is_taken_back() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        let before = headline(page)?;
        show(page, "capacity")?;
        press_on(page, "family/conservative", Key::Enter)?;
        page.wait_for(&format!("{}[aria-pressed=true]:focus", order("family/conservative")))?;
        page.wait_for(&format!("{}[aria-pressed=false]", order("family/default")))?;
        assert_ne!(headline(page)?, before);
        undo(page)?;
        page.wait_for(&format!("{}[aria-pressed=true]", order("family/default")))?;
        assert_eq!(headline(page)?, before);
        Ok(())
    })
}

#[test]
fn a_figure_of_the_profile_is_changed_for_the_whole_plan_and_reset() -> Result<()> {
    const FIELD: &str = "figure/users-per-front-end";
    const CARRIES: &str = "#results-panel [data-figure$='.each']";
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        show(page, "capacity")?;
        let value = |page: &Page| {
            page.script("return document.querySelector(arguments[0]).dataset.value", &[CARRIES.into()])
        };
        let before = value(page)?;
        press_on(page, FIELD, Key::End)?;
        page.chord(&[Key::Control], 'a')?;
        page.type_text("10000")?;
        page.key(Key::Enter)?;
        page.wait_for(&format!("{}[value='10,000']:focus", order(FIELD)))?;
        page.wait_for("tr[data-row=users-per-front-end] [data-mark=entered]")?;
        assert_ne!(value(page)?, before);
        // What resets it is gone with that, so the panel gets the focus.
        press_on(page, &format!("{FIELD}/default"), Key::Enter)?;
        page.wait_for("tr[data-row=users-per-front-end] [data-mark=derived]")?;
        page.wait_for("#results-panel:focus")?;
        assert_eq!(value(page)?, before);
        Ok(())
    })
}

#[test]
fn a_tier_and_another_home_are_chosen_in_recovery_and_taken_back() -> Result<()> {
    const ROOM: &str = "#results-panel [data-figure='recovery.branch-users.room']";
    visit("/", |page| {
        open(page, "two-sites")?;
        page.wait_for("[data-node=south-pool]")?;
        let before = headline(page)?;
        show(page, "recovery")?;
        press_on(page, "tier/north", Key::Home)?;
        chosen(page, "tier/north", "none")?;
        press_on(page, "tier/north", Key::Down)?;
        chosen(page, "tier/north", "1")?;
        assert_ne!(headline(page)?, before);
        for _ in 0..2 {
            undo(page)?;
        }
        stands(page, "tier/north", "own")?;
        assert_eq!(headline(page)?, before);

        assert_eq!(page.count(ROOM)?, 0, "nothing is planned for them");
        press_on(page, "recovery/branch-users", Key::Down)?;
        chosen(page, "recovery/branch-users", "north-pool")?;
        page.wait_for(ROOM)?;
        undo(page)?;
        stands(page, "recovery/branch-users", "")?;
        page.wait_for_no(ROOM)
    })
}

#[test]
fn the_parts_are_saved_as_a_table_and_lead_to_what_they_count() -> Result<()> {
    const SOUTH: &str = "#results-panel [data-row='Front End'] [data-shows=south-pool-front-ends]";
    visit("/", |page| {
        open(page, "two-sites")?;
        page.wait_for("[data-node=south-pool]")?;
        show(page, "bill")?;
        let (name, bytes) = page.download(|| page.click("a[download]"))?;
        assert_eq!(name, "parts.csv");
        let table = String::from_utf8_lossy(&bytes);
        assert!(table.starts_with("Group,What,Count"), "{table}");
        assert!(table.lines().any(|line| line.contains("Front End,7")), "{table}");

        assert_eq!(page.text(SOUTH)?, "Front Ends of South pool", "both pools have Front Ends");
        page.script("document.querySelector(arguments[0]).focus()", &[SOUTH.into()])?;
        page.key(Key::Enter)?;
        page.wait_for("[data-node=south-pool-front-ends].selected")
    })
}

#[test]
fn a_finding_that_is_mended_leaves_the_focus_in_the_panel() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        show(page, "findings")?;
        press_on(page, "fix/EDGE-RP-HA/reverse-proxy", Key::Enter)?;
        page.wait_for_no(&order("fix/EDGE-RP-HA/reverse-proxy"))?;
        page.wait_for("#results-panel:focus")
    })
}

#[test]
fn the_tab_key_reaches_all_that_can_be_done_in_a_tab() -> Result<()> {
    const REACHABLE: &str =
        "return [...document.querySelectorAll('#results-panel :is(button, select, input, a, summary)')]
        .filter(part => part.checkVisibility()).length";
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        for tab in ["findings", "checklist", "failure", "recovery", "capacity", "bill"] {
            show(page, tab)?;
            let all = page.script(REACHABLE, &[])?.as_u64().unwrap_or_default();
            page.script("document.querySelector('#results-panel').focus()", &[])?;
            for place in 1..=all {
                page.key(Key::Tab)?;
                let inside = page.script(
                    "return document.querySelector('#results-panel').contains(document.activeElement.parentElement)",
                    &[],
                )?;
                assert_eq!(inside, true, "stop {place} of {all} in {tab}");
                assert!(!page.focused_name()?.is_empty(), "stop {place} of {all} in {tab}");
            }
            page.script("window.lastStop = document.activeElement", &[])?;
            page.key(Key::Tab)?;
            // Firefox leaves the page for stops of its own, which the page does not see.
            page.wait_until(
                &format!("{tab} has no other stop"),
                "return document.activeElement === window.lastStop && navigator.userAgent.includes('Firefox')
                     || !document.querySelector('#results-panel').contains(document.activeElement)",
                &[],
            )?;
        }
        Ok(())
    })
}
