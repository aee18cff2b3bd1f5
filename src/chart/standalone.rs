//! A chart as a file of its own, to be shown outside of the page.

use super::Chart;
use super::palette::Ink;

/// Room around the drawing.
const MARGIN: u32 = 16;

/// Background in the light and in the dark theme.
const GROUND: (&str, &str) = ("#FFFFFF", "#1A2029");

impl Chart {
    /// The drawing with its title, its text and a style sheet for the light and the dark theme, as a whole SVG file.
    pub fn standalone(&self) -> String {
        let size = |name: &str| attribute(&self.svg, name).unwrap_or(0);
        let (width, height) = (size("width"), size("height"));
        let (title, text) = self.text.split_once(":\n").unwrap_or((&self.text, ""));
        let body = self.svg.split_once('>').map_or("", |(_, body)| body);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{w}\" height=\"{h}\" viewBox=\"-{MARGIN} -{MARGIN} {w} {h}\">\n<title>{}</title>\n<desc>{}</desc>\n<style>{}</style>\n<rect class=\"chart-ground\" x=\"-{MARGIN}\" y=\"-{MARGIN}\" width=\"{w}\" height=\"{h}\" fill=\"{}\"/>{body}",
            escaped(title),
            escaped(text),
            style(),
            GROUND.0,
            w = width + 2 * MARGIN,
            h = height + 2 * MARGIN,
        )
    }
}

fn attribute(svg: &str, name: &str) -> Option<u32> {
    svg.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.parse().ok()
}

/// The palette as a style sheet.
fn style() -> String {
    let rules = |ground: &str, colour: &dyn Fn(Ink) -> String| {
        let mut rules = format!(".chart-ground{{fill:{ground}}}");
        for ink in Ink::ALL {
            for attribute in ["fill", "stroke"] {
                let (class, colour) = (ink.class(), colour(ink));
                let rule = [".", class, ".chart-", attribute, "{", attribute, ":", &colour, "}"];
                rules.push_str(&rule.concat());
            }
        }
        rules
    };
    let light = rules(GROUND.0, &Ink::hex);
    let dark = rules(GROUND.1, &|ink| ink.dark().into());
    format!(
        "svg{{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"DejaVu Sans\",sans-serif;font-variant-numeric:tabular-nums}}text{{font-family:inherit}}{light}@media (prefers-color-scheme:dark){{{dark}}}"
    )
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\n' => escaped.push('\n'),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {
                escaped.push('\u{FFFD}');
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use crate::chart::{Chart, losses};

    #[test]
    fn a_file_has_its_own_colours_title_and_text() {
        let empty = losses(None, &[], 400).unwrap();
        let chart = Chart { text: "Lost:\nA & <B>: 3 min".into(), ..empty };
        let file = chart.standalone();
        assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        assert_eq!(file.matches("<svg").count(), 1);
        assert!(file.trim_end().ends_with("</svg>"));
        for part in [
            " width=\"432\"",
            "<title>Lost</title>",
            "<desc>A &amp; &lt;B&gt;: 3 min</desc>",
            ".chart-bad.chart-fill{fill:#BF2F26}",
            "prefers-color-scheme:dark",
            "class=\"chart-ground\"",
        ] {
            assert!(file.contains(part), "{part} is missing in {file}");
        }
    }
}
