//! A finding in words and signs, and its fix as a button.

use std::rc::Rc;

use yew::prelude::*;

use super::mark::mark_chip;
use super::message::{Dispatch, Message};
use crate::compute::Mend;
use crate::exchange::findings::FindingAnswer;
use crate::rules::Severity;
use crate::ui::markup::html;

/// How a severity is shown: its sign, its class, and its word for one and for several.
pub struct Weight {
    /// A shape of its own, so that the colour says nothing alone.
    pub sign: &'static str,
    /// The class that colours it.
    pub class: &'static str,
    /// For one, and for several.
    words: [&'static str; 2],
    /// What it means.
    pub about: &'static str,
}

impl Weight {
    /// How a severity is shown.
    pub fn of(severity: Severity) -> &'static Self {
        match severity {
            Severity::Error => &Self {
                sign: "✕",
                class: "bad",
                words: ["error", "errors"],
                about: "not supported, or cannot work",
            },
            Severity::Warning => &Self {
                sign: "▲",
                class: "risk",
                words: ["warning", "warnings"],
                about: "supported, but not recommended or short of what is asked for",
            },
            Severity::Info => {
                &Self { sign: "●", class: "plain", words: ["to know", "to know"], about: "good to know" }
            }
        }
    }

    /// So many of them, in words.
    pub fn count(&self, count: usize) -> String {
        let [one, several] = self.words;
        format!("{count} {}", if count == 1 { one } else { several })
    }
}

/// Severities from the worst.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// How many findings weigh that much.
pub fn count(findings: &[FindingAnswer], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

/// What is the matter.
pub fn matter(finding: &FindingAnswer) -> Html {
    html! {
        <>
            <p class="finding-title">{ &finding.title }</p>
            <p>{ &finding.text }</p>
        </>
    }
}

/// Why it matters and where that was read.
pub fn why(finding: &FindingAnswer) -> Html {
    let source = &finding.source;
    html! {
        <>
            <p>{ &finding.reason }</p>
            <p class="source">
                { mark_chip(finding.mark) }
                <a href={source.url.clone()} target="_blank" rel="noopener noreferrer">{ &source.title }</a>
            </p>
        </>
    }
}

/// What removes it, where there is such a thing.
pub fn fix(finding: &FindingAnswer, dispatch: &Dispatch) -> Html {
    let (Some(label), Some(node)) = (&finding.fix, finding.nodes.first()) else { return Html::default() };
    let mend = Mend { rule: finding.rule.clone(), node: node.as_str().into() };
    let onclick = dispatch.click(Message::Mend(Rc::new(mend)));
    html! {
        <button
            type="button"
            class="button"
            data-fix={finding.rule.clone()}
            aria-label={format!("{label}: {}", finding.title)}
            {onclick}
        >{ label }</button>
    }
}
