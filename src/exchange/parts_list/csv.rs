//! The list as a table for spreadsheets.

use std::fmt::Write;

use super::PartsList;
use crate::plan::Scenario;

pub(super) fn table(list: &PartsList, scenario: &Scenario) -> String {
    let mut text = String::from("Group,What,Count,Parts,Mark,Note\r\n");
    for entry in &list.entries {
        let names: Vec<&str> =
            entry.nodes.iter().filter_map(|node| scenario.node(node)).map(|node| node.name()).collect();
        let fields = [
            entry.group.names().0,
            &entry.what,
            &entry.count.to_string(),
            &names.join("; "),
            entry.mark.word(),
            &entry.note,
        ];
        let row: Vec<String> = fields.into_iter().map(field).collect();
        // Writing to a text never fails.
        let _ = write!(text, "{}\r\n", row.join(","));
    }
    text
}

/// A field as RFC 4180 wants it. What a spreadsheet would take for a formula gets an apostrophe, which it shows as text.
fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn fields_are_quoted_where_a_spreadsheet_would_misread_them() {
        let table = [
            ("Front End", "Front End"),
            ("North, first", "\"North, first\""),
            ("the \"new\" one", "\"the \"\"new\"\" one\""),
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("a; b", "\"a; b\""),
        ];
        for (text, expected) in table {
            assert_eq!(field(text), expected);
        }
    }
}
