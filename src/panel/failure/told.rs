//! Something is down: what is interrupted, who is back when, what survives, how far recovery goes, what to do.

use super::advice;
use super::effect::effects;
use super::fact::fact;
use crate::analysis::knowledge::{Loss, Timing, WorkloadGroup};
use crate::analysis::{FailureAccount, KeptData, Now, Restoration, RowNow};
use crate::chart::number::{short, users};
use crate::chart::time::duration;
use crate::panel::element::{Element, Markup, element};
use crate::panel::parts::{details, heading, paragraph, shows, terms};
use crate::panel::table::{Column, Table};
use crate::panel::{Asked, Figures};

/// Fewer users than this are nobody.
const NOBODY: f64 = 0.5;

/// Rows of a table that are shown; a longer one is folded away.
const FEW: usize = 10;

const HURT: [Column; 4] =
    [Column::Words("Workload"), Column::Words("Users"), Column::Numbers("Served now"), Column::Numbers("of")];

pub(super) fn write(asked: &Asked<'_>, now: &Now, figures: &mut Figures) -> Markup {
    let account = &now.account;
    let survives = account.data.iter().map(|data| kept(asked, data)).collect();
    let recovers = account.recovery.iter().map(|loss| recovery(loss)).collect();
    let data = [section("What survives, and where", survives), section("Recovery point and time", recovers)];
    let columns = [
        section("Interrupted now", interrupted(asked, now, figures)),
        section("Who is back, and when", back(now, figures)),
        section("What to do, in this order", steps(account)),
        Some(element("div").all(data.into_iter().flatten())),
    ];
    element("div")
        .class("failure")
        .with(paragraph(&now.sentence).class("lead"))
        .with(element("div").class("columns").all(columns.into_iter().flatten()))
        .with(advice::write())
        .into()
}

/// A part of the panel, where there is anything in it.
fn section(title: &str, inside: Vec<Element>) -> Option<Element> {
    (!inside.is_empty()).then(|| element("section").with(heading(title)).all(inside))
}

/// Whom the model finds unserved, and what such losses mean for each workload.
fn interrupted(asked: &Asked<'_>, now: &Now, figures: &mut Figures) -> Vec<Element> {
    let impact = &now.impact;
    let told = [
        ("Cut off", "cut-off", &impact.users_cut_off),
        ("Over capacity", "over-capacity", &impact.users_over_capacity),
    ];
    let told = told.map(|(term, name, figure)| (term.to_owned(), figures.said(name, figure)));
    let mut all = vec![terms(told)];
    all.extend(hurt(asked, now, figures));
    for group in WorkloadGroup::ALL {
        let mut losses = now.account.interrupted.iter().filter(|told| told.cell.group == group).peekable();
        if losses.peek().is_none() {
            continue;
        }
        let name = element("h4").with(group.name());
        let losses = losses.map(|told| {
            let facts = element("div").all(told.cell.facts.iter().map(|sentence| fact("p", sentence)));
            element("div").class("loss").with(effects(&told.cell)).with(facts)
        });
        all.push(element("div").set("data-group", group.id()).with(name).all(losses));
    }
    all
}

/// Users who are not all served, by workload.
fn hurt(asked: &Asked<'_>, now: &Now, figures: &mut Figures) -> Option<Element> {
    let unserved = |row: &&RowNow| row.held.measures.demand_users.value - row.users_served.value > NOBODY;
    let rows: Vec<&RowNow> = now.workloads.iter().filter(unserved).collect();
    if rows.is_empty() {
        return None;
    }
    let count = rows.len();
    let mut table = Table::new("Users who are not all served", &HURT);
    for row in rows {
        let key = &row.held.key;
        let name = format!("{}.{}", key.workload.id(), key.users());
        let served = figures.said_as(&name, &row.users_served, &users(row.users_served.value));
        let population = asked.scenario.node(&key.population).map_or("", |node| node.name());
        table.row(
            &name,
            [
                key.workload.name().into(),
                format!("{population}, {}", key.location.id()).into(),
                served.into(),
                users(row.held.measures.demand_users.value).into(),
            ],
        );
    }
    let head = format!("Users who are not all served, by workload: {count} rows");
    Some(if count > FEW { details("failure.hurt", &head, table) } else { element("div").with(table) })
}

/// Who connects again and how long things take.
fn back(now: &Now, figures: &mut Figures) -> Vec<Element> {
    let impact = &now.impact;
    let mut all = Vec::new();
    if impact.users_reconnecting.value >= NOBODY {
        let told = [
            ("Connect again".to_owned(), figures.said("reconnecting", &impact.users_reconnecting)),
            ("Within".to_owned(), figures.said("reconnect-time", &impact.reconnect_time)),
        ];
        all.push(terms(told));
    }
    all.extend(now.account.timing.iter().map(|timing| time(timing)));
    all
}

fn time(timing: &Timing) -> Element {
    let head = element("h4").with(&timing.event).with(element("span").class("number").with(how_long(timing)));
    element("div").with(head).with(fact("p", &timing.fact))
}

/// `1 min 30 s (30 s to 5 min)`.
fn how_long(timing: &Timing) -> String {
    let said = |seconds: f64| if seconds > 0.0 { duration(seconds / 60.0) } else { "at once".into() };
    let range = timing.low.zip(timing.high).map(|(low, high)| format!("{} to {}", said(low), said(high)));
    match (timing.seconds.map(said), range) {
        (Some(usual), Some(range)) => format!("{usual} ({range})"),
        (usual, range) => usual.or(range).unwrap_or_default(),
    }
}

fn kept(asked: &Asked<'_>, data: &KeptData) -> Element {
    let holders = data.holders.iter().filter_map(|id| shows(asked.scenario, id));
    let survival = element("span").class("number").with(data.survives.survival.words());
    element("div")
        .set("data-store", &data.store.id)
        .with(element("h4").with(&data.store.data).with(survival))
        .with(element("div").class("who").all(holders))
        .with(fact("p", &data.store.fact))
        .with(fact("p", &data.survives.fact))
}

fn recovery(loss: &Loss) -> Element {
    let points = loss.point.iter().map(|point| {
        let hours = point.hours.map_or(String::new(), |hours| format!(": {} h", short(hours)));
        (format!("Lost for good{hours}"), fact("span", &point.fact))
    });
    let times = loss.time.iter().map(|time| {
        let standby = if time.standby { ", with a stand-by" } else { "" };
        (format!("Back after {}{standby}", hours(time.low_hours, time.high_hours)), fact("span", &time.fact))
    });
    element("div").with(element("h4").with(&loss.name)).with(terms(points.chain(times)))
}

/// `2 h to 4 h`.
fn hours(low: f64, high: f64) -> String {
    let (least, most) = (duration(low * 60.0), duration(high * 60.0));
    if least == most { most } else { format!("{least} to {most}") }
}

fn steps(account: &FailureAccount) -> Vec<Element> {
    if account.restoration.is_empty() {
        return Vec::new();
    }
    vec![element("ol").class("steps").all(account.restoration.iter().map(stage))]
}

fn stage(restoration: &Restoration) -> Element {
    let who = Some(restoration.names.join(", ")).filter(|names| !names.is_empty());
    element("li")
        .set("data-stage", &restoration.stage.id)
        .with(element("h4").with(&restoration.stage.name))
        .with(who.map(|names| element("div").class("who").with(names)))
        .with(fact("p", &restoration.stage.fact).class("about"))
        .with(element("ul").all(restoration.steps.iter().map(|step| fact("li", step))))
}
