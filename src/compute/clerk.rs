//! The worker's side: it reads an errand, does it, and writes the reply.

use std::rc::Rc;

use crate::analysis::{Measures, Now, Options, served_users};
use crate::catalog::Catalog;
use crate::catalog::figure::Figure;
use crate::chart::{self, Chart, ChartError, Frame};
use crate::exchange::evaluation::StatementAnswer;
use crate::exchange::file;
use crate::exchange::findings::FindingAnswer;
use crate::exchange::number::Number;
use crate::json::{self, Parsed};
use crate::panel::{self, Order, order};
use crate::plan::Document;
use crate::rules::{check, rules};

use super::errand::{
    ChartErrand, ChartKind, Done, Drawn, Errand, Moment, Reply, Served, ServedRow, ServerLoad,
};
use super::parcel::{SHARE, pack};
use super::years::{Asked, Running};

/// Does errands.
#[derive(Debug)]
pub struct Clerk {
    catalog: Rc<Catalog>,
    running: Running,
}

impl Default for Clerk {
    fn default() -> Self {
        Self { catalog: Catalog::bundled(), running: Running::default() }
    }
}

impl Clerk {
    /// The reply to an errand, both as texts.
    ///
    /// # Errors
    /// A sentence that says why the errand cannot be understood; the page and the worker are then of different versions.
    pub fn answer(&mut self, errand: &str) -> Result<String, String> {
        let errand: Errand =
            Parsed::new(errand).and_then(|text| text.read()).map_err(|error| error.to_string())?;
        if errand.simulate.is_some() {
            return self.simulated(&errand).map(|reply| json::line(&reply));
        }
        let document = file::read(&errand.plan, &self.catalog).map_err(|error| error.to_string())?;
        Ok(json::line(&self.reply(&errand, &document)))
    }

    /// Goes on with a simulation. The plan's text is read only when one begins.
    fn simulated(&mut self, errand: &Errand) -> Result<Reply, String> {
        let mut reply = empty(errand.sequence);
        if let Some(simulate) = &errand.simulate {
            let catalog = Rc::clone(&self.catalog);
            let asked = Asked { plan: &errand.plan, scenario: &errand.scenario, simulate };
            let scenario = || {
                let document = file::read(&errand.plan, &catalog).map_err(|error| error.to_string())?;
                let known = document.scenario(&errand.scenario).cloned();
                known.ok_or_else(|| format!("there is no scenario “{}”", errand.scenario))
            };
            reply.years = Some(self.running.answer(&asked, &catalog, &scenario)?);
        }
        Ok(reply)
    }

    fn reply(&self, errand: &Errand, document: &Document) -> Reply {
        let mut reply = empty(errand.sequence);
        let Some(scenario) = document.scenario(&errand.scenario) else { return reply };
        let mut down = errand.down.clone();
        down.settle(scenario);
        let findings = check(scenario, &self.catalog);
        reply.findings = findings.iter().map(FindingAnswer::from).collect();
        let asked = panel::Asked::new(scenario, &self.catalog, &down, &findings);
        if let Some(order) = &errand.order {
            let carried_out = match order.name.strip_prefix(SHARE) {
                Some(wanted) => pack(wanted, document, &asked).map(|parcel| reply.parcel = Some(parcel)),
                None => done(document, &asked, order).map(|done| reply.done = Some(done)),
            };
            reply.refused = carried_out.err();
        }
        match asked.now() {
            Ok(now) => reply.moment = now.map(Moment::from),
            Err(error) => reply.problem = Some(error.to_string()),
        }
        reply.charts = errand.charts.iter().map(|wanted| drawn(&asked, *wanted)).collect();
        reply.panels = errand.panels.iter().map(|kind| panel::write(*kind, &asked)).collect();
        reply.counts = panel::counts(&asked);
        reply
    }
}

