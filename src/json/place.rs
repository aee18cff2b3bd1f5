//! Where in a text something stands.
//!
//! Neither the reader of the text nor the tree knows it in full: the one knows line and column, the other which entries lead
//! there. Scanning the text once more, and only after an error, costs far less than to keep both in step.

use std::fmt;

use super::error::shortened;

/// A place in a JSON text: the path that leads there, such as `sites[0].name`, with line and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    path: String,
    line: usize,
    column: usize,
}

impl Place {
    /// The place of what ends at a line (from 1) and column (bytes read of that line).
    pub(super) fn after(text: &str, line: usize, column: usize) -> Self {
        let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let (path, _) = scan(text, before + column, None);
        Self { path, line, column }
    }

    /// The place of the value to which entries with these numbers lead.
    pub(super) fn of(text: &str, way: &[usize]) -> Self {
        let (path, at) = scan(text, text.len(), Some(way));
        let before = text.get(..at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Self { path, line: before.split('\n').count(), column: before.len() - line_start + 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column } = self;
        if path.is_empty() {
            write!(out, "line {line}, column {column}")
        } else {
            write!(out, "{path} (line {line}, column {column})")
        }
    }
}

/// A step on the way into a text: to which entry of a list or an object, from 0.
struct Step<'t> {
    entry: usize,
    within: Within<'t>,
}

/// What a step leads into.
enum Within<'t> {
    List,
    /// An object, with the key of the entry as far as it has been read.
    Object(Option<&'t str>),
}

/// Goes through so many bytes of a text, or only to the value to which a way leads; returns the path there, and the byte.
fn scan(text: &str, bytes: usize, way: Option<&[usize]>) -> (String, usize) {
    let mut steps: Vec<Step<'_>> = Vec::new();
    // Where the string begins that the scan is in.
    let mut string = None;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().take(bytes) {
        if let Some(from) = string {
            if escaped {
                escaped = false;
            } else if byte == b'\\' {
                escaped = true;
            } else if byte == b'"' {
                string = None;
                if let Some(Step { within: Within::Object(key @ None), .. }) = steps.last_mut() {
                    *key = text.get(from..at);
                }
            }
            continue;
        }
        if byte == b':' || byte.is_ascii_whitespace() {
            continue;
        }
        if way.is_some_and(|way| lead_along(&steps, way)) {
            return (written(&steps), at);
        }
        match byte {
            b'"' => string = Some(at + 1),
            b'{' => steps.push(Step { entry: 0, within: Within::Object(None) }),
            b'[' => steps.push(Step { entry: 0, within: Within::List }),
            b'}' | b']' => {
                steps.pop();
            }
            b',' => {
                if let Some(step) = steps.last_mut() {
                    step.entry += 1;
                    if let Within::Object(key) = &mut step.within {
                        *key = None;
                    }
                }
            }
            _ => {}
        }
    }
    (written(&steps), bytes)
}

/// Whether the steps lead to a value, and by these entries.
fn lead_along(steps: &[Step<'_>], way: &[usize]) -> bool {
    steps.len() == way.len()
        && steps
            .iter()
            .zip(way)
            .all(|(step, entry)| step.entry == *entry && !matches!(step.within, Within::Object(None)))
}

fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step.within {
            Within::List => {
                path.push('[');
                path.push_str(&step.entry.to_string());
                path.push(']');
            }
            Within::Object(None) => {}
            Within::Object(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
        }
    }
    shortened(&path)
}

#[cfg(test)]
mod tests {
    use super::{Place, scan};

    /// The path just after the mark `^`.
    fn before(marked: &str) -> String {
        let (before, after) = marked.split_once('^').unwrap();
        scan(&format!("{before}{after}"), before.len(), None).0
    }

    #[test]
    fn a_value_is_named_by_the_keys_and_items_on_the_way_to_it() {
        assert_eq!(before(r#"{"a": 1^, "b": 2}"#), "a");
        assert_eq!(before("{\"a\": 1,\n \"b\": [3, {\"c\": ^{}}]}"), "b[1].c");
        assert_eq!(before("{\"ä\": [[0], [5,\n 6^]]}"), "ä[1][1]");
        assert_eq!(before(r#"[{"a": "half^ a text"}]"#), "[0].a");
    }

    #[test]
    fn an_object_that_has_ended_is_named_as_a_whole() {
        assert_eq!(before(r#"{"a": [{"b": 1}, {"b": 2}^]}"#), "a[1]");
        assert_eq!(before(r#"{"a": 1}^"#), "");
    }

    #[test]
    fn a_key_is_named_once_it_has_been_read() {
        assert_eq!(before(r#"{"a": {"b": 1, "c"^: 2}}"#), "a.c");
        assert_eq!(before(r#"{"a": {"b": 1, "c^": 2}}"#), "a");
        assert_eq!(before("^{}"), "");
    }

    #[test]
    fn brackets_quotes_and_commas_in_a_text_are_text() {
        assert_eq!(before(r#"{"a": ["],}\"{[", 1^]}"#), "a[1]");
        assert_eq!(before(r#"{"a\"]": ["\\", 1^]}"#), r#"a\"][1]"#);
    }

    #[test]
    fn a_way_leads_to_the_first_byte_of_a_value() {
        for (way, marked) in [
            (&[][..], " ^[1, 2]"),
            (&[0], "[ ^1, 2]"),
            (&[1], "[\"1,\",\n ^[], 3]"),
            (&[1], "{\"a\": 1, \"b\" : ^2}"),
            (&[1, 0, 1], "{\"ä\": [1, 2],\n \"b\": [{\"c\": 1, \"d\": ^\"e\"}, 3]}"),
            (&[0, 2], "[[[], [4, 5, 6], ^{}]]"),
        ] {
            let (before, after) = marked.split_once('^').unwrap();
            let found = Place::of(&format!("{before}{after}"), way);
            assert_eq!(found.line, before.split('\n').count(), "{marked}");
            assert_eq!(found.column, before.rsplit('\n').next().unwrap().len() + 1, "{marked}");
        }
        let place = Place::of("{\"b\": [0,\n {\"c\": null}]}", &[0, 1, 0]);
        assert_eq!(place.to_string(), "b[1].c (line 2, column 8)");
        assert_eq!(Place::of("1", &[]).to_string(), "line 1, column 1");
    }

    #[test]
    fn a_place_outside_the_text_does_no_harm() {
        assert_eq!(Place::after("]}", 1, 9).to_string(), "line 1, column 9");
        assert_eq!(Place::after("{\"a\":", 7, 7).to_string(), "a (line 7, column 7)");
        assert_eq!(Place::after("", 0, 0).to_string(), "line 0, column 0");
        assert_eq!(Place::of("", &[3]).to_string(), "line 1, column 1");
    }
}
