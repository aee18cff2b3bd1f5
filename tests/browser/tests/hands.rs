//! A whole plan built by the keys alone, and by touch alone: the Entry Tier, from nothing to its figures.

mod drawing;

use browser::{Error, Key, Page, Point, Pointer, Result, visit};
use drawing::chooses;
use oracle::relative_error;

/// What the Entry Tier has, with the words by which each is found.
const PARTS: [(&str, &str, &str, u32); 4] = [
    ("edge", "edge server", "edge-1", 4),
    ("load-balancer", "load balancer", "load-balancer-2", 2),
    ("reverse-proxy", "reverse proxy", "reverse-proxy-1", 1),
    ("users", "users", "users-1", 0),
];

/// Waits until the figures are those of the Entry Tier.
fn is_the_entry_tier(page: &Page) -> Result<()> {
    let expected = oracle::entry_tier(true);
    for place in ["office", "remote"] {
        let row = format!(
            "tr[data-workload=im-presence][data-population='users-1/{place}'] [data-figure=unavailability_user_weighted]"
        );
        page.wait_for(&row)?;
        page.wait_for_no(".stale, .stale-figures")?;
        let value =
            page.script("return document.querySelector(arguments[0]).dataset.value", &[row.as_str().into()])?;
        let shown: f64 = value.as_str().and_then(|text| text.parse().ok()).unwrap_or_default();
        let wanted = expected
            .row("im-presence", place)
            .map(|row| row.unavailability_user_weighted)
            .unwrap_or_default();
        assert!(relative_error(shown, wanted) <= 1e-12, "{place}: {shown:e} instead of {wanted:e}");
    }
    Ok(())
}

fn servers_are(page: &Page, count: u32) -> Result<()> {
    page.wait_for(&format!("#servers[data-servers='{count}']"))
}

fn servers(page: &Page) -> Result<u32> {
    page.wait_for("#servers")?;
    let count = page.script("return Number(document.querySelector('#servers').dataset.servers)", &[])?;
    count
        .as_u64()
        .and_then(|count| u32::try_from(count).ok())
        .ok_or_else(|| Error::Unexpected { command: "#servers".into(), value: count.to_string() })
}

/// Presses Tab until the focus is there.
fn tab_to(page: &Page, selector: &str) -> Result<()> {
    page.wait_for(selector)?;
    for _ in 0..300 {
        let there =
            page.script("return !!document.activeElement?.matches(arguments[0])", &[selector.into()])?;
        if there.as_bool() == Some(true) {
            return Ok(());
        }
        page.key(Key::Tab)?;
    }
    Err(Error::Late { what: format!("the focus on {selector}"), waited: std::time::Duration::ZERO })
}

#[test]
fn the_entry_tier_is_built_by_keys_alone() -> Result<()> {
    visit("/", |page| {
        page.wait_for("[data-node=edge]")?;
        page.chord(&[Key::Control], 'o')?;
        tab_to(page, "[data-template=empty]")?;
        page.key(Key::Enter)?;
        page.wait_for_no("dialog")?;
        page.wait_until("the canvas is empty", "return !document.querySelector('.canvas [data-node]')", &[])?;

        page.type_text("/")?;
        chooses(page, "enterprise pool")?;
        page.wait_for("[data-node=pool-1].selected")?;
        page.chord(&[Key::Control], 'f')?;
        chooses(page, "file share")?;
        page.wait_for("[data-node=file-share-1].selected")?;
        page.key(Key::Delete)?;
        page.wait_for_no("[data-node=file-share-1]")?;
        page.chord(&[Key::Control], 'f')?;
        chooses(page, "front end")?;
        page.wait_for("[data-node=front-end-1].selected")?;
        with_servers(page, 4)?;

        for (_, words, node, count) in PARTS {
            page.type_text("/")?;
            chooses(page, words)?;
            page.wait_for(&format!("[data-node={node}].selected"))?;
            if count > 0 {
                with_servers(page, count)?;
            }
        }
        tab_to(page, "#users-count")?;
        page.chord(&[Key::Control], 'a')?;
        page.type_text("30000")?;
        page.key(Key::Enter)?;
        tab_to(page, "#tab-overview")?;
        while page.count("#tab-workloads[aria-selected=true]")? == 0 {
            let before = page.script("return document.activeElement.id", &[])?;
            page.key(Key::Right)?;
            page.wait_until(
                "the next tab is chosen",
                "return document.activeElement.id !== arguments[0]",
                &[before],
            )?;
        }
        is_the_entry_tier(page)?;

        // It is read, moved and linked without a pointer too.
        page.script("document.querySelector('svg.drawing').focus()", &[])?;
        page.key(Key::Escape)?;
        page.key(Key::Home)?;
        page.wait_for(".drawing[aria-activedescendant]:focus")?;
        let first = page.count(".selected")?;
        page.key(Key::Right)?;
        page.wait_for(".read[aria-current=true]")?;
        assert!(first >= 1);
        page.chord(&[Key::Control], Key::Down.character())?;
        page.wait_until(
            "its new place is told",
            "return /across, .* down/.test(document.querySelector('.notices').textContent)",
            &[],
        )?;
        page.chord(&[Key::Control], 'f')?;
        chooses(page, "edge server")?;
        page.wait_for("[data-node=edge-1].selected")?;
        page.type_text("l")?;
        page.wait_for(".chooser-field:focus")?;
        page.key(Key::Escape)?;
        page.wait_for_no("dialog")
    })
}

