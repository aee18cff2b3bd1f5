//! Everything can be reached by the Tab key, is named, and is seen to have the focus.

use browser::{Key, Page, Result, visit};

/// More stops than the page has.
const MANY: usize = 200;

/// The part of the page that has the focus; none once all had it: some browsers go on to their own bars then, others begin anew.
const PART: &str = "
    const focused = document.activeElement;
    if (focused === document.body || focused === window.firstStop) return null;
    window.firstStop ??= focused;
    return focused.closest('.top, .headline, .palette, .canvas, .inspector, .results').className";

/// A place at which the Tab key stops.
struct Stop {
    part: String,
    name: String,
    is_seen: bool,
}

/// All places at which the Tab key stops, from the first on.
fn stops(page: &Page) -> Result<Vec<Stop>> {
    let mut stops = Vec::new();
    for _ in 0..MANY {
        page.key(Key::Tab)?;
        let part = page.script(PART, &[])?;
        let Some(part) = part.as_str() else { break };
        stops.push(Stop { part: part.to_owned(), name: page.focused_name()?, is_seen: page.blur_seen()? });
    }
    Ok(stops)
}

fn settled(page: &Page) -> Result<()> {
    page.wait_for(".supported[data-checked=told]")?;
    page.wait_for("[data-chart=served]")?;
    page.wait_for_no(".stale, .stale-figures")
}

#[test]
fn the_tab_key_goes_from_part_to_part_and_every_stop_has_a_name_and_is_seen() -> Result<()> {
    visit("/", |page| {
        settled(page)?;
        let stops = stops(page)?;
        let mut parts: Vec<&str> = stops.iter().map(|stop| stop.part.as_str()).collect();
        parts.dedup();
        assert_eq!(parts, ["top", "headline", "palette", "canvas", "inspector", "results"]);
        for Stop { part, name, is_seen } in &stops {
            assert!(!name.is_empty() && *is_seen, "{part}: “{name}” is seen: {is_seen}");
        }
        Ok(())
    })
}

/// Gives the focus to something, as the Tab key does, and presses the key.
fn press_on(page: &Page, selector: &str, key: Key) -> Result<()> {
    page.wait_for(selector)?;
    page.script("document.querySelector(arguments[0]).focus()", &[selector.into()])?;
    page.key(key)
}

#[test]
fn arrow_keys_go_through_all_kinds_of_parts_of_the_drawing_and_back() -> Result<()> {
    visit("/", |page| {
        settled(page)?;
        press_on(page, "svg.drawing", Key::Home)?;
        let mut met = std::collections::BTreeSet::new();
        let mut before = String::new();
        for _ in 0..MANY {
            page.wait_for(".read[aria-current=true]")?;
            let at = page.script(
                "const read = document.querySelector('.read'), drawing = document.querySelector('svg.drawing');
                 const named = drawing.getAttribute('aria-activedescendant') === read.id && read.getAttribute('aria-label');
                 return named && document.activeElement === drawing ? [read.classList[0], read.id] : null",
                &[],
            )?;
            let said = |index: usize| {
                at.get(index).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
            };
            assert!(!said(0).is_empty(), "what is read has a name, and the drawing keeps the focus");
            if said(1) == before {
                break;
            }
            (_, before) = (met.insert(said(0)), said(1));
            page.key(Key::Right)?;
        }
        assert_eq!(met.into_iter().collect::<Vec<_>>(), ["card-group", "frame-group", "link-group"]);
        page.key(Key::Left)?;
        page.wait_for(".read.selected, .read .selected")?;
        // Nothing was moved on the way.
        page.wait_for("[data-command=undo]:disabled")
    })
}

#[test]
fn what_is_closed_gives_the_focus_back_to_what_opened_it() -> Result<()> {
    visit("/", |page| {
        settled(page)?;
        press_on(page, ".headline .figure", Key::Enter)?;
        page.wait_for("#explained:focus")?;
        press_on(page, ".back", Key::Enter)?;
        page.wait_for(".headline .figure:focus")?;

        press_on(page, "[data-menu=open]", Key::Enter)?;
        page.wait_for("[data-template]")?;
        page.key(Key::Escape)?;
        page.wait_for_no("[data-template]")?;
        page.wait_for("[data-menu=open]:focus")?;

        press_on(page, "[data-menu=open]", Key::Enter)?;
        press_on(page, "dialog [aria-label=Close]", Key::Enter)?;
        page.wait_for_no("[data-template]")?;
        page.wait_for("[data-menu=open]:focus")
    })
}

#[test]
fn arrow_keys_scroll_the_panel_and_move_nothing_on_the_canvas() -> Result<()> {
    visit("/", |page| {
        settled(page)?;
        page.click("#tab-workloads")?;
        page.wait_for("tr[data-workload]")?;
        page.click("[data-node=front-ends]")?;
        page.wait_for("[data-node=front-ends].selected")?;
        let before = page.rect("[data-node=front-ends]")?;
        press_on(page, "#results-panel", Key::Down)?;
        page.wait_until(
            "the panel is scrolled",
            "return document.querySelector('#results-panel').scrollTop > 0",
            &[],
        )?;
        assert_eq!(page.rect("[data-node=front-ends]")?, before);
        page.wait_for("[data-command=undo]:disabled")
    })
}
