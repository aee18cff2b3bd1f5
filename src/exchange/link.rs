//! A plan in a link: its JSON, compressed, as letters that any program passes on, behind the `#` of the page's address. What stands
//! there is never sent to a host.
//!
//! The page opens links by `static/sharing.js`, which reads the same form.

use std::fmt;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use thiserror::Error;

use super::file::{self, ReadError};
use crate::catalog::Catalog;
use crate::json;
use crate::plan::{Document, Limits};

/// What stands behind the page's address, before the letters.
pub const MARK: &str = "#plan=";
/// The letters of six bits each, in the order of what they stand for: base64 for addresses, RFC 4648.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The best compression: a link is made once.
const LEVEL: u8 = 9;

/// Why a link cannot be read. The text says what is wrong, where, and how to mend it.
#[derive(Debug, Error)]
pub enum LinkError {
    /// No link to a plan.
    #[error("The link holds no plan: “{MARK}” is missing in it. Copy the whole link.")]
    NoPlan,
    /// A sign that no link has.
    #[error(
        "The plan in the link is damaged: sign {at} is “{found}”, which no link has. Copy the whole link again, or ask for the plan's file."
    )]
    Sign {
        /// Which one of the signs of the plan, from 1 on.
        at: usize,
        /// What stands there.
        found: char,
    },
    /// Something is missing or another.
    #[error(
        "The plan in the link is damaged or broken off: {signs} signs arrived, and they do not fit together. Copy the whole link again, or ask for the plan's file."
    )]
    Damaged {
        /// How many signs the plan has.
        signs: usize,
    },
    /// More than a plan may have.
    #[error(
        "The plan in the link has more than {limit} bytes, which is the most that a plan may have. Ask for a smaller plan."
    )]
    TooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// The link is whole, but what is in it is no plan.
    #[error(transparent)]
    Plan(ReadError),
}

/// The part of a link that holds the plan, from the `#` on.
pub fn write(document: &Document) -> String {
    MARK.to_owned() + &Letters(&compress_to_vec_zlib(json::line(document).as_bytes(), LEVEL)).to_string()
}

/// The plan in a link.
///
/// # Errors
/// [`LinkError`]; nothing of the link is used then.
pub fn read(link: &str, catalog: &Catalog) -> Result<Document, LinkError> {
    let (_, signs) = link.split_once(MARK).ok_or(LinkError::NoPlan)?;
    let signs = signs.trim();
    let limit = Limits::FILE_BYTES;
    let damaged = || LinkError::Damaged { signs: signs.len() };
    let text = decompress_to_vec_zlib_with_limit(&bytes(signs)?, limit).map_err(|failure| {
        if failure.status == TINFLStatus::HasMoreOutput { LinkError::TooLarge { limit } } else { damaged() }
    })?;
    let text = String::from_utf8(text).map_err(|_| damaged())?;
    file::read(&text, catalog).map_err(LinkError::Plan)
}

/// Bytes as letters.
struct Letters<'a>(&'a [u8]);

impl fmt::Display for Letters<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for three in self.0.chunks(3) {
            let bits =
                three.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - three.len()));
            for place in 0..=three.len() {
                let letter = LETTERS.get(bits >> (18 - 6 * place) & 63).copied().unwrap_or_default();
                write!(formatter, "{}", char::from(letter))?;
            }
        }
        Ok(())
    }
}

/// What letters stand for; bits of a last byte that is not whole count for nothing.
fn bytes(signs: &str) -> Result<Vec<u8>, LinkError> {
    let mut bytes = Vec::with_capacity(signs.len() / 4 * 3 + 3);
    let (mut bits, mut count) = (0_u32, 0);
    for (place, found) in signs.chars().enumerate() {
        let known = |letter: &u8| char::from(*letter) == found;
        let six = LETTERS.iter().position(known).and_then(|six| u32::try_from(six).ok());
        bits = bits << 6 | six.ok_or(LinkError::Sign { at: place + 1, found })?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 255).unwrap_or_default());
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::template::TEMPLATES;

    #[test]
    fn bytes_are_the_letters_that_browsers_know() {
        for (plain, letters) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            assert_eq!(Letters(plain.as_bytes()).to_string(), letters);
            assert_eq!(bytes(letters).unwrap(), plain.as_bytes());
        }
        assert_eq!(Letters(&[0xfb, 0xff]).to_string(), "-_8");
    }

    #[test]
    fn the_plan_of_every_template_comes_back_from_its_link() {
        let catalog = Catalog::bundled();
        for template in TEMPLATES {
            let document = template.open(&catalog).unwrap();
            let link = write(&document);
            assert_eq!(read(&format!("https://example.org/planner/{link}\n"), &catalog).unwrap(), document);
            assert!(link.len() < 8_000, "{}: {} signs are too many for a message", template.id, link.len());
        }
    }

    #[test]
    fn a_link_that_is_damaged_says_what_is_wrong_and_how_to_mend_it() {
        let catalog = Catalog::bundled();
        let link = write(&TEMPLATES[0].open(&catalog).unwrap());
        let cut = &link[..link.len() / 2];
        let other = link.replacen(&link[100..103], "AAA", 1);
        let packed = |text: &str| format!("{MARK}{}", Letters(&compress_to_vec_zlib(text.as_bytes(), LEVEL)));
        for (link, words) in [
            ("https://example.org/".to_owned(), "“#plan=” is missing"),
            (cut.to_owned(), "damaged or broken off"),
            (other, "damaged or broken off"),
            (link.clone() + "AAAA%20", "is “%”, which no link has"),
            (MARK.to_owned(), "0 signs arrived"),
            (packed("{}"), "not a plan"),
            (packed(&" ".repeat(Limits::FILE_BYTES + 1)), "more than 8000000 bytes"),
        ] {
            let told = read(&link, &catalog).unwrap_err().to_string();
            assert!(told.contains(words), "“{words}” is missing in: {told}");
        }
        for end in MARK.len()..link.len() {
            assert!(read(&link[..end], &catalog).is_err(), "cut at {end}");
        }
    }
}
