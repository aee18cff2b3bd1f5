use super::*;
use crate::chart::number::grouped;
use crate::exchange::file;
use crate::exchange::template::TEMPLATES;
use crate::plan::Document;

fn entry_tier() -> Document {
    let template = TEMPLATES.iter().find(|template| template.id == "entry-tier").unwrap();
    template.open(&Catalog::bundled()).unwrap()
}

/// A page with a plan, and the worker's simulation.
struct Table {
    document: Document,
    running: Running,
    simulate: Simulate,
}

impl Table {
    fn new() -> Self {
        let simulate =
            Simulate { key: "plan".into(), years: 1_500, seed: 1, go: false, width: 600, height: 180 };
        Self { document: entry_tier(), running: Running::default(), simulate }
    }

    fn ask(&mut self, go: bool) -> Years {
        self.simulate.go = go;
        let plan = file::write(&self.document).unwrap();
        let scenario = self.document.scenarios.first().unwrap();
        let asked = Asked { plan: &plan, scenario: &scenario.id, simulate: &self.simulate };
        self.running.answer(&asked, &Catalog::bundled(), &|| Ok(Rc::clone(scenario))).unwrap()
    }

    fn run(&mut self) -> Years {
        loop {
            let years = self.ask(true);
            if !years.goes_on {
                return years;
            }
        }
    }

    fn change(&mut self) {
        let mut scenario = (**self.document.scenarios.first().unwrap()).clone();
        scenario.name.push('!');
        self.document = self.document.with_scenario(&Rc::new(scenario));
    }
}

#[test]
fn slices_give_the_same_as_one_go() {
    let mut table = Table::new();
    let first = table.ask(true);
    assert!(first.goes_on && first.bar.contains("<progress max=\"1500\""), "{first:?}");
    assert_eq!((first.button.as_str(), first.status.as_str()), ("Cancel", "Simulating…"));
    let told = table.run();
    let settings = YearSettings { years: 1_500, ..YearSettings::default() };
    let scenario = table.document.scenarios.first().unwrap();
    let mut whole =
        SingleYears::new(scenario, &Catalog::bundled(), Options::default(), settings).unwrap().unwrap();
    assert!(whole.step(u64::MAX).is_done());
    assert_eq!(told, markup::result(&whole.figures().unwrap(), Frame::held_to(600, 180), false));
    assert!(
        told.status.starts_with("1,500 years simulated. A year meets 99.95 % with a chance of 99."),
        "{}",
        told.status
    );
    assert!(told.body.contains("data-chart=\"years\"") && told.body.contains("data-figure=\"years.0\""));
    assert_eq!(table.ask(false), told, "what was simulated is kept");
}

#[test]
fn a_run_is_cancelled_with_what_it_has_and_begins_anew() {
    let mut table = Table::new();
    assert!(table.ask(true).goes_on);
    let cancelled = table.ask(false);
    assert!(!cancelled.goes_on && cancelled.status.starts_with("Cancelled: these are the "), "{cancelled:?}");
    assert!(cancelled.body.contains("data-chart=\"years\""));
    table.simulate.seed = 2;
    let again = table.ask(true);
    assert!(again.goes_on);
    let told = table.run();
    assert!(told.status.starts_with(&grouped(1_500.0)), "{}", told.status);
    assert!(told.body.contains("seed 2"));
}

#[test]
fn a_changed_plan_drops_what_is_under_way_and_outdates_what_was_shown() {
    let mut table = Table::new();
    assert!(table.ask(true).goes_on);
    table.change();
    let dropped = table.ask(false);
    assert_eq!((dropped.status.as_str(), dropped.button.as_str()), (markup::DROPPED, "Simulate"));
    assert_eq!(table.ask(false), dropped, "until another begins");

    let told = table.run();
    assert!(!told.is_stale);
    table.change();
    let stale = table.ask(false);
    assert!(
        stale.is_stale && stale.button == "Simulate again" && stale.body == told.body,
        "{}",
        stale.status
    );
    table.simulate.key = "another plan".into();
    assert!(!table.ask(false).body.contains("data-chart"), "years of another plan are not shown");
}

#[test]
fn without_users_there_is_no_button() {
    let mut table = Table::new();
    let mut scenario = (**table.document.scenarios.first().unwrap()).clone();
    scenario.populations.clear();
    table.document = table.document.with_scenario(&Rc::new(scenario));
    let idle = table.ask(false);
    assert!(idle.button.is_empty() && idle.bar.is_empty() && idle.body.contains("Add users to see it"));
    assert_eq!(table.ask(true).button, "");
}
