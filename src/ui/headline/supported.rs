//! Whether the drawing is supported.

use yew::prelude::*;

use crate::exchange::findings::FindingAnswer;
use crate::panel::{PanelKind, SEVERITIES, Weight};
use crate::rules::Severity;
use crate::ui::finding::count;
use crate::ui::markup::{classes, html};
use crate::ui::message::{Dispatch, Message};
use crate::ui::results::{Input, Tab};
use crate::ui::told::Told;

/// How many rules the plan breaks, with the way to the list.
pub fn supported(told: &Told, dispatch: &Dispatch) -> Html {
    let (state, value, under) = match (&told.reply, &told.problem) {
        (_, Some(problem)) => {
            ("lost", html! { <span class="bad">{ "✕ not checked" }</span> }, problem.to_string())
        }
        (None, None) => ("open", html! { "…" }, "checking…".into()),
        (Some(reply), None) => {
            let findings = &reply.findings;
            let is_full = SEVERITIES.iter().all(|severity| count(findings, *severity) > 0);
            let class = is_full.then_some("more");
            let value = html! {
                <>
                    { for SEVERITIES.map(|severity| counted(findings, severity)) }
                    if findings.is_empty() { <span class="ok">{ "✓ no findings" }</span> }
                    if !findings.is_empty() { <small {class}>{ format!("of {} rules", reply.rules) }</small> }
                </>
            };
            let fixes = findings.iter().filter(|finding| finding.fix.is_some()).count();
            let under = match (findings.len(), fixes) {
                (0, _) => format!("{} rules checked", reply.rules),
                (_, 0) => "see why".into(),
                (_, 1) => "1 can be fixed with a click".into(),
                _ => format!("{fixes} can be fixed with a click"),
            };
            ("told", value, under)
        }
    };
    html! {
        <div class={classes!("cell", "supported", told.stale.then_some("stale"))} role="group" aria-label="Supported" data-checked={if told.stale { "stale" } else { state }}>
            <p class="label">{ "Supported" }</p>
            <button type="button" class="value" title="Show the findings" onclick={dispatch.click(Message::Results(Input::Show(Tab::Panel(PanelKind::Findings))))}>{ value }</button>
            <p class="under" title={under.clone()}>{ under }</p>
        </div>
    }
}

/// How many rules are broken with that weight.
fn counted(findings: &[FindingAnswer], severity: Severity) -> Html {
    let count = count(findings, severity);
    if count == 0 {
        return Html::default();
    }
    let weight = Weight::of(severity);
    html! {
        <span class={weight.class} aria-label={weight.count(count)} title={weight.count(count)}>{ weight.sign }{ " " }{ count }{ " " }</span>
    }
}