/// Adds servers to the selected component by its button.
fn with_servers(page: &Page, count: u32) -> Result<()> {
    let have = servers(page)?;
    if have < count {
        tab_to(page, "[data-step=more]")?;
    }
    for number in have..count {
        page.key(Key::Enter)?;
        servers_are(page, number + 1)?;
    }
    Ok(())
}

#[test]
fn the_entry_tier_is_built_by_touch_alone() -> Result<()> {
    visit("/", |page| {
        page.wait_for("[data-node=edge]")?;
        page.tap("[data-menu=open]")?;
        page.tap("[data-template=empty]")?;
        page.wait_for_no("dialog")?;
        page.wait_until("the canvas is empty", "return !document.querySelector('.canvas [data-node]')", &[])?;

        page.tap("[data-item=enterprise-pool]")?;
        page.wait_for("[data-node=pool-1].selected")?;
        // The menu of a finger that rests.
        page.rest_finger(drawing::rect_of(page, "file-share-1")?.centre(), 700)?;
        page.wait_for("[data-node=file-share-1].selected")?;
        tap_choice(page, "Delete")?;
        page.wait_for_no("[data-node=file-share-1]")?;
        page.tap("[data-node=front-end-1] .t1")?;
        page.wait_for("[data-node=front-end-1].selected")?;
        with_taps(page, 4)?;

        for (item, _, node, count) in PARTS {
            page.tap(&format!("[data-item={item}]"))?;
            page.wait_for(&format!("[data-node={node}].selected"))?;
            if count > 0 {
                with_taps(page, count)?;
            }
        }
        page.tap("#users-count")?;
        page.wait_for("#users-count:focus")?;
        page.script("document.activeElement.select()", &[])?;
        page.type_text("30000")?;
        page.key(Key::Enter)?;
        page.tap("#tab-workloads")?;
        is_the_entry_tier(page)?;

        // Two fingers move and zoom the view, one moves a part.
        let canvas = page.rect(".canvas")?.centre();
        let (zoom, at) = (drawing::zoom(page)?, |right: i64| Point { x: canvas.x + right, y: canvas.y });
        page.two_fingers([at(-40), at(40)], [at(-120), at(120)])?;
        page.wait_until(
            "it is larger",
            "return parseFloat(document.querySelector('.zoom').textContent) > 2 * arguments[0]",
            &[zoom.into()],
        )?;
        page.tap("[data-command=fit]")?;
        page.wait_until(
            "all of it is shown again",
            "return parseFloat(document.querySelector('.zoom').textContent) <= 2 * arguments[0]",
            &[zoom.into()],
        )?;
        let before = drawing::rect_of(page, "reverse-proxy-1")?;
        let to = Point { x: before.centre().x, y: before.centre().y + 60 };
        page.drag(Pointer::Touch, before.centre(), to)?;
        page.wait_until(
            "it has moved",
            "return document.querySelector('[data-node=reverse-proxy-1] .card').getBoundingClientRect().top > arguments[0] + 20",
            &[before.y.into()],
        )
    })
}

fn with_taps(page: &Page, count: u32) -> Result<()> {
    for number in servers(page)?..count {
        page.tap("[data-step=more]")?;
        servers_are(page, number + 1)?;
    }
    Ok(())
}

/// Takes the entry of that name from the list.
fn tap_choice(page: &Page, name: &str) -> Result<()> {
    page.wait_for("dialog .pick")?;
    page.script(
        "const entry = [...document.querySelectorAll('.pick')].find(pick => pick.querySelector('.grow').textContent === arguments[0]);
         entry.setAttribute('data-wanted', '')",
        &[name.into()],
    )?;
    page.tap("[data-wanted]")?;
    page.wait_for_no("dialog")
}
