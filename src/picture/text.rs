//! Widths of text without asking the browser, good enough to cut a name to its place.

/// Width of a text in bold letters of that size.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|character| of(character) * size).sum()
}

/// Width of a character of bold text, in parts of the font's size.
fn of(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '|' | '\'' | '’' => 0.34,
        ' ' | 'f' | 't' | 'r' | '-' | '(' | ')' | '/' | '·' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '…' => 0.95,
        'A'..='Z' | 'À'..='Þ' | 'Α'..='Ω' | 'Ѐ'..='Я' => 0.74,
        character if u32::from(character) > 0x2e80 => 1.1,
        _ => 0.63,
    }
}

/// The text, cut with an ellipsis where it is wider than its place.
pub fn cut(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.into();
    }
    let mut left = room - of('…') * size;
    let kept: String = text
        .chars()
        .take_while(|character| {
            left -= of(*character) * size;
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// The text in two lines, broken between words, the second cut where it is wider than its place.
pub fn lines(text: &str, size: f64, room: f64) -> (String, String) {
    let wide = |text: &str| width(text, size) > room;
    let (mut first, mut rest) = (String::new(), text);
    while let Some((word, after)) = rest.split_once(' ').or_else(|| (!rest.is_empty()).then_some((rest, "")))
    {
        let longer = if first.is_empty() { word.to_string() } else { format!("{first} {word}") };
        if wide(&longer) {
            break;
        }
        (first, rest) = (longer, after);
    }
    (first, cut(rest, size, room))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_two_lines_is_broken_between_words() {
        for (name, first, rest) in [
            ("Front Ends", "Front Ends", ""),
            ("Back-End database", "Back-End", "database"),
            ("", "", ""),
            ("Communicator", "", "Commun…"),
        ] {
            assert_eq!(
                lines(name, 12.5, if name.len() > 10 { 70.0 } else { 146.0 }),
                (first.into(), rest.into()),
                "{name}"
            );
        }
    }

    #[test]
    fn only_names_that_do_not_fit_are_cut() {
        assert_eq!(cut("Front Ends", 12.5, 146.0), "Front Ends");
        assert_eq!(cut("Back-End database", 12.5, 146.0), "Back-End database");
        let long = cut("A very long name that nobody would ever read to its end", 12.5, 146.0);
        assert!(long.ends_with('…') && long.chars().count() < 26, "{long}");
        assert_eq!(cut("", 12.5, 146.0), "");
        assert_eq!(cut("Name", 12.5, 0.0), "…");
    }
}
