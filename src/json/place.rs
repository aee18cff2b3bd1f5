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
