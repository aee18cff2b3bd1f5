//! Single years on the page: simulated, cancelled, looked up, and what becomes of them when the plan changes.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use availability_planner::analysis::{Options, SingleYears, YearFigures, YearSettings, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::Scenario;
use browser::{Error, Key, Page, Result, visit};
use std::rc::Rc;

const BUTTON: &str = "[data-command=simulate]";
const CHART: &str = "[data-chart=years] .hit";

fn scenario() -> Rc<Scenario> {
    let template = TEMPLATES.iter().find(|known| known.id == "entry-tier").expect("a template");
    let document = template.open(&Catalog::bundled()).expect("a valid plan");
    Rc::clone(document.scenarios.first().expect("a scenario"))
}

/// What the library says of so many years.
fn figures(years: u32, seed: u32) -> YearFigures {
    let settings = YearSettings { years, seed, ..YearSettings::default() };
    let simulation = SingleYears::new(&scenario(), &Catalog::bundled(), Options::default(), settings);
    let mut simulation = simulation.expect("a plan that can be simulated").expect("users");
    while !simulation.step(1_000_000).is_done() {}
    simulation.figures().expect("some years")
}

fn open(page: &Page) -> Result<()> {
    for part in ["[data-menu=open]", "[data-template=entry-tier]"] {
        page.wait_for(part)?;
        page.click(part)?;
    }
    page.wait_for("[data-node=front-ends]")?;
    page.wait_for("#tab-years")?;
    page.click("#tab-years")?;
    page.wait_for(BUTTON)
}

fn choose(page: &Page, years: u32) -> Result<()> {
    let body = "document.querySelector('#years-count').value = arguments[0]";
    page.script(body, &[years.to_string().into()]).map(drop)
}

/// A figure of the panel, unrounded.
fn value(page: &Page, place: usize) -> Result<f64> {
    let body = "return document.querySelector(arguments[0]).dataset.value";
    let said = page.script(body, &[format!("[data-figure='years.{place}']").into()])?;
    let number = said.as_str().and_then(|said| said.parse().ok());
    number.ok_or_else(|| Error::Unexpected { command: "a figure".into(), value: said.to_string() })
}

#[test]
fn the_years_are_those_of_the_library_and_agree_with_the_headline() -> Result<()> {
    visit("/", |page| {
        open(page)?;
        assert!(page.text(".panel")?.contains("long-run means"));
        choose(page, 1_000)?;
        page.click(BUTTON)?;
        page.wait_for(CHART)?;
        page.screenshot("simulated")?;
        let expected = figures(1_000, 1);
        for (place, figure) in expected.all().into_iter().enumerate() {
            if page.count(&format!("[data-figure='years.{place}']"))? > 0 {
                let shown = value(page, place)?;
                assert!((shown - figure.value).abs() <= 1e-12 * figure.value, "{}: {shown}", figure.name);
            }
        }
        assert!(page.text(".years [role=status]")?.starts_with("1,000 years simulated."));
        let headline =
            analyse(&scenario(), &Catalog::bundled(), Options::default()).expect("figures").headline;
        let losses = headline.expect("users").measures.losses;
        let interval = expected.lost.interval.expect("enough was seen");
        let exact = losses.total.value - losses.reconnect.value;
        assert!((interval.low..=interval.high).contains(&exact), "{interval:?} {exact}");
        assert!(page.text(".years-body table")?.contains("✓"));

        // Another seed gives other years.
        let before = value(page, 4)?;
        choose(page, 1_000)?;
        page.click(BUTTON)?;
        let body = "const mean = document.querySelector('[data-figure=\"years.4\"]');
            return mean && mean.dataset.value !== arguments[0]";
        page.wait_until("other years", body, &[format!("{before:e}").into()])?;
        page.wait_until(
            "the second seed",
            "return document.querySelector('.years-body .about')?.textContent.includes('seed 2')",
            &[],
        )
    })
}

#[test]
fn a_run_shows_progress_and_can_be_cancelled() -> Result<()> {
    visit("/", |page| {
        open(page)?;
        choose(page, 100_000)?;
        page.click(BUTTON)?;
        page.wait_until("progress", "return document.querySelector('.years progress')?.value > 500", &[])?;
        assert_eq!(page.text(BUTTON)?, "Cancel");
        page.screenshot("under way")?;
        // Everything else is answered meanwhile.
        page.click("[data-hit='server/1/front-ends']")?;
        page.wait_for(".moment")?;
        assert_eq!(page.count(".years progress")?, 1);
        page.click(BUTTON)?;
        page.wait_for(CHART)?;
        assert!(page.text(".years [role=status]")?.starts_with("Cancelled: these are the "));
        assert_eq!(page.text(BUTTON)?, "Simulate again");
        page.screenshot("cancelled")
    })
}

#[test]
fn a_plan_that_is_edited_drops_a_run_and_outdates_a_result() -> Result<()> {
    visit("/", |page| {
        open(page)?;
        choose(page, 100_000)?;
        page.click(BUTTON)?;
        page.wait_for(".years progress")?;
        page.click("[data-item=users]")?;
        let dropped =
            "return document.querySelector('.years [role=status]')?.textContent.includes('dropped')";
        page.wait_until("the run to be dropped", dropped, &[])?;
        assert_eq!(page.text(BUTTON)?, "Simulate");
        choose(page, 1_000)?;
        page.click(BUTTON)?;
        page.wait_for(CHART)?;
        assert_eq!(page.count(".outdated")?, 0);
        page.click("[data-item=users]")?;
        page.wait_for(".outdated")?;
        assert!(page.text(".years [role=status]")?.contains("The plan has changed since"));
        assert!(page.count(CHART)? > 0, "the years before are still there");
        page.screenshot("outdated")?;
        page.click(BUTTON)?;
        page.wait_for_no(".outdated")?;
        page.wait_for(CHART)
    })
}

#[test]
fn everything_is_reached_by_keys_and_figures_are_looked_up() -> Result<()> {
    visit("/", |page| {
        open(page)?;
        choose(page, 1_000)?;
        page.script("document.querySelector('#tab-years').focus()", &[])?;
        let focus_on = |selector: &str| -> Result<()> {
            for _ in 0..8 {
                page.key(Key::Tab)?;
                let body = "return document.activeElement.matches(arguments[0])";
                if page.script(body, &[selector.into()])? == true {
                    return Ok(());
                }
            }
            page.wait_for(&format!("{selector}:focus"))
        };
        focus_on(BUTTON)?;
        page.key(Key::Enter)?;
        page.wait_for(CHART)?;
        page.wait_for(&format!("{BUTTON}:focus"))?;
        focus_on("#years-count")?;
        focus_on(CHART)?;
        page.wait_for(".tip")?;
        focus_on("[data-told]")?;
        page.key(Key::Enter)?;
        page.wait_for("[data-explains='years.0'][data-depth='0']")?;
        let told = page.text(".explained")?;
        assert!(told.contains("simulated: 1,000 years") && told.contains("seed 1"), "{told}");
        assert!(told.contains("derived") && told.contains("Allowed in a year"), "{told}");
        page.screenshot("looked up")
    })
}

#[test]
fn without_users_there_is_nothing_to_simulate() -> Result<()> {
    visit("/", |page| {
        for part in ["[data-menu=open]", "[data-template=empty]", "#tab-years"] {
            page.wait_for(part)?;
            page.click(part)?;
        }
        page.wait_until(
            "what will be here",
            "return document.querySelector('.panel').textContent.includes('Add users to see it')",
            &[],
        )?;
        assert_eq!(page.count(BUTTON)?, 0);
        Ok(())
    })
}
