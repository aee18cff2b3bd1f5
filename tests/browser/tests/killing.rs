//! Servers are killed and repaired with pointer and keys, and every figure of the moment follows.

use browser::{Error, Key, Page, Point, Pointer, Result, visit};

const DOT: &str = "[data-hit='server/1/front-ends']";
const CARD: &str = "[data-node=front-ends]";
const LEFT: &str = "[data-node=front-ends] [data-left]";
const SENTENCE: &str = "[data-sentence=false]";
const USERS: &str = ".headline [data-figure='now.users']";
const KILLED: &str = "Front End 2 is down: 7,500 users reconnect to the three other Front Ends within 90 s, nobody is cut off; each now carries 10,000 of 12,500.";

fn says(page: &Page, selector: &str, text: &str) -> Result<()> {
    let body = "return document.querySelector(arguments[0])?.textContent.trim() === arguments[1]";
    page.wait_until(&format!("{selector} says “{text}”"), body, &[selector.into(), text.into()])
}

fn value(page: &Page, selector: &str) -> Result<f64> {
    page.wait_for(selector)?;
    let value =
        page.script("return document.querySelector(arguments[0]).dataset.value", &[selector.into()])?;
    let value = value.as_str().and_then(|text| text.parse().ok());
    value.ok_or_else(|| Error::Unexpected { command: selector.into(), value: "no value".into() })
}

/// The strip and the drawing, but for what is selected.
fn shown(page: &Page) -> Result<String> {
    page.wait_for_no("[data-stale=true]")?;
    page.wait_for(SENTENCE)?;
    let script = "const parts = [...document.querySelectorAll('.headline, .headline *, .drawing *')].map(part => {
            const own = [...part.attributes].filter(({ name }) => name !== 'aria-current');
            const said = part.children.length ? '' : part.textContent;
            return [part.tagName, ...own.map(({ name, value }) => `${name}=${value.replace(' selected', '')}`).sort(), said];
        });
        return parts.join('\\n')";
    let value = page.script(script, &[])?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

fn entry_tier(page: &Page) -> Result<()> {
    page.wait_for(CARD)?;
    page.wait_for("[data-figure='headline.unavailability_user_weighted']")?;
    page.wait_for_no("[data-stale=true]")?;
    page.wait_for(SENTENCE)
}

fn is_down(page: &Page) -> Result<()> {
    says(page, SENTENCE, KILLED)?;
    says(page, LEFT, "3 of 4 up")?;
    page.wait_for(&format!("{DOT}.down"))
}

fn is_up(page: &Page) -> Result<()> {
    says(page, SENTENCE, "")?;
    page.wait_for_no(LEFT)?;
    page.wait_for_no(USERS)?;
    page.wait_for(&format!("{DOT}.up"))
}

#[test]
fn a_click_on_a_dot_kills_the_server_and_another_repairs_it() -> Result<()> {
    visit("/", |page| {
        entry_tier(page)?;
        page.click(CARD)?;
        let before = shown(page)?;
        page.click(DOT)?;
        is_down(page)?;
        let users = value(page, USERS)?;
        assert!((users - 30_000.0).abs() < 1e-6, "{users}");
        let held = value(page, ".headline [data-figure='now.unavailability']")?;
        let plan = value(page, "[data-figure='headline.unavailability_user_weighted']")?;
        assert!(held > plan && held < 1.0, "{held:e} with a server down, {plan:e} without");
        page.wait_for("button[aria-label='Front End 2: down. Repair it'][aria-pressed=true]")?;
        page.click("#tab-workloads")?;
        let row = "tr[data-workload=im-presence][data-population='users/remote'] [data-figure='now.users']";
        let remote = value(page, row)?;
        assert!((remote - 3_000.0).abs() < 1e-6, "{remote}");

        page.click(USERS)?;
        page.wait_for("[data-explains='now.users'] .d-input")?;
        page.click(DOT)?;
        is_up(page)?;
        page.wait_for_no("[data-explains]")?;
        page.click(CARD)?;
        let after = shown(page)?;
        let other = before.lines().zip(after.lines()).find(|(before, after)| before != after);
        assert_eq!((other, after.len()), (None, before.len()));
        Ok(())
    })
}

