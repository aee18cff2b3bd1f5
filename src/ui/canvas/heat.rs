//! Whom the failure of a component hits.

use yew::prelude::*;

use crate::analysis::Analysis;
use crate::geometry::{Canvas, Point, Size, within};
use crate::plan::{NodeId, Scenario};
use crate::ui::format;
use crate::ui::markup::{classes, html};

/// Those whom the failure of the component's worst server hits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Heat {
    /// Users cut off, and those for whom there is no room any more.
    pub lost: f64,
    /// Users who have to connect again.
    pub reconnecting: f64,
    /// Which part of all connected users is lost.
    pub share: f64,
}

impl Heat {
    /// What the figures say; none where they say nothing of its servers.
    pub fn of(component: &NodeId, scenario: &Scenario, analysis: &Analysis) -> Option<Self> {
        let all: f64 = scenario.populations.iter().map(|users| users.connected_users()).sum();
        let mut worst: Option<Self> = None;
        for failure in analysis.failures.iter().filter(|failure| failure.component == *component) {
            let impact = &failure.impact;
            let lost = impact.users_cut_off.value + impact.users_over_capacity.value;
            let share = if all > 0.0 { lost / all } else { 0.0 };
            let reconnecting = impact.users_reconnecting.value;
            if worst.is_none_or(|known| (lost, reconnecting) > (known.lost, known.reconnecting)) {
                worst = Some(Self { lost, reconnecting, share });
            }
        }
        worst
    }

    /// A veil over the card that stands there, the denser the more users are lost, with their number.
    pub fn view(&self, at: Point<Canvas>, size: Size<Canvas>, compact: bool) -> Html {
        let (state, sign) = match self {
            Self { lost, .. } if *lost >= 0.5 => ("bad", "▼ "),
            Self { reconnecting, .. } if *reconnecting >= 0.5 => ("risk", "▲ "),
            _ => ("calm", ""),
        };
        html! {
            <g class={classes!("heat", state)}>
                <rect x={at.x} y={at.y} width={size.width} height={size.height} rx="8" fill-opacity={0.12 + 0.5 * within(self.share, 0.0, 1.0)} />
                if !compact {
                    <text x="12" y="77">{ sign }{ self.words() }</text>
                }
            </g>
        }
    }

    /// In words: those cut off and those without room are unserved.
    pub fn words(&self) -> String {
        if self.lost >= 0.5 {
            format!("{} users unserved", format::users(self.lost))
        } else if self.reconnecting >= 0.5 {
            format!("{} users reconnect", format::users(self.reconnecting))
        } else {
            "hits nobody".into()
        }
    }
}
