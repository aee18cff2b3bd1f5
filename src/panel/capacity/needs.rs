//! Needed, drawn and left: a row for each kind of server.

use std::rc::Rc;

use super::words::{count, said, source};
use crate::analysis::{Alternative, Need, Section, Verdict};
use crate::catalog::figure::{Derivation, Figure, Mark, Unit};
use crate::decimal::{fixed, plain};
use crate::panel::element::{Element, Markup, element};
use crate::panel::parts::{details, mark, order_button, shows};
use crate::panel::{Asked, Figures};
use crate::plan::NodeId;

/// Losses that are said in numbers, one and two; the strip shows all.
const LOSSES: usize = 2;
/// The strip's height, the room of a bar, and the most that one shows: twice what is wanted.
const HEIGHT: f64 = 16.0;
const BAR: f64 = 5.0;
const FULL: f64 = 2.0;

const HEADS: [&str; 7] =
    ["Wanted", "One carries", "Needed", "With a spare", "Drawn", "Headroom", "One\u{a0}lost · two\u{a0}lost"];

/// A table of what is needed.
pub(super) fn table(asked: &Asked<'_>, section: &Section, figures: &mut Figures) -> Option<Element> {
    let all = &section.needs;
    let head = |class: &str, name: &str| element("th").set("scope", "col").class(class).with(name);
    let heads = element("tr").with(head("", "Needed for")).all(HEADS.map(|name| head("number", name)));
    let rows: Vec<Element> = all.iter().flat_map(|need| rows(asked, need, figures)).collect();
    let caption = format!("Needed and drawn: {}", section.topic.title());
    (!all.is_empty()).then(|| {
        element("table")
            .class("figures needs")
            .with(element("caption").class("hidden").with(caption))
            .with(element("thead").with(heads.with(head("", "Verdict"))))
            .with(element("tbody").all(rows))
    })
}

/// The row of a need and, below it, what else there is to be known.
fn rows(asked: &Asked<'_>, need: &Need, figures: &mut Figures) -> Vec<Element> {
    let mut said_as = |name: &str, figure: &Rc<Figure>, words: String| -> Markup {
        figures.said_as(&format!("{}.{name}", need.id), figure, &words).into()
    };
    let demand = said_as("demand", &need.demand, in_units(&need.demand, &need.demand));
    let each = need.each.as_ref().map(|each| {
        let value = said_as("each", each, in_units(each, &need.demand));
        Markup::from_iter([mark(each.mark).into(), value])
    });
    let mut counted = |name: &str, figure: &Option<Rc<Figure>>| {
        figure.as_ref().map(|figure| said_as(name, figure, count(figure)))
    };
    let needed = counted("needed", &Some(Rc::clone(&need.needed)));
    let (spare, drawn) = (counted("spare", &need.with_spare), counted("drawn", &need.drawn));
    let mut left = need.headroom.iter().enumerate().map(|(lost, figure)| {
        let value = said_as(&format!("headroom-{lost}"), figure, times(figure));
        element("span").with(value).with(is_short(figure).then(degraded))
    });
    let none_lost = left.next().map(|value| Markup::from_iter([strip(&need.headroom), value]));
    let lost: Vec<Element> = left.take(LOSSES).collect();
    let lost = (!lost.is_empty()).then(|| element("span").class("losses").all(lost).into());
    let cells = [Some(demand), each, needed, spare, drawn, none_lost, lost].map(cell);
    let (id, sign, words) = need.verdict.words();
    let verdict =
        element("td").class(class(need.verdict)).set("data-verdict", id).with(format!("{sign} {words}"));
    let row = element("tr")
        .set("data-row", &need.id)
        .with(element("th").set("scope", "row").with(name(asked, need)))
        .all(cells)
        .with(verdict);
    [Some(row), beside(need, figures)].into_iter().flatten().collect()
}

/// The name, which shows what it is about on the canvas, where that is one thing.
fn name(asked: &Asked<'_>, need: &Need) -> Markup {
    let show = need.node.as_ref().and_then(|node| shows(asked.scenario, node));
    match show {
        Some(show) if need.node.as_ref().is_some_and(|node| is_named(asked, node, &need.name)) => show.into(),
        _ => need.name.as_str().into(),
    }
}

fn is_named(asked: &Asked<'_>, node: &NodeId, name: &str) -> bool {
    asked.scenario.node(node).is_some_and(|node| node.name() == name)
}

fn cell(content: Option<Markup>) -> Element {
    match content {
        Some(content) => element("td").class("number").with(content),
        None => element("td").class("number none").with("–"),
    }
}