/// The plan with an order carried out.
fn done(document: &Document, asked: &panel::Asked<'_>, order: &Order) -> Result<Done, String> {
    let (label, edits) = order::carry_out(asked.scenario, asked.catalog, asked.findings, order)?;
    let changed = asked.scenario.edited(asked.catalog, &edits).map_err(|error| error.to_string())?;
    let plan = file::write(&document.with_scenario(&Rc::new(changed))).map_err(|error| error.to_string())?;
    Ok(Done { label, plan })
}

fn drawn(asked: &panel::Asked<'_>, wanted: ChartErrand) -> Drawn {
    let ChartErrand { kind, width, height } = wanted;
    let frame = height.map_or(Frame::of_width(width), |height| Frame::held_to(width, height));
    let drawn = asked.analysis().map_err(ToString::to_string).and_then(|analysis| match kind {
        ChartKind::Availability => told(chart::availability(&analysis.workloads, frame)),
        ChartKind::Failures => told(chart::failures(&analysis.failures, frame)),
        ChartKind::Losses => told(chart::losses(analysis.headline.as_ref(), &analysis.workloads, frame)),
        ChartKind::Served => served_users(asked.scenario, asked.catalog, Options::default())
            .map_err(|error| error.to_string())
            .and_then(|served| told(chart::served(&served, frame))),
    });
    match drawn {
        Ok(chart) => {
            // The first line of its words is its title.
            let title = chart.text.lines().next().unwrap_or_default().trim_end_matches(':');
            let svg = format!("<div aria-hidden=\"true\">{}</div>{}", chart.svg, chart.hits(title));
            Drawn { kind, svg, text: chart.text, problem: None }
        }
        Err(problem) => Drawn { kind, svg: String::new(), text: String::new(), problem: Some(problem) },
    }
}

/// A reply to the errand of that number that says nothing yet.
fn empty(sequence: u32) -> Reply {
    Reply {
        sequence,
        findings: Vec::new(),
        rules: rules().fold(0, |count, _| count + 1),
        moment: None,
        charts: Vec::new(),
        panels: Vec::new(),
        counts: Vec::new(),
        done: None,
        parcel: None,
        refused: None,
        problem: None,
        years: None,
    }
}

fn served(users: &Rc<Figure>, held: &Measures) -> Served {
    Served {
        users: Number::from(users),
        unavailability: Number::from(&held.unavailability_user_weighted),
        lost: Number::from(&held.losses.total),
    }
}

fn told(drawn: Result<Chart, ChartError>) -> Result<Chart, String> {
    drawn.map_err(|error| error.to_string())
}

