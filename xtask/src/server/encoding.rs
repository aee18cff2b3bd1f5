//! Compression for transport, done once for each version of a file.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Good, and quick enough for a developer who waits for it.
const QUALITY: i32 = 5;

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Coding {
    Plain,
    Gzip,
    Brotli,
}

impl Coding {
    /// The best of those that the browser says it can read.
    pub(crate) fn best_of(accepted: &str) -> Self {
        let accepts = |token: &str| {
            accepted.split(',').any(|choice| {
                let mut parts = choice.split(';').map(str::trim);
                parts.next() == Some(token) && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0"))
            })
        };
        if accepts("br") {
            Self::Brotli
        } else if accepts("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    pub(crate) fn token(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => "-gzip",
            Self::Brotli => "-br",
        }
    }
}

/// Compresses, and keeps what it has compressed.
#[derive(Debug, Default)]
pub(crate) struct Compressor {
    kept: Mutex<HashMap<Key, Vec<u8>>>,
}

type Key = (Coding, String, String);

impl Compressor {
    pub(crate) fn encode(&self, coding: Coding, name: &Path, version: &str, bytes: Vec<u8>) -> Vec<u8> {
        if coding == Coding::Plain {
            return bytes;
        }
        let key = (coding, name.to_string_lossy().into_owned(), version.to_owned());
        if let Some(kept) = self.kept.lock().ok().and_then(|kept| kept.get(&key).cloned()) {
            return kept;
        }
        let encoded = match coding {
            Coding::Plain => bytes,
            Coding::Gzip => gzip(&bytes, 6),
            Coding::Brotli => brotli(&bytes, QUALITY),
        };
        if let Ok(mut kept) = self.kept.lock() {
            kept.insert(key, encoded.clone());
        }
        encoded
    }
}

/// The bytes as gzip of this level.
pub(crate) fn gzip(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    // Writing to memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// The bytes as Brotli of this quality.
pub(crate) fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let settings = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    let mut encoded = Vec::new();
    // Writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut encoded, &settings);
    encoded
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_best_accepted_coding_is_taken() {
        assert_eq!(Coding::best_of("gzip, deflate, br, zstd"), Coding::Brotli);
        assert_eq!(Coding::best_of("gzip;q=1.0, br;q=0"), Coding::Gzip);
        assert_eq!(Coding::best_of(""), Coding::Plain);
    }

    #[test]
    fn what_is_compressed_is_restored() {
        let text = "availability ".repeat(1000);
        let mut from_gzip = String::new();
        flate2::read::GzDecoder::new(&*gzip(text.as_bytes(), 9)).read_to_string(&mut from_gzip).unwrap();
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(text.as_bytes(), 11), &mut from_brotli).unwrap();
        assert_eq!(from_gzip, text);
        assert_eq!(from_brotli, text.as_bytes());
    }
}
