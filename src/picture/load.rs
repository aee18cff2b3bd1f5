//! How many users a component carries, and for how many it has room.

use crate::chart::number::{percent, users};
use crate::geometry::within;

/// Loads from which on a bar asks for care, and from which on users do not fit.
const NEAR: f64 = 0.85;
const FULL: f64 = 1.0;

/// A load as a card shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// `calm`, `risk` or `bad`.
    pub state: &'static str,
    /// Which part of its place the bar fills.
    pub share: f64,
    /// What stands below the bar.
    pub words: String,
}

impl Load {
    /// The load of all servers together, or of each that is left.
    pub fn of(demand: f64, capacity: f64, each: bool) -> Self {
        let share = if capacity > 0.0 { demand / capacity } else { f64::INFINITY };
        let state = match share {
            share if share > FULL => "bad",
            share if share > NEAR => "risk",
            _ => "calm",
        };
        let sign = match state {
            "bad" if each => "▼ overloaded: ",
            "bad" => "▼ ",
            "risk" => "▲ ",
            _ => "",
        };
        // Beside a sign there is no room for the word.
        let word = match (each, sign.is_empty()) {
            (_, false) => "",
            (true, true) => " each",
            (false, true) => " users",
        };
        let said = if share.is_finite() && !(each && state == "bad") {
            format!(" · {}", percent(share))
        } else {
            String::new()
        };
        let words = format!("{sign}{} of {}{word}{said}", users(demand), users(capacity));
        Self { state, share: within(share, 0.012, 1.0), words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_says_by_a_sign_what_its_colour_says() {
        for (demand, capacity, each, state, words) in [
            (5_000.0, 12_500.0, false, "calm", "5,000 of 12,500 users · 40 %"),
            (5_000.0, 12_500.0, true, "calm", "5,000 of 12,500 each · 40 %"),
            (11_000.0, 12_500.0, false, "risk", "▲ 11,000 of 12,500 · 88 %"),
            (15_000.0, 12_500.0, false, "bad", "▼ 15,000 of 12,500 · 120 %"),
            (15_000.0, 12_500.0, true, "bad", "▼ overloaded: 15,000 of 12,500"),
            (15_000.0, 0.0, false, "bad", "▼ 15,000 of 0"),
        ] {
            let load = Load::of(demand, capacity, each);
            assert_eq!((load.state, load.words.as_str()), (state, words));
        }
        assert!((Load::of(0.0, 100.0, false).share - 0.012).abs() < 1e-12, "a bar is always to be seen");
    }
}