impl From<&Now> for Moment {
    fn from(now: &Now) -> Self {
        let impact = &now.impact;
        let statements = now.account.statements();
        let loads = now.loads.iter().map(|load| ServerLoad {
            component: load.component.clone(),
            users_each: Number::from(&load.users_each),
            users_each_before: Number::from(&load.users_each_before),
            capacity_each: Number::from(&load.capacity_each),
            is_over: load.is_over(),
        });
        let rows = now.workloads.iter().map(|row| ServedRow {
            workload: row.held.key.workload,
            population: row.held.key.population.clone(),
            location: row.held.key.location.id().into(),
            served: served(&row.users_served, &row.held.measures),
        });
        Self {
            down: now.name.clone(),
            sentence: now.sentence.clone(),
            headline: now.headline.as_ref().map(|now| served(&now.users_served, &now.held.measures)),
            rows: rows.collect(),
            cut_off: Number::from(&impact.users_cut_off),
            over_capacity: Number::from(&impact.users_over_capacity),
            reconnecting: Number::from(&impact.users_reconnecting),
            reconnect_time: Number::from(&impact.reconnect_time),
            loads: loads.collect(),
            statements: statements
                .into_iter()
                .map(|(subject, fact)| StatementAnswer::new(subject, fact))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Casualty, FailureSet, under_failure};
    use crate::compute::{Parcel, ParcelKind};
    use crate::exchange::link;
    use crate::exchange::template::TEMPLATES;
    use crate::panel::PanelKind;
    use crate::picture::Theme;

    fn entry_tier() -> Document {
        let template = TEMPLATES.iter().find(|template| template.id == "entry-tier").unwrap();
        template.open(&Catalog::bundled()).unwrap()
    }

    fn errand(document: &Document) -> Errand {
        Errand {
            sequence: 7,
            plan: file::write(document).unwrap(),
            scenario: document.scenarios.first().unwrap().id.clone(),
            down: FailureSet::default(),
            charts: Vec::new(),
            panels: Vec::new(),
            order: None,
            simulate: None,
        }
    }

    fn answered(errand: &Errand) -> Reply {
        let reply = Clerk::default().answer(&json::line(errand)).unwrap();
        Parsed::new(&reply).unwrap().read().unwrap()
    }

    #[test]
    fn findings_come_with_every_reply_and_nothing_else_unasked() {
        let document = entry_tier();
        let reply = answered(&errand(&document));
        let findings = check(document.scenarios.first().unwrap(), &Catalog::bundled());
        assert_eq!(reply.sequence, 7);
        assert_eq!(reply.findings, findings.iter().map(FindingAnswer::from).collect::<Vec<_>>());
        assert!(!reply.findings.is_empty());
        assert_eq!(usize::try_from(reply.rules).unwrap(), rules().count());
        assert_eq!((reply.moment, reply.charts, reply.panels), (None, Vec::new(), Vec::new()));
        assert_eq!((reply.done, reply.refused, reply.problem), (None, None, None));
    }

    #[test]
    fn a_killed_server_is_told_as_the_analysis_tells_it() {
        let document = entry_tier();
        let scenario = document.scenarios.first().unwrap();
        let mut errand = errand(&document);
        errand.down.kill(
            scenario,
            &Casualty::Server { component: "front-ends".into(), server: "front-end-2".into() },
        );
        let moment = answered(&errand).moment.unwrap();
        let now = under_failure(scenario, &Catalog::bundled(), Options::default(), &errand.down).unwrap();
        assert_eq!(moment.sentence, now.sentence);
        assert!(moment.sentence.contains("7,500 users reconnect"), "{}", moment.sentence);
        let known = Moment::from(&now);
        assert_eq!((moment.rows.len(), moment.loads), (known.rows.len(), known.loads));
        assert_eq!((moment.cut_off, moment.statements), (known.cut_off, known.statements));
        for (told, known) in moment.rows.iter().zip(&known.rows) {
            let (told, known) = (told.served.unavailability.value, known.served.unavailability.value);
            assert!((told - known).abs() <= 1e-15 * known, "{told} {known}");
        }
        let headline = moment.headline.unwrap();
        let figure = headline.users.figure();
        assert_eq!(Number::from(&figure), headline.users, "nothing is lost on the page's side");
    }

    #[test]
    fn charts_come_in_the_order_of_asking() {
        let document = entry_tier();
        let kinds = [ChartKind::Served, ChartKind::Losses, ChartKind::Failures, ChartKind::Availability];
        let mut errand = errand(&document);
        errand.charts = kinds.map(|kind| ChartErrand { kind, width: 400, height: None }).to_vec();
        let charts = answered(&errand).charts;
        assert_eq!(charts.iter().map(|chart| chart.kind).collect::<Vec<_>>(), kinds);
        for chart in charts {
            assert!(
                chart.problem.is_none() && chart.svg.contains("<svg") && chart.svg.contains("data-label")
            );
            let title = chart.text.lines().next().unwrap().trim_end_matches(':');
            assert!(chart.svg.contains(&format!("role=\"group\" aria-label=\"{title}\"")), "{}", chart.svg);
        }
    }

    #[test]
    fn panels_come_in_the_order_of_asking_and_are_those_that_the_panel_module_writes() {
        let document = entry_tier();
        let mut errand = errand(&document);
        errand.panels = vec![PanelKind::Workloads, PanelKind::Findings];
        let reply = answered(&errand);
        assert_eq!(reply.panels.iter().map(|panel| panel.kind).collect::<Vec<_>>(), errand.panels);
        let (catalog, down) = (Catalog::bundled(), FailureSet::default());
        let scenario = document.scenarios.first().unwrap();
        let findings = check(scenario, &catalog);
        let asked = panel::Asked::new(scenario, &catalog, &down, &findings);
        for told in reply.panels {
            assert_eq!(told, panel::write(told.kind, &asked));
        }
    }

    #[test]
    fn a_plan_whose_finding_was_fixed_no_longer_has_it() {
        let document = entry_tier();
        let mut errand = errand(&document);
        let before = answered(&errand).findings;
        let found = before.iter().find(|finding| finding.fix.is_some()).unwrap();
        let name = format!("fix/{}/{}", found.rule, found.nodes.first().unwrap());
        errand.order = Some(Order { name, value: None });
        let done = answered(&errand).done.unwrap();
        assert_eq!(Some(&done.label), found.fix.as_ref());
        errand.plan = done.plan;
        errand.order = None;
        assert!(!answered(&errand).findings.contains(found));
    }

    #[test]
    fn what_leaves_the_page_is_packed_as_it_was_asked_for_and_changes_nothing() {
        let document = entry_tier();
        let mut errand = errand(&document);
        let catalog = Catalog::bundled();
        for (wanted, kind, name, begins) in [
            ("svg/light", ParcelKind::Svg, "Entry Tier, adapted, 30,000 users.svg", "<svg "),
            ("svg/dark", ParcelKind::Svg, "Entry Tier, adapted, 30,000 users.svg", "<svg "),
            ("png/light", ParcelKind::Png, "Entry Tier, adapted, 30,000 users.png", "<svg "),
            ("png/dark", ParcelKind::Png, "Entry Tier, adapted, 30,000 users.png", "<svg "),
            ("link", ParcelKind::Link, "Entry Tier, adapted, 30,000 users", "#plan="),
            ("print", ParcelKind::Report, "Entry Tier, adapted, 30,000 users", "<article>"),
        ] {
            errand.order = Some(Order { name: format!("share/{wanted}"), value: None });
            let reply = answered(&errand);
            assert_eq!((reply.done, reply.refused), (None, None));
            let parcel: Parcel = Parsed::new(&reply.parcel.unwrap()).unwrap().read().unwrap();
            assert_eq!((parcel.kind, parcel.name.as_str()), (kind, name));
            assert!(parcel.text.starts_with(begins), "{wanted}");
            match kind {
                ParcelKind::Svg | ParcelKind::Png => {
                    let theme = if wanted.ends_with("dark") { Theme::Dark } else { Theme::Light };
                    assert!(parcel.text.contains(theme.colours().surface));
                    assert_eq!(file::read(&parcel.text, &catalog).unwrap(), document);
                }
                ParcelKind::Link => assert_eq!(link::read(&parcel.text, &catalog).unwrap(), document),
                ParcelKind::Report => {}
            }
        }
        errand.order = Some(Order { name: "share/fax".into(), value: None });
        assert!(answered(&errand).refused.unwrap().contains("fax"));
    }

    #[test]
    fn an_order_that_is_refused_says_why_and_leaves_the_plan() {
        let mut errand = errand(&entry_tier());
        errand.order = Some(Order { name: "servers/front-ends".into(), value: Some("-1".into()) });
        let reply = answered(&errand);
        assert_eq!(reply.done, None);
        assert!(reply.refused.unwrap().contains("“-1”"));
    }

    #[test]
    fn what_is_no_errand_is_refused_in_words() {
        let mut clerk = Clerk::default();
        for text in ["", "{", "{\"sequence\": 1}", "[]"] {
            assert!(!clerk.answer(text).unwrap_err().is_empty());
        }
        let mut unreadable = errand(&entry_tier());
        unreadable.plan.truncate(40);
        assert!(clerk.answer(&json::line(&unreadable)).is_err());
    }
}
