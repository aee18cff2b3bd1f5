//! Keys that ask for a command.

/// A key as it was pressed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyPress {
    /// What the key types, as the browser's `key`.
    pub key: String,
    /// Where the key is, as the browser's `code`.
    pub code: String,
    /// Whether Ctrl or Cmd is held.
    pub ctrl: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

/// A key, with what must be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    key: &'static str,
    is_digit: bool,
    ctrl: bool,
    shift: bool,
}

impl Shortcut {
    pub(super) const fn key(key: &'static str) -> Self {
        Self { key, is_digit: false, ctrl: false, shift: false }
    }

    /// A key of the row of digits, which types something else with Shift or on some keyboards.
    pub(super) const fn digit(key: &'static str) -> Self {
        Self { key, is_digit: true, ctrl: false, shift: false }
    }

    pub(super) const fn ctrl(self) -> Self {
        Self { ctrl: true, ..self }
    }

    pub(super) const fn shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// Whether it was pressed.
    pub fn is(&self, press: &KeyPress) -> bool {
        let place = press.code.strip_prefix("Digit").or_else(|| press.code.strip_prefix("Numpad"));
        let key = press.key.eq_ignore_ascii_case(self.key) || self.is_digit && place == Some(self.key);
        // Whether Shift is needed to type a sign depends on the keyboard.
        let shift = self.is_sign() || press.shift == self.shift;
        key && shift && press.ctrl == self.ctrl && !press.alt
    }

    /// How it is written on buttons and in the help.
    pub fn text(&self) -> String {
        let key = match self.key {
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            "ArrowUp" => "↑",
            "ArrowDown" => "↓",
            "Escape" => "Esc",
            "-" => "−",
            key => key,
        };
        let key = if key.len() == 1 { key.to_ascii_uppercase() } else { key.to_owned() };
        let held = |held, name| if held { name } else { "" };
        format!("{}{}{key}", held(self.ctrl, "Ctrl+"), held(self.shift, "Shift+"))
    }

    fn is_sign(&self) -> bool {
        !self.is_digit
            && self.key.len() == 1
            && !self.key.starts_with(|sign: char| sign.is_ascii_alphanumeric())
    }

    #[cfg(test)]
    pub(super) fn press(&self) -> KeyPress {
        let code = if self.is_digit { format!("Digit{}", self.key) } else { String::new() };
        let key = if self.is_digit && self.shift { "!" } else { self.key };
        KeyPress { key: key.into(), code, ctrl: self.ctrl, shift: self.shift, alt: false }
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_shortcut;
    use super::*;

    #[track_caller]
    fn case(key: &str, code: &str, held: &str, id: Option<&str>) {
        let holds = |name| held.contains(name);
        let press = KeyPress {
            key: key.into(),
            code: code.into(),
            ctrl: holds("ctrl"),
            shift: holds("shift"),
            alt: holds("alt"),
        };
        assert_eq!(by_shortcut(&press).map(|command| command.id), id, "{key} {held}");
    }

    #[test]
    fn keys_ask_for_their_commands_whatever_the_keyboard() {
        case("z", "KeyZ", "ctrl", Some("undo"));
        case("Z", "KeyZ", "ctrl shift", Some("redo"));
        case("Z", "KeyZ", "ctrl", Some("undo"));
        case("!", "Digit1", "shift", Some("fit"));
        case("0", "Digit0", "ctrl", Some("zoom-100"));
        case("0", "Numpad0", "ctrl", Some("zoom-100"));
        case("+", "Equal", "ctrl shift", Some("zoom-in"));
        case("=", "Equal", "ctrl", Some("zoom-in"));
        case("+", "BracketRight", "ctrl", Some("zoom-in"));
        case("ArrowLeft", "ArrowLeft", "shift", Some("far-left"));
        case("z", "KeyZ", "", None);
        case("z", "KeyZ", "ctrl alt", None);
        case("1", "Digit1", "", None);
    }

    #[test]
    fn shortcuts_are_written_as_on_keyboards() {
        for (shortcut, text) in [
            (Shortcut::key("z").ctrl().shift(), "Ctrl+Shift+Z"),
            (Shortcut::key("ArrowUp"), "↑"),
            (Shortcut::key("F2"), "F2"),
            (Shortcut::digit("1").shift(), "Shift+1"),
        ] {
            assert_eq!(shortcut.text(), text);
        }
    }
}
