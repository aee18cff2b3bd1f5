//! A finding in words, and its fix as a button.

use yew::prelude::*;

use super::mark::mark_chip;
use crate::exchange::findings::FindingAnswer;
use crate::rules::Severity;
use crate::ui::markup::html;

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

/// What removes it, where there is such a thing; the order is heard by the document.
pub fn fix(finding: &FindingAnswer) -> Html {
    let (Some(label), Some(node)) = (&finding.fix, finding.nodes.first()) else { return Html::default() };
    html! {
        <button
            type="button"
            class="button"
            data-fix={finding.rule.clone()}
            data-order={format!("fix/{}/{node}", finding.rule)}
            aria-label={format!("{label}: {}", finding.title)}
        >{ label }</button>
    }
}
