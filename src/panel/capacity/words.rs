//! Figures as the tables say them, and where they were read.

use crate::catalog::figure::{Figure, Source, Unit};
use crate::chart::figure::figure as with_unit;
use crate::chart::number::{grouped, short};
use crate::panel::element::{Element, element};

/// A figure with its unit, large bandwidths in Mbit/s.
pub(super) fn said(figure: &Figure) -> String {
    match figure.unit {
        Unit::Kbps if figure.value >= 10_000.0 => format!("{} Mbit/s", short(figure.value / 1_000.0)),
        Unit::Factor => count(figure),
        _ => with_unit(figure),
    }
}

/// A figure under a head that says its unit.
pub(super) fn count(figure: &Figure) -> String {
    let value = figure.value;
    if (value - value.round()).abs() < 1e-9 { grouped(value) } else { short(value) }
}

/// Where something was read.
pub(super) fn source(source: &Source) -> Element {
    match &source.url {
        Some(url) => element("a")
            .class("source")
            .set("href", url)
            .set("target", "_blank")
            .set("rel", "noopener noreferrer")
            .with(&source.title),
        None => element("span").class("source").with(&source.title),
    }
}
