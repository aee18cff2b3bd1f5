//! Real input: what the browser takes for a hand on a mouse, on the screen or on the keys.

use serde_json::{Value, json};

use crate::Result;
use crate::page::{Page, Point};

/// How many moves a drag is made of.
const STEPS: i64 = 12;
/// Between two moves, in milliseconds: a frame.
const PACE: u32 = 16;

/// With what the user points.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Pointer {
    /// A mouse, by its main button.
    Mouse,
    /// A finger.
    Touch,
    /// A pen.
    Pen,
}

impl Pointer {
    fn name(self) -> &'static str {
        match self {
            Self::Mouse => "mouse",
            Self::Touch => "touch",
            Self::Pen => "pen",
        }
    }
}

/// A key that is not a character.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "the keys are named as on the keyboard")]
pub enum Key {
    Alt,
    Backspace,
    Control,
    Delete,
    Down,
    End,
    Enter,
    Escape,
    F2,
    Home,
    Left,
    Meta,
    PageDown,
    PageUp,
    Right,
    Shift,
    Space,
    Tab,
    Up,
}

impl Key {
    /// The character that stands for the key in the WebDriver standard.
    pub fn character(self) -> char {
        match self {
            Self::Alt => '\u{e00a}',
            Self::Backspace => '\u{e003}',
            Self::Control => '\u{e009}',
            Self::Delete => '\u{e017}',
            Self::Down => '\u{e015}',
            Self::End => '\u{e010}',
            Self::Enter => '\u{e007}',
            Self::Escape => '\u{e00c}',
            Self::F2 => '\u{e032}',
            Self::Home => '\u{e011}',
            Self::Left => '\u{e012}',
            Self::Meta => '\u{e03d}',
            Self::PageDown => '\u{e00f}',
            Self::PageUp => '\u{e00e}',
            Self::Right => '\u{e014}',
            Self::Shift => '\u{e008}',
            Self::Space => ' ',
            Self::Tab => '\u{e004}',
            Self::Up => '\u{e013}',
        }
    }
}

impl Page {
    /// Clicks in the middle of the first element that matches, once it stands still, as a hand would.
    ///
    /// # Errors
    ///
    /// Nothing matches, or it does not come to rest, within ten seconds.
    pub fn click(&self, selector: &str) -> Result<()> {
        self.press(Pointer::Mouse, self.rest(selector)?.centre())?;
        self.lift(Pointer::Mouse)
    }

    /// Presses at one point, moves in steps to the other as a hand would, and lets go there.
    ///
    /// # Errors
    ///
    /// A point is outside of the window.
    pub fn drag(&self, pointer: Pointer, from: Point, to: Point) -> Result<()> {
        let mut actions = vec![movement(from, 0), json!({ "type": "pointerDown", "button": 0 })];
        actions.extend(steps(from, to));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        self.point(pointer, &actions)
    }

    /// Goes to the point and presses there.
    ///
    /// # Errors
    ///
    /// The point is outside of the window.
    pub fn press(&self, pointer: Pointer, at: Point) -> Result<()> {
        self.point(pointer, &[movement(at, 0), json!({ "type": "pointerDown", "button": 0 })])
    }

    /// Goes to the point, pressing or not as before.
    ///
    /// # Errors
    ///
    /// The point is outside of the window.
    pub fn move_to(&self, pointer: Pointer, to: Point) -> Result<()> {
        self.point(pointer, &[movement(to, PACE)])
    }

    /// Goes from one point to the other in steps of one frame each, pressing or not as before.
    ///
    /// # Errors
    ///
    /// A point is outside of the window.
    pub fn move_in_steps(&self, pointer: Pointer, from: Point, to: Point) -> Result<()> {
        self.point(pointer, &steps(from, to))
    }

    /// Lets go.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub fn lift(&self, pointer: Pointer) -> Result<()> {
        self.point(pointer, &[json!({ "type": "pointerUp", "button": 0 })])
    }

    /// Turns the wheel over the point.
    ///
    /// # Errors
    ///
    /// The point is outside of the window.
    pub fn wheel(&self, at: Point, right: i64, down: i64) -> Result<()> {
        let turn = json!({
            "type": "scroll", "origin": "viewport", "x": at.x, "y": at.y, "deltaX": right, "deltaY": down, "duration": 0,
        });
        self.act(&json!({ "type": "wheel", "id": "wheel", "actions": [turn] }))
    }

    /// Types the text, key by key, to what has the focus.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub fn type_text(&self, text: &str) -> Result<()> {
        let keys: Vec<Value> = text.chars().flat_map(|key| [down(key), up(key)]).collect();
        self.act(&json!({ "type": "key", "id": "keys", "actions": keys }))
    }

    /// Presses the key.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub fn key(&self, key: Key) -> Result<()> {
        self.type_text(&key.character().to_string())
    }

    /// Presses the key while the others are held.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub fn chord(&self, held: &[Key], key: char) -> Result<()> {
        let held: Vec<char> = held.iter().map(|key| key.character()).collect();
        let keys: Vec<Value> = held
            .iter()
            .map(|key| down(*key))
            .chain([down(key), up(key)])
            .chain(held.iter().rev().map(|key| up(*key)))
            .collect();
        self.act(&json!({ "type": "key", "id": "keys", "actions": keys }))
    }

    /// Holds the key until [`Page::release`].
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub fn hold(&self, key: Key) -> Result<()> {
        self.act(&json!({ "type": "key", "id": "keys", "actions": [down(key.character())] }))
    }

    /// Lets go of all that is pressed or held.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub fn release(&self) -> Result<()> {
        self.session.delete("actions").map(drop)
    }

    fn point(&self, pointer: Pointer, actions: &[Value]) -> Result<()> {
        let name = pointer.name();
        self.act(&json!({ "type": "pointer", "id": name, "parameters": { "pointerType": name }, "actions": actions }))
    }

    fn act(&self, source: &Value) -> Result<()> {
        self.session.post("actions", &json!({ "actions": [source] })).map(drop)
    }
}

/// Moves from one point to the other, a frame each.
pub(crate) fn steps(from: Point, to: Point) -> Vec<Value> {
    let part = |from: i64, to: i64, step: i64| from + (to - from) * step / STEPS;
    let between = |step| Point { x: part(from.x, to.x, step), y: part(from.y, to.y, step) };
    (1..=STEPS).map(|step| movement(between(step), PACE)).collect()
}

fn movement(to: Point, duration: u32) -> Value {
    json!({ "type": "pointerMove", "origin": "viewport", "x": to.x, "y": to.y, "duration": duration })
}

fn down(key: char) -> Value {
    json!({ "type": "keyDown", "value": key })
}

fn up(key: char) -> Value {
    json!({ "type": "keyUp", "value": key })
}
