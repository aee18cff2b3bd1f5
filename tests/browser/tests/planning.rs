//! A plan drawn by hand: dragged, linked, read, undone, redone, and found again.

use browser::{Error, Key, Page, Point, Pointer, Result, visit};
use oracle::relative_error;

/// A point of the canvas, from its upper left corner.
fn on_canvas(page: &Page, right: i64, down: i64) -> Result<Point> {
    let canvas = page.rect(".canvas")?;
    let centre = canvas.centre();
    let (width, height) = size(page)?;
    Ok(Point { x: centre.x - width / 2 + right, y: centre.y - height / 2 + down })
}

fn size(page: &Page) -> Result<(i64, i64)> {
    let size = page.script(
        "const box = document.querySelector('.canvas').getBoundingClientRect(); return [Math.round(box.width), Math.round(box.height)];",
        &[],
    )?;
    let number = |index: usize| size.get(index).and_then(serde_json::Value::as_i64).unwrap_or_default();
    Ok((number(0), number(1)))
}

fn drop_item(page: &Page, item: &str, right: i64, down: i64) -> Result<()> {
    let entry = format!("[data-item={item}]");
    page.wait_for(&entry)?;
    page.script(
        "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest' })",
        &[entry.as_str().into()],
    )?;
    let from = page.rect(&entry)?.centre();
    page.drag(Pointer::Mouse, from, on_canvas(page, right, down)?)
}

fn empty_plan(page: &Page) -> Result<()> {
    page.wait_for("[data-menu=open]")?;
    page.click("[data-menu=open]")?;
    page.wait_for("[data-template=empty]")?;
    page.click("[data-template=empty]")?;
    page.wait_for_no("dialog")?;
    page.wait_until(
        "the canvas is empty",
        "return document.querySelectorAll('.canvas [data-node]').length === 0",
        &[],
    )
}

/// The full value behind a figure.
fn value(page: &Page, selector: &str) -> Result<f64> {
    page.wait_for(selector)?;
    let value =
        page.script("return document.querySelector(arguments[0]).dataset.value", &[selector.into()])?;
    let value = value.as_str().and_then(|text| text.parse().ok());
    value.ok_or_else(|| Error::Unexpected { command: selector.into(), value: "no value".into() })
}

fn drawn(page: &Page) -> Result<(u64, u64)> {
    Ok((page.count(".canvas [data-node]")?, page.count(".canvas [data-link]")?))
}

fn saved(page: &Page) -> Result<()> {
    page.wait_for("[data-save-state=saved]")
}

#[test]
fn a_plan_is_dragged_linked_read_undone_redone_and_found_again() -> Result<()> {
    visit("/", |page| {
        empty_plan(page)?;
        page.click("#tab-workloads")?;
        page.wait_for("#tab-workloads[aria-selected=true]")?;
        drop_item(page, "standard-edition", 560, 60)?;
        page.wait_for("[data-node=standard-edition-1]")?;
        drop_item(page, "users", 380, 60)?;
        page.wait_for("[data-node=users-1]")?;

        // A lone server's unavailability does not depend on its users.
        let any = "tr[data-workload=im-presence][data-population='users-1/office'] [data-figure=unavailability_any]";
        let small = oracle::small_organisation(true);
        let office = small.row("im-presence", "office").map(|row| row.unavailability_any).unwrap_or_default();
        let shown = value(page, any)?;
        assert!(relative_error(shown, office) <= 1e-12, "{shown:e} instead of {office:e}");

        drop_item(page, "enterprise-pool", 620, 300)?;
        page.wait_for("[data-node=pool-1]")?;
        drop_item(page, "edge", 300, 200)?;
        page.wait_for("[data-node=edge-1]")?;
        drop_item(page, "chat-server", 300, 330)?;
        page.wait_for("[data-node=chat-server-1]")?;
        page.wait_for("[data-node=chat-database-1]")?;
        let (cards, links) = drawn(page)?;
        assert!(
            links >= 3,
            "Edge and Group Chat are linked to their neighbours, but there are {links} links"
        );

        // Another link by hand, from a port of the Edge Server to whichever home it does not serve yet.
        page.click("[data-node=edge-1]")?;
        let port = page.rect("[data-hit='port/edge-1']:last-of-type .port-dot")?.centre();
        let served = page.script(
            "return [...document.querySelectorAll('.canvas [data-link]')].map(link => link.textContent).join('\\n')",
            &[],
        )?;
        let serves_pool =
            served.as_str().is_some_and(|text| text.contains("Enterprise pool") && text.contains("remote"));
        let target = if serves_pool { "[data-node=standard-edition-1]" } else { "[data-node=front-end-1]" };
        let to = page.rect(target)?.centre();
        page.drag(Pointer::Mouse, port, to)?;
        page.wait_until(
            "there is one link more",
            "return document.querySelectorAll('.canvas [data-link]').length === arguments[0]",
            &[(links + 1).into()],
        )?;
        let unavailability = value(page, any)?;

        page.chord(&[Key::Control], 'z')?;
        page.wait_until(
            "the link is gone",
            "return document.querySelectorAll('.canvas [data-link]').length === arguments[0]",
            &[links.into()],
        )?;
        page.click("[data-command=redo]")?;
        page.wait_until(
            "the link is back",
            "return document.querySelectorAll('.canvas [data-link]').length === arguments[0]",
            &[(links + 1).into()],
        )?;
        assert_eq!(drawn(page)?.0, cards);
        saved(page)?;
        page.screenshot("drawn by hand")?;

        page.reload()?;
        page.wait_for("[data-node=edge-1]")?;
        assert_eq!(drawn(page)?, (cards, links + 1));
        // The numbers in the tabs move those beside them.
        page.wait_for(".supported[data-checked=told]")?;
        page.click("#tab-workloads")?;
        let again = value(page, any)?;
        assert!(relative_error(again, unavailability) <= 1e-15, "{again:e} instead of {unavailability:e}");
        Ok(())
    })
}

