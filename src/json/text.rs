//! A tree from a text.

#[cfg(test)]
mod tests;

use super::number;
use super::tree::Json;

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
    let mut reader = Reader { text, at: 0 };
    let whole = reader.value(DEEPEST)?;
    match reader.ahead() {
        None => Ok(whole),
        Some(_) => Err(reader.stop("trailing characters")),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn stop(&self, problem: &'static str) -> Stop {
        Stop { problem, at: self.text.len().min(self.at + 1) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no space.
    fn ahead(&mut self) -> Option<u8> {
        self.skip(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
        self.peek()
    }

    fn skip(&mut self, skipped: fn(u8) -> bool) {
        while self.peek().is_some_and(skipped) {
            self.at += 1;
        }
    }

    /// Goes past a byte, where it is the next.
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, room: usize) -> Result<Json<'t>, Stop> {
        match self.ahead() {
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'"') => self.string().map(Json::Text),
            Some(opening @ (b'[' | b'{')) => {
                let room = room.checked_sub(1).ok_or_else(|| self.stop("recursion limit exceeded"))?;
                self.at += 1;
                if opening == b'[' { self.list(room) } else { self.object(room) }
            }
            Some(_) => Err(self.stop("expected value")),
            None => Err(self.stop("EOF while parsing a value")),
        }
    }

    fn word(&mut self, word: &str, value: Json<'t>) -> Result<Json<'t>, Stop> {
        for byte in word.bytes() {
            if !self.takes(byte) {
                let ended = self.peek().is_none();
                return Err(self.stop(if ended { "EOF while parsing a value" } else { "expected ident" }));
            }
        }
        Ok(value)
    }

    fn list(&mut self, room: usize) -> Result<Json<'t>, Stop> {
        let mut items = Vec::new();
        while self.another(items.is_empty(), b']', "expected `,` or `]`", "EOF while parsing a list")? {
            items.push(self.value(room)?);
        }
        Ok(Json::List(items))
    }

    fn object(&mut self, room: usize) -> Result<Json<'t>, Stop> {
        const ENDED: &str = "EOF while parsing an object";
        let mut fields = Vec::new();
        while self.another(fields.is_empty(), b'}', "expected `,` or `}`", ENDED)? {
            if self.peek() != Some(b'"') {
                return Err(self.stop("key must be a string"));
            }
            let key = self.string()?;
            match self.ahead() {
                Some(b':') => self.at += 1,
                Some(_) => return Err(self.stop("expected `:`")),
                None => return Err(self.stop(ENDED)),
            }
            fields.push((key, self.value(room)?));
        }
        Ok(Json::Object(fields))
    }

    /// Goes to the next entry of a list or an object, or past its end.
    fn another(
        &mut self,
        first: bool,
        end: u8,
        expected: &'static str,
        ended: &'static str,
    ) -> Result<bool, Stop> {
        match self.ahead() {
            None => return Err(self.stop(ended)),
            Some(byte) if byte == end => {
                self.at += 1;
                return Ok(false);
            }
            Some(_) if first => return Ok(true),
            Some(b',') => self.at += 1,
            Some(_) => return Err(self.stop(expected)),
        }
        match self.ahead() {
            None => Err(self.stop("EOF while parsing a value")),
            Some(byte) if byte == end => Err(self.stop("trailing comma")),
            Some(_) => Ok(true),
        }
    }

    fn string(&mut self) -> Result<String, Stop> {
        let mut string = String::new();
        self.at += 1;
        loop {
            let from = self.at;
            self.skip(|byte| !matches!(byte, b'"' | b'\\' | ..b' '));
            string.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escaped()?);
                }
                Some(_) => return Err(self.stop("control character in a string")),
                None => return Err(self.stop("EOF while parsing a string")),
            }
        }
    }

    /// The character that stands behind a backslash.
    fn escaped(&mut self) -> Result<char, Stop> {
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
            Some(_) => return Err(self.stop("invalid escape")),
            None => return Err(self.stop("EOF while parsing a string")),
        };
        self.at += 1;
        Ok(character)
    }

    /// The character of one code of four digits, or of two that make a pair.
    fn coded(&mut self) -> Result<char, Stop> {
        let first = self.code()?;
        if let Some(character) = char::from_u32(first.into()) {
            return Ok(character);
        }
        if !self.takes(b'\\') || !self.takes(b'u') {
            return Err(self.stop("half of a pair in a hex escape"));
        }
        let pair = [first, self.code()?];
        let character = char::decode_utf16(pair).next().and_then(Result::ok);
        character.ok_or_else(|| self.stop("half of a pair in a hex escape"))
    }

    fn code(&mut self) -> Result<u16, Stop> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self
                .peek()
                .and_then(|byte| char::from(byte).to_digit(16))
                .and_then(|digit| u16::try_from(digit).ok());
            code = code << 4 | digit.ok_or_else(|| self.stop("invalid escape"))?;
            self.at += 1;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Json<'t>, Stop> {
        let from = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        } else if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.stop("invalid number"));
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _signed = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        let written = self.text.get(from..self.at).unwrap_or_default();
        let value = number::value(written);
        if value.is_infinite() {
            return Err(Stop { problem: "number out of range", at: self.at });
        }
        Ok(Json::Number(written, value))
    }

    /// Goes past one digit or more.
    fn digits(&mut self) -> Result<(), Stop> {
        match self.peek() {
            Some(b'0'..=b'9') => {
                self.skip(|byte| byte.is_ascii_digit());
                Ok(())
            }
            Some(_) => Err(self.stop("invalid number")),
            None => Err(self.stop("EOF while parsing a value")),
        }
    }
}
