//! What hands do besides a click and a drag: two fingers, a finger that rests, other buttons, two clicks in a row.

use serde_json::{Value, json};

use crate::Result;
use crate::input::{Key, steps};
use crate::page::{Page, Point};

impl Page {
    /// Clicks twice at the point.
    ///
    /// # Errors
    ///
    /// The point is outside of the window.
    pub fn double_click(&self, at: Point) -> Result<()> {
        let click =
            [json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 })];
        let mut actions = vec![going(at)];
        actions.extend(click.iter().chain(&click).cloned());
        self.perform(&[finger("mouse", "mouse", &actions)])
    }

    /// Taps the middle of the first element that matches, once it stands still.
    ///
    /// # Errors
    ///
    /// Nothing matches, or it does not come to rest, in time.
    pub fn tap(&self, selector: &str) -> Result<()> {
        self.rest_finger(self.rest(selector)?.centre(), 60)
    }

    /// Presses that button at one point, and lets go at the other.
    ///
    /// # Errors
    ///
    /// A point is outside of the window.
    pub fn drag_by_button(&self, button: u8, from: Point, to: Point) -> Result<()> {
        let mut actions = vec![going(from), json!({ "type": "pointerDown", "button": button })];
        actions.extend(steps(from, to));
        actions.push(json!({ "type": "pointerUp", "button": button }));
        self.perform(&[finger("mouse", "mouse", &actions)])
    }

    /// Drags by the main button of the mouse while the key is held from before until after.
    ///
    /// # Errors
    ///
    /// A point is outside of the window.
    pub fn drag_holding(&self, key: Key, from: Point, to: Point) -> Result<()> {
        self.hold(key)?;
        let dragged = self.drag_by_button(0, from, to);
        self.release()?;
        dragged
    }

    /// Two fingers go from these points to those.
    ///
    /// # Errors
    ///
    /// A point is outside of the window.
    pub fn two_fingers(&self, from: [Point; 2], to: [Point; 2]) -> Result<()> {
        let ways = from.into_iter().zip(to).enumerate();
        let fingers: Vec<Value> = ways
            .map(|(number, (from, to))| {
                let mut actions = vec![going(from), json!({ "type": "pointerDown", "button": 0 })];
                actions.extend(steps(from, to));
                // Fingers that are lifted in motion fling, and Chromium takes the next tap for a stop to that.
                actions.push(json!({ "type": "pause", "duration": 200 }));
                actions.push(json!({ "type": "pointerUp", "button": 0 }));
                finger(&format!("finger-{number}"), "touch", &actions)
            })
            .collect();
        self.perform(&fingers)
    }

    /// A finger rests on the point for so many milliseconds.
    ///
    /// # Errors
    ///
    /// The point is outside of the window.
    pub fn rest_finger(&self, at: Point, milliseconds: u32) -> Result<()> {
        let actions = [
            going(at),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pause", "duration": milliseconds }),
            json!({ "type": "pointerUp", "button": 0 }),
        ];
        self.perform(&[finger("touch", "touch", &actions)])
    }

    fn perform(&self, sources: &[Value]) -> Result<()> {
        self.session.post("actions", &json!({ "actions": sources })).map(drop)
    }
}

fn going(to: Point) -> Value {
    json!({ "type": "pointerMove", "origin": "viewport", "x": to.x, "y": to.y, "duration": 0 })
}

fn finger(id: &str, kind: &str, actions: &[Value]) -> Value {
    json!({ "type": "pointer", "id": id, "parameters": { "pointerType": kind }, "actions": actions })
}
