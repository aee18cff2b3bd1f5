//! What the rules say of the plan, the worst first.

use yew::prelude::*;

use crate::editor::Action;
use crate::exchange::findings::FindingAnswer;
use crate::plan::{NodeId, Scenario};
use crate::rules::Severity;
use crate::ui::finding::{SEVERITIES, Weight, fix, matter, why};
use crate::ui::markup::{classes, html};
use crate::ui::memo::View;
use crate::ui::message::Dispatch;
use crate::ui::shared::Shared;
use crate::ui::told::Told;

/// The list of findings.
#[derive(PartialEq)]
pub struct Findings {
    /// What the worker has told.
    pub told: Told,
    /// Where the names of nodes come from.
    pub scenario: Shared<Scenario>,
    /// Takes what happens.
    pub dispatch: Dispatch,
}

impl View for Findings {
    fn view(&self) -> Html {
        let Told { reply, problem, stale, .. } = &self.told;
        let (reply, problem) = match (reply, problem) {
            (_, Some(problem)) => (None, format!("✕ {problem}")),
            (None, None) => (None, "Checking the plan against the rules…".into()),
            (Some(reply), None) => (Some(reply), String::new()),
        };
        let Some(reply) = reply else { return html! { <p class="empty" role="status">{ problem }</p> } };
        if reply.findings.is_empty() {
            return html! {
                <p class="empty">
                    <span class="ok">{ "✓ Nothing found." }</span>
                    { format!(" {} rules were checked. What the product's documents do not support or advise against appears here as you draw: with the reason, the source, and a fix where there is one.", reply.rules) }
                </p>
            };
        }
        html! {
            <div class={classes!("findings", stale.then_some("stale"))} aria-busy={stale.to_string()}>
                { for SEVERITIES.map(|severity| self.group(&reply.findings, severity)) }
            </div>
        }
    }
}

impl Findings {
    fn group(&self, findings: &[FindingAnswer], severity: Severity) -> Html {
        let weight = Weight::of(severity);
        let entries: Vec<Html> = findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .map(|finding| self.entry(finding, weight))
            .collect();
        if entries.is_empty() {
            return Html::default();
        }
        html! {
            <section data-severity={severity.word()}>
                <h3>
                    <span class={weight.class}>{ weight.sign }{ " " }{ weight.count(entries.len()) }</span>
                    <small>{ weight.about }</small>
                </h3>
                <ul>{ for entries }</ul>
            </section>
        }
    }

    fn entry(&self, finding: &FindingAnswer, weight: &Weight) -> Html {
        html! {
            <li class="finding" data-finding={finding.rule.clone()}>
                <span class={classes!("sign", weight.class)} aria-hidden="true">{ weight.sign }</span>
                <div>{ matter(finding) }<p class="finding-nodes">{ for finding.nodes.iter().map(|node| self.node(node)) }</p></div>
                <div class="finding-why">{ why(finding) }</div>
                <div class="finding-fix">{ fix(finding, &self.dispatch) }</div>
            </li>
        }
    }

    /// A part of the plan that is concerned, unless it is gone.
    fn node(&self, id: &str) -> Html {
        let id = NodeId::from(id);
        let Some(node) = self.scenario.node(&id) else { return Html::default() };
        let name = node.name();
        let onclick = self.dispatch.click_act(Action::Reveal(id.clone()));
        html! {
            <button type="button" class="reset" data-shows={id.to_string()} aria-label={format!("Show {name}")} title="Select it and show it on the canvas" {onclick}>{ name }</button>
        }
    }
}