#[test]
fn a_kill_is_undone_and_redone_and_all_is_repaired_at_once() -> Result<()> {
    visit("/", |page| {
        entry_tier(page)?;
        page.click(DOT)?;
        is_down(page)?;
        page.chord(&[Key::Control], 'z')?;
        is_up(page)?;
        page.chord(&[Key::Control, Key::Shift], 'z')?;
        is_down(page)?;
        page.click(".moment summary")?;
        page.wait_for(".moment li .mark")?;
        page.wait_for(".moment li a[href^=https]")?;
        page.click(".moment .button")?;
        is_up(page)
    })
}

#[test]
fn keys_and_buttons_of_the_inspector_kill_too() -> Result<()> {
    visit("/", |page| {
        entry_tier(page)?;
        page.click(CARD)?;
        page.type_text("k")?;
        page.wait_for(".card-group.dead[data-node=front-ends]")?;
        says(page, ".headline .value.bad [data-figure='now.users']", "0")?;
        page.screenshots("component")?;
        page.type_text("k")?;
        is_up(page)?;
        // The card to which the keys lead is meant.
        page.key(Key::Escape)?;
        page.script("document.querySelector('svg.drawing').focus()", &[])?;
        page.key(Key::Home)?;
        page.wait_for(".read")?;
        while page.count("[data-node=back-end].read")? == 0 {
            let before = page.script("return document.querySelector('.read').id", &[])?;
            page.key(Key::Right)?;
            page.wait_until(
                "the next one is read",
                "return document.querySelector('.read').id !== arguments[0]",
                &[before],
            )?;
        }
        page.type_text("k")?;
        page.wait_for(".card-group.dead[data-node=back-end]")?;
        page.type_text("k")?;
        is_up(page)?;
        page.click(CARD)?;
        page.click("button[data-server=front-end-2]")?;
        is_down(page)?;
        page.click("[data-strike=all]")?;
        page.wait_for(".card-group.dead[data-node=front-ends]")?;
        page.chord(&[Key::Shift], 'k')?;
        is_up(page)?;

        // Nothing is selected: the sites are there.
        page.key(Key::Escape)?;
        page.script("document.querySelector('[data-strike]').scrollIntoView()", &[])?;
        page.click("[data-strike]")?;
        page.wait_until(
            "all cards are dead",
            "return document.querySelectorAll('.dots').length === document.querySelectorAll('.card-group.dead').length",
            &[],
        )?;
        page.screenshots("site")?;
        page.click("[data-strike]")?;
        is_up(page)
    })
}

#[test]
fn a_drag_that_begins_on_a_dot_moves_the_card() -> Result<()> {
    visit("/", |page| {
        entry_tier(page)?;
        let (card, from) = (page.rect(CARD)?, page.rect(DOT)?);
        assert!(from.height >= 24, "{from:?}");
        let from = from.centre();
        page.drag(Pointer::Mouse, from, Point { x: from.x + 60, y: from.y + 30 })?;
        page.wait_until(
            "the card has moved",
            "return Math.abs(document.querySelector(arguments[0]).getBoundingClientRect().x - arguments[1]) > 30",
            &[CARD.into(), card.x.into()],
        )?;
        is_up(page)
    })
}

#[test]
fn survivors_with_more_users_than_they_carry_are_shown_as_overloaded() -> Result<()> {
    visit("/", |page| {
        entry_tier(page)?;
        page.click(DOT)?;
        is_down(page)?;
        page.screenshots("server")?;
        page.click("#tab-workloads")?;
        page.screenshots("table")?;
        page.click(".moment summary")?;
        page.click("[data-hit='server/2/front-ends']")?;
        says(page, LEFT, "2 of 4 up")?;
        page.wait_for("[data-hit='server/0/front-ends'].over")?;
        page.screenshots("overloaded")
    })
}
