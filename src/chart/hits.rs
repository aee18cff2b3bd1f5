//! The parts of a chart that can be pointed at, as a drawing of their own over the chart.

use super::Chart;

impl Chart {
    /// An `svg` element of the chart's parts: each is named for those who hear it, and takes the focus in its turn.
    pub fn hits(&self, name: &str) -> String {
        let mut hits = format!("<svg class=\"hits\" role=\"group\" aria-label=\"{}\">", escaped(name));
        let mut stop = "0";
        for mark in &self.marks {
            let (label, value) = (escaped(&mark.label), escaped(&mark.value));
            let (x, y, width, height) = (mark.x, mark.y, mark.width, mark.height);
            let hit = format!(
                "<rect class=\"hit\" role=\"img\" tabindex=\"{stop}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" aria-label=\"{label}: {value}\" data-label=\"{label}\" data-value=\"{value}\"/>"
            );
            hits.push_str(&hit);
            stop = "-1";
        }
        hits.push_str("</svg>");
        hits
    }
}

/// Words as they may stand between quotes in XML.
/// Words as they stand in markup, in an attribute or between elements.
pub fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use crate::chart::{Chart, HitArea};

    #[test]
    fn names_cannot_break_out_of_their_place() {
        let mark = HitArea {
            x: 0.0,
            y: 28.0,
            width: 300.0,
            height: 28.5,
            label: "\"><script>".into(),
            value: "R & D".into(),
        };
        let chart = Chart { svg: String::new(), marks: vec![mark.clone(), mark], text: String::new() };
        let hits = chart.hits("Failures");
        assert!(hits.starts_with("<svg class=\"hits\" role=\"group\" aria-label=\"Failures\">"), "{hits}");
        assert!(!hits.contains("<script") && hits.contains("&quot;&gt;&lt;script&gt;: R &amp; D"), "{hits}");
        assert_eq!((hits.matches("tabindex=\"0\"").count(), hits.matches("tabindex=\"-1\"").count()), (1, 1));
    }
}
