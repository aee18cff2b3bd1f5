//! Pages that show a plan, and what is done to them.

use std::f64::consts::TAU;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use browser::{Error, Page, Result};
use serde_json::{Value, json};

use crate::figure::{Figure, Measured};
use crate::plan::Subject;

const GESTURES: &str = include_str!("gestures.js");
/// Begins a gesture; a command to the browser may not last as long as some of them.
const BEGIN: &str = "
    const [name, ...rest] = arguments;
    gestures.answered = undefined;
    Promise.resolve(gestures[name](...rest)).then(
        answer => { gestures.answered = [answer ?? null]; },
        error => { gestures.answered = String(error); });";
/// Longer than anything takes.
const PATIENCE: Duration = Duration::from_mins(5);
/// Seldom, so that asking does not take time from what is measured.
const PAUSE: Duration = Duration::from_millis(100);
/// Where the canvas is in the window, what of the plan it shows, and what stands on its cards and frames.
const SHOWN: &str = "
    const { x, y, width, height } = document.querySelector('svg.drawing').getBoundingClientRect();
    const seen = document.querySelector('.world').getCTM();
    const text = (on, selector) => on.querySelector(selector)?.textContent;
    const figures = [...document.querySelectorAll('.card-group, .frame-group')].map(on => [on.dataset.hit.replace('frame/', 'card/'), {
        own: text(on, '.own'), under: text(on, '.t3, .t2'), load: on.querySelector('.bar')?.getAttribute('width') / 172,
        risk: text(on, '[data-badge=single-point]') !== undefined,
    }]);
    return { place: { window: { x, y, width, height }, view: { x: seen.e, y: seen.f, zoom: seen.a } }, figures: Object.fromEntries(figures) };";
/// Moves of a gesture.
const MOVES: u32 = 60;
/// How far the pointer goes, in pixels of the screen.
const REACH: (f64, f64) = (60.0, 30.0);
/// What the wheel is turned by at each move.
const TURN: i32 = 10;

/// The planner.
pub(crate) struct Ours(Page);

/// The page that does the same with React Flow.
pub(crate) struct Peer(Page);

impl Ours {
    pub(crate) fn start() -> Result<Self> {
        Page::unthrottled(None).and_then(|page| set_up(&page).map(|()| Self(page)))
    }

    /// Opens the plan in a page of its own; says also what it shows.
    pub(crate) fn measure(&mut self, subject: &Subject) -> Result<(Vec<Measured>, Value)> {
        let page = &self.0;
        load(page, "")?;
        page.wait_for(".supported[data-checked=told]")?;
        at_rest(page)?;
        let (cards, frames, links) = (subject.scene.cards, subject.scene.frames, subject.scene.links);
        let counts = json!([[".card-group", cards], [".frame-group", frames], [".link-group", links]]);
        let opened = open(page, &subject.file, counts)?;
        page.wait_for(".supported[data-checked=told]")?;
        at_rest(page)?;
        let shown = page.script(SHOWN, &[])?;
        let card = |node: &str| format!("[data-node='{node}'] > .card");
        let mut figures = vec![opened];
        figures.extend(gestures(page, &card(&subject.dragged), "svg.drawing")?);
        press(page, &card(&subject.users), 0)?;
        gesture(page, "lift", &[])?;
        page.wait_for("#users-count")?;
        at_rest(page)?;
        let edit = [json!("#users-count"), json!(12_345), json!("[data-figure='headline.demand_users']")];
        let frames = numbers(&gesture(page, "edit", &edit)?)?;
        figures.push((Figure::Edit, vec![frames.iter().sum()]));
        // The first is that of the change itself.
        figures.push((Figure::Alongside, vec![frames.iter().skip(1).copied().fold(0.0, f64::max)]));
        Ok((figures, shown))
    }
}

impl Peer {
    pub(crate) fn start(site: &Path) -> Result<Self> {
        Page::unthrottled(Some(site)).and_then(|page| set_up(&page).map(|()| Self(page)))
    }

    /// Opens the same scene, with the figures that the planner showed, at the same place of the screen.
    pub(crate) fn measure(&mut self, subject: &Subject, shown: &Value) -> Result<Vec<Measured>> {
        let page = &self.0;
        let part = |name: &str| shown.get(name).cloned().unwrap_or_default();
        load(page, &format!("#{}", part("place")))?;
        page.wait_for(".react-flow__pane")?;
        // A node is hidden until its size has been taken.
        let nodes = ".react-flow__node:not([style*='visibility: hidden'])";
        let counts = json!([
            [nodes, subject.scene.cards + subject.scene.frames],
            [".react-flow__edge", subject.scene.links]
        ]);
        let mut figures = vec![open(page, &subject.scene.file(&part("figures")), counts)?];
        at_rest(page)?;
        figures.extend(gestures(
            page,
            &format!("[data-id='card/{}'] > .card", subject.dragged),
            ".react-flow__pane",
        )?);
        Ok(figures)
    }
}

fn set_up(page: &Page) -> Result<()> {
    page.size_window(1920, 1080)?;
    page.devtools("Performance.enable", &json!({})).map(drop)
}