#[test]
fn every_item_of_the_palette_can_be_dragged_onto_the_canvas() -> Result<()> {
    visit("/", |page| {
        empty_plan(page)?;
        let items = [
            "enterprise-pool",
            "standard-edition",
            "front-end",
            "back-end",
            "file-share",
            "edge",
            "reverse-proxy",
            "load-balancer",
            "chat-server",
            "chat-database",
            "users",
        ];
        for (number, item) in (0_i64..).zip(items) {
            let before = page.count(".canvas [data-node]")?;
            drop_item(page, item, 120 + number % 4 * 180, 60 + number / 4 * 120)?;
            page.wait_until(
                &format!("{item} is on the canvas"),
                "return document.querySelectorAll('.canvas [data-node]').length > arguments[0]",
                &[before.into()],
            )?;
        }
        Ok(())
    })
}

#[test]
fn moving_deleting_and_undoing_work_with_pointer_and_keys() -> Result<()> {
    visit("/", |page| {
        empty_plan(page)?;
        drop_item(page, "standard-edition", 400, 150)?;
        let card = "[data-node=standard-edition-1]";
        page.wait_for(card)?;
        let from = page.rect(card)?.centre();
        page.drag(Pointer::Mouse, from, Point { x: from.x + 120, y: from.y + 64 })?;
        let moved = page.rect(card)?.centre();
        assert!(
            (moved.x - from.x - 120).abs() <= 8 && (moved.y - from.y - 64).abs() <= 8,
            "{from:?} to {moved:?}"
        );
        page.key(Key::Delete)?;
        page.wait_for_no(card)?;
        page.chord(&[Key::Control], 'z')?;
        page.wait_for(card)?;
        page.chord(&[Key::Control], 'z')?;
        page.wait_until(
            "the card is where it was",
            "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return Math.abs(box.x + box.width / 2 - arguments[1]) < 9",
            &[card.into(), from.x.into()],
        )
    })
}

#[test]
fn escape_cancels_a_drag_without_trace() -> Result<()> {
    visit("/", |page| {
        empty_plan(page)?;
        drop_item(page, "standard-edition", 400, 150)?;
        let card = "[data-node=standard-edition-1]";
        page.wait_for(card)?;
        let from = page.rect(card)?.centre();
        page.press(Pointer::Mouse, from)?;
        page.move_in_steps(Pointer::Mouse, from, Point { x: from.x + 150, y: from.y + 80 })?;
        page.key(Key::Escape)?;
        page.lift(Pointer::Mouse)?;
        let after = page.rect(card)?.centre();
        assert!((after.x - from.x).abs() <= 1 && (after.y - from.y).abs() <= 1, "{from:?} to {after:?}");
        Ok(())
    })
}

#[test]
fn the_wheel_pans_and_zooms_about_the_pointer() -> Result<()> {
    visit("/", |page| {
        page.wait_for("[data-node=front-ends]")?;
        let card = "[data-node=front-ends]";
        let before = page.rect(card)?.centre();
        page.wheel(on_canvas(page, 300, 200)?, 0, 100)?;
        page.wait_until(
            "the canvas moved up",
            "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return box.y + box.height / 2 < arguments[1] - 50",
            &[card.into(), before.y.into()],
        )?;
        let here = page.rect(card)?.centre();
        page.hold(Key::Control)?;
        page.wheel(here, 0, -200)?;
        page.release()?;
        let after = page.rect(card)?.centre();
        assert!((after.x - here.x).abs() <= 4 && (after.y - here.y).abs() <= 4, "{here:?} to {after:?}");
        Ok(())
    })
}
