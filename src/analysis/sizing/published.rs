//! What other pages and other editions say of a figure, to be shown beside the one that a plan goes by.

use std::rc::Rc;

use super::answer::{Alternative, Hint};
use super::drawn::Drawn;
use crate::catalog::figure::{Derivation, Figure, Mark, Source};

/// Where something was read: a source of the catalog, or a page that no figure of it rests on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Read {
    /// A key of the catalog.
    Catalog(&'static str),
    /// Title and address.
    Page(&'static str, &'static str),
}

/// Lync Server 2010, capacity planning.
pub(super) const LYNC: Read = Read::Catalog("S9");

/// The capacity tables of the edition before, as a reader copied them.
pub(super) const EDITION_2007: Read = Read::Page(
    "Martin Gibney, Capacity planning for Office Communications Server 2007 (2009)",
    "https://blog.martingibney.com/2009/05/capacity-planning-microsoft-office.html",
);

/// The page of May 2009 that allows three Group Chat servers.
pub(super) const CHAT_COMPONENT: Read = Read::Page(
    "Microsoft TechNet, Office Communications Server 2007 R2: Group Chat component (May 2009)",
    "http://unifiedpeople.ru/ocs2007r2.en/html/69dcf02c-b432-488b-9dcb-28bcbbec7b3b.htm",
);

/// The planning page that allows five.
pub(super) const HIGH_AVAILABILITY: Read = Read::Catalog("S3");

/// What was tested as virtual machines.
pub(super) const VIRTUALIZATION: Read = Read::Catalog("S22");

/// One Mediation Server for each basic gateway.
pub(super) const MEDIATION: Read = Read::Catalog("S11");

/// A value that another page or edition gives.
pub(super) struct Other {
    /// The figure of the catalog that it would take the place of.
    pub id: &'static str,
    pub value: f64,
    pub mark: Mark,
    pub read: Read,
    pub note: &'static str,
}

impl Other {
    /// The value as a figure, with what follows from it.
    pub fn beside(
        &self,
        drawn: &Drawn<'_>,
        outcome: impl FnOnce(&Rc<Figure>) -> Rc<Figure>,
    ) -> Option<Alternative> {
        let known = drawn.catalog.figure(&self.id.into())?;
        let source = self.read.source(drawn)?;
        let derivation = Derivation::Catalog { source, note: self.note.into() };
        let is_taken = (known.value - self.value).abs() < f64::EPSILON;
        let figure = Rc::new(Figure {
            name: known.name.clone(),
            value: self.value,
            unit: known.unit,
            mark: self.mark,
            derivation,
        });
        Some(Alternative { id: self.id.into(), outcome: outcome(&figure), figure, is_taken })
    }
}

impl Read {
    /// The document.
    pub fn source(self, drawn: &Drawn<'_>) -> Option<Source> {
        match self {
            Self::Catalog(key) => drawn.catalog.source(&key.into()).cloned(),
            Self::Page(title, url) => Some(Source { title: title.into(), url: Some(url.into()) }),
        }
    }
}

/// A sentence that was read somewhere.
pub(super) fn read(drawn: &Drawn<'_>, mark: Mark, read: Read, text: impl Into<String>) -> Hint {
    Hint { text: text.into(), mark, source: read.source(drawn) }
}

/// A sentence that follows from the figures beside it.
pub(super) fn follows(text: impl Into<String>) -> Hint {
    Hint { text: text.into(), mark: Mark::Derived, source: None }
}
