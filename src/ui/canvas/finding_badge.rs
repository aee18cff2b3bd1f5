//! That the rules have something to say of a part of the plan, on its border.

use yew::prelude::*;

use crate::compute::Reply;
use crate::panel::Weight;
use crate::plan::NodeId;
use crate::rules::Severity;
use crate::ui::format::translate;
use crate::ui::markup::{classes, html};

/// Width of the badge.
pub(super) const WIDTH: f64 = 36.0;

/// What is found on a part of the plan.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// How many findings.
    count: usize,
    /// The worst of them.
    severity: Severity,
    /// All of them, one a line.
    about: String,
}

impl Found {
    /// What is to be shown on this node.
    pub fn on(node: &NodeId, reply: Option<&Reply>) -> Option<Self> {
        let mut found: Option<Self> = None;
        for finding in &reply?.findings {
            if finding.nodes.first().is_none_or(|first| first != node.as_str()) {
                continue;
            }
            // The first is the worst.
            let about = format!("{}: {}", finding.severity.word(), finding.title);
            match &mut found {
                Some(found) => {
                    found.count += 1;
                    found.about.extend(["\n", &about]);
                }
                None => found = Some(Self { count: 1, severity: finding.severity, about }),
            }
        }
        found
    }

    /// How the worst of them is shown.
    pub fn weight(&self) -> &'static Weight {
        Weight::of(self.severity)
    }

    /// For those who hear the card.
    pub fn spoken(&self) -> String {
        format!(". Findings: {}", self.about.replace('\n', "; "))
    }

    /// The badge with its left end there.
    pub fn badge(&self, x: f64, y: f64) -> Html {
        let weight = self.weight();
        html! {
            <g class={classes!("badge", weight.class)} transform={translate(x, y)} data-badge="findings" data-severity={self.severity.word()}>
                <title>{ &self.about }</title>
                <rect class="badge-back" y="-9" width={WIDTH} height="18" rx="9" />
                <text class="badge-text" x={WIDTH / 2.0} y="4" text-anchor="middle">{ format!("{} {}", weight.sign, self.count) }</text>
            </g>
        }
    }
}
