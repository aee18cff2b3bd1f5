//! Finding by words.

/// Whether every word that is looked for is in the text, whatever the case of ASCII letters.
pub fn are_in(text: &str, words: &str) -> bool {
    words.split(' ').all(|word| {
        let (text, word) = (text.as_bytes(), word.as_bytes());
        word.is_empty() || text.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_found_in_any_order_and_case() {
        for (words, found) in
            [("", true), ("TIER", true), (" plan  entry", true), ("entry x", false), ("plans", false)]
        {
            assert_eq!(are_in("Entry Tier plan", words), found, "{words}");
        }
        assert!(are_in("Größe", "öße") && !are_in("", "x"));
    }
}