/// Opens the page as on a first visit.
fn load(page: &Page, more: &str) -> Result<()> {
    let address = page.address();
    page.go_to("about:blank")?;
    let origin = address.trim_end_matches('/');
    page.devtools("Storage.clearDataForOrigin", &json!({ "origin": origin, "storageTypes": "all" }))?;
    page.go_to(&format!("{address}{more}"))?;
    page.script(GESTURES, &[]).map(drop)
}

fn open(page: &Page, file: &str, counts: Value) -> Result<Measured> {
    Ok((Figure::Opening, vec![number(&gesture(page, "open", &[file.into(), counts])?)?]))
}

/// Drags the card, then pans and zooms the canvas.
fn gestures(page: &Page, card: &str, canvas: &str) -> Result<Vec<Measured>> {
    let mut figures = Vec::new();
    press(page, card, 0)?;
    stray(page)?;
    let (before, frames) = (Spent::so_far(page)?, moves(page)?);
    let (scripts, work) = Spent::so_far(page)?.since(&before);
    gesture(page, "lift", &[])?;
    figures.push((Figure::Script, vec![scripts / f64::from(MOVES)]));
    figures.push((Figure::Work, vec![work / f64::from(MOVES)]));
    figures.push((Figure::Drag, frames));
    at_rest(page)?;
    press(page, canvas, 1)?;
    stray(page)?;
    figures.push((Figure::Pan, moves(page)?));
    gesture(page, "lift", &[])?;
    at_rest(page)?;
    let turns: Vec<i32> = (0..MOVES).map(|step| if step % 20 < 10 { -TURN } else { TURN }).collect();
    figures.push((Figure::Zoom, numbers(&gesture(page, "zoom", &[canvas.into(), json!(turns)])?)?));
    at_rest(page)?;
    Ok(figures)
}

fn press(page: &Page, on: &str, button: u8) -> Result<()> {
    page.wait_for(on)?;
    gesture(page, "press", &[on.into(), button.into()]).map(drop)
}

/// Makes a drag of the press, which takes more than a small move.
fn stray(page: &Page) -> Result<()> {
    gesture(page, "move", &[json!([[6, 0], [12, 6]])]).map(drop)
}

/// Moves the pressed pointer around and back to where it was pressed.
fn moves(page: &Page) -> Result<Vec<f64>> {
    let place = |step: u32| {
        let turn = TAU * f64::from(step) / f64::from(MOVES);
        [(REACH.0 * turn.sin()).round(), (REACH.1 * (2.0 * turn).sin()).round()]
    };
    let path: Vec<_> = (1..=MOVES).map(place).collect();
    numbers(&gesture(page, "move", &[json!(path)])?)
}

/// Does something to the canvas, and waits for what it answers.
fn gesture(page: &Page, name: &str, arguments: &[Value]) -> Result<Value> {
    let all: Vec<Value> = std::iter::once(name.into()).chain(arguments.iter().cloned()).collect();
    page.script(BEGIN, &all)?;
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        let answered = page.script("return gestures.answered ?? null", &[])?;
        match answered {
            Value::Array(answer) => return Ok(answer.into_iter().next().unwrap_or_default()),
            Value::String(error) => {
                return Err(Error::Unexpected { command: format!("the gesture “{name}”"), value: error });
            }
            _ => thread::sleep(PAUSE),
        }
    }
    Err(Error::Late { what: format!("the gesture “{name}”"), waited: PATIENCE })
}

/// Waits until nothing is being worked out, saved or painted.
fn at_rest(page: &Page) -> Result<()> {
    let body = "const idle = () => new Promise(done => requestIdleCallback(done));
        return idle().then(idle).then(() => !document.querySelector('[data-stale=true], .stale'))";
    page.wait_until("the page is at rest", body, &[])
}

/// Milliseconds that the page has spent so far in scripts, and in these with styles and layout.
struct Spent {
    scripts: f64,
    work: f64,
}

impl Spent {
    fn so_far(page: &Page) -> Result<Self> {
        let told = page.devtools("Performance.getMetrics", &json!({}))?;
        let metric = |name: &str| {
            let all = told.get("metrics").and_then(Value::as_array).into_iter().flatten();
            let found = all.into_iter().find(|metric| metric.get("name").is_some_and(|known| known == name));
            found.and_then(|metric| metric.get("value")?.as_f64()).unwrap_or_default() * 1_000.0
        };
        let scripts = metric("ScriptDuration");
        Ok(Self { scripts, work: scripts + metric("LayoutDuration") + metric("RecalcStyleDuration") })
    }

    fn since(&self, before: &Self) -> (f64, f64) {
        (self.scripts - before.scripts, self.work - before.work)
    }
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().ok_or_else(|| unexpected(value))
}

fn numbers(value: &Value) -> Result<Vec<f64>> {
    value.as_array().ok_or_else(|| unexpected(value))?.iter().map(number).collect()
}

fn unexpected(value: &Value) -> Error {
    Error::Unexpected { command: "a gesture".into(), value: value.to_string() }
}
