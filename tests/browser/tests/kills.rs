//! The browser is killed at random moments of an editing run: at most the last half second is missing, and the plan is whole.
//!
//! The variable `KILLS` says how often, six times where it is not set, and `SEED` with which random numbers.

mod desk;

use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{env, fmt};

use browser::{Key, Page, Point, Pointer, Result, visit};
use desk::{nodes, open_dialog, place, rename, saved};
use serde_json::Value;

/// What may be missing.
const ALLOWED_MS: u128 = 500;

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn now_ms() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis()
}

/// Random numbers that a seed repeats (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// All of the plan that can be seen, wherever the canvas is scrolled to.
fn seen(page: &Page) -> Result<Value> {
    page.script(
        "const place = card => card.getAttribute('transform') ?? card.querySelector('[transform]')?.getAttribute('transform');
         return [document.querySelector('.plan-name').value,
             ...[...document.querySelectorAll('.canvas [data-node]')].map(card => card.dataset.node + ' ' + place(card)).sort(),
             document.querySelectorAll('.canvas [data-link]').length]",
        &[],
    )
}

/// When the plan in storage was saved.
fn saved_at_ms(page: &Page) -> Result<u128> {
    page.script(
        "window.found = null;
         const opened = indexedDB.open('availability-planner');
         opened.onsuccess = () => {
             const all = opened.result.transaction('plans').objectStore('plans').getAll();
             all.onsuccess = () => { opened.result.close(); window.found = Math.max(...all.result.map(plan => plan.savedAt)); };
         }",
        &[],
    )?;
    page.wait_until("the record is read", "return window.found !== null", &[])?;
    Ok(page.script("return Math.round(window.found)", &[])?.as_u64().unwrap_or_default().into())
}

/// One edit as a hand makes it, some of them none at all.
fn edit(page: &Page, random: &mut Random, count: u64) -> Result<()> {
    match random.below(12) {
        0..2 => rename(page, &format!("Edit {count}")),
        2..4 if nodes(page)? < 40 => {
            let items = ["standard-edition", "edge", "users", "enterprise-pool", "chat-server"];
            let item = items.iter().cycle().nth(usize::try_from(random.below(5)).unwrap_or(0));
            place(page, item.unwrap_or(&"edge"))
        }
        4..8 => {
            let keys = [Key::Left, Key::Right, Key::Up, Key::Down];
            for _ in 0..=random.below(4) {
                let key = keys.iter().cycle().nth(usize::try_from(random.below(4)).unwrap_or(0));
                page.key(*key.unwrap_or(&Key::Left))?;
            }
            Ok(())
        }
        8 => page.key(Key::Delete),
        9 => page.chord(&[Key::Control], 'z'),
        10 => page.chord(&[Key::Control, Key::Shift], 'z'),
        _ => drag_a_card(page, random),
    }
}

fn drag_a_card(page: &Page, random: &mut Random) -> Result<()> {
    let middle = page.script(
        "const cards = [...document.querySelectorAll('.canvas .card-group')];
         if (cards.length === 0) return null;
         const box = cards[arguments[0] % cards.length].getBoundingClientRect();
         const canvas = document.querySelector('.canvas').getBoundingClientRect();
         const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
         const inside = x > canvas.x + 100 && x < canvas.right - 100 && y > canvas.y + 60 && y < canvas.bottom - 60;
         return inside ? [x, y] : null",
        &[random.below(1000).into()],
    )?;
    let coordinate = |index: usize| middle.get(index).and_then(Value::as_i64);
    let (Some(x), Some(y)) = (coordinate(0), coordinate(1)) else { return Ok(()) };
    let mut by =
        |most: u64| i64::try_from(random.below(most)).unwrap_or(0) - i64::try_from(most / 2).unwrap_or(0);
    page.drag(Pointer::Mouse, Point { x, y }, Point { x: x + by(160), y: y + by(100) })
}

/// What came of one kill.
struct Outcome {
    edits: usize,
    missing: usize,
    /// From the oldest edit that is missing to the kill.
    lost_ms: u128,
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { edits, missing, lost_ms } = self;
        write!(
            formatter,
            "{edits} states seen, {missing} of them missing, the oldest from {lost_ms} ms before the kill"
        )
    }
}

fn run_and_kill(page: &mut Page, random: &mut Random) -> Result<Outcome> {
    let (killer, delay) = (page.killer(), Duration::from_millis(400 + random.below(3_000)));
    let mut states = vec![(now_ms(), seen(page)?)];
    let kill = thread::spawn(move || {
        thread::sleep(delay);
        let begun = now_ms();
        killer.kill();
        begun
    });
    let mut count = 0;
    // Commands fail once the browser is gone.
    while edit(page, random, count).is_ok() {
        count += 1;
        let at = now_ms();
        let Ok(state) = seen(page) else { break };
        if states.last().is_none_or(|(_, last)| *last != state) {
            states.push((at, state));
        }
        if random.below(3) == 0 {
            thread::sleep(Duration::from_millis(random.below(400)));
        }
    }
    let ended_at = kill.join().unwrap_or_default();
    page.reopen()?;
    page.wait_for("[data-save-state=saved]")?;
    assert_eq!(page.count(".problem")?, 0, "the plan is whole");
    let (found, saved_at) = (seen(page)?, saved_at_ms(page)?);
    let missing: &[(u128, Value)] = match states.iter().rposition(|(_, state)| *state == found) {
        Some(place) => states.get(place + 1..).unwrap_or_default(),
        // The last edit had not been seen yet when the browser died. It goes on from all that had been.
        None => states.get(states.partition_point(|(at, _)| *at <= saved_at)..).unwrap_or_default(),
    };
    let lost_ms = missing.first().map_or(0, |(at, _)| ended_at.saturating_sub(*at));
    assert!(
        lost_ms <= ALLOWED_MS,
        "{lost_ms} ms of editing are lost: {found} instead of {:?}",
        states.last()
    );
    Ok(Outcome { edits: states.len(), missing: missing.len(), lost_ms })
}

#[test]
fn a_killed_browser_loses_at_most_the_last_half_second() -> Result<()> {
    let mut random = Random(number("SEED", 20_090_216));
    visit("/", |page| {
        open_dialog(page)?;
        page.click("[data-template=empty]")?;
        page.wait_for_no("dialog")?;
        place(page, "standard-edition")?;
        saved(page)?;
        for kill in 1..=number("KILLS", 6) {
            let outcome = run_and_kill(page, &mut random)?;
            println!("kill {kill}: {outcome}");
        }
        Ok(())
    })
}
