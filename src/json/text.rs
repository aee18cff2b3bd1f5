//! A tree from a text.

#[cfg(test)]
mod tests;

use super::tree::Json;
use crate::decimal::nearest;

/// How deep lists and objects may stand in one another.
const DEEPEST: usize = 127;

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// What is wrong.
    pub(super) problem: &'static str,
    /// How many bytes were read, with the one that does not belong there.
    pub(super) at: usize,
}

/// The tree that a text stands for.
pub(super) fn tree(text: &str) -> Result<Json<'_>, Stop> {
    let mut reader = Reader { text, at: 0, stop: None };
    let whole = reader.value(DEEPEST);
    if reader.ahead().is_some() {
        reader.fail("trailing characters", "");
    }
    match reader.stop {
        None => Ok(whole),
        Some(stop) => Err(stop),
    }
}

/// Goes through a text. Once it has come upon something that is not JSON it is at the text's end, and what it gives then stands
/// for nothing: so nothing needs a way out behind every step.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// The first that was not JSON.
    stop: Option<Stop>,
}

impl<'t> Reader<'t> {
    /// Stops at the next byte, which does not belong there, or at the end, which is too early.
    #[inline(never)]
    fn fail(&mut self, problem: &'static str, ended: &'static str) {
        let problem = if self.peek().is_some() { problem } else { ended };
        self.stop_after(self.text.len().min(self.at + 1), problem);
    }

    fn stop_after(&mut self, at: usize, problem: &'static str) {
        if self.stop.is_none() {
            self.stop = Some(Stop { problem, at });
        }
        self.at = self.text.len();
    }

    #[inline(never)]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no space.
    #[inline(never)]
    fn ahead(&mut self) -> Option<u8> {
        self.skip(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
        self.peek()
    }

    #[inline(never)]
    fn skip(&mut self, skipped: fn(u8) -> bool) {
        while self.peek().is_some_and(skipped) {
            self.at += 1;
        }
    }

    /// Goes past a byte, where it is the next.
    #[inline(never)]
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, room: usize) -> Json<'t> {
        match self.ahead() {
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'"') => Json::Text(self.string()),
            Some(b'[' | b'{') if room == 0 => {
                self.fail("recursion limit exceeded", "");
                Json::Null
            }
            Some(b'[') => self.list(room - 1),
            Some(b'{') => self.object(room - 1),
            _ => {
                self.fail("expected value", "the text ends in the middle of a value");
                Json::Null
            }
        }
    }

    #[inline(never)]
    fn word(&mut self, word: &str, value: Json<'t>) -> Json<'t> {
        for byte in word.bytes() {
            if !self.takes(byte) {
                self.fail("expected ident", "the text ends in the middle of a value");
            }
        }
        value
    }

    #[inline(never)]
    fn list(&mut self, room: usize) -> Json<'t> {
        self.at += 1;
        let mut items = Vec::new();
        while self.another(
            items.is_empty(),
            b']',
            "expected `,` or `]`",
            "the text ends in the middle of a list",
        ) {
            items.push(self.value(room));
        }
        Json::List(items)
    }

    #[inline(never)]
    fn object(&mut self, room: usize) -> Json<'t> {
        const ENDED: &str = "the text ends in the middle of an object";
        self.at += 1;
        let mut fields = Vec::new();
        while self.another(fields.is_empty(), b'}', "expected `,` or `}`", ENDED) {
            if self.peek() != Some(b'"') {
                self.fail("key must be a string", "");
            }
            let key = self.string();
            self.ahead();
            if !self.takes(b':') {
                self.fail("expected `:`", ENDED);
            }
            fields.push((key, self.value(room)));
        }
        Json::Object(fields)
    }

    /// Goes to the next entry of a list or an object, or past its end, where there is none.
    #[inline(never)]
    fn another(&mut self, first: bool, end: u8, expected: &'static str, ended: &'static str) -> bool {
        let next = self.ahead();
        if next == Some(end) {
            self.at += 1;
            return false;
        }
        if first && next.is_some() {
            return true;
        }
        if !self.takes(b',') {
            self.fail(expected, ended);
        } else if self.ahead().is_none_or(|byte| byte == end) {
            self.fail("trailing comma", "the text ends in the middle of a value");
        }
        self.stop.is_none()
    }

    #[inline(never)]
    fn string(&mut self) -> String {
        let mut string = String::new();
        self.at += 1;
        loop {
            let from = self.at;
            self.skip(|byte| !matches!(byte, b'"' | b'\\' | ..b' '));
            string.push_str(self.text.get(from..self.at).unwrap_or_default());
            if self.takes(b'\\') {
                string.push(self.escaped());
            } else {
                if !self.takes(b'"') {
                    self.fail("control character in a string", "the text ends in the middle of a string");
                }
                return string;
            }
        }
    }

    /// The character that stands behind a backslash.
    fn escaped(&mut self) -> char {
        let character = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.coded();
            }
            _ => {
                self.fail("invalid escape", "the text ends in the middle of a string");
                return ' ';
            }
        };
        self.at += 1;
        character
    }

    /// The character of one code of four digits, or of two that make a pair.
    fn coded(&mut self) -> char {
        let mut code = self.code();
        if let 0xd800..0xdc00 = code
            && self.takes(b'\\')
            && self.takes(b'u')
            && let second @ 0xdc00..0xe000 = self.code()
        {
            code = 0x1_0000 + ((code - 0xd800) << 10) + (second - 0xdc00);
        }
        char::from_u32(code).unwrap_or_else(|| {
            self.fail("half of a pair in a hex escape", "half of a pair in a hex escape");
            ' '
        })
    }

    #[inline(never)]
    fn code(&mut self) -> u32 {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16)).unwrap_or_else(|| {
                self.fail("invalid escape", "invalid escape");
                0
            });
            code = code << 4 | digit;
            self.at += 1;
        }
        code
    }

    #[inline(never)]
    fn number(&mut self) -> Json<'t> {
        let from = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits();
        } else if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.fail("invalid number", "");
        }
        if self.takes(b'.') {
            self.digits();
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _signed = self.takes(b'+') || self.takes(b'-');
            self.digits();
        }
        if self.stop.is_some() {
            return Json::Null;
        }
        let written = self.text.get(from..self.at).unwrap_or_default();
        let value = nearest(written);
        if value.is_infinite() {
            self.stop_after(self.at, "number out of range");
        }
        Json::Number(written, value)
    }

    /// Goes past one digit or more.
    #[inline(never)]
    fn digits(&mut self) {
        let from = self.at;
        self.skip(|byte| byte.is_ascii_digit());
        if self.at == from {
            self.fail("invalid number", "the text ends in the middle of a value");
        }
    }
}
