//! How wide text is, by a table: the same natively, in the page and in a worker, which has no document to measure in.
//!
//! Widths are those of the common sans-serif faces; a drawing leaves a little room for the reader's own.

/// Widths of the characters from the space to the tilde, in thousandths of the font's size.
#[rustfmt::skip]
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Width of a letter that the table lacks: another alphabet's, or a full-width one.
const OTHER: u16 = 600;
const FULL_WIDTH: u16 = 1_000;

/// Whether a letter is as wide as it is high: those of East Asian scripts, in the blocks that Unicode calls wide.
fn is_full_width(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{ff01}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Height of a line, in sizes of the font.
const LINE: f64 = 1.24;

/// Width of a text in the unit of the font's size.
pub(super) fn width(text: &str, font_size: f64) -> f64 {
    let thousandths: f64 = text.chars().map(|letter| f64::from(letter_width(letter))).sum();
    thousandths * font_size / 1_000.0
}

/// Height of a line of text.
pub(super) fn height(font_size: f64) -> f64 {
    font_size * LINE
}

fn letter_width(letter: char) -> u16 {
    let place = u32::from(letter).checked_sub(u32::from(' ')).and_then(|place| usize::try_from(place).ok());
    match place.and_then(|place| WIDTHS.get(place)) {
        Some(width) => *width,
        None if is_full_width(letter) => FULL_WIDTH,
        None => OTHER,
    }
}

/// The text, or as much of its beginning as fits before an ellipsis.
pub(super) fn fitted(text: &str, font_size: f64, room: f64) -> String {
    if width(text, font_size) <= room {
        return text.into();
    }
    let room = room - width("…", font_size);
    let mut kept = String::new();
    let mut used = 0.0;
    for letter in text.chars() {
        used += f64::from(letter_width(letter)) * font_size / 1_000.0;
        if used > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// The text on lines of the width, parted between words; a longer word stands by itself.
pub(super) fn lines(text: &str, font_size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line, font_size) + width(word, font_size) + font_size <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_as_wide_as_its_letters() {
        assert!((width("99", 10.0) - 11.12).abs() < 1e-9);
        assert!(width("mm", 12.0) > width("ii", 12.0));
        assert!((width("", 12.0)).abs() < 1e-9);
        for (letter, wide) in [("水", 10.0), ("한", 10.0), ("Ж", 6.0), ("ế", 6.0)] {
            assert!((width(letter, 10.0) - wide).abs() < 1e-9, "{letter}");
        }
    }

    #[test]
    fn text_that_fits_stays_and_other_text_ends_in_an_ellipsis() {
        assert_eq!(fitted("Group Chat", 12.0, 100.0), "Group Chat");
        let short = fitted("IM and presence of a company with a long name", 12.0, 100.0);
        assert!(short.ends_with('…') && width(&short, 12.0) <= 100.0, "{short}");
        assert_eq!(fitted("anything", 12.0, 0.0), "…");
    }
}
