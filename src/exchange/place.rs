//! Where in a JSON text a reader stopped, as a path.
//!
//! The reader itself knows only line and column. Scanning the text once more, and only after an error, costs far less of the
//! page's size than a reader that keeps the path in step.

/// A step of a path.
enum Step<'a> {
    /// Into an object, no key of which has been read.
    Object,
    /// To the value of a key.
    Field(&'a str),
    /// To an item of a list.
    Item(usize),
}

/// The path of what ends at a line (from 1) and column (bytes read of that line), such as `sites[0].name`; `.` at the top.
pub(super) fn place(text: &str, line: usize, column: usize) -> String {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut steps: Vec<Step<'_>> = Vec::new();
    // Where the string begins that the scan is in.
    let mut string = None;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().take(before + column) {
        if let Some(from) = string {
            if escaped {
                escaped = false;
            } else if byte == b'\\' {
                escaped = true;
            } else if byte == b'"' {
                string = None;
                if let Some(step @ Step::Object) = steps.last_mut() {
                    *step = Step::Field(text.get(from..at).unwrap_or_default());
                }
            }
            continue;
        }
        match byte {
            b'"' => string = Some(at + 1),
            b'{' => steps.push(Step::Object),
            b'[' => steps.push(Step::Item(0)),
            b'}' | b']' => {
                steps.pop();
            }
            b',' => match steps.last_mut() {
                Some(Step::Item(index)) => *index += 1,
                Some(step) => *step = Step::Object,
                None => {}
            },
            _ => {}
        }
    }
    written(&steps)
}

fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Object => {}
            Step::Field(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Item(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
    }
    if path.is_empty() { ".".into() } else { path }
}

#[cfg(test)]
mod tests {
    use super::place;

    /// The path just after the mark `^`.
    fn at(marked: &str) -> String {
        let (before, after) = marked.split_once('^').unwrap_or((marked, ""));
        let line = before.split('\n').count();
        let column = before.rsplit('\n').next().map_or(0, str::len);
        place(&format!("{before}{after}"), line, column)
    }

    #[test]
    fn a_value_is_named_by_the_keys_and_items_on_the_way_to_it() {
        assert_eq!(at(r#"{"a": 1^, "b": 2}"#), "a");
        assert_eq!(at("{\"a\": 1,\n \"b\": [3, {\"c\": ^{}}]}"), "b[1].c");
        assert_eq!(at("{\"ä\": [[0], [5,\n 6^]]}"), "ä[1][1]");
        assert_eq!(at(r#"[{"a": "half^ a text"}]"#), "[0].a");
    }

    #[test]
    fn an_object_that_has_ended_is_named_as_a_whole() {
        assert_eq!(at(r#"{"a": [{"b": 1}, {"b": 2}^]}"#), "a[1]");
        assert_eq!(at(r#"{"a": 1}^"#), ".");
    }

    #[test]
    fn a_key_is_named_once_it_has_been_read() {
        assert_eq!(at(r#"{"a": {"b": 1, "c"^: 2}}"#), "a.c");
        assert_eq!(at(r#"{"a": {"b": 1, "c^": 2}}"#), "a");
        assert_eq!(at("^{}"), ".");
    }

    #[test]
    fn brackets_quotes_and_commas_in_a_text_are_text() {
        assert_eq!(at(r#"{"a": ["],}\"{[", 1^]}"#), "a[1]");
        assert_eq!(at(r#"{"a\"]": ["\\", 1^]}"#), r#"a\"][1]"#);
    }

    #[test]
    fn a_place_outside_the_text_does_no_harm() {
        assert_eq!(place("]}", 1, 9), ".");
        assert_eq!(place("{\"a\":", 7, 7), "a");
        assert_eq!(place("", 0, 0), ".");
    }
}
