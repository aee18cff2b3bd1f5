//! The canvas as tests see it.

#![allow(dead_code, reason = "no test needs all of it")]

use browser::{Key, Page, Point, Rect, Result};
use serde_json::Value;

/// Waits until the first plan is there with its figures, as large as the window shows it.
pub fn opened(page: &Page) -> Result<()> {
    page.wait_for(".supported[data-checked=told]")?;
    page.wait_for("[data-node=edge]")?;
    page.wait_for_no(".stale, .stale-figures")
}

/// Opens a plan in which there is nothing.
pub fn empty_plan(page: &Page) -> Result<()> {
    page.wait_for("[data-menu=open]")?;
    page.click("[data-menu=open]")?;
    page.wait_for("[data-template=empty]")?;
    page.click("[data-template=empty]")?;
    page.wait_for_no("dialog")?;
    page.wait_until("the canvas is empty", "return !document.querySelector('.canvas [data-node]')", &[])
}

/// A point of the canvas, from its upper left corner.
pub fn on_canvas(page: &Page, right: i64, down: i64) -> Result<Point> {
    let canvas = page.rect(".canvas")?;
    Ok(Point { x: canvas.x + right, y: canvas.y + down })
}

/// Where the card or frame of a node is in the window.
pub fn rect_of(page: &Page, node: &str) -> Result<Rect> {
    page.rest(&format!("[data-node='{node}'] > :is(.card, .frame)"))
}

/// How many cards and frames there are.
pub fn nodes(page: &Page) -> Result<u64> {
    page.count(".canvas [data-node]")
}

/// How large the drawing is, in percent.
pub fn zoom(page: &Page) -> Result<f64> {
    let zoom = page.script("return parseFloat(document.querySelector('.zoom').textContent)", &[])?;
    Ok(zoom.as_f64().unwrap_or_default())
}

/// Where the drawing lies in its window.
pub fn transform(page: &Page) -> Result<String> {
    let said = page.script("return document.querySelector('.world').getAttribute('transform')", &[])?;
    Ok(said.as_str().map_or_else(|| Value::Null.to_string(), ToOwned::to_owned))
}

/// Takes the first entry that the words find from the list that is open.
pub fn chooses(page: &Page, words: &str) -> Result<()> {
    page.wait_for(".chooser-field:focus")?;
    page.type_text(words)?;
    page.wait_for(".pick.chosen")?;
    page.key(Key::Enter)?;
    page.wait_for_no("dialog")
}
