//! Sentences of what is known, with how sure they are and where they were read.

use serde::Serialize;

use crate::analysis::Subject;
use crate::analysis::knowledge::Fact;
use crate::json;

/// A sentence of what is known of a failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactAnswer {
    /// Its name, which stays the same from version to version.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// `documented`, `derived` or `assumed`.
    pub mark: String,
    /// Title of the document in which it, or what it follows from, was read.
    pub source: String,
    /// The document's address; null where there is none.
    pub url: Option<String>,
}

impl From<&Fact> for FactAnswer {
    fn from(fact: &Fact) -> Self {
        Self {
            id: fact.id.clone(),
            text: fact.text.clone(),
            mark: fact.mark().word().into(),
            source: fact.source.title.clone(),
            url: fact.source.url.clone(),
        }
    }
}

/// A sentence of the documents on what a failure means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementAnswer {
    /// `service`, `meetings`, `data` or `operator`.
    pub subject: String,
    /// The sentence.
    pub text: String,
    /// `documented`, `derived` or `assumed`.
    pub mark: String,
    /// Title of the document in which it, or what it follows from, was read.
    pub source: String,
    /// The document's address.
    pub url: String,
}

json::fields!(StatementAnswer { subject, text, mark, source, url });

impl StatementAnswer {
    /// A sentence on a subject.
    pub fn new(subject: Subject, fact: &Fact) -> Self {
        Self {
            subject: subject.id().into(),
            text: fact.text.clone(),
            mark: fact.mark().word().into(),
            source: fact.source.title.clone(),
            url: fact.source.url.clone().unwrap_or_default(),
        }
    }
}
