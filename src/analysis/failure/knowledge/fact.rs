//! A sentence with how sure it is and where it was read.

use std::rc::Rc;

use crate::catalog::figure::{Mark, Source};
use crate::json;

/// What a sentence rests on. Its mark follows from that and from nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A document about this product says so.
    ThisRelease,
    /// It follows from what such a document says.
    Logic,
    /// A document about the 2007 edition says so.
    Edition2007,
    /// A document about the next release says so.
    Lync,
    /// A document about the database says so.
    SqlServer,
    /// Somebody who runs the product reports it.
    FieldReport,
    /// It was observed on the predecessor.
    Predecessor,
    /// It is remembered, and was found in no document.
    Recalled,
    /// The planner says so for want of anybody else.
    PlannerDefault,
}

json::names!(Basis {
    ThisRelease,
    Logic,
    Edition2007,
    Lync,
    SqlServer,
    FieldReport,
    Predecessor,
    Recalled,
    PlannerDefault
});

impl Basis {
    /// How sure that is. What is known of another release is derived at the most.
    pub fn mark(self) -> Mark {
        match self {
            Self::ThisRelease => Mark::Documented,
            Self::Logic | Self::Edition2007 | Self::Lync | Self::SqlServer | Self::FieldReport => {
                Mark::Derived
            }
            Self::Predecessor | Self::Recalled | Self::PlannerDefault => Mark::Assumed,
        }
    }

    /// What a sentence says of it at its end; nothing where the mark says it all.
    pub fn note(self) -> &'static str {
        match self {
            Self::ThisRelease | Self::Logic => "",
            Self::Edition2007 => "As documented for the 2007 edition.",
            Self::Lync => "As documented for the next release, Lync.",
            Self::SqlServer => "As documented for SQL Server.",
            Self::FieldReport => "As reported from the field.",
            Self::Predecessor => "Observed on the predecessor, Live Communications Server 2005.",
            Self::Recalled => "Recalled, unverified.",
            Self::PlannerDefault => "The planner’s default.",
        }
    }
}

/// A sentence of what is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its name: `3.2/front-end/one-lost/conferencing`.
    pub id: String,
    /// The sentence, with what it rests on at its end.
    pub text: String,
    /// What it rests on.
    pub basis: Basis,
    /// Where it, or what it follows from, was read.
    pub source: Rc<Source>,
}

impl Fact {
    /// How sure it is.
    pub fn mark(&self) -> Mark {
        self.basis.mark()
    }
}
