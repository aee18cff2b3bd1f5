//! What leaves the page: pictures, a link, a report. The page hands them to `static/sharing.js` unopened, which knows what to do
//! with each.

use crate::exchange::{file, link};
use crate::json;
use crate::panel::Asked;
use crate::picture::{self, Theme};
use crate::plan::Document;
use crate::report;

/// What orders of this kind begin with; the rest says what is wanted.
pub(super) const SHARE: &str = "share/";

/// Something that leaves the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// What is to become of it.
    pub kind: ParcelKind,
    /// The name of its file, or the plan's.
    pub name: String,
    /// A picture's or a report's markup, or the part of a link from the `#` on.
    pub text: String,
}

json::fields!(Parcel { kind, name, text });

/// What is to become of a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParcelKind {
    /// A picture that is saved as it is.
    Svg,
    /// A picture that is painted in twice its size first.
    Png,
    /// A link for the clipboard.
    Link,
    /// A report for the printer.
    Report,
}

json::names!(ParcelKind { Svg, Png, Link, Report });

/// The parcel for what is wanted of a plan, as a text.
///
/// # Errors
/// A sentence where nobody knows such a thing.
pub(super) fn pack(wanted: &str, document: &Document, asked: &Asked<'_>) -> Result<String, String> {
    let picture = |kind, ending: &str, theme| Parcel {
        kind,
        name: file::name_of(&document.name, ending),
        text: picture::draw(document, asked, theme),
    };
    let name = document.name.clone();
    let parcel = match wanted {
        "svg/light" => picture(ParcelKind::Svg, ".svg", Theme::Light),
        "svg/dark" => picture(ParcelKind::Svg, ".svg", Theme::Dark),
        "png/light" => picture(ParcelKind::Png, ".png", Theme::Light),
        "png/dark" => picture(ParcelKind::Png, ".png", Theme::Dark),
        "link" => Parcel { kind: ParcelKind::Link, name, text: link::write(document) },
        "print" => Parcel { kind: ParcelKind::Report, name, text: report::write(document, asked) },
        _ => return Err(format!("There is no way to share “{wanted}”")),
    };
    Ok(json::line(&parcel))
}
