//! Texts from types.
//!
//! The text is the one that `serde_json` would write. What writes a type is a list of calls, each of which hands over one part:
//! brackets, names, spaces and the form of numbers stand in the program once, and not once for every type.

#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::{iter, slice};

use super::name::kebab_case;
use crate::decimal::shortest;

/// A type whose values are written to files.
pub trait ToJson {
    /// Writes the value.
    fn to_json(&self, out: &mut Writer);

    /// Whether a field that is written only where it is not empty is left out with this value.
    fn is_empty(&self) -> bool {
        false
    }
}

/// A text that is being written.
#[derive(Debug)]
pub struct Writer {
    text: String,
    /// How many spaces begin the next line, where the text has lines.
    indent: Option<usize>,
    /// Whether nothing stands yet in the list or object that is being written.
    is_empty: bool,
}

/// The text of a value in one line.
pub fn line(value: &dyn ToJson) -> String {
    text(value, None)
}

/// The text of a value, with a line for every part.
pub fn lines(value: &dyn ToJson) -> String {
    text(value, Some(0))
}

fn text(value: &dyn ToJson, indent: Option<usize>) -> String {
    let mut out = Writer { text: String::new(), indent, is_empty: true };
    value.to_json(&mut out);
    out.text
}

impl Writer {
    /// Writes a text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            let escape = match character {
                '"' | '\\' => character,
                '\u{8}' => 'b',
                '\t' => 't',
                '\n' => 'n',
                '\u{c}' => 'f',
                '\r' => 'r',
                ..' ' => 'u',
                _ => {
                    self.text.push(character);
                    continue;
                }
            };
            self.text.push('\\');
            self.text.push(escape);
            if escape == 'u' {
                self.text.push_str(if character < '\u{10}' { "000" } else { "001" });
                self.text.extend(char::from_digit(u32::from(character) % 16, 16));
            }
        }
        self.text.push('"');
    }

    /// Writes the name of a variant as it stands in files.
    #[inline(never)]
    pub fn name(&mut self, variant: &str) {
        self.text(&kebab_case(variant));
    }

    /// Begins an object with fields of these names.
    #[inline(never)]
    pub fn object(&mut self, names: &'static [&'static str]) -> Object<'_> {
        self.open('{');
        Object { names: names.iter(), out: self }
    }

    /// Begins a list or an object.
    #[inline(never)]
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.indent = self.indent.map(|spaces| spaces + 2);
        self.is_empty = true;
    }

    /// Writes the next item of a list.
    #[inline(never)]
    pub fn item(&mut self, item: &dyn ToJson) {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        self.end_line();
        item.to_json(self);
    }

    /// Writes the next field of an object.
    pub fn field(&mut self, name: &dyn ToJson, value: &dyn ToJson) {
        self.item(name);
        self.text.push_str(if self.indent.is_some() { ": " } else { ":" });
        value.to_json(self);
    }

    /// Ends a list or an object.
    #[inline(never)]
    pub fn close(&mut self, bracket: char) {
        self.indent = self.indent.map(|spaces| spaces.saturating_sub(2));
        if !self.is_empty {
            self.end_line();
        }
        self.text.push(bracket);
        self.is_empty = false;
    }

    fn end_line(&mut self) {
        if let Some(spaces) = self.indent {
            self.text.push('\n');
            self.text.extend(iter::repeat_n(' ', spaces));
        }
    }
}

/// An object that is being written.
#[derive(Debug)]
pub struct Object<'w> {
    names: slice::Iter<'static, &'static str>,
    out: &'w mut Writer,
}

impl Object<'_> {
    /// Writes the next field.
    #[inline(never)]
    pub fn write(&mut self, value: &dyn ToJson) {
        let name = self.names.next().copied().unwrap_or_default();
        self.out.field(&name, value);
    }

    /// Writes the next field, unless it is empty.
    #[inline(never)]
    pub fn write_filled(&mut self, value: &dyn ToJson) {
        if value.is_empty() {
            self.names.next();
        } else {
            self.write(value);
        }
    }

    /// Ends the object.
    pub fn end(self) {
        self.out.close('}');
    }
}

impl ToJson for bool {
    fn to_json(&self, out: &mut Writer) {
        out.text.push_str(if *self { "true" } else { "false" });
    }
}

/// Writes the shortest of the numbers that are read as this one, and `null` where there is none.
impl ToJson for f64 {
    fn to_json(&self, out: &mut Writer) {
        if self.is_finite() {
            push_shortest(&mut out.text, *self);
        } else {
            out.text.push_str("null");
        }
    }
}

impl ToJson for u32 {
    fn to_json(&self, out: &mut Writer) {
        push_whole(&mut out.text, *self);
    }
}

impl ToJson for &str {
    fn to_json(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl ToJson for String {
    fn to_json(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self, out: &mut Writer) {
        match self {
            Some(value) => value.to_json(out),
            None => out.text.push_str("null"),
        }
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

impl<T: ToJson> ToJson for Rc<T> {
    fn to_json(&self, out: &mut Writer) {
        T::to_json(self, out);
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self, out: &mut Writer) {
        out.open('[');
        for item in self {
            out.item(item);
        }
        out.close(']');
    }

    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

/// A pair stands in a list of two.
impl<A: ToJson, B: ToJson> ToJson for (A, B) {
    fn to_json(&self, out: &mut Writer) {
        out.open('[');
        out.item(&self.0);
        out.item(&self.1);
        out.close(']');
    }
}

/// Adds a finite number to a text: `-12.5`, `1.0`, `1e-7`.
fn push_shortest(text: &mut String, number: f64) {
    if number.is_sign_negative() {
        text.push('-');
    }
    let (digits, whole) = shortest(number.abs());
    let length = i32::try_from(digits.len()).unwrap_or(0);
    let is_plain = (-4..=16).contains(&whole);
    let (point, end) = if is_plain { (whole, length.max(whole + 1)) } else { (1, length) };
    for place in (point - 1).min(0)..end {
        if place == point {
            text.push('.');
        }
        let digit = usize::try_from(place).ok().and_then(|place| digits.get(place));
        text.push(char::from(b'0' + digit.copied().unwrap_or(0)));
    }
    if !is_plain {
        text.push_str(if whole > 0 { "e+" } else { "e-" });
        push_whole(text, (whole - 1).unsigned_abs());
    }
}

/// Adds a whole number to a text.
#[inline(never)]
fn push_whole(text: &mut String, number: u32) {
    text.push_str(&number.to_string());
}