/// The colour that goes with a verdict's sign and words.
pub(super) fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Spare => "ok",
        Verdict::NoSpare => "risk",
        Verdict::Short | Verdict::Missing => "bad",
        Verdict::Idle | Verdict::NotSaid => "none",
    }
}

/// Whether not everybody is served. A share of users may stand a last digit above what is carried.
fn is_short(headroom: &Figure) -> bool {
    headroom.value < 1.0 - 1e-12
}

fn degraded() -> Element {
    element("span").class("bad").set("title", "Degraded: not everybody is served").with(" ▼")
}

/// A figure in units of what is wanted, also where it is a bare number: `79 sessions` of `External A/V sessions`.
fn in_units(figure: &Figure, demand: &Figure) -> String {
    match (figure.unit, demand.unit) {
        (Unit::Factor, Unit::Factor) => {
            format!("{} {}", count(figure), demand.name.rsplit(' ').next().unwrap_or_default())
        }
        (Unit::Factor, unit) => format!("{} {}", count(figure), unit.symbol()),
        _ => said(figure),
    }
}

/// What is wanted goes in so many times.
fn times(figure: &Figure) -> String {
    format!("{} ×", count(figure))
}

/// A bar for what is left with none lost, one, and so on to all; the line is at what is wanted.
fn strip(left: &[Rc<Figure>]) -> Element {
    let (mut bars, mut x) = (Vec::new(), 0.0);
    for figure in left {
        let height = HEIGHT * figure.value.min(FULL) / FULL;
        let bar = element("rect")
            .class(if is_short(figure) { "bar bad" } else { "bar calm" })
            .set("x", &plain(x))
            .set("y", &fixed(HEIGHT - height, 1))
            .set("width", &plain(BAR - 1.0))
            .set("height", &fixed(height, 1));
        bars.push(bar);
        x += BAR;
    }
    let line = plain(HEIGHT - HEIGHT / FULL);
    let line = element("path").set("d", &format!("M0 {line}H{}", plain(x))).set("stroke", "currentColor");
    element("svg")
        .set("width", &plain(x))
        .set("height", &plain(HEIGHT))
        .set("aria-hidden", "true")
        .all(bars)
        .with(line)
}

/// What else there is to be known, pages about this product that disagree, and, folded away, what other editions say.
fn beside(need: &Need, figures: &mut Figures) -> Option<Element> {
    let hints = need.hints.iter().map(|hint| {
        let read = hint.source.as_ref().map(source);
        element("li").with(mark(hint.mark)).with(&hint.text).with(read)
    });
    let hints: Vec<Element> = hints.collect();
    let (mut conflicting, mut others) = (Vec::new(), Vec::new());
    for (place, other) in need.alternatives.iter().enumerate() {
        let item = alternative(&format!("{}.other-{place}", need.id), other, figures);
        let stands_open = other.figure.mark == Mark::Documented;
        if stands_open { conflicting.push(item) } else { others.push(item) }
    }
    if hints.is_empty() && need.alternatives.is_empty() {
        return None;
    }
    let folded = (!others.is_empty()).then(|| {
        let key = format!("capacity.{}.others", need.id);
        details(&key, "What other editions say", element("ul").all(others))
    });
    let cell = element("td").set("colspan", "9").with(element("ul").all(hints).all(conflicting)).with(folded);
    Some(element("tr").class("below").with(cell))
}

/// What another page says, what would follow from it, and a button to go by it.
fn alternative(id: &str, other: &Alternative, figures: &mut Figures) -> Element {
    let (value, name) = (said(&other.figure), &other.figure.name);
    let shown = figures.said_as(id, &other.figure, &value);
    let outcome = figures.said_as(&format!("{id}-outcome"), &other.outcome, &said(&other.outcome));
    let taken = if other.is_taken {
        element("span").class("ok").with("✓ the plan goes by it")
    } else {
        let order = format!("figure/{}/{}", other.id, plain(other.figure.value));
        order_button(&order, "Go by it", &format!("{value} for {name}"))
    };
    let (note, read) = match &other.figure.derivation {
        Derivation::Catalog { source: read, note } => (note.as_str(), Some(source(read))),
        _ => ("", None),
    };
    element("li")
        .with(mark(other.figure.mark))
        .with(format!("{name}: "))
        .with(shown)
        .with(format!(" → {}: ", other.outcome.name))
        .with(outcome)
        .with(" ")
        .with(taken)
        .with(format!(" {note}"))
        .with(read)
}
