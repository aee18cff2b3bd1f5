//! Marks on a card's border: what the rules say, and that one lost server cuts users off.

use super::shape::{around, group, rect, said, sound, stroke};
use super::{Colours, Drawing};
use crate::panel::{Element, Weight, element};
use crate::plan::NodeId;
use crate::rules::Severity;

/// Width of the mark of findings.
pub(super) const WIDTH: f64 = 36.0;
/// A triangle, and the sign in it.
const TRIANGLE: &str = "M0-5l5 8.5h-10z";
const CALL: &str = "M0-1.5v2M0 2.2v.01";
const ABOUT: &str = "Single point of failure: the loss of any one of its servers cuts users off";

/// What the rules say of a part of the plan.
pub(super) struct Found {
    count: usize,
    worst: Severity,
    about: String,
}

impl Found {
    /// What is to be shown on this node; findings come the worst first.
    pub(super) fn on(drawing: &Drawing<'_>, node: &NodeId) -> Option<Self> {
        let mut found = drawing.asked.findings.iter().filter(|finding| finding.nodes.first() == Some(node));
        let first = found.next()?;
        let line = |severity: Severity, title: &str| format!("{}: {title}", severity.word());
        let mut all = Self { count: 1, worst: first.severity, about: line(first.severity, first.title) };
        for finding in found {
            all.count += 1;
            all.about.extend(["\n", &line(finding.severity, finding.title)]);
        }
        Some(all)
    }

    /// The mark with its left end there.
    pub(super) fn badge(&self, x: f64, y: f64, colours: &Colours) -> Element {
        let weight = Weight::of(self.worst);
        let (ink, ground, border) = match self.worst {
            Severity::Error => (colours.bad, colours.bad_soft, colours.bad),
            Severity::Warning => (colours.risk, colours.risk_soft, colours.risk),
            Severity::Info => (colours.ink_2, colours.surface, colours.ink_3),
        };
        let words = format!("{} {}", weight.sign, self.count);
        group(x, y)
            .with(element("title").with(sound(&self.about)))
            .with(back(0.0, WIDTH, ground, border))
            .with(around(said(WIDTH / 2.0, 4.0, (11.0, ink), true, &words)))
    }
}

/// That the loss of any one server cuts users off; another mark takes `taken` of the border.
pub(super) fn single_point(width: f64, compact: bool, taken: f64, colours: &Colours) -> Element {
    let about = element("title").with(ABOUT);
    if compact {
        let circle =
            element("circle").set("r", "9").set("fill", colours.risk_soft).set("stroke", colours.risk);
        return group(width, width).with(about).with(circle).with(sign(0.0, colours));
    }
    group(width - 94.0 - taken, 0.0)
        .with(about)
        .with(back(0.0, 102.0, colours.risk_soft, colours.risk))
        .with(sign(13.0, colours))
        .with(said(23.0, 3.8, (11.0, colours.risk), true, "single point"))
}

/// The sign of a single point.
pub(super) fn sign(x: f64, colours: &Colours) -> Element {
    let drawn = |path| stroke(path, colours.risk, 1.5);
    group(x, 0.5).with(drawn(TRIANGLE)).with(drawn(CALL))
}

fn back(x: f64, width: f64, ground: &str, border: &str) -> Element {
    rect((x, -9.0), (width, 18.0), 9.0).set("fill", ground).set("stroke", border)
}
