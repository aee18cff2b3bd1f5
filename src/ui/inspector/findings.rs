//! What the rules say of a part of the plan.

use yew::prelude::*;

use super::Inspector;
use crate::panel::Weight;
use crate::plan::NodeId;
use crate::ui::finding::{fix, matter, why};
use crate::ui::markup::{classes, html};

/// The findings that concern a node, where there are any.
pub(super) fn findings(node: &NodeId, panel: &Inspector) -> Html {
    let Some(reply) = &panel.told.reply else { return Html::default() };
    let entries: Vec<Html> = reply
        .findings
        .iter()
        .filter(|finding| finding.nodes.iter().any(|named| named == node.as_str()))
        .map(|finding| {
            let weight = Weight::of(finding.severity);
            html! {
                <li class={weight.class} data-finding={finding.rule.clone()}>
                    <span class="sign" title={finding.severity.word()}>{ weight.sign }</span>
                    <div>
                        { matter(finding) }
                        { fix(finding) }
                        <details><summary>{ "Why" }</summary>{ why(finding) }</details>
                    </div>
                </li>
            }
        })
        .collect();
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <section class={classes!("own-findings", panel.told.stale.then_some("stale"))} aria-label="Findings">
            <h3>{ "Findings" }</h3>
            <ul class="remarks">{ for entries }</ul>
        </section>
    }
}
