//! The figures as people read them.

use std::fmt::Write;

use crate::size::baseline::{Baseline, Sizes};
use crate::size::percent;

pub(crate) fn table(now: &Baseline, before: &Baseline, bound: usize) -> String {
    let mut text = row("first load, bytes", "raw", "gzip -9", "brotli -11", "change");
    for (name, sizes) in &now.files {
        text += &figures(name, *sizes, before.files.get(name).copied());
    }
    for name in before.files.keys().filter(|name| !now.files.contains_key(*name)) {
        text += &row(name, "", "", "", "gone");
    }
    let all_before = (!before.files.is_empty()).then(|| before.total());
    text += &figures("all", now.total(), all_before);
    text += &row("allowed", "", "", &grouped(bound), "");
    text
}

fn figures(name: &str, now: Sizes, before: Option<Sizes>) -> String {
    let change = match before {
        Some(before) if before.brotli == now.brotli => "same".into(),
        Some(before) => format!("{:+.1} %", percent(now.brotli, before.brotli)),
        None => "new".into(),
    };
    row(name, &grouped(now.raw), &grouped(now.gzip), &grouped(now.brotli), &change)
}

fn row(name: &str, raw: &str, gzip: &str, brotli: &str, change: &str) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(text, "{name:<28} {raw:>10} {gzip:>10} {brotli:>10} {change:>9}");
    text
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(250_000), "250,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn every_file_has_a_row_with_its_change() {
        let figures = |name: &str, brotli| Baseline {
            files: [(name.to_owned(), Sizes { raw: 2000, gzip: 1500, brotli })].into(),
        };
        let text = table(&figures("page.js", 1100), &figures("page.js", 1000), 250_000);
        assert!(text.contains("+10.0 %"), "{text}");
        assert!(table(&figures("a", 1), &figures("b", 1), 9).contains("gone"));
    }
}
