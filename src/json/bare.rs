//! Texts of the program itself, which need no spaces between their parts: what stands in the program is a third less.

/// Takes a JSON text without the spaces that stand outside of strings, when the program is built.
macro_rules! bare {
    ($text:expr) => {{
        const TEXT: &str = $text;
        const BARE: [u8; $crate::json::copy_bare(TEXT, &mut [])] = {
            let mut bare = [0; _];
            $crate::json::copy_bare(TEXT, &mut bare);
            bare
        };
        const BARE_TEXT: &str = match ::std::str::from_utf8(&BARE) {
            Ok(bare) => bare,
            Err(_) => TEXT,
        };
        BARE_TEXT
    }};
}
pub(crate) use bare;

/// Copies a text without its spaces outside of strings for as long as there is room, and counts the bytes that all of it takes.
pub(crate) const fn copy_bare(text: &str, mut room: &mut [u8]) -> usize {
    let (mut text, mut length) = (text.as_bytes(), 0);
    let (mut in_string, mut escaped) = (false, false);
    while let Some((&byte, rest)) = text.split_first() {
        text = rest;
        if in_string || !byte.is_ascii_whitespace() {
            length += 1;
            if let [place, more @ ..] = room {
                *place = byte;
                room = more;
            }
        }
        if byte == b'"' && !escaped {
            in_string = !in_string;
        }
        escaped = byte == b'\\' && !escaped;
    }
    length
}

#[cfg(test)]
mod tests {
    #[test]
    fn spaces_stay_in_strings_alone() {
        let text = bare!("{\n  \"a b\": [1, \" \\\" \\\\\", \" \"],\r\n\t\"ß \": null }\n");
        assert_eq!(text, "{\"a b\":[1,\" \\\" \\\\\",\" \"],\"ß \":null}");
    }
}
